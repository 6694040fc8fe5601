"""Values of dates and times in TIMEX-like writing, with X for what the words leave open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from extraction.candidates import FigureKind
from extraction.figures.model import Found, Outcome

_QUARTER_SIGN = re.compile(r"(?P<part>[1-4])(?:[ /](?P<year>(?:19|20)\d\d))?(?!\w)")
_HALF_SIGN = re.compile(r"(?P<part>[12])[ /](?P<year>(?:19|20)\d\d)(?!\w)")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
CENTURY_SPLIT = 50  # '49 is 2049, '50 is 1950: a newspaper seldom looks further ahead


class DateRead(NamedTuple):
    """One date read at a place: where it ends, its value, and whether the words place it ahead or behind."""

    end: int
    value: str
    forward: bool | None = None


Form = tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]]


def read_forms(text: str, start: int, forms: Iterable[Form]) -> Iterator[DateRead]:
    """Every form that a date at `start` can have, in the order of the forms: a pattern, and the value of its match."""
    for pattern, build in forms:
        match = pattern.match(text, start)
        value = build(match) if match else None
        if match and value:
            yield DateRead(match.end(), value)


def iso_value(match: re.Match[str]) -> str | None:
    """Of the groups `value`, `h` and `m`: "2023-09-13", or "2023-09-13T07:12" with a time."""
    year, month, day = re.split(r"[-/.]", match.group("value"))
    value = day_value(int(day), int(month), year)
    return f"{value}T{match.group('h')}:{match.group('m')}" if value and match.group("h") else value


def days_value(match: re.Match[str], month: int) -> str | None:
    """Of the groups `day`, `last` and `year`: a day, or the days up to the last, which must come after it."""
    year = full_year(match.group("year"))
    first = day_value(int(match.group("day")), month, year)
    if not match.group("last"):
        return first
    last = day_value(int(match.group("last")), month, year)
    return f"{first}/{last}" if first and last and last > first else None


def day_value(day: int, month: int, year: str | None) -> str | None:
    """ "2023-09-13" or "XXXX-09-13"; None where the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return None
    return f"{year or 'XXXX'}-{month:02d}-{day:02d}"


def month_value(month: int, year: str | None) -> str:
    return f"{year or 'XXXX'}-{month:02d}"


def full_year(digits: str | None) -> str | None:
    """A year in four digits; two digits count from 1950."""
    if not digits:
        return None
    digits = digits.lstrip("'’")
    if len(digits) == 2:
        return f"{'20' if int(digits) < CENTURY_SPLIT else '19'}{digits}"
    return digits


def clock_value(hour: int, minute: int = 0, second: int | None = None) -> str | None:
    """ "T07:12"; None where no clock shows it."""
    if hour > 24 or minute > 59 or (second or 0) > 59 or (hour == 24 and minute):
        return None
    return f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")


def with_year_of(low: str, high: str) -> str:
    """`low` with the year and month that only `high` names ("3. bis 5. Oktober 2020")."""
    if low.startswith("XXXX") and not low.startswith("XXXX-W") and re.match(r"\d{4}", high):
        return high[:4] + low[4:]
    return low


def decade_value(number: int) -> str:
    """ "199X" for 90 or 1990; two digits are of the last century, except 0 and 10, which only this one has had."""
    if number < 100:
        number += 2000 if number in (0, 10) else 1900
    return f"{number // 10}X"


def century_value(number: int, *, before_christ: bool = False) -> str:
    """ "17XX" for the 18th century."""
    return f"BC{number - 1:02d}XX" if before_christ else f"{number - 1:02d}XX"


def match_quarter_sign(text: str, start: int, floor: int) -> Outcome:
    """ "Q3 2021", "H1 2021": quarters and half-years as balance sheets write them."""
    sign = text[start - 1] if start > floor else ""
    if sign not in ("Q", "H") or text[start - 2 : start - 1].isalnum():
        return None
    match = (_QUARTER_SIGN if sign == "Q" else _HALF_SIGN).match(text, start)
    if match is None:
        return None
    value = f"{match.group('year') or 'XXXX'}-{sign}{match.group('part')}"
    return Found(start - 1, match.end(), FigureKind.DATE, "date", value)
