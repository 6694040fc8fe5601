"""Numbers written with digits: groups, decimals, and what a language makes of stop and comma."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from extraction.figures.model import Number, NumberRead, whole

MAX_DIGITS = 18  # longer rows of digits are identifiers, not quantities
_SPACES = "\u00a0\u202f\u2009\u2007 "


@dataclass(frozen=True)
class DigitFormat:
    """`decimal` separates the fraction, `group` the thousands; Swiss apostrophes and thin spaces group everywhere."""

    decimal: str
    group: str

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        d, g = re.escape(self.decimal), re.escape(self.group)
        return re.compile(
            rf"(?P<grouped>\d{{1,3}}(?:{g}\d{{3}})+(?:{d}\d+)?)(?![\d])"
            rf"|(?P<swiss>\d{{1,3}}(?:['’]\d{{3}})+(?:[.,]\d+)?)(?!\d)"
            rf"|(?P<spaced>\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?:{d}\d+)?)(?![\d])"
            rf"|(?P<foreign>\d{{1,3}}(?:(?:{d}\d{{3}}){{2,}}(?:{g}\d+)?|{d}\d{{3}}{g}\d{{1,2}}))(?![\d])"
            rf"|(?P<fraction>\d+{d}\d+)"
            rf"|(?P<other>\d+{g}\d{{1,2}})(?!\d|[{d}{g}]\d)"
            rf"|(?P<round>\d{{1,3}}(?:{g}\d{{3}})*[{d}{g}](?:--?|[–—]))"
            r"(?= ?(?:€|Euro\b|EUR|DM|Mark\b|CHF|Franken\b|S?Fr\.))"
            r"|(?P<plain>\d+)"
        )

    def read(self, text: str, start: int) -> NumberRead | None:
        """The number at `start`; None where the digits are too many or go on like a version number."""
        match = self._pattern.match(text, start, start + 64)
        if match is None or len(match.group()) > MAX_DIGITS + 8:
            return None
        shape, digits = match.lastgroup, match.group()
        end = match.end()
        if end < len(text) and text[end].isdigit():
            return None
        if shape == "plain":
            return NumberRead(end, int(digits)) if len(digits) <= MAX_DIGITS else None
        return NumberRead(end, self._value(digits, shape or ""), is_plain=False)

    def _value(self, digits: str, shape: str) -> Number:
        if shape == "round":
            return int(re.sub(r"\D", "", digits))
        if shape in ("other", "foreign"):
            digits = digits.replace(self.decimal, "").replace(self.group, ".")
        elif shape == "swiss":
            digits = digits.replace("'", "").replace("’", "").replace(",", ".")
        else:
            for sign in (self.group, *_SPACES):
                digits = digits.replace(sign, "")
            digits = digits.replace(self.decimal, ".")
        return whole(float(digits)) if "." in digits else int(digits)
