"""Clauses that depend on what is said, and clauses that are its subject."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import contents, only, words


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kern sagte, dass er komme, auch wenn es regnet.", "dass er komme, auch wenn es regnet"),
        (
            "Kern forderte, das Haus zu bauen, selbst wenn das Geld fehlt.",
            "das Haus zu bauen, selbst wenn das Geld fehlt",
        ),
        ("Kern sagte, dass er gehe, vor allem weil das Geld fehlt.", "dass er gehe, vor allem weil das Geld fehlt"),
    ],
)
def test_a_word_before_the_conjunction_changes_no_clause(text: str, content: str) -> None:
    assert contents(text) == [("indirect", content)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Wann der Bau beginne, sagte sie, hänge vom Wetter ab.", "Wann der Bau beginne | hänge vom Wetter ab"),
        ("Ob das reiche, sagte Kern, sei offen.", "Ob das reiche | sei offen"),
        ("Dass das Geld reiche, sagte Kern, glaube er nicht.", "Dass das Geld reiche | glaube er nicht"),
    ],
)
def test_a_clause_may_be_the_subject_of_what_goes_on_behind_the_frame(text: str, content: str) -> None:
    quote = only(text)
    assert (quote.rule, words(text, quote.spans)) == ("indirect_cue_inside", content)


def test_a_condition_in_the_first_subjunctive_makes_speech_of_a_second_one() -> None:
    text = "Kern ist dafür. Wenn das Gesetz falle, bestünde keine Gefahr."
    assert contents(text) == [("indirect_free_indirect", "Wenn das Gesetz falle, bestünde keine Gefahr.")]
