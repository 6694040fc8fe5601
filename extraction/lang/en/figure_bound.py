"""English words that bind a number to what it measures: 40-second, 47-year-old, twice, threefold, two-day."""

from __future__ import annotations

import re

from extraction.candidates import FigureKind
from extraction.figures.model import Found, NumberRead, Outcome, scaled, whole
from extraction.figures.quantity import Quantity
from extraction.lang.en.units import UNITS
from extraction.spans import Span

K = FigureKind
_AGED = re.compile(r"[- ](?:year|yr)s?[- ]olds?(?!\w)")
_AGED_MONTHS = re.compile(r"[- ](?P<unit>month|week|day)s?[- ]olds?(?!\w)")
_FOLD = re.compile(r"[- ]?fold(?!\w)")
_TIMES = re.compile(r" ?(?:x|×)(?!\w)")
_MEMBERS = re.compile(
    r"-(?P<noun>member|strong|person|man|seat|point|party|way|lane|storey|story|bedroom|room|page|"
    r"goal|game|state|nation|"
    r"seater|part|volume|engine|star|time|vote|seat|step|piece|judge|run)(?P<end>s?)(?!\w)"
)
_LINK = re.compile(r"-? (?:to|or|and) |[-–]")
_ADVERBS = {"once": 1, "twice": 2, "thrice": 3}
_WORD = re.compile(r"[^\W\d_]+")
_ONCE_TRAP = re.compile(
    r" (?:again|more|the|an? (?!day|week|month|year|decade|century|season|hour)|"
    r"it|he|she|they|we|you|I|upon|in|inside|there|home|you)\b|[,]"
)
_ONCE_BEFORE = re.compile(r"(?:[Aa]t|[Aa]ll at|for|than) $")
_FOLDED = re.compile(r"(?P<n>two|three|four|five|six|seven|eight|nine|ten)fold(?!\w)", re.IGNORECASE)
_DIGITS_OF = re.compile(r"(?:[- ]digit|-figure)(?!\w)")


def match_bound(text: str, start: int, floor: int, quantity: Quantity) -> Outcome:
    """The bound word at `start`."""
    del floor
    word = _WORD.match(text, start, start + 20)
    if word is not None and word.group().lower() in _ADVERBS:
        return _adverb(text, start, word)
    folded = _FOLDED.match(text, start)
    if folded is not None:
        read = quantity.number(folded.group("n"), 0)
        return Found(start, folded.end(), K.RATIO, "bound_fold", read.value if read else None, unit="x", carrier="fold")
    read = quantity.number(text, start)
    if read is None or read.is_share or read.is_open:
        return None
    link = _LINK.match(text, read.end)
    second = quantity.number(text, link.end()) if link else None
    if second is not None and second.value > read.value:
        found = _tailed(text, start, second, read)
        if found is not None:
            return found
    return _tailed(text, start, read, None)


def _adverb(text: str, start: int, word: re.Match[str]) -> Outcome:
    value = _ADVERBS[word.group().lower()]
    if value == 1 and (_ONCE_TRAP.match(text, word.end()) or _ONCE_BEFORE.search(text, max(0, start - 8), start)):
        return None
    if value == 1 and text[start].isupper():
        return None
    return Found(start, word.end(), K.COUNT, "bound_times", value, unit="occurrence", carrier="verb")


def _tailed(text: str, start: int, read: NumberRead, low: NumberRead | None) -> Found | None:
    for pattern, build in ((_AGED, _aged), (_AGED_MONTHS, _aged_months), (_FOLD, _fold), (_TIMES, _fold)):
        match = pattern.match(text, read.end)
        if match is not None:
            return _spread(build(start, match, read), read, low)
    if (places := _DIGITS_OF.match(text, read.end)) and 1 < read.value < 16:
        return Found(
            start, places.end(), K.NUMBER, "digits_of", min=10 ** int(read.value - 1), max=10 ** int(read.value) - 1
        )
    if text[read.end : read.end + 1] == "-" and text[read.end + 1 : read.end + 2].isalpha():
        return _hyphened(text, start, read, low)
    return None


def _spread(found: Found, read: NumberRead, low: NumberRead | None) -> Found:
    return found if low is None else found._replace(value=None, min=low.value, max=read.value)


def _aged(start: int, match: re.Match[str], read: NumberRead) -> Found:
    return Found(start, match.end(), K.AGE, "age", read.value, unit="year")


def _aged_months(start: int, match: re.Match[str], read: NumberRead) -> Found:
    return Found(start, match.end(), K.AGE, "age", read.value, unit=match.group("unit"))


def _fold(start: int, match: re.Match[str], read: NumberRead) -> Found:
    return Found(start, match.end(), K.RATIO, "bound_fold", read.value, unit="x", carrier="fold")


def _hyphened(text: str, start: int, read: NumberRead, low: NumberRead | None) -> Found | None:
    unit_at = UNITS.match(text, read.end + 1)
    if unit_at is not None:
        end, unit = unit_at
        value = whole(scaled(read.value, unit.factor))
        found = Found(start, end, unit.kind, "bound_bound", value, unit=unit.code, carrier="next")
        return _spread(found, read, low)
    members = _MEMBERS.match(text, read.end)
    if members is None or read.value < 2:
        return None
    counted = Span(*members.span("noun"))
    return _spread(Found(start, members.end(), K.COUNT, "bound_bound", read.value, counted=counted), read, low)
