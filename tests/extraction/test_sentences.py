"""Where sentences end."""

from __future__ import annotations

import pytest

from extraction.document import Document


def sentences(text: str, lang: str = "de") -> list[str]:
    return [span.text(text) for span in Document(text, lang).sentences]


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Oktober ist frei.",
        "Dr. Anna Berg kam.",
        "Papst Benedikt XVI. kam.",
        "Rund 3 Mio. Menschen kamen.",
        "Die Firma J. Berg & Co. liefert.",
        "„Wer kommt?“, fragte sie.",
        "Das kostet ca. 3.500 Euro bzw. mehr.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es war schön. Kim kam.", ["Es war schön.", "Kim kam."]),
        ("Es endete 2:2. Kim traf.", ["Es endete 2:2.", "Kim traf."]),
        ("Es stieg auf 1,5. Kim kam.", ["Es stieg auf 1,5.", "Kim kam."]),
        ("Das war 2005. Der Rat tagte.", ["Das war 2005.", "Der Rat tagte."]),
        ("„Ich komme.“ Er ging.", ["„Ich komme.“", "Er ging."]),
        ("Wer? Niemand! Gut …", ["Wer?", "Niemand!", "Gut …"]),
        ("Erste Zeile\nZweite Zeile", ["Erste Zeile", "Zweite Zeile"]),
        ("Er kam (spät.) Sie ging.", ["Er kam (spät.)", "Sie ging."]),
    ],
)
def test_several_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_english_titles_end_no_sentence() -> None:
    assert sentences("Mr. Smith left. He was tired.", "en") == ["Mr. Smith left.", "He was tired."]
