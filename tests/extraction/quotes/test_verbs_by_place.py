"""Verbs no list of cues has tell who spoke where they stand beside speech and say nothing else."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, only, words

# A verb that is in no list and should never get into one.
VERB = "knarzte"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (f"„Der Deich hält“, {VERB} der Wirt.", "Der Deich hält"),
        (f"„Der Deich hält!“, {VERB} der Wirt am Montag.", "Der Deich hält!"),
        (f"„Der Deich“, {VERB} der Wirt, „hält.“", "Der Deich“, knarzte der Wirt, „hält."),
        (f"Der Deich halte, {VERB} der Wirt.", "Der Deich halte"),
        (f"Wie der Wirt {VERB}, halte der Deich.", "halte der Deich"),
        ("„Der Deich hält“, lachte der Wirt.", "Der Deich hält"),
        ("„Der Deich hält“, kodierte der Wirt.", "Der Deich hält"),
        ("Der Deich halte, beharrte der Wirt.", "Der Deich halte"),
    ],
)
def test_such_a_verb_is_the_cue(text: str, content: str) -> None:
    quote = only(text)
    assert text[quote.start : quote.end] == content
    assert words(text, quote.speaker) == "der Wirt"
    assert words(text, quote.cue) in (VERB, "lachte", "kodierte", "beharrte")


@pytest.mark.parametrize(
    "text",
    [
        "Der Sturm sei vorbei, wachsen würden nun die Sorgen.",
        f"Der Wirt {VERB} über die Dielen, der Deich hielt.",
        f"Das Stück „Der Deich“, {VERB} es im Parkett.",
    ],
)
def test_without_speech_beside_it_such_a_verb_tells_nothing(text: str) -> None:
    assert not any(words(text, quote.cue) for quote in ask(text))


@pytest.mark.parametrize(
    "content",
    [
        "dass der Deich wichtig war; die Rolle, wie der Rat sie spielte, habe ihn erstaunt",
        "dass die erhobenen, ernsten Klagen, die den Rat betreffen, falsch seien",
    ],
)
def test_inside_what_another_verb_tells_no_frame_begins(content: str) -> None:
    text = f"Moll kommentierte, {content}."
    quote = only(text)
    assert (text[quote.start : quote.end], words(text, quote.cue)) == (content, "kommentierte")
