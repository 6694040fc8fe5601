"""Number, magnitude, range and unit at one place: the part of the grammar that all languages share."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from extraction.candidates import Approximation, FigureKind
from extraction.figures.digits import DigitFormat
from extraction.figures.model import Found, Number, NumberRead, Unit, scaled, whole
from extraction.figures.surroundings import stands_alone, words_before
from extraction.figures.units import UnitTable

# What one of the unit is in the smallest of its family; only units of one family add up ("2 Stunden 30 Minuten").
_FAMILIES: tuple[Mapping[str, Number], ...] = (
    {"ms": 0.001, "s": 1, "min": 60, "h": 3600, "day": 86400, "week": 604800},
    {"month": 1, "year": 12, "decade": 120},
    {"mm": 1, "cm": 10, "m": 1000, "km": 1_000_000},
    {"in": 1, "ft": 12, "yd": 36, "mi": 63360},
    {"mg": 1, "g": 1000, "kg": 1_000_000, "t": 1_000_000_000},
    {"oz": 1, "lb": 16},
)
_VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅐": 1 / 7, "⅑": 1 / 9, "⅒": 1 / 10,
}  # fmt: skip
VULGAR_SIGNS = "".join(_VULGAR)
_FRACTION_TAIL = re.compile(rf"(?: ?([{VULGAR_SIGNS}])|(?: (\d{{1,3}}))?[/⁄](\d{{1,4}}))(?![\d/])")
_POWER = re.compile(r"\s?(?:\^|hoch )\s?([+-]?\d{1,3})(?!\d)|[eE]([+-]?\d{1,2})(?![\w])")
_WORD_BEHIND = re.compile(r" ?[^\W\d_]| ?[%.,:]\d")
_LETTERS = {"k": 1000, "m": 10**6, "b": 10**9}
SMALLEST_CONTINUED = 10**6
_YEARS = range(1900, 2100)  # "ab 2009 bis zu 110.000 Autos" is no range
_MAX_EXPONENT = 300
_SIGN_PLACE = " \u00a0\n\t([„“\"'/±"


@dataclass(frozen=True)
class QuantityWords:
    """What a language brings to the shared grammar. Patterns match right after a number, leading space included."""

    digits: DigitFormat
    units: UnitTable
    currency_prefixes: Mapping[str, str]
    read_words: Callable[[str, int], NumberRead | None]
    magnitude: re.Pattern[str]
    magnitudes: Mapping[str, int]
    magnitude_link: re.Pattern[str]  # between "3 Millionen" and "500 Tausend"
    range_link: re.Pattern[str]
    either_link: re.Pattern[str]  # "oder", "or"
    and_link: re.Pattern[str]  # after a "between"
    between: frozenset[str]
    rise: re.Pattern[str] | None  # words before a range that make it two figures: "rose from 5 to 7"
    change_link: re.Pattern[str]  # "von 54 auf 47 Prozent"
    compound_link: re.Pattern[str]
    denominator: Callable[[str, int], tuple[int, Number] | None]  # " Drittel": where it ends, 3
    minus: frozenset[str]
    plus: frozenset[str]
    singular_units: frozenset[str]


class Quantity:
    """Reads quantities with the words of one language."""

    def __init__(self, words: QuantityWords) -> None:
        self.words = words

    # --- numbers -----------------------------------------------------------------------------------------------

    def number(self, text: str, start: int) -> NumberRead | None:
        """The unsigned number at `start`, digits or words, with its magnitude."""
        first = text[start : start + 1]
        if first in _VULGAR:
            return NumberRead(start + 1, _VULGAR[first], is_share=True, is_plain=False)
        if not first.isdigit():
            return self.words.read_words(text, start) if first.isalpha() else None
        read = self.words.digits.read(text, start)
        return None if read is None else self._with_tail(text, read)

    def _with_tail(self, text: str, read: NumberRead) -> NumberRead:
        fraction = _FRACTION_TAIL.match(text, read.end) if read.is_plain else None
        if fraction is not None:
            return _fractional(read, fraction) or read
        below = self.words.denominator(text, read.end) if read.is_plain else None
        if below is not None:
            return NumberRead(below[0], read.value / below[1], is_share=True, is_spelled=True, is_plain=False)
        power = _POWER.match(text, read.end)
        if power is not None and abs(int(power.group(1) or power.group(2))) <= _MAX_EXPONENT:
            return _powered(read, power)
        for _ in range(2):
            match = self.words.magnitude.match(text, read.end)
            if match is None:
                break
            size = self.words.magnitudes[(match.group(1) or match.group(2)).lower()]
            read = NumberRead(match.end(), scaled(read.value, size), magnitude=size, is_plain=False)
        return self._continued(text, read) if read.magnitude >= SMALLEST_CONTINUED else read

    def _continued(self, text: str, read: NumberRead) -> NumberRead:
        """ "3 Millionen 500 Tausend": a smaller magnitude that belongs to the same number."""
        link = self.words.magnitude_link.match(text, read.end)
        rest = self.number(text, link.end()) if link else None
        if rest is None or not 1 < rest.magnitude < read.magnitude or rest.value >= read.magnitude:
            return read
        return rest._replace(value=read.value + rest.value, is_spelled=False, is_plain=False)

    # --- quantities --------------------------------------------------------------------------------------------

    def match(self, text: str, start: int, floor: int) -> Found | None:
        """The figure at `start` where a unit, a sign, a fraction or a range makes it more than a bare number."""
        signed = self.signed_number(text, start, floor)
        if signed is None:
            return None
        start, first = signed
        unit_at = None if first.is_article else self._unit(text, first.end)
        shortened = self._shortened(text, start, floor, first)
        if shortened is not None:
            first, unit_at = shortened, None
        second = self._range(text, start, first, unit_at)
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
        return self.words.units.match(text, position)

    def _shortened(self, text: str, start: int, floor: int, read: NumberRead) -> NumberRead | None:
        """ "$500m", "£3B": the letter behind an amount of money is its magnitude, not a unit."""
        size = _LETTERS.get(text[read.end : read.end + 1].lower())
        if size is None or text[read.end + 1 : read.end + 2].isalnum() or not self._currency(text, start, floor)[1]:
            return None
        return NumberRead(read.end + 1, scaled(read.value, size), magnitude=size, is_plain=False)

    def signed_number(self, text: str, start: int, floor: int) -> tuple[int, NumberRead] | None:
        """The number at `start` with the sign and decimal point before it: (where it begins, the number)."""
        read = self.number(text, start)
        if read is None:
            return None
        point = start - 1
        is_leading = point >= floor and text[point] in ".," and read.is_plain and text[start].isdigit()
        if is_leading and (point == 0 or text[point - 1] in _SIGN_PLACE or text[point - 1] in "-−+"):
            value = read.value / 10 ** (read.end - start)
            start, read = point, read._replace(value=value, is_plain=False)
        start, negative = self.sign(text, start, floor)
        if negative:
            read = read._replace(value=-read.value, is_plain=False)
        return start, read

    def sign(self, text: str, start: int, floor: int) -> tuple[int, bool]:
        before = text[start - 1 : start] if start > floor else ""
        if before and before in "-−–+":
            free = start - 1 == 0 or (start - 2 >= floor and text[start - 2] in _SIGN_PLACE) or start - 1 == floor
            return (start - 1, before != "+") if free else (start, False)
        if before != " ":
            return start, False
        if start == 2 and floor == 0 and text[0] in "-−":
            return 0, True
        place = max(text.rfind(" ", floor, start - 1) + 1, floor)
        word = text[place : start - 1].lower()
        if word in self.words.minus:
            return place, True
        if word in self.words.plus and (
            place == 0 or text[max(0, place - 5) : place].endswith((" auf ", " bei ", " von "))
        ):
            return place, False
        return start, False

    def _range(
        self, text: str, start: int, first: NumberRead, unit_at: tuple[int, Unit] | None
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
            return None
        second = self.number(text, link.end())
        if second is None or second.is_article or second.is_share != first.is_share:
            return None
        unit_after = self.words.units.match(text, second.end)
        if unit_at and (unit_after is None or not _comparable(unit_at[1], unit_after[1])):
            return None
        if first.is_plain and first.value in _YEARS and not second.is_plain:
            return None
        low = self._shared(first, second, unit_at[1] if unit_at else None, unit_after[1] if unit_after else None)
        return (second, unit_after) if low < self._high(second, unit_after) else None

    def _is_between(self, text: str, start: int) -> bool:
        before = words_before(text, start)
        return any(word.lower() in self.words.between for word in before[-3:])

    @staticmethod
    def _shared(first: NumberRead, second: NumberRead, unit: Unit | None, unit_after: Unit | None) -> Number:
        """The lower bound: without a magnitude or unit of its own it takes those of the upper one."""
        value = first.value
        if first.magnitude == 1 and second.magnitude > 1 and value <= second.value / second.magnitude:
            value = scaled(value, second.magnitude)
        shared = unit or unit_after
        return scaled(value, shared.factor) if shared else value

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
        low = self._shared(first, second, own[1] if own else None, unit)
        high = self._high(second, unit_after)
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
            value = first.value
            return Found(prefix_start, first.end, FigureKind.MONEY, "money", value, unit=code, carrier="measure")
        change = self.words.change_link.match(text, first.end)
        if change is not None:
            second = self.number(text, change.end())
            unit_at = self.words.units.match(text, second.end) if second else None
            if second is not None and unit_at is not None:
                own = first._replace(value=self._shared(first, second, None, None))
                return _measured(start, first.end, unit_at[1], own)
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
        link = self.words.compound_link.match(text, found.end)
        second = self.number(text, link.end()) if link else None
        if second is None or (second.is_article and unit.kind is not FigureKind.DURATION):
            return None
        unit_at = self.words.units.match(text, second.end)
        if unit_at is None:
            return _with_cents(text, found, second, unit)
        end, smaller = unit_at
        if unit.kind is FigureKind.MONEY and smaller.code == unit.code and smaller.factor < unit.factor:
            return found._replace(end=end, value=whole(found.value + second.value * smaller.factor))
        if _size(smaller.code) is None or (_size(smaller.code) or 0) >= (_size(unit.code) or 0):
            return None
        total = converted(found.value, unit.code, smaller.code)
        if total is None or smaller.kind is not unit.kind:
            return None
        value: Number = whole(total + second.value * smaller.factor)
        longer = found._replace(end=end, value=value, unit=smaller.code)
        return self._compounded(text, longer, smaller) or longer


def _fractional(read: NumberRead, match: re.Match[str]) -> NumberRead | None:
    sign, top, bottom = match.groups()
    if sign:
        return NumberRead(match.end(), read.value + _VULGAR[sign], is_plain=False)
    if int(bottom) == 0:
        return None
    if top is None:
        return NumberRead(match.end(), read.value / int(bottom), is_share=True, is_plain=False)
    if int(top) >= int(bottom):
        return None
    return NumberRead(match.end(), read.value + int(top) / int(bottom), is_plain=False)


def _powered(read: NumberRead, match: re.Match[str]) -> NumberRead:
    if match.group(1):
        try:
            value: Number = read.value ** int(match.group(1))
        except OverflowError:
            return read
    else:
        value = float(f"{read.value}e{match.group(2)}")
    return NumberRead(match.end(), whole(value) if value < 1e18 else value, is_plain=False)


def _with_cents(text: str, found: Found, second: NumberRead, unit: Unit) -> Found | None:
    """ "3 Euro 50", "1 Meter 80": a bare number below a hundred right behind the unit."""
    is_tail = unit.kind is FigureKind.MONEY or unit.name == "metre"
    is_bare = second.is_plain and 0 < second.value < 100 and text[found.end] == " " and text[found.end + 1].isdigit()
    if not is_tail or not is_bare or second.end - found.end != 3 or _WORD_BEHIND.match(text, second.end):
        return None
    if not isinstance(found.value, int):
        return None
    return found._replace(end=second.end, value=whole(found.value + second.value / 100))


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
