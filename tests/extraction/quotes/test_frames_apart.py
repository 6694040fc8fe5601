"""Frames that do not touch what they frame: in the clause before a colon, in the next sentence."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, contents, only, words


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Trainerin glaubt, dass die Mannschaft besser geworden ist: „Wir haben viel gelernt.“", "Die Trainerin"),
        (
            "Daher mahnte der Chef des Verbands, Jan Moll, die Räte im Mai: „Das geht so nicht weiter.“",
            "der Chef des Verbands, Jan Moll",
        ),
        (
            "Der Rat rügte, wie der Bau geplant wird: So sagte Anna Berg, Ratsfrau: „Das geht so nicht.“",
            "Anna Berg, Ratsfrau",
        ),
    ],
)
def test_marked_speech_belongs_to_the_main_clause_before_its_colon(text: str, speaker: str) -> None:
    quote = ask(text)[-1]
    assert (str(quote.type), words(text, quote.speaker)) == ("direct", speaker)


def test_a_name_behind_a_colon_is_not_what_the_clause_before_said() -> None:
    assert ask("Gestern feierte der Verein Hafenlicht Leer, kurz: „Hafenlicht“.") == ()


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("„Das Urteil ist falsch.“ Das sagte Anna Berg am Montag.", "Das Urteil ist falsch.", "Anna Berg"),
        ("„Es gab Fehler“. Das musste Anna Berg im Rat einräumen.", "Es gab Fehler", "Anna Berg"),
        ("„Wir wollen gehen“: Mit diesen Worten verabschiedete sich Jan Kolb.", "Wir wollen gehen", "Jan Kolb"),
        ("„Wir wollen gehen.“ Mit diesen Worten eröffnete Jan Kolb den Markt.", "Wir wollen gehen.", "Jan Kolb"),
        ("Die Schule schließt. Das kündigte Ministerin Berg am Montag an.", "Die Schule schließt", "Ministerin Berg"),
        ("Die Löhne müssen steigen. Das fordert der Verband.", "Die Löhne müssen steigen", "der Verband"),
        ("Anna Berg („Das reicht uns nicht“) ging früh.", "Das reicht uns nicht", "Anna Berg"),
        ("Rätin Anna Berg („Das reicht uns nicht“) ging früh.", "Das reicht uns nicht", "Rätin Anna Berg"),
        ("Jan Moll verließ den Saal mit den Worten „Ich bin dann weg“.", "Ich bin dann weg", "Jan Moll"),
        ("Hummeln lernen. Das berichten Forscher im Fachblatt „Natur“.", "Hummeln lernen", "Forscher"),
        ("Kaffee hält wach: Zu diesem Ergebnis kommt eine Studie.", "Kaffee hält wach", "eine Studie"),
        (
            "Der Klub steigt ab. Diese Entscheidung gab der Verband am Montag bekannt.",
            "Der Klub steigt ab",
            "der Verband",
        ),
    ],
)
def test_a_frame_may_point_back(text: str, content: str, speaker: str) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == (content, speaker)


def test_what_points_back_to_no_speech_frames_nothing() -> None:
    assert contents("Es tauscht die Aktien. Dies nennt man einen „Split“.") == [("direct", "Split")]
    assert ask("„Hafenlicht“. Das war der Name des Schiffs.") == ()
    assert ask("Der Film („Die Nacht am See“) läuft seit Mai.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "In einem Tweet, den er später löschte, nannte Kern die Richterin „befangen“ und forderte ihre Absetzung.",
        "Kern nannte die Richterin „befangen“ und forderte ihre Absetzung.",
    ],
)
def test_marked_words_belong_to_the_verb_before_them_and_not_to_a_second_one(text: str) -> None:
    (quote,) = ask(text)
    assert (str(quote.type), words(text, quote.spans), words(text, quote.speaker)) == ("direct", "befangen", "Kern")


def test_a_frame_behind_a_colon_is_no_part_of_what_the_colon_announces() -> None:
    text = "Dem widerspricht ein Brief aus dem Amt: Dort heißt es, die Ministerin sei krank."
    quote = ask(text)[-1]
    assert words(text, quote.spans) == "die Ministerin sei krank"
    assert words(text, quote.speaker) == "ein Brief aus dem Amt"
