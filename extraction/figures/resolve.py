"""Partial dates in full, counted from the day the article appeared."""

from __future__ import annotations

import calendar
import datetime
import re

_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(T.*)?$")
_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)(T.*)?$")
_MONTH = re.compile(r"XXXX-(\d\d)$")
_PART = re.compile(r"XXXX-(SP|SU|FA|WI|Q[1-4]|H[12]|W\d\d)$")
# The month in which a season, quarter or half-year begins.
_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}


def resolve(value: str, *, published_on: datetime.date, forward: bool) -> str | None:
    """`value` with what it leaves open taken from the nearest such date behind `published_on`, or ahead if `forward`.

    None where nothing is open, or where it cannot be told (times of day without a date).
    """
    match = _WEEKDAY.match(value)
    if match:
        return _weekday(int(match.group(1)), published_on, forward).isoformat() + (match.group(2) or "")
    match = _DAY.match(value)
    if match:
        return _day(int(match.group(1)), int(match.group(2)), published_on, forward, match.group(3) or "")
    match = _MONTH.match(value)
    if match:
        return f"{_year(int(match.group(1)), published_on, forward)}-{match.group(1)}"
    match = _PART.match(value)
    if match is None:
        return None
    name = match.group(1)
    month = _BEGINS.get(name) or min(12, int(name[1:]) // 5 + 1)
    return f"{_year(month, published_on, forward)}-{name}"


def _weekday(number: int, published_on: datetime.date, forward: bool) -> datetime.date:
    """The latest such day up to `published_on` itself, or the first after it."""
    if forward:
        return published_on + datetime.timedelta(days=(number - published_on.isoweekday() - 1) % 7 + 1)
    return published_on - datetime.timedelta(days=(published_on.isoweekday() - number) % 7)


def _year(month: int, published_on: datetime.date, forward: bool) -> int:
    if forward:
        return published_on.year + (month < published_on.month)
    return published_on.year - (month > published_on.month)


def _day(month: int, day: int, published_on: datetime.date, forward: bool, clock: str) -> str:
    years = (
        range(published_on.year, published_on.year + 9)
        if forward
        else range(published_on.year, published_on.year - 9, -1)
    )
    for year in years:
        if day > calendar.monthrange(year, month)[1]:
            continue
        date = datetime.date(year, month, day)
        if (date >= published_on) if forward else (date <= published_on):
            return date.isoformat() + clock
    return f"{published_on.year}-{month:02d}-{day:02d}{clock}"
