"""Appositions and relative clauses between the parts of a frame or of what is said."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, only, words

DESCRIBED = [
    ("der Leiter der Behörde, Jan Moll,", "der Leiter der Behörde, Jan Moll"),
    ("die Ministerin, die seit Mai im Amt ist,", "die Ministerin"),
    (
        "Professor Kolb, Direktor am Institut für Meereskunde in Kiel,",
        "Professor Kolb, Direktor am Institut für Meereskunde in Kiel",
    ),
    ("Berg, deren Mann im Rat sitzt,", "Berg"),
    ("Berg, eine Ärztin aus Ulm,", "Berg, eine Ärztin aus Ulm"),
    ("Hans Moll, Chef des Werks, das seit Jahren Verluste macht,", "Hans Moll, Chef des Werks"),
]


@pytest.mark.parametrize(("phrase", "speaker"), DESCRIBED)
def test_content_goes_on_behind_what_is_said_of_the_speaker(phrase: str, speaker: str) -> None:
    text = f"Die Brücke werde, sagte {phrase} im Mai gesperrt."
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == ("Die Brücke werde | im Mai gesperrt", speaker)


@pytest.mark.parametrize(("phrase", "speaker"), DESCRIBED)
def test_marked_words_go_on_behind_what_is_said_of_the_speaker(phrase: str, speaker: str) -> None:
    text = f"„Wir sperren die Brücke“, sagte {phrase} „aber erst im Mai.“"
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == (
        "Wir sperren die Brücke | aber erst im Mai.",
        speaker,
    )


@pytest.mark.parametrize("opening", ["Während {} sagte", "Nachdem {} gesagt hatte"])
@pytest.mark.parametrize(("phrase", "speaker"), DESCRIBED)
def test_a_clause_that_is_cut_has_its_subject_and_ends_before_its_host(opening: str, phrase: str, speaker: str) -> None:
    text = f"{opening.format(phrase)}, die Brücke werde gesperrt, schwieg der Rat."
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == ("die Brücke werde gesperrt", speaker)


@pytest.mark.parametrize(("phrase", "speaker"), DESCRIBED)
def test_a_clause_that_is_cut_may_end_the_sentence(phrase: str, speaker: str) -> None:
    text = f"Es war am Montag, als {phrase} sagte, die Brücke werde gesperrt."
    assert words(text, only(text).speaker) == speaker


def test_a_participle_may_stand_behind_a_relative_clause() -> None:
    text = "Am Montag hatte Berg, deren Mann im Rat sitzt, gesagt, die Brücke werde gesperrt."
    quote = only(text)
    assert (words(text, quote.cue), words(text, quote.speaker)) == ("hatte | gesagt", "Berg")


def test_a_relative_clause_behind_a_described_source_is_no_content() -> None:
    text = "Die Brücke werde gesperrt, so Hans Moll, Chef des Werks, das seit Jahren Verluste macht."
    assert words(text, only(text).spans) == "Die Brücke werde gesperrt"


def test_a_team_is_named_by_who_leads_it() -> None:
    text = "Das Team um den Physiker Ulf Rehm sagte, die Messung sei richtig."
    assert words(text, only(text).speaker) == "Das Team um den Physiker Ulf Rehm"


@pytest.mark.parametrize(
    "text",
    [
        "Jan Moll sagte der „Zeitung am Abend“, die Brücke werde gesperrt.",
        "Die Brücke werde gesperrt, sagte Jan Moll der „Zeitung am Abend“.",
    ],
)
def test_a_medium_that_is_told_something_is_no_direct_speech(text: str) -> None:
    assert [str(quote.type) for quote in ask(text)] == ["indirect"]


def test_whose_a_medium_is_makes_no_part_of_the_speaker() -> None:
    text = "„Wir gehen“, sagte der 34 Jahre alte Torwart unserer Redaktion."
    assert words(text, only(text).speaker) == "der 34 Jahre alte Torwart"
