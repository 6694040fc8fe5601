"""The English pack: the machinery is not German by accident."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import contents, only, words


@pytest.mark.parametrize(
    ("text", "kind", "content", "speaker"),
    [
        ("“We stay here,” Anna Smith said on Monday.", "direct", "We stay here,", "Anna Smith"),
        ("“We stay here,” said Anna Smith, head of the union.", "direct", "We stay here,",
         "Anna Smith, head of the union"),
        ("The mayor said the bridge would stay closed.", "indirect", "the bridge would stay closed", "The mayor"),
        ("The mayor said that the bridge is closed.", "indirect", "that the bridge is closed", "The mayor"),
        ("The bridge is closed, the mayor said.", "indirect", "The bridge is closed", "the mayor"),
        ("The bridge is closed, police said on Monday.", "indirect", "The bridge is closed", "police"),
        ("The bridge is closed, police said Monday.", "indirect", "The bridge is closed", "police"),
        ("According to police, two men were arrested.", "indirect", "two men were arrested", "police"),
        ("According to police, two people died.", "indirect", "two people died", "police"),
        ("According to Anna Smith, head of the union, two people died.", "indirect", "two people died",
         "Anna Smith, head of the union"),
        ("The union demanded to raise wages.", "indirect", "to raise wages", "The union"),
        ("“Nobody knows,” he added, “what comes next.”", "direct", "Nobody knows, | what comes next.", "he"),
    ],
)  # fmt: skip
def test_frames(text: str, kind: str, content: str, speaker: str) -> None:
    quote = only(text, "en")
    assert (str(quote.type), words(text, quote.spans), words(text, quote.speaker)) == (kind, content, speaker)


@pytest.mark.parametrize("text", ["She lives in London.", "The film “The Last Ferry” opens today."])
def test_no_quote(text: str) -> None:
    assert contents(text, "en") == []
