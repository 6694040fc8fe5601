"""The English pack: the machinery is not German by accident."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, contents, only, words


@pytest.mark.parametrize(
    ("text", "kind", "content", "speaker"),
    [
        ("“We stay here,” Anna Smith said on Monday.", "direct", "We stay here,", "Anna Smith"),
        ("“We stay here,” said Anna Smith, head of the union.", "direct", "We stay here,",
         "Anna Smith, head of the union"),
        ("The mayor said the bridge would stay closed.", "indirect", "the bridge would stay closed", "The mayor"),
        ("The mayor said that the bridge is closed.", "indirect", "that the bridge is closed", "The mayor"),
        ("The bridge is closed, a clerk told the paper on Monday.", "indirect", "The bridge is closed", "a clerk"),
        ("Anna Kern told reporters the bridge is closed.", "indirect", "the bridge is closed", "Anna Kern"),
        ("Kern told the Evening Post on Monday he would resign.", "indirect", "he would resign", "Kern"),
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


@pytest.mark.parametrize(
    "text",
    [
        "She lives in London.",
        "He laughed, and Smith told the children a tale.",
        "The film “The Last Ferry” opens today.",
    ],
)
def test_no_quote(text: str) -> None:
    assert contents(text, "en") == []


@pytest.mark.parametrize(
    ("text", "content", "speaker", "name"),
    [
        ("Dr. Anna Beck said the plan had failed.", "the plan had failed", "Dr. Anna Beck", "Anna Beck"),
        ("“We failed,” Mr. Smith said.", "We failed,", "Mr. Smith", "Smith"),
        ("“It is over,” said Jan W. Bush.", "It is over,", "Jan W. Bush", "Jan W. Bush"),
        ("Anna Beck, mayor of Bonn, said the plan failed.", "the plan failed", "Anna Beck, mayor of Bonn", "Anna Beck"),
        ("The mayor, Anna Beck, said the plan failed.", "the plan failed", "The mayor, Anna Beck", "Anna Beck"),
    ],
)
def test_degrees_initials_and_appositions_belong_to_the_speaker(
    text: str, content: str, speaker: str, name: str
) -> None:
    [quote] = ask(text, "en")
    assert [span.text(text) for span in quote.spans] == [content]
    assert (words(text, quote.speaker), quote.source_name) == (speaker, name)


def test_what_follows_a_said_behind_a_quotation_is_its_speaker() -> None:
    text = "“It is over,” said Anna Beck."
    assert [(q.type, words(text, q.speaker)) for q in ask(text, "en")] == [("direct", "Anna Beck")]
