"""Dates of which the day, or the month too, may be unknown: "2023-09-14", "2023-09", "2023"."""

from __future__ import annotations

import datetime
import re

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_PRECISIONS = ("year", "month", "day")


def parse_partial_date(written: str) -> tuple[datetime.date, str]:
    """The first day it can mean, and its precision ("day", "month", "year"). Raises `ValueError`."""
    match = _FORM.fullmatch(written.strip())
    if match is None:
        raise ValueError(written)
    numbers = [int(group) for group in match.groups() if group]
    year, month, day = [*numbers, 1, 1][:3]
    return datetime.date(year, month, day), _PRECISIONS[len(numbers) - 1]


def format_partial_date(date: datetime.date | None, precision: str) -> str | None:
    """The inverse, as a string of four, seven or ten characters."""
    return None if date is None else date.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)]
