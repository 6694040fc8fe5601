"""The unit or magnitude that is said once for several numbers: "54 auf 47 Prozent", "zwei- bis dreitausend"."""

from __future__ import annotations

import re

from extraction.figures.model import Number, NumberRead, Unit, scaled
from extraction.figures.numbers import SMALLEST_CONTINUED, NumberReader

MAX_LISTED = 5  # numbers that may share the unit of the last one
# "2,3 (Vorjahr: 1,9) Milliarden Euro": behind the first number, and before the second
_BRACKETED = r" \((?:[^()\d\n]{1,20}(?:(?:19|20)\d\d)?:? |(?:19|20)\d\d: )?"
_BRACKET_BEHIND = re.compile(_BRACKETED + r"[+-]?\d[\d.,]*\)(?= )")
_IN_BRACKET = re.compile(r"\d" + _BRACKETED + r"$")
MOST_LEGS = 10
_FARTHEST = 10  # how far a number may stand above the one whose magnitude it takes: "von 4 auf 3 Millionen"


class SharingReader(NumberReader):
    """Reads numbers that leave to another one what they are counted in."""

    @staticmethod
    def shared(first: NumberRead, second: NumberRead, unit: Unit | None, unit_after: Unit | None) -> Number:
        """The lower bound: without a magnitude or unit of its own it takes those of the upper one."""
        value = first.value
        most = second.value / second.magnitude * (1 if unit else _FARTHEST)
        if first.magnitude == 1 and second.magnitude > 1 and value <= most:
            value = scaled(value, second.magnitude)
        shared = unit or unit_after
        return scaled(value, shared.factor) if shared else value

    def later_unit(self, text: str, start: int, first: NumberRead) -> tuple[NumberRead, Unit | None] | None:
        """The unit or magnitude told only later in the row: "54 auf 47 Prozent", "10, 20 und 30 Prozent"."""
        bracket = _BRACKET_BEHIND.match(text, first.end)
        if bracket is not None:
            return self._unit_behind(text, bracket.end(), first)
        if text[first.end : first.end + 1] == ")" and _IN_BRACKET.search(text, max(0, start - 36), start):
            return self._unit_behind(text, first.end + 1, first)
        part = None if first.is_plain or first.magnitude > 1 else self.words.part_link.match(text, first.end)
        whole_read = self.number(text, part.end()) if part else None
        if whole_read is not None and whole_read.magnitude >= SMALLEST_CONTINUED:
            return whole_read, None
        position = first.end
        for _ in range(MAX_LISTED):
            link = self.words.change_link.match(text, position)
            second = self.number_ahead(text, link.end()) if link else None
            if second is None or (link and _is_relay(link.group().strip(), first.value, second.value)):
                return None
            unit_at = self.words.units.match(text, second.end)
            if unit_at is not None or second.magnitude >= SMALLEST_CONTINUED:
                return second, unit_at[1] if unit_at else None
            position = second.end
        return None

    def _unit_behind(self, text: str, position: int, first: NumberRead) -> tuple[NumberRead, Unit | None] | None:
        """The unit of both numbers in "2,3 (Vorjahr: 1,9) Milliarden Euro"; `position` is behind the bracket."""
        match = self.words.magnitude.match(text, position)
        size = self.words.magnitudes[(match.group(1) or match.group(2)).lower()] if match else 1
        end = match.end() if match else position
        unit_at = self.words.units.match(text, end)
        if unit_at is None and size < SMALLEST_CONTINUED:
            return None
        return NumberRead(end, scaled(first.value, size), magnitude=size), unit_at[1] if unit_at else None


def suspended_size(low: NumberRead, high: NumberRead) -> int:
    """ "zwei- bis dreitausend" leaves out of the first number what ends the second."""
    if not isinstance(low.value, int) or not isinstance(high.value, int):
        return 1
    sizes = (100_000, 1000, 100) if high.is_spelled else (1000,)
    return next((size for size in sizes if high.value % size in (0, 500) and low.value * size < high.value), 1)


def _is_relay(link: str, legs: Number, length: Number) -> bool:
    """ "4 x 100 Meter" are four legs, "4 x 6 Meter" a surface."""
    return link in ("x", "×", "mal") and 2 <= legs <= MOST_LEGS and length >= 10 * legs
