"""English claims, as far as the same rules carry."""

from __future__ import annotations

import pytest

from extraction import Worthiness, analyze


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council approved the bill by 61 votes.", ["The council approved the bill by 61 votes"]),
        (
            "The mayor, who has ruled for twelve years, will resign in autumn.",
            ["The mayor, who has ruled for twelve years, will resign in autumn", "who has ruled for twelve years"],
        ),
        ("The plant closed because orders failed.", ["The plant closed because orders failed"]),
        ("When will the bridge reopen?", []),
        ("The council must act now.", []),
    ],
)
def test_cuts_english_sentences_by_the_same_rules(text: str, expected: list[str]) -> None:
    assert [text[claim.start : claim.end] for claim in analyze(text, "en").claims] == expected


def test_ranks_hard_facts_before_colour() -> None:
    hard, colour = (
        analyze(text, "en").claims[0]
        for text in ("The court sentenced two ministers to five years.", "He wore a grey suit and smiled.")
    )
    assert (hard.worthiness, colour.worthiness) == (Worthiness.HIGH, Worthiness.LOW)


def test_names_the_english_claimant() -> None:
    (claim,) = analyze('"We closed the harbour," minister Ann Hill said.', "en").claims
    assert "Ann Hill" in claim.claimant_name
