"""English times of day: 6 p.m., 18:30, half past three, quarter to five, six o'clock."""

from __future__ import annotations

import re

from extraction.candidates import FigureKind
from extraction.figures.calendar import DateRead, clock_value
from extraction.figures.model import Found, Outcome
from extraction.lang.en.numerals import numeral

_PART = (
    r"(?:[ \u00a0]?(?P<part>[ap]\.m\.?(?!\w)|[ap]m(?!\w))|(?P<told> (?:in the (?:morning|afternoon|"
    r"evening)|at night)))?"
)
_DIGITAL = re.compile(rf"(?P<h>\d{{1,2}})[:.](?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?![\d:]){_PART}", re.IGNORECASE)
_HOUR = re.compile(
    r"(?P<h>\d{1,2}|[^\W\d_]{3,6})(?:(?P<clock> ?o['’]clock)(?P<told> (?:in the (?:morning|afternoon|"
    r"evening)|at night))?|[ \u00a0]?(?P<part>[ap]\.m\.?(?!\w)|[ap]m(?!\w)))",
    re.IGNORECASE,
)
_PAST = re.compile(
    rf"(?P<n>half|(?:a )?quarter|[^\W\d_]{{3,6}}|twenty[ -]five|\d{{1,2}})(?: minutes?)? (?P<way>past|"
    rf"to|after|before) (?P<h>[^\W\d_]{{3,6}}|\d{{1,2}})(?!\w)(?= ?(?:\Z|[.,;!?)\n]|[ap]\.?m|in the|at "
    rf"night|on |this |o['’]clock)){_PART}",
    re.IGNORECASE,
)
_TOLD_HOUR = re.compile(
    r"(?P<h>\d{1,2}|[^\W\d_]{3,6})(?P<told> in the (?:morning|afternoon|evening)| at night)(?!\w)", re.IGNORECASE
)
_AT = re.compile(r"(?:^|\b(?:at|around|about|by|until|till|from|since|before|after) )$", re.IGNORECASE)
_SHARED_PART = re.compile(
    r"(?P<h>\d{1,2})(?::(?P<m>[0-5]\d))?(?P<link> to | until | and | ?[-–] ?)(?=\d{1,2}(?::[0-5]\d)? ?[ap]\.?m)",
    re.IGNORECASE,
)
_MIDDLE = re.compile(r"(?:12|twelve) (?:(?P<noon>noon)|midnight)\b", re.IGNORECASE)
_RANGE = re.compile(r" ?(?:to|until|[-–]) ?")


def match_clock(text: str, start: int, floor: int) -> Outcome:
    """The time of day at `start`, or the span of time between two."""
    del floor
    shared = _shared_part(text, start)
    if shared is not None:
        return shared
    middle = _MIDDLE.match(text, start)
    if middle is not None:
        value = "T12:00" if middle.group("noon") else "T00:00"
        return Found(start, middle.end(), FigureKind.TIME, "clock", value)
    clock = read_clock(text, start)
    if clock is None:
        return _told_hour(text, start)
    link = _RANGE.match(text, clock.end)
    second = read_clock(text, link.end()) if link else None
    if second is not None:
        return Found(start, second.end, FigureKind.TIME, "clock_range", min=clock.value, max=second.value)
    return Found(start, clock.end, FigureKind.TIME, "clock", clock.value)


def _told_hour(text: str, start: int) -> Found | None:
    """ "at 7 in the morning": a bare hour only where a word before it places a time."""
    match = _TOLD_HOUR.match(text, start)
    hour = _number(match.group("h")) if match else None
    if match is None or hour is None or not 1 <= hour <= 12 or not _AT.search(text, max(0, start - 8), start):
        return None
    clock = _read(match, hour, 0)
    return Found(start, clock.end, FigureKind.TIME, "clock", clock.value) if clock else None


def _shared_part(text: str, start: int) -> Found | None:
    """ "8 to 10 p.m.": the half of the day is told only once."""
    match = _SHARED_PART.match(text, start)
    second = read_clock(text, match.end()) if match else None
    if match is None or second is None:
        return None
    if match.group("link") == " and " and not text[max(0, start - 8) : start].lower().endswith("between "):
        return None
    hour, last = int(match.group("h")), int(second.value[1:3])
    hour += 12 if last >= 12 and hour + 12 <= last else 0
    low = clock_value(hour, int(match.group("m") or 0))
    return Found(start, second.end, FigureKind.TIME, "clock_range", min=low, max=second.value) if low else None


def read_clock(text: str, start: int) -> DateRead | None:
    """One time of day."""
    if text[start : start + 1].isdigit():
        match = _DIGITAL.match(text, start)
        if match is not None and (text[match.end("h")] == ":" or match.group("part")):
            return _read(match, int(match.group("h")), int(match.group("m")))
    match = _HOUR.match(text, start)
    hour = _number(match.group("h")) if match else None
    if match is not None and hour is not None and hour <= 24:
        return _read(match, hour, 0)
    if text[max(0, start - 1) : start] in ("-", "−") or text[max(0, start - 5) : start].lower() == "from ":
        return None  # "from 5 to 10"
    match = _PAST.match(text, start)
    return _past(match) if match else None


def _read(match: re.Match[str], hour: int, minute: int) -> DateRead | None:
    groups = match.groupdict()
    part = (groups.get("part") or "").lower().replace(".", "")
    told = (groups.get("told") or "").strip()
    if (part == "pm" or told.endswith(("afternoon", "evening", "night"))) and hour < 12:
        hour += 12
    elif part == "am" and hour == 12:
        hour = 0
    value = clock_value(hour, minute, int(groups["s"]) if groups.get("s") else None)
    end = match.end()
    return DateRead(end, value) if value else None


def _past(match: re.Match[str]) -> DateRead | None:
    name = match.group("n").lower()
    minutes = 30 if name == "half" else 15 if name.endswith("quarter") else _number(name)
    hour = _number(match.group("h"))
    if minutes is None or hour is None or not 1 <= hour <= 12 or not 1 <= minutes <= 30:
        return None
    is_named = name in ("half", "quarter", "a quarter") or match.group("way").lower() == "past"
    if not is_named and minutes not in (5, 10, 20, 25):
        return None
    is_back = match.group("way").lower() in ("to", "before")
    total = hour * 60 + (-minutes if is_back else minutes)
    return _read(match, total // 60 % 24, total % 60)


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    if word.lower().replace("-", " ") == "twenty five":
        return 25
    value = numeral(word)
    return int(value.value) if value and value.sort == "card" else None
