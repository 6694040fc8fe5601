"""Marks that close and open again around an aside between dashes hold one quote."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, contents, words


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("„Das ist“ – er hält inne – „gut“, sagte Kern.", "Das ist | gut"),
        ("Kern sagte: „Das ist“ – er hält inne – „gut“.", "Das ist | gut"),
        ("«Wir gehen» – Gelächter im Saal – «und kommen wieder», so Kern.", "Wir gehen | und kommen wieder"),
        ("„Ja“, ruft Kern, „wir gehen“ – er lacht –, „aber nicht heute.“", "Ja | wir gehen | aber nicht heute."),
    ],
)
def test_an_aside_between_dashes_parts_one_quote(text: str, content: str) -> None:
    (quote,) = ask(text)
    assert (str(quote.type), words(text, quote.spans)) == ("direct", content)
    assert words(text, quote.speaker) == "Kern"


def test_a_second_speaker_behind_a_dash_has_a_quote_of_his_own() -> None:
    found = contents("Kern sagte: „Das ist gut.“ – „Nein, das ist es nicht“, rief Moll.")
    assert found == [("direct", "Das ist gut."), ("direct", "Nein, das ist es nicht")]


def test_a_name_in_marks_before_an_aside_is_no_speech() -> None:
    found = contents("Der Klub „Alba“ – früher Meister – „kämpft ums Überleben“, sagte Kern.")
    assert ("direct", "kämpft ums Überleben") in found
