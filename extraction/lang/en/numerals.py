"""English number words: what a single word says as a number, and numbers made of several words."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from extraction.figures.model import Number

MAX_WORD = 40
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_CARDINALS = {word: value for value, word in enumerate(_ONES)} | {
    word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)
}
_CARDINALS |= {f"{ten}{one}": _CARDINALS[ten] + _CARDINALS[one] for ten in _TENS for one in _ONES[1:10]} | {
    "nil": 0,
    "nought": 0,
    "naught": 0,
    "fourty": 40,
}
MAGNITUDES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "quintillion": 10**18, "lakh": 10**5, "crore": 10**7, "mn": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
_OPEN = {
    "tens": 20, "dozens": 24, "hundreds": 200, "thousands": 2000, "millions": 2 * 10**6, "billions": 2 * 10**9,
    "trillions": 2 * 10**12,
}  # fmt: skip
_IRREGULAR_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12, "zeroth": 0,
}  # fmt: skip


class Numeral(NamedTuple):
    """`sort`: card, article, mag, ord (also a fraction's denominator), half, quarter, open, dozen."""

    sort: str
    value: Number
    is_plural: bool = False


@lru_cache(maxsize=8192)
def numeral(word: str) -> Numeral | None:
    """What one word (letters only) says as a number, None where it says none."""
    lower = word.lower()
    if lower in ("a", "an"):
        return Numeral("article", 1)
    if lower in _CARDINALS:
        return Numeral("card", _CARDINALS[lower])
    if lower in MAGNITUDES:
        return Numeral("mag", MAGNITUDES[lower])
    if lower in _OPEN:
        return Numeral("open", _OPEN[lower])
    if lower in ("half", "halves"):
        return Numeral("half", 0.5, lower == "halves")
    if lower in ("quarter", "quarters"):
        return Numeral("quarter", 4, lower == "quarters")
    if lower == "dozen":
        return Numeral("dozen", 12)
    rank = ordinal(lower)
    if rank is None and lower.endswith("s"):
        rank = ordinal(lower[:-1])
        return Numeral("ord", rank, True) if rank else None
    return Numeral("ord", rank) if rank is not None else None


def ordinal(lower: str) -> int | None:
    """The value of one ordinal word ("fifth", "twentieth", "twentyfirst", "hundredth")."""
    if lower in _IRREGULAR_ORDINALS:
        return _IRREGULAR_ORDINALS[lower]
    if not lower.endswith("th") or len(lower) > MAX_WORD:
        return None
    stem = lower[:-2]
    if stem.endswith("ie"):
        stem = stem[:-2] + "y"
    value = _CARDINALS.get(stem) or MAGNITUDES.get(stem)
    return value if value and stem not in ("mn", "bn", "tn") else None
