"""Numbers at a place of the text, digits or words, with sign, fraction, power and magnitude."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from extraction.figures.digits import DigitFormat
from extraction.figures.model import Number, NumberRead, scaled, whole
from extraction.figures.units import UnitTable

_VULGAR = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅐": 1 / 7, "⅑": 1 / 9, "⅒": 1 / 10,
}  # fmt: skip
VULGAR_SIGNS = "".join(_VULGAR)
_FRACTION_TAIL = re.compile(rf"(?: ?([{VULGAR_SIGNS}])|(?: (\d{{1,3}}))?[/⁄](\d{{1,3}}|10{{3,5}}))(?![\d/])")
_PARTS = {"half": 0.5, "quarter": 0.25, "three": 0.75}
_POWER = re.compile(r"\s?(?:\^|hoch )\s?([+-]?\d{1,3})(?!\d)|[eE]([+-]?\d{1,2})(?![\w])")
_TIMES_TEN = re.compile(r" ?[x×*·] ?10(?:\^| hoch )([-−]?\d{1,3})(?!\d)")
_MAX_EXPONENT = 300
SMALLEST_CONTINUED = 10**6
_MINUS = re.compile(r"[-−+](?=\d)|([^\W\d_]{4,8}) ")
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
    part_link: re.Pattern[str]  # "1,9 von 2,2 Millionen": a part and its whole, which share a magnitude
    compound_link: re.Pattern[str]
    denominator: Callable[[str, int], tuple[int, Number] | None]  # " Drittel": where it ends, 3
    minus: frozenset[str]
    plus: frozenset[str]
    singular_units: frozenset[str]
    part_tail: re.Pattern[str]  # " und ein halb" behind digits; the last group that matched names the part
    next_link: re.Pattern[str] | None = None  # between a number and the next one: "zwei, drei Wochen"
    open_link: re.Pattern[str] | None = None  # between an open plural and its unit: "millions of dollars"
    share_of: re.Pattern[str] | None = None  # between a share and its unit: "a quarter of an hour"


class NumberReader:
    """Reads numbers with the words of one language."""

    def __init__(self, words: QuantityWords) -> None:
        self.words = words

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
        part = self.words.part_tail.match(text, read.end) if read.is_plain else None
        if part is not None:
            return NumberRead(part.end(), read.value + _PARTS[part.lastgroup or ""], is_plain=False)
        times = _TIMES_TEN.match(text, read.end) if "10" in text[read.end : read.end + 6] else None
        if times is not None and abs(exponent := int(times.group(1).replace("−", "-"))) <= _MAX_EXPONENT:
            value = read.value / 10**-exponent if exponent < 0 else scaled(read.value, 10**exponent)
            return NumberRead(times.end(), value, is_plain=False)
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

    def number_ahead(self, text: str, start: int) -> NumberRead | None:
        """The number at `start`, which may begin with a minus: the upper end of a range."""
        minus = _MINUS.match(text, start)
        if minus is not None and (minus.group() == "+" or (minus.group(1) or "").lower() in self.words.plus):
            return self.number(text, minus.end())
        if minus is None or (minus.group(1) and minus.group(1).lower() not in self.words.minus):
            return self.number(text, start)
        read = self.number(text, minus.end())
        return read._replace(value=-read.value, is_plain=False) if read else None

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
            free = start - 1 == 0 or (start - 2 >= floor and text[start - 2] in _SIGN_PLACE)
            return (start - 1, before != "+") if free else (start, False)
        if before != " ":
            return start, False
        if start == 2 and floor == 0 and text[0] in "-−":
            return 0, True
        place = max(text.rfind(" ", floor, start - 1) + 1, floor)
        while place < start - 1 and text[place] in "([„“\"'":
            place += 1
        word = text[place : start - 1].lower()
        if word in self.words.minus:
            return place, True
        if word in self.words.plus and (
            place == 0
            or text[place - 1] == "("
            or text[max(0, place - 5) : place].endswith((" auf ", " bei ", " von "))
        ):
            return place, False
        return start, False


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
