"""Requests without marks: a verb without a subject before its frame."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, contents, words


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kommen Sie nicht näher, rief Kern den Gästen zu.", "Kommen Sie nicht näher"),
        ("Kommt alle zur Wahl, bat Kern.", "Kommt alle zur Wahl"),
        ("Bleibt zu Hause, rät Kern.", "Bleibt zu Hause"),
        ("Bitte haben Sie Verständnis, appellierte Kern an die Lehrer.", "Bitte haben Sie Verständnis"),
        ("Gehen Sie, sagte Kern, bleiben Sie nicht hier.", "Gehen Sie | bleiben Sie nicht hier"),
    ],
)
def test_a_request_before_its_frame_is_content(text: str, content: str) -> None:
    (quote,) = ask(text)
    assert (str(quote.type), words(text, quote.spans)) == ("indirect", content)
    assert words(text, quote.speaker) == "Kern"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Regnet es, sagte Kern, werde nicht gespielt.", "Regnet es | werde nicht gespielt"),
    ],
)
def test_a_condition_before_a_frame_is_no_request(text: str, content: str) -> None:
    assert contents(text)[-1] == ("indirect", content)


def test_a_condition_whose_sentence_is_missing_is_no_content() -> None:
    assert contents("Galt Berg als zäh, sagte Kern.") == []
