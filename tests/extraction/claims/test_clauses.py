"""Sentences are cut into claims as the conventions say: one fact each, frames and questions left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from extraction import ClaimCandidate, analyze
from tests.extraction.work import function_calls

_TABLE = Path(__file__).parent / "cases_de.tsv"
CASES = [
    line.split("\t")
    for line in _TABLE.read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def claims_of(text: str) -> tuple[ClaimCandidate, ...]:
    return analyze(text, "de", only=["claims"]).claims


@pytest.mark.parametrize(("sentence", "expected"), [(row[0], row[1:]) for row in CASES], ids=[row[0] for row in CASES])
def test_cuts_the_sentence_into_these_claims(sentence: str, expected: list[str]) -> None:
    assert [sentence[claim.start : claim.end] for claim in claims_of(sentence)] == expected


@pytest.mark.parametrize(
    ("text", "claim", "claimant"),
    [
        (
            "Die Bank habe 300 Kredite gekündigt, sagte Vorstand Petra Lang am Montag.",
            "Die Bank habe 300 Kredite gekündigt",
            "Petra Lang",
        ),
        (
            "Die Ministerin sagte, dass das Land zwei Schiffe bestellt habe.",
            "dass das Land zwei Schiffe bestellt habe",
            "Ministerin",
        ),
        ("Laut Polizei flüchtete der Fahrer zu Fuß.", "flüchtete der Fahrer zu Fuß", "Polizei"),
        (
            "„Wir haben den Vertrag unterschrieben“, sagte Reeder Jan Boll.",
            "Wir haben den Vertrag unterschrieben",
            "Jan Boll",
        ),
    ],
)
def test_leaves_the_frame_out_and_names_the_claimant(text: str, claim: str, claimant: str) -> None:
    found = claims_of(text)
    assert [text[candidate.start : candidate.end] for candidate in found] == [claim]
    assert claimant in found[0].claimant_name
    assert found[0].claimant


def test_the_article_itself_has_no_claimant() -> None:
    (claim,) = claims_of("Der Rat hat den Haushalt beschlossen.")
    assert (claim.claimant, claim.claimant_name) == ((), "")


def test_spans_are_trimmed_distinct_and_in_order() -> None:
    text = "  Am Mittag brannte es.\n\n„Es gab 3 Tote“, sagte er. Der Rat, der seit Mai tagt, hat zugestimmt!  "
    claims = claims_of(text)
    spans = [(claim.start, claim.end) for claim in claims]
    assert spans == sorted(set(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


def test_a_long_text_takes_time_in_proportion() -> None:
    sentence = "Der Rat, der seit Mai tagt, hat 3 Gesetze beschlossen und die Opposition hat sie abgelehnt. "
    assert len(claims_of(sentence * 400)) == 400 * len(claims_of(sentence))


@pytest.mark.parametrize("piece", ["er ging und ", "ersten und ", "er hat gesagt oder ", "dass er ging, und "])
def test_a_sentence_that_never_ends_is_cut_with_work_that_grows_with_its_length(piece: str) -> None:
    def work(repeats: int) -> int:
        return function_calls(lambda: claims_of("Berg kam " + piece * repeats + "."))

    work(50)
    assert work(3000) < 20 * work(300)
