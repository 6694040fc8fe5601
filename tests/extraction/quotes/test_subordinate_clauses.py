"""Clauses that depend on what is said, and clauses that are its subject."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, contents, only, words


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


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Die Lage sei ernst, sagte Kern, weil das Geld fehlt.", "Die Lage sei ernst | weil das Geld fehlt"),
        ("Die Lage sei ernst, sagte Kern, denn „alles fehlt“.", "Die Lage sei ernst | denn „alles fehlt“"),
        ("Er wolle nicht gehen, sagte Kern, sondern abwarten.", "Er wolle nicht gehen | sondern abwarten"),
    ],
)
def test_a_reason_behind_the_frame_is_part_of_what_was_said(text: str, content: str) -> None:
    assert words(text, ask(text)[0].spans) == content


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Während der Minister sagt, das Geld reiche, schweigt die Opposition.", "der Minister"),
        ("Während der Rat fordert, das Bad zu öffnen, lehnt die Stadt das ab.", "der Rat"),
    ],
)
def test_who_stands_behind_waehrend_is_the_subject_where_the_verb_comes_last(text: str, speaker: str) -> None:
    assert words(text, ask(text)[0].speaker) == speaker


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Anders sieht es Kern: Wer das wolle, schade allen.", "Wer das wolle, schade allen", "Kern"),
        ("Anders sieht es Kern: Wenn das komme, gehe er.", "Wenn das komme, gehe er", "Kern"),
    ],
)
def test_a_sentence_behind_a_colon_may_begin_with_what_depends_on_its_verb(
    text: str, content: str, speaker: str
) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == (content, speaker)


@pytest.mark.parametrize("text", ["Das Geld reiche nicht, sagte Kern.", "Die Polizei bitte um Hinweise, hieß es."])
def test_a_form_that_may_be_another_word_is_a_subjunctive_behind_its_subject(text: str) -> None:
    assert str(only(text).band) == "sure"
