"""Where words may break at the end of a printed line."""

from __future__ import annotations

from itertools import pairwise

import pytest
from reportlab.platypus import Paragraph

from annotations.web.documents import _styles
from annotations.web.hyphens import hyphenator


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Verwaltungsgericht", ["Verwal", "tungsgericht"]),
        ("Militärbeamten", ["Militärbe", "amten"]),
        ("Haushaltsausschuss", ["Haushalts", "ausschuss"]),
        ("Bürgermeisterin", ["Bürger", "meisterin"]),
    ],
)
def test_a_long_word_may_break_there(word: str, parts: list[str]) -> None:
    breaks = hyphenator("de")
    assert breaks is not None
    assert tuple(parts) in list(breaks(word))


@pytest.mark.parametrize("word", ["Grundstück", "Militärbeamten", "Millionen", "Ministerium", "Abend"])
def test_no_letter_stands_alone(word: str) -> None:
    breaks = hyphenator("de")
    assert breaks is not None
    places = [0, *sorted(len(head) for head, _tail in breaks(word)), len(word)]
    assert all(after - before > 1 for before, after in pairwise(places))
    assert all(min(len(head), len(tail)) >= 3 for head, tail in breaks(word))


@pytest.mark.parametrize(("word", "wrong"), [("Grundstück", "Grunds"), ("Militärbeamten", "Militä")])
def test_where_the_patterns_are_in_doubt_nothing_breaks(word: str, wrong: str) -> None:
    breaks = hyphenator("de")
    assert breaks is not None
    assert wrong not in [head for head, _tail in breaks(word)]


def test_a_language_without_patterns_breaks_nothing() -> None:
    assert hyphenator("tlh") is None


@pytest.mark.parametrize(("language", "breaks"), [("de", True), ("tlh", False)])
def test_a_line_is_filled_by_breaking_the_word_that_is_too_long_for_it(language: str, breaks: bool) -> None:
    printed = Paragraph("Das sagte das Bundesverfassungsgericht.", _styles(language)["body"])
    printed.wrap(150, 800)
    first = printed.blPara.lines[0]
    words = first[1] if isinstance(first, tuple) else first.words
    assert words[-1].endswith("-") == breaks


@pytest.mark.parametrize("width", range(100, 170, 7))
def test_a_word_longer_than_a_line_is_broken_nowhere_else(width: int) -> None:
    """Not letter by letter where no part of it fits into what is left of the line before."""
    word = "Donaudampfschifffahrtsgesellschaftskapitän"
    printed = Paragraph(f"im Weltraum: falsch → {word}", _styles("de")["small"])
    printed.wrap(width, 800)
    lines = [" ".join(words) for _left, words in printed.blPara.lines]
    parts = [line.split()[-1] for line in lines if not line.endswith("→")]
    assert all(part.endswith("-") for part in parts[:-1])
    assert "".join(part.removesuffix("-") for part in parts) == word
