"""The engine's reading of a figure in words for the card: "mindestens 84 600 000 EUR"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from extraction.candidates import Approximation
from extraction.figures.date_words import timex_in_words
from extraction.figures.model import Found, Number
from extraction.figures.unit_words import unit_in_words

_LANGUAGES: Final[tuple[Literal["de", "en"], ...]] = ("de", "en")  # the order of the pairs below

_SPACE = "\u202f"
_APPROXIMATIONS = {
    "about": ("ungefähr", "about"), "min": ("mindestens", "at least"), "max": ("höchstens", "at most"),
    "over": ("mehr als", "more than"), "under": ("weniger als", "less than"), "almost": ("fast", "almost"),
    "slightly_over": ("etwas mehr als", "slightly more than"), "vague": ("", ""),
}  # fmt: skip


def read_aloud(found: Found, approx: Approximation | None) -> Mapping[str, str]:
    """The value in full with unit and approximation, in German and English."""
    return {lang: _reading(found, approx, index) for index, lang in enumerate(_LANGUAGES)}


def _reading(found: Found, approx: Approximation | None, index: int) -> str:
    if found.min is not None or found.max is not None:
        words = _bounds(found.min, found.max, index)
    else:
        words = _said(found.value, index)
    unit = unit_in_words(found.unit, _LANGUAGES[index], is_one=found.value in (1, -1)) if found.unit else ""
    if found.rule == "ordinal" or found.rule == "rank":
        words += "." if index == 0 else ""
    loosened = _APPROXIMATIONS[approx][index] if approx else ""
    joined = f"{words}{unit}" if unit == "-fach" else f"{words} {unit}"
    return f"{loosened} {joined}".strip()


def _bounds(low: Number | str | None, high: Number | str | None, index: int) -> str:
    is_date = isinstance(low, str) or isinstance(high, str)
    if low is None:
        return f"{(('bis', 'until') if is_date else ('höchstens', 'at most'))[index]} {_said(high, index)}"
    if high is None:
        return f"{(('ab', 'from') if is_date else ('mindestens', 'at least'))[index]} {_said(low, index)}"
    return f"{_said(low, index)} {('bis', 'to')[index]} {_said(high, index)}"


def _said(value: Number | str | None, index: int) -> str:
    decimal = ",."[index]
    if value is None:
        return ""
    if isinstance(value, str):
        return timex_in_words(value, _LANGUAGES[index])
    if abs(value) >= 1e21 or (value and abs(value) < 1e-6):
        return f"{value:g}"
    text = f"{value:,.6f}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,d}"
    return text.replace(".", "§").replace(",", _SPACE).replace("§", decimal)
