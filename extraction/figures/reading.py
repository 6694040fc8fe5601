"""The engine's reading of a figure in words for the card: "mindestens 84 600 000 EUR"."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, Literal

from extraction.candidates import Approximation, FigureKind
from extraction.figures.date_words import timex_in_words
from extraction.figures.model import Found, Number
from extraction.figures.unit_words import unit_in_words

_LANGUAGES: Final[tuple[Literal["de", "en"], ...]] = ("de", "en")  # the order of the pairs below

_SPACE = "\u202f"
_OF = (" von ", " in ")  # "jeder dritte", "one in three"
_LARGEST_DENOMINATOR = 20
_SAME = 1e-9
_SAME_SECOND = 1e-4
_APPROXIMATIONS = {
    "about": ("ungefähr", "about"), "min": ("mindestens", "at least"), "max": ("höchstens", "at most"),
    "over": ("mehr als", "more than"), "under": ("weniger als", "less than"), "almost": ("fast", "almost"),
    "slightly_over": ("etwas mehr als", "slightly more than"), "vague": ("", ""),
}  # fmt: skip

_OF_DATES = {
    "about": ("gegen", "around"), "min": ("ab", "from"), "max": ("bis", "until"), "over": ("nach", "after"),
    "under": ("vor", "before"), "almost": ("kurz vor", "shortly before"),
    "slightly_over": ("kurz nach", "shortly after"),
}  # fmt: skip


def read_aloud(found: Found, approx: Approximation | None) -> Mapping[str, str]:
    """The value in full with unit and approximation, in German and English."""
    return {lang: _reading(found, approx, index) for index, lang in enumerate(_LANGUAGES)}


def _reading(found: Found, approx: Approximation | None, index: int) -> str:
    if found.min is not None or found.max is not None:
        words = _bounds(found.min, found.max, index)
    elif found.unit == "h" and (clock := _as_clock(found.value)):
        words = clock
    elif found.kind is FigureKind.RATIO and not found.unit and (share := _as_fraction(found.value)):
        words = f"{share[0]}{_OF[index] if found.rule == 'every_nth' else '/'}{_said(share[1], index)}"
    else:
        words = _said(found.value, index)
    unit = unit_in_words(found.unit, _LANGUAGES[index], is_one=found.value in (1, -1)) if found.unit else ""
    if found.rule == "ordinal" or found.rule == "rank":
        words += "." if index == 0 else ""
    loosened = _loosened(found, approx, index)
    joined = f"{words}{unit}" if unit == "-fach" else f"{words} {unit}"
    return f"{loosened} {joined}".strip()


def _loosened(found: Found, approx: Approximation | None, index: int) -> str:
    if approx is None:
        return ""
    is_dated = found.kind in (FigureKind.DATE, FigureKind.TIME)
    return (_OF_DATES if is_dated and approx in _OF_DATES else _APPROXIMATIONS)[approx][index]


def _as_fraction(value: Number | str | None) -> tuple[int, int] | None:
    """Numerator and denominator of a share that people say as a fraction: 2/3, not 0,666667."""
    if not isinstance(value, float) or not 0 < value < 1:
        return None
    fraction = Fraction(value).limit_denominator(_LARGEST_DENOMINATOR)
    if fraction and abs(fraction - value) < _SAME:
        return fraction.as_integer_ratio()
    odds = round(1 / value)
    return (1, odds) if abs(1 / value - odds) < _SAME * odds else None


def _as_clock(value: Number | str | None) -> str | None:
    """Hours with odd minutes or seconds as a stopwatch shows them: 1:32:05, not 1,534722."""
    if not isinstance(value, float) or value * 4 == int(value * 4):
        return None
    whole_seconds = round(value * 3600)
    minutes, seconds = divmod(whole_seconds, 60)
    is_whole = abs(value * 3600 - whole_seconds) < _SAME_SECOND
    return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}" if is_whole else None


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
