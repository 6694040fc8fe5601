"""Where and when an article was written stands before its first sentence and is no part of it."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import contents, only, words

SAID = "Nach Angaben der Polizei sind drei Menschen verletzt worden."


@pytest.mark.parametrize(
    "dateline",
    [
        "Ulm (Deutschland), 12.03.2007 – ",
        "Frankfurt am Main, 12. März 2010 — ",
        "Bonn, 3. Mai – ",
        "BERLIN (dpa) - ",
        "Berg/Ulm (apa) – ",
        "ULM – ",
        "Wien - ",
        "date 2023-09 ",
        "date 2023-09-14\n\nUlm – ",
        "Der Unfall auf der B 10\n\nUlm – ",
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(dateline: str) -> None:
    assert contents(dateline + SAID) == [("indirect", "sind drei Menschen verletzt worden")]


def test_marked_words_behind_a_dateline_open_the_sentence() -> None:
    text = "Bonn, 3. Mai 2010 – „Wir bauen nicht“, sagte Ilse Kern am Dienstag."
    quote = only(text)
    assert (quote.rule, words(text, quote.spans)) == ("direct_cue_after", "Wir bauen nicht")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Die Stadt – so Kern – zahlt nicht.", "Die Stadt | zahlt nicht"),
        ("Jan Moll (SPD) – bislang Leiter des Amtes – sagte, er gehe.", "er gehe"),
    ],
)
def test_a_dash_in_a_sentence_ends_no_dateline(text: str, content: str) -> None:
    assert words(text, only(text).spans) == content
