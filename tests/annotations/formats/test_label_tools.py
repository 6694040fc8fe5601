"""Each labelling tool finds the same words at the places it is told, an emoji before them included."""

from __future__ import annotations

import json

import pytest

from tests.annotations.formats.conftest import TEXT, Everything, written

pytestmark = pytest.mark.django_db


def as_utf16(text: str, start: int, end: int) -> str:
    """The words between two places as JavaScript counts."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@pytest.fixture
def expected(everything: Everything) -> list[tuple[str, str]]:
    return [(a.kind, a.exact) for a in (everything.quote, everything.figure, everything.claim)]


def test_doccano_counts_as_javascript_does(expected: list[tuple[str, str]]) -> None:
    [line] = [json.loads(line) for line in written("doccano").splitlines()]
    assert [(label, as_utf16(line["text"], start, end)) for start, end, label in line["label"]] == expected
    assert line["label"][0][0] != TEXT.index(expected[0][1]), "the emoji makes a difference"


def test_label_studio_counts_code_points(everything: Everything) -> None:
    [task] = json.loads(written("labelstudio"))
    text = task["data"]["text"]
    [annotation], [prediction] = task["annotations"], task["predictions"]
    for result in [*annotation["result"], *prediction["result"]]:
        if result["type"] == "labels":
            value = result["value"]
            assert text[value["start"] : value["end"]] == value["text"]
    labels = [r["value"]["labels"][0] for r in annotation["result"] if r["type"] == "labels"]
    assert labels == ["quote", "content", "cue", "content", "claim"]
    assert [r["value"]["labels"] for r in prediction["result"]] == [["figure"]], "what is only suggested"


def test_label_studio_ties_further_spans_to_their_quote(everything: Everything) -> None:
    [task] = json.loads(written("labelstudio"))
    results = task["annotations"][0]["result"]
    regions = {r["id"]: r["value"]["text"] for r in results if r["type"] == "labels"}
    ties = [(regions[r["from_id"]], r["labels"], regions[r["to_id"]]) for r in results if r["type"] == "relation"]
    assert (everything.quote.exact, ["cue"], "sagte") in ties
    assert len(ties) == 3


def test_prodigy_counts_code_points(expected: list[tuple[str, str]]) -> None:
    [line] = [json.loads(line) for line in written("prodigy").splitlines()]
    assert [(s["label"], line["text"][s["start"] : s["end"]]) for s in line["spans"]] == expected
    assert line["meta"]["address"].startswith("https://beleg.example/articles/")
