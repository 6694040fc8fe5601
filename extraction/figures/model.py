"""The small immutable things the figure grammars pass to each other: units, numbers read, figures found."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from extraction.candidates import Approximation, FigureKind
from extraction.spans import Span

Number = int | float
Value = int | float | str | None


# Letters that multiply a number which is all of a text; inside a text "3M" is a company.
MULTIPLIERS: dict[str, int] = {"k": 1000, "K": 1000, "M": 10**6, "G": 10**9, "B": 10**9, "T": 10**12}


class Unit(NamedTuple):
    """A unit of measure. `factor` turns the written number into one of `code` (50 Cent → 0.5 EUR)."""

    code: str | None
    kind: FigureKind
    factor: Number = 1
    name: str = ""  # what the table calls it, for rules that treat single units apart


class NumberRead(NamedTuple):
    """A number read at a place of the text; `end` is where it stops."""

    end: int
    value: Number
    is_spelled: bool = False
    is_article: bool = False  # a bare "ein", "a": counts only where a unit or the context says so
    is_share: bool = False  # "drei Viertel", "2/3"
    is_open: bool = False  # "Hunderte": `value` is the least it can mean
    magnitude: Number = 1  # the last one: 10**6 in "7 Millionen"; what a range in front of it shares
    is_plain: bool = True  # whole digits without separators: may be a year, a label, a postcode


class Found(NamedTuple):
    """A figure of the grammar; approximation and what is counted are filled in later unless given here."""

    start: int
    end: int
    kind: FigureKind
    rule: str
    value: Value = None
    min: Number | str | None = None
    max: Number | str | None = None
    unit: str | None = None
    confidence: float = 0.95
    approx: Approximation | None = None
    counted: Span | None = None
    carrier: str = ""  # how what is counted is to be looked for: see `counted.py`
    forward: bool | None = None  # for dates: True when the words say it is ahead, False when it is past


class Blocked(NamedTuple):
    """No figure, and nothing up to `end` may become one."""

    end: int


Outcome = Found | Blocked | None
# (text, start of the trigger, end of what is already taken) → outcome. A rule may reach back to the floor, no further.
Rule = Callable[[str, int, int], Outcome]


def whole(value: Number) -> Number:
    """An int where nothing is lost; floats lose the dust of binary fractions."""
    if isinstance(value, int):
        return value
    if value == int(value) and abs(value) < 1e18:
        return int(value)
    return round(value, 10)


def scaled(value: Number, factor: Number) -> Number:
    """`value` times `factor` without binary dust."""
    if factor == 1:
        return value
    return whole(value * factor)
