"""Number, range and unit at one place: the part of the grammar that all languages share."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extraction.candidates import Approximation, FigureKind
from extraction.figures.model import Found, Number, NumberRead, Unit, scaled, whole
from extraction.figures.numbers import QuantityWords
from extraction.figures.shared_units import SharingReader, suspended_size
from extraction.figures.surroundings import stands_alone, words_before

__all__ = ["Quantity", "QuantityWords", "converted"]

# What one of the unit is in the smallest of its family; only units of one family add up ("2 Stunden 30 Minuten").
_FAMILIES: tuple[Mapping[str, Number], ...] = (
    {"ms": 0.001, "s": 1, "min": 60, "h": 3600, "day": 86400, "week": 604800},
    {"month": 1, "year": 12, "decade": 120},
    {"mm": 1, "cm": 10, "m": 1000, "km": 1_000_000},
    {"in": 1, "ft": 12, "yd": 36, "mi": 63360},
    {"mg": 1, "g": 1000, "kg": 1_000_000, "t": 1_000_000_000},
    {"oz": 1, "lb": 16},
)
_WORD_BEHIND = re.compile(r" ?[^\W\d_]| ?[%.,:]\d")
_UNIT_OF_PART = re.compile(r"-|e | (?:hours?|days?|years?|million|Million)")
_INCHES = re.compile(r" ?ins?(?!\w)")  # "6ft 2in", where a bare "in" is no unit
_SIGN_AHEAD = re.compile(r"([^\s\d]{1,4}) ?(?=\d)")
_SECOND_AMOUNT = re.compile(r"-[$€£¥]\d")  # "$20-$30"
_ROUND_AMOUNT = re.compile(r"[.,](?:--|[-–—])(?![\w-])")  # "CHF 12.–"
_CURRENCIES_OF_CENTS = frozenset(("EUR", "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "ZAR", "JMD", "NAD"))
_MINUTE = Unit("min", FigureKind.DURATION)
_LETTERS = {"k": 1000, "m": 10**6, "b": 10**9}
_YEARS = range(1900, 2100)  # "ab 2009 bis zu 110.000 Autos" is no range


class Quantity(SharingReader):
    """Reads quantities with the words of one language."""

    def match(self, text: str, start: int, floor: int) -> Found | None:
        """The figure at `start` where a unit, a sign, a fraction or a range makes it more than a bare number."""
        signed = self.signed_number(text, start, floor)
        if signed is None:
            return None
        start, first = signed
        unit_at = None if first.is_article else self._unit(text, first.end)
        link = self.words.open_link.match(text, first.end) if self.words.open_link and first.is_open else None
        if unit_at is None and link is not None:
            unit_at = self.words.units.match(text, link.end())
        shortened = self._shortened(text, start, floor, first)
        if shortened is not None:
            first, unit_at = shortened, None
        second = self._range(text, start, floor, first, unit_at)
        if second is not None:
            return self._ranged(text, start, floor, first, second)
        if first.is_article:
            return self._article(text, start, first)
        if unit_at is None:
            return self._without_unit(text, start, floor, first)
        end, unit = unit_at
        found = _measured(start, end, unit, first)
        return self._compounded(text, found, unit) or found

    def _unit(self, text: str, position: int) -> tuple[int, Unit] | None:
        """The unit behind a number, also where a hyphen ties it on: "5-Prozent-Hürde"."""
        if text[position : position + 1] == "-" and text[position + 1 : position + 2].isalpha():
            return self.words.units.match(text, position + 1)
        if _SECOND_AMOUNT.match(text, position):
            return None
        return self.words.units.match(text, position)

    def _shortened(self, text: str, start: int, floor: int, read: NumberRead) -> NumberRead | None:
        """ "$500m", "£3B": the letter behind an amount of money is its magnitude, not a unit."""
        size = _LETTERS.get(text[read.end : read.end + 1].lower())
        if size is None or text[read.end + 1 : read.end + 2].isalnum() or not self._currency(text, start, floor)[1]:
            return None
        return NumberRead(read.end + 1, scaled(read.value, size), magnitude=size, is_plain=False)

    def _range(
        self, text: str, start: int, floor: int, first: NumberRead, unit_at: tuple[int, Unit] | None
    ) -> tuple[NumberRead, tuple[int, Unit] | None] | None:
        if self.words.rise and self.words.rise.search(text, max(0, start - 24), start):
            return None
        after = unit_at[0] if unit_at else first.end
        link = self.words.range_link.match(text, after)
        if link is None:
            link = None if unit_at else self.words.either_link.match(text, after)
        if link is None and self._is_between(text, start):
            link = self.words.and_link.match(text, after)
        if link is None:
            return None if unit_at else self._next(text, first)
        second = self.number_ahead(text, self._past_currency(text, start, floor, link.end()))
        if second is None or second.is_article or second.is_share != first.is_share:
            return None
        if link.group().startswith("- ") and second.magnitude == 1:
            second = second._replace(magnitude=suspended_size(first, second))
        unit_after = self.words.units.match(text, second.end)
        if unit_at and (unit_after is None or not _comparable(unit_at[1], unit_after[1])):
            return None
        are_years = unit_after is None and second.is_plain and second.value in _YEARS  # "2030 oder 2035"
        if first.is_plain and first.value in _YEARS and (are_years or not second.is_plain):
            return None
        low = self.shared(first, second, unit_at[1] if unit_at else None, unit_after[1] if unit_after else None)
        high = self._high(second, unit_after)
        is_colder = unit_after is not None and unit_after[1].kind is FigureKind.TEMPERATURE and low > high
        return (second, unit_after) if low < high or is_colder else None

    def _next(self, text: str, first: NumberRead) -> tuple[NumberRead, tuple[int, Unit] | None] | None:
        """ "zwei, drei Wochen": a number in words and the one that follows it in the row of numbers."""
        link = self.words.next_link.match(text, first.end) if self.words.next_link and first.is_spelled else None
        second = self.words.read_words(text, link.end()) if link else None
        if second is None or not isinstance(second.value, int) or second.value != first.value + 1:
            return None
        return second, self.words.units.match(text, second.end)

    def _past_currency(self, text: str, start: int, floor: int, position: int) -> int:
        """Behind the currency at `position` where it is the one in front of the first number: "$5 to $6"."""
        match = _SIGN_AHEAD.match(text, position)
        code = self.words.currency_prefixes.get(match.group(1)) if match else None
        return match.end() if match and code and code == self._currency(text, start, floor)[1] else position

    def _is_between(self, text: str, start: int) -> bool:
        before = words_before(text, start)
        return any(word.lower() in self.words.between for word in before[-3:])

    @staticmethod
    def _high(second: NumberRead, unit_after: tuple[int, Unit] | None) -> Number:
        return scaled(second.value, unit_after[1].factor) if unit_after else second.value

    def _ranged(
        self, text: str, start: int, floor: int, first: NumberRead, both: tuple[NumberRead, tuple[int, Unit] | None]
    ) -> Found:
        second, unit_after = both
        prefix_start, code = self._currency(text, start, floor)
        unit = unit_after[1] if unit_after else None
        own = self.words.units.match(text, first.end)
        low = self.shared(first, second, own[1] if own else None, unit)
        low, high = sorted((low, self._high(second, unit_after)))  # "minus 5 bis minus 10 Grad"
        end = unit_after[0] if unit_after else second.end
        if code and unit is None:
            return Found(prefix_start, end, FigureKind.MONEY, "range", min=low, max=high, unit=code)
        if unit is None:
            kind = FigureKind.RATIO if second.is_share else FigureKind.COUNT
            return Found(start, end, kind, "range", min=whole(low), max=whole(high), carrier="right", confidence=0.9)
        if own and own[1].code != unit.code:
            low = converted(low, own[1].code, unit.code)
        carrier = "" if unit.kind is FigureKind.DATE else "measure"
        return Found(start, end, unit.kind, "range", min=low, max=high, unit=unit.code, carrier=carrier)

    def _article(self, text: str, start: int, first: NumberRead) -> Found | None:
        unit_at = self.words.units.match(text, first.end)
        if unit_at is None or unit_at[1].code not in self.words.singular_units:
            return None
        end, unit = unit_at
        if not text[end - 1].isalpha() or unit.name in (
            "foot",
            "inch",
            "mark",
            "point",
            "knot",
            "cup",
            "rand",
            "real",
            "are",
            "watt",
        ):
            return None
        found = _measured(start, end, unit, first)._replace(confidence=0.85)
        return self._compounded(text, found, unit) or found

    def _without_unit(self, text: str, start: int, floor: int, first: NumberRead) -> Found | None:
        prefix_start, code = self._currency(text, start, floor)
        if code:
            dash = _ROUND_AMOUNT.match(text, first.end)
            end = dash.end() if dash else first.end
            return Found(prefix_start, end, FigureKind.MONEY, "money", first.value, unit=code, carrier="measure")
        is_of_other_kind = (first.is_plain and first.value in _YEARS) or (first.is_share and first.value < 1)
        later = None if is_of_other_kind else self.later_unit(text, start, first)
        if later is not None:
            second, unit = later
            own = first._replace(value=self.shared(first, second, None, None))
            if unit is not None:
                return _measured(start, first.end, unit, own)
            if own.value != first.value:
                return Found(start, first.end, FigureKind.COUNT, "count", own.value, carrier="right", confidence=0.85)
        of = self.words.share_of.match(text, first.end) if self.words.share_of and first.is_share else None
        unit_at = self.words.units.match(text, of.end()) if of else None
        if unit_at is not None:
            return _measured(start, unit_at[0], unit_at[1], first)
        if first.is_share and (first.value < 1 or first.is_spelled or stands_alone(text, start, first.end)):
            value = first.value
            return Found(start, first.end, FigureKind.RATIO, "fraction", value, carrier="share", confidence=0.9)
        return None

    def _currency(self, text: str, start: int, floor: int) -> tuple[int, str | None]:
        """A currency written in front of the number: (where it begins, its code)."""
        window = text[max(floor, start - 8) : start]
        piece = window.rstrip(" \u00a0\u202f")
        if not piece or len(window) - len(piece) > 1:
            return start, None
        token = re.split(r"[\s(„“\"'/–-]", piece)[-1] if not piece.endswith(("US-$",)) else "US-$"
        code = self.words.currency_prefixes.get(token)
        if code is None and not token[-1:].isalnum():
            token = token[-1:]
            code = self.words.currency_prefixes.get(token)
        return (start - len(window) + len(piece) - len(token), code) if code else (start, None)

    def _compounded(self, text: str, found: Found, unit: Unit) -> Found | None:
        """ "2 Stunden und 30 Minuten" is one figure, told in the smaller unit; so is "3 Euro und 20 Cent"."""
        if not isinstance(found.value, int | float):
            return None
        if isinstance(found.value, float) and text[found.start].isdigit():
            return None  # "7,84 Meter, 40 Zentimeter über …": who writes decimals has told all of it
        part = self.words.part_tail.match(text, found.end) if unit.kind is FigureKind.DURATION else None
        if part is not None and part.lastgroup == "half" and not _UNIT_OF_PART.match(text, part.end()):
            return found._replace(end=part.end(), value=found.value + unit.factor / 2)
        link = self.words.compound_link.match(text, found.end)
        if link and link.group().startswith(",") and unit.kind is not FigureKind.DURATION:
            return None
        second = self.number(text, link.end()) if link else None
        if second is None or (second.is_article and unit.kind is not FigureKind.DURATION):
            return None
        unit_at = self.words.units.match(text, second.end)
        inches = _INCHES.match(text, second.end) if unit.code == "ft" else None
        if inches is not None:
            unit_at = inches.end(), Unit("in", FigureKind.DISTANCE)
        if unit_at is None:
            return _with_cents(text, found, second, unit)
        end, smaller = unit_at
        if unit.code == "h" and text[second.end : end] == "m":
            smaller = _MINUTE  # "1h 20m"
        if _are_coins(smaller, unit):
            return found._replace(end=end, value=whole(found.value + second.value * smaller.factor))
        if _size(smaller.code) is None or (_size(smaller.code) or 0) >= (_size(unit.code) or 0):
            return None
        total = converted(found.value, unit.code, smaller.code)
        if total is None or smaller.kind is not unit.kind:
            return None
        value: Number = whole(total + second.value * smaller.factor)
        longer = found._replace(end=end, value=value, unit=smaller.code)
        return self._compounded(text, longer, smaller) or longer


def _are_coins(smaller: Unit, unit: Unit) -> bool:
    """Whether the one is a part of the other: cents of euros, and of every dollar."""
    if unit.kind is not FigureKind.MONEY or smaller.kind is not FigureKind.MONEY or smaller.factor >= unit.factor:
        return False
    return smaller.code == unit.code or (smaller.name == "cent" and unit.code in _CURRENCIES_OF_CENTS)


def _with_cents(text: str, found: Found, second: NumberRead, unit: Unit) -> Found | None:
    """ "3 Euro 50", "1 Meter 80": a bare number below a hundred right behind the unit."""
    is_tail = unit.kind is FigureKind.MONEY or unit.name == "metre"
    is_digits = second.is_plain and text[found.end + 1].isdigit() and second.end - found.end == 3
    is_bare = (is_digits or _is_spelled_cent(second)) and 0 < second.value < 100 and text[found.end] == " "
    if not is_tail or not is_bare or _WORD_BEHIND.match(text, second.end):
        return None
    if not isinstance(found.value, int):
        return None
    return found._replace(end=second.end, value=whole(found.value + second.value / 100))


def _is_spelled_cent(read: NumberRead) -> bool:
    return read.is_spelled and isinstance(read.value, int) and not read.is_article


def _comparable(unit: Unit, other: Unit) -> bool:
    """Whether a range may run from the one to the other: not from percentage points to percent."""
    if unit.code == other.code:
        return True
    return any(unit.code in family and other.code in family for family in _FAMILIES)


def _size(code: str | None) -> Number | None:
    return next((family[code] for family in _FAMILIES if code in family), None) if code else None


def converted(value: Number, code: str | None, target: str | None) -> Number:
    """`value` told in the unit `target` of the same family; unchanged where they have none in common."""
    for family in _FAMILIES:
        if code and target and code in family and target in family:
            return whole(value * family[code] / family[target])
    return value


def _measured(start: int, end: int, unit: Unit, read: NumberRead) -> Found:
    value = scaled(read.value, unit.factor)
    found = Found(start, end, unit.kind, unit.kind.value, value, unit=unit.code, carrier="measure")
    return found._replace(value=None, min=value, approx=Approximation.VAGUE) if read.is_open else found
