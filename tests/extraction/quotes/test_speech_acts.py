"""Acts of speech that are told without a content clause."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, contents, only, words


def test_told_speech_acts_are_never_more_than_maybe() -> None:
    quotes = ask("Kanzlerin Ruth Albers kritisierte die Blockade der Länder.")
    assert [(str(q.type), str(q.band)) for q in quotes] == [("reported", "maybe")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Bürgermeisterin sprach von einem Erfolg.",
        "Der Verband warnte vor steigenden Mieten.",
        "Anwohner äußerten Bedenken gegen den Bau.",
        "Die Gewerkschaft forderte höhere Löhne.",
        "Das Amt bezeichnete die Lage als ernst.",
        "Die Polizei geht von einem Versehen aus.",
        "Der Wetterdienst rechnet mit Glätte.",
        "Die Stadt begründet die Erhöhung mit den Kosten.",
        "Die Opposition kündigte Widerstand an.",
        "Das Land hat der Stadt Mittel zugesagt.",
        "Der Minister stellte Hilfen in Aussicht.",
        "Der Vorstand räumte Fehler ein.",
        "Der Rat forderte beide Seiten zur Mäßigung auf.",
        "Die Staatsanwaltschaft hat drei Jahre Haft gefordert.",
        "Die Verteidigung plädierte auf Freispruch.",
        "Die Landesrätin sicherte den Angehörigen Hilfe zu.",
        "Das Amt wies auf die Brandgefahr hin.",
        "Der Verband hat Kritik an der Reform geübt.",
    ],
)
def test_a_verb_with_its_topic_tells_what_was_said(sentence: str) -> None:
    assert contents(sentence) == [("reported", sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Bürgermeisterin sprach mit der Presse.",
        "Der Verein bestätigte den Wechsel (der Bote berichtete).",
        "Der Minister äußerte sich am Abend in Graz.",
        "Der Sturm forderte zwölf Todesopfer.",
        "Das Landgericht verurteilte den Mann zu einer Geldstrafe.",
        "Die Stadt hatte den Vorschlag im Vorjahr abgelehnt.",
        "Im Norden droht ein Streik.",
        "Die Stadt begründet eine Partnerschaft.",
        "Der Sturm kündigte sich an.",
        "Die Gewerkschaft sieht darin einen Angriff auf die Löhne.",
        "Der Verband wertet das Urteil als Erfolg.",
    ],
)
def test_a_verb_that_only_says_that_something_was_said_or_done_is_no_quote(sentence: str) -> None:
    assert contents(sentence) == []


def test_a_judgement_is_told_by_half_a_sentence() -> None:
    text = "Der Präsident lobte die Helfer und sagte, das Land sei stolz."
    assert contents(text) == [("reported", "Der Präsident lobte die Helfer"), ("indirect", "das Land sei stolz")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Präsident drohte mit Sanktionen, sollte das Abkommen scheitern.",
        "Der Präsident drohte mit Sanktionen, falls das Abkommen scheitert.",
        "Die Zeugin berichtete von zwei Männern, die in einen Wagen stiegen.",
        "Anna Berg, die das Amt leitet, warnte vor Hochwasser.",
        "Anna Berg, Leiterin des Amtes, warnte vor Hochwasser, das ganze Orte treffen kann.",
        "Weil der Fluss steigt, warnt die Stadt vor Hochwasser.",
        "Der Rat nannte den Beschluss einen fairen Kompromiss.",
        "Die Behörden sprechen von zehn Toten.",
        "Die Polizei geht von zehn Verletzten aus.",
    ],
)
def test_what_is_told_holds_its_conditions_and_what_says_more(sentence: str) -> None:
    assert contents(sentence) == [("reported", sentence)]


def test_what_another_tells_meanwhile_is_not_part_of_what_is_told() -> None:
    text = "Während die Stadt von Regen spricht, gehen Fachleute von einem Dammbruch aus."
    assert contents(text) == [("reported", "gehen Fachleute von einem Dammbruch aus")]


def test_a_told_act_holds_the_words_it_quotes() -> None:
    text = "Die Ministerin lobte das „gute Miteinander“ im Rat, bevor sie ging."
    assert contents(text) == [
        ("reported", "Die Ministerin lobte das „gute Miteinander“ im Rat"),
        ("direct", "gute Miteinander"),
    ]


def test_who_states_a_figure_stands_behind_what_is_stated() -> None:
    text = "Die Kosten bezifferte die Stadt auf 30 Millionen Euro."
    assert words(text, only(text).speaker) == "die Stadt"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Berg rief zur Zurückhaltung auf und bot an, zu vermitteln.", "Berg rief zur Zurückhaltung auf"),
        ("Die Anwältin kündigte eine Prüfung an und ging.", "Die Anwältin kündigte eine Prüfung an"),
    ],
)
def test_an_act_before_a_second_predicate_is_told(text: str, told: str) -> None:
    assert ("reported", told) in contents(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Firma lehnte eine Stellungnahme ab.",
        "Der Zeuge widersprach sich mehrfach.",
        "Das Feuer forderte fünf Todesopfer.",
    ],
)
def test_silence_and_deeds_are_not_told(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    ("text", "told", "speaker"),
    [
        ("Der Leiter des Amtes, Jan Moll, lobte das Programm.", None, "Der Leiter des Amtes, Jan Moll"),
        ("Jan Moll, der den Verein leitet, kritisierte die Stadt.", None, "Jan Moll"),
        (
            "Anna Berg, Leiterin des Amtes, rügte die Stadt, lobte aber den Rat.",
            "Anna Berg, Leiterin des Amtes, rügte die Stadt",
            "Anna Berg, Leiterin des Amtes",
        ),
    ],
)
def test_an_act_is_told_behind_what_is_said_of_its_subject(text: str, told: str | None, speaker: str) -> None:
    quote = only(text)
    assert (str(quote.type), words(text, quote.spans)) == ("reported", told or text)
    assert words(text, quote.speaker) == speaker


def test_what_is_talked_of_is_all_that_was_said_behind_the_as_behind_a() -> None:
    assert contents("Berg sprach im Rundfunk von der „schwersten Flut seit Jahren“.") == [
        ("direct", "schwersten Flut seit Jahren")
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Am Montag sprach die Ministerin von einem Erfolg.", "die Ministerin"),
        ("Am Montag sprach die Ministerin von Fortschritten.", "die Ministerin"),
        ("Am Montag sprach der Minister von Bayern von Fortschritten.", "der Minister von Bayern"),
        ("Nach dem Brand gehen die Ermittler von einem Defekt aus.", "die Ermittler"),
        ("Nach dem Brand ging die Polizei von Brandstiftung aus.", "die Polizei"),
    ],
)
def test_what_is_talked_of_is_no_part_of_who_talks(text: str, speaker: str) -> None:
    assert words(text, only(text).speaker) == speaker
