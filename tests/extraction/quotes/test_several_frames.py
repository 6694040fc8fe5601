"""Several frames in one sentence: of one speaker, of two, around one quote."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, contents, only, words


def found(text: str) -> list[tuple[str, str]]:
    return [(words(text, quote.spans), words(text, quote.speaker)) for quote in ask(text)]


def test_a_second_frame_of_the_same_speaker_cuts_the_content_again() -> None:
    text = "Er habe, sagte Kern, zwar Fehler gemacht, so Kern weiter, aber niemanden betrogen."
    assert found(text) == [("Er habe | zwar Fehler gemacht | aber niemanden betrogen", "Kern")]


def test_a_second_verb_begins_a_second_quote() -> None:
    text = "„Wir haben“, sagte Kern, „lange gewartet“, und fügte hinzu: „Jetzt ist Schluss.“"
    assert found(text) == [("Wir haben | lange gewartet", "Kern"), ("Jetzt ist Schluss.", "Kern")]


def test_a_second_verb_with_its_object_is_no_frame_of_the_first() -> None:
    text = "Kern bedauerte, dass sie den Schritt ging, nannte sie aber „eine der Besten“."
    assert contents(text) == [("indirect", "dass sie den Schritt ging"), ("direct", "eine der Besten")]
    assert [words(text, quote.speaker) for quote in ask(text)] == ["Kern", "Kern"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Der Zug sei pünktlich, sagte der Schaffner, er habe Verspätung, meinte dagegen eine Reisende.",
            [("Der Zug sei pünktlich", "der Schaffner"), ("er habe Verspätung", "eine Reisende")],
        ),
        (
            "Kern sagte, die Lage sei ernst, während Berg betonte, es bestehe kein Grund zur Sorge.",
            [("die Lage sei ernst", "Kern"), ("es bestehe kein Grund zur Sorge", "Berg")],
        ),
        (
            "Kern sagte, die Lage sei ernst, Berg widersprach: Sie sei stabil.",
            [("die Lage sei ernst", "Kern"), ("Sie sei stabil", "Berg")],
        ),
    ],
)
def test_two_speakers_may_share_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_who_relays_right_behind_a_frame_is_still_no_second_source() -> None:
    text = "Der Zug sei pünktlich, sagte der Schaffner, berichtete die Zeitung."
    assert found(text) == [("Der Zug sei pünktlich", "der Schaffner")]


def test_the_article_goes_on_behind_marks_and_und() -> None:
    assert found("Kern rief: „Nein!“ und verließ den Saal.") == [("Nein!", "Kern")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ob er antrete, wollte eine Reporterin wissen.", "Ob er antrete"),
        ("Das Spiel, findet Kern, war verdient verloren.", "Das Spiel | war verdient verloren"),
        ("Es gebe, sagte Kern, keinen Bedarf.", "Es gebe | keinen Bedarf"),
    ],
)
def test_what_is_asked_thought_or_still_open_at_the_frame(text: str, content: str) -> None:
    assert words(text, only(text).spans) == content


def test_what_nobody_named_asks_is_no_quote() -> None:
    assert ask("Ob er gehe, wurde Dorn gefragt.") == ()


def test_a_bare_name_owns_no_agency() -> None:
    text = "Der Entscheid sei gefallen, sagte Caduff der Nachrichtenagentur Keystone-SDA auf Anfrage."
    assert words(text, only(text).speaker) == "Caduff"
