"""English dates: days, months, years, weekdays, seasons, quarters, decades, centuries, and ranges of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.candidates import FigureKind
from extraction.figures.calendar import (
    DateRead,
    Form,
    century_value,
    day_value,
    days_value,
    decade_value,
    full_year,
    iso_value,
    month_value,
    read_forms,
    with_year_of,
)
from extraction.figures.model import Found, Outcome
from extraction.figures.surroundings import stands_alone, words_before
from extraction.figures.wordlist import words
from extraction.lang.en.clock import read_clock
from extraction.lang.en.figure_bare import DECADES
from extraction.lang.en.number_words import read_any

MONTHS = {
    name: number
    for number, name in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        start=1,
    )
}
_SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], start=1
    )
}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_DAY_PARTS = {"morning": "MO", "midday": "MI", "afternoon": "AF", "evening": "EV", "night": "NI"}

_LONG = "|".join(MONTHS)
_MONTH = "|".join(sorted((*MONTHS, *(f"{short}\\.?" for short in _SHORT_MONTHS)), key=len, reverse=True))
_YEAR = r"(?:1[0-9]|20|21)\d\d"
_END = r"(?![\d.,]\d|\d|\w|%| (?:percent|million|dollars))"
_YEAR_AFTER = rf"(?:,?[ \u00a0](?:of )?(?P<year>{_YEAR}|['’]\d\d){_END})?"
_FLAGS = re.IGNORECASE
_SUFFIX = r"(?:st|nd|rd|th)?"

_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}}){_SUFFIX}(?: ?(?:[-–]|to|and|or) ?(?P<last>\d{{1,2}}){_SUFFIX})?,?[ -](?:of |"
    rf"day of )?(?P<month>{_MONTH})(?![\w]|-\w){_YEAR_AFTER}",
    _FLAGS,
)
_MONTH_DAY = re.compile(
    rf"(?P<month>{_MONTH}) (?:the )?(?P<day>\d{{1,2}}){_SUFFIX}(?: ?(?:[-–]|to|and|or) "
    rf"?(?P<last>\d{{1,2}}){_SUFFIX})?(?![\d:]|[.,]\d| (?:percent|people|million)){_YEAR_AFTER}",
    _FLAGS,
)
_ISO = re.compile(
    r"(?P<value>\d{4}-[01]\d-[0-3]\d)(?:[T ](?P<h>\d\d):(?P<m>\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
)
_SLASHED = re.compile(r"(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})(?![\d/])")
_YEARS = re.compile(
    rf"(?P<low>{_YEAR})(?:(?P<slash>/)|[ ]?[-–][ ]?| to | through )(?P<high>{_YEAR}|\d{{2}})(?![\d.,]\d|"
    rf"\d|\w|%| percent)"
)
_BETWEEN_YEARS = re.compile(rf"(?<=etween )(?P<low>{_YEAR}) and (?P<slash>)(?P<high>{_YEAR})(?![\d.,]\d|\d|\w)")
_CENTURY = re.compile(r"(?P<n>\d{1,2})(?:st|nd|rd|th)[ -]century(?: (?P<bc>BC|BCE))?", _FLAGS)
_OLD_YEAR = re.compile(r"(?P<n>\d{1,4}) (?:(?P<bc>BCE?|B\.C\.(?:E\.)?)|(?:AD|CE|A\.D\.|C\.E\.))(?!\w)")
_AFTER_CHRIST = re.compile(r"(?:(?<=AD )|(?<=A\.D\. ))(?P<n>\d{1,4})(?![\d.,]\d|\d|\w)")
_PLACED_YEAR = re.compile(
    rf"(?:(?<=arly )|(?<=ate )|(?<=mid-)|(?<=Mid-))(?P<year>{_YEAR})(?!['’]?s)(?! to |[-–/]){_END}"
)
_DECADE = re.compile(r"(?P<n>(?:1[0-9]|20)\d0)['’]?s(?!\w)|(?:(?<=['’])|(?<=the ))(?P<m>\d0)s(?!\w)")
_QUARTER = re.compile(
    rf"(?P<n>[1-4])(?:st|nd|rd|th) (?:quarter{_YEAR_AFTER}|(?P<half>half) of (?P<later>{_YEAR}))(?!\w)", _FLAGS
)
_WEEKDAY_TAIL = re.compile(r",? (?:the )?")
_RANGE_LINK = re.compile(r" ?(?:to|through|until|[-–]) ?")
_AND_LINK = re.compile(r" and ")
_CLOCK_LINK = re.compile(r",? at (?:about |around )?|, | ")
_WORD = re.compile(r"[^\W\d_]+")
_WORD_MONTH = re.compile(rf"(?P<month>{_LONG})(?!\w|-\w){_YEAR_AFTER}", _FLAGS)
_SHORT_YEAR = re.compile(rf"(?P<month>{_MONTH}),? (?P<year>{_YEAR}){_END}", _FLAGS)
_SEASON_YEAR = re.compile(rf" (?:of )?(?P<year>{_YEAR})(?:/\d\d(?:\d\d)?)?{_END}", _FLAGS)
_TAIL = re.compile(
    rf"[ -](?:(?P<century>century)|(?P<quarter>quarter)(?:,? (?:of )?(?P<year>{_YEAR}))?|half of (?P<half>{_YEAR})|"
    rf"(?:day )?(?:of )?(?P<month>{_LONG})(?P<after>{_YEAR_AFTER.replace('P<year>', 'P<later>')}))(?!\w)",
    _FLAGS,
)

_AHEAD = frozenset({"next", "coming", "following"})
_BEHIND = frozenset({"last", "past", "previous"})
_PARTS = frozenset({"early", "late", "mid"})
_PLACED = words(
    "in In since Since until Until by By from From last Last next Next this This early late mid of to "
    "through between during During before after every each late- mid- early-"
)


def match_date(text: str, start: int, floor: int) -> Outcome:
    """The date at `start`, with the words before it that belong to it, the date it ranges to, and the time of day."""
    first = _read(text, start)
    if first is None:
        return None
    begin, forward = _reach_back(text, start, floor)
    if "/" in first.value:
        low, high = first.value.split("/")
        return Found(begin, first.end, FigureKind.DATE, "date_range", min=low, max=high, forward=forward)
    second = _range_end(text, start, first)
    if second is not None:
        low = with_year_of(first.value, second.value)
        return Found(begin, second.end, FigureKind.DATE, "date_range", min=low, max=second.value, forward=forward)
    end, value = _with_clock(text, first)
    return Found(begin, end, FigureKind.DATE, "date", value, forward=forward)


def _with_clock(text: str, date: DateRead) -> tuple[int, str]:
    is_day = date.value.startswith("XXXX-WXX-") or (len(date.value) == 10 and date.value[8:].isdigit())
    link = _CLOCK_LINK.match(text, date.end) if is_day else None
    clock = read_clock(text, link.end()) if link else None
    return (clock.end, date.value.split("T")[0] + clock.value) if clock else (date.end, date.value)


def _range_end(text: str, start: int, first: DateRead) -> DateRead | None:
    link = _RANGE_LINK.match(text, first.end)
    if link is None and "between" in (word.lower() for word in words_before(text, start)[-3:]):
        link = _AND_LINK.match(text, first.end)
    if link is None or "T" in first.value:
        return None
    second = _read(text, link.end())
    is_pair = second is not None and "/" not in second.value and len(second.value) == len(first.value)
    return second if is_pair else None


def _reach_back(text: str, start: int, floor: int) -> tuple[int, bool | None]:
    """Takes "last" and "early" into the span; says whether they point ahead or back."""
    if start - 1 <= floor or text[start - 1] not in " -":
        return start, None
    place = max(text.rfind(" ", floor, start - 1), text.rfind("\n", floor, start - 1), floor - 1) + 1
    word = text[place : start - 1].lower()
    if word in _AHEAD or word in _BEHIND:
        return place, word in _AHEAD
    return (place, None) if word in _PARTS or word == "this" else (start, None)


def _read(text: str, start: int) -> DateRead | None:
    if text[start : start + 1].isdigit():
        return next(_read_digits(text, start), None)
    match = _WORD.match(text, start, start + 40)
    return _read_word(text, start, match.group().lower()) if match else None


def _read_digits(text: str, start: int) -> Iterator[DateRead]:
    forms: tuple[Form, ...] = (
        (_ISO, iso_value), (_DAY_MONTH, _day_month), (_SLASHED, _slashed), (_YEARS, _years), (_CENTURY, _century),
        (_DECADE, _decade), (_QUARTER, _quarter), (_BETWEEN_YEARS, _years), (_OLD_YEAR, _old_year),
        (_AFTER_CHRIST, _after_christ), (_PLACED_YEAR, _placed_year),
    )  # fmt: skip
    return read_forms(text, start, forms)


def _month_number(name: str) -> int:
    name = name.lower().rstrip(".")
    return MONTHS.get(name) or _SHORT_MONTHS[name]


def _day_month(match: re.Match[str]) -> str | None:
    return days_value(match, _month_number(match.group("month")))


def _slashed(match: re.Match[str]) -> str | None:
    """Month first as in American papers, unless only the other order is a date."""
    first, second, year = int(match.group("first")), int(match.group("second")), full_year(match.group("year"))
    if match.group("sign") != "/" and len(match.group("year")) == 2:
        return None
    return day_value(second, first, year) or day_value(first, second, year)


def _years(match: re.Match[str]) -> str | None:
    low, high = match.group("low"), match.group("high")
    high = low[:2] + high if len(high) == 2 else high
    return f"{low}/{high}" if high > low else None


def _century(match: re.Match[str]) -> str | None:
    number = int(match.group("n"))
    return century_value(number, before_christ=bool(match.group("bc"))) if 0 < number < 31 else None


def _old_year(match: re.Match[str]) -> str:
    return f"BC{int(match.group('n')):04d}" if match.group("bc") else f"{int(match.group('n')):04d}"


def _after_christ(match: re.Match[str]) -> str:
    return f"{int(match.group('n')):04d}"


def _placed_year(match: re.Match[str]) -> str:
    return match.group("year")


def _decade(match: re.Match[str]) -> str:
    return decade_value(int(match.group("n") or match.group("m")))


def _quarter(match: re.Match[str]) -> str | None:
    if match.group("half"):
        return f"{match.group('later')}-H{match.group('n')}" if match.group("n") in "12" else None
    return f"{full_year(match.group('year')) or 'XXXX'}-Q{match.group('n')}"


def _read_word(text: str, start: int, word: str) -> DateRead | None:
    end = start + len(word)
    if word in MONTHS or word in _SHORT_MONTHS:
        return _month(text, start, word)
    if word in _SEASONS:
        year = _SEASON_YEAR.match(text, end)
        return DateRead(year.end(), f"{year.group('year')}-{_SEASONS[word]}") if year else None
    if word in WEEKDAYS or (word.endswith("s") and word[:-1] in WEEKDAYS):
        return _weekday(text, end, WEEKDAYS[word.removesuffix("s") if word not in WEEKDAYS else word])
    return _spelled(text, start)


def _month(text: str, start: int, word: str) -> DateRead | None:
    day = _MONTH_DAY.match(text, start)
    if day is not None:
        value = _day_month(day)
        if value:
            return DateRead(day.end(), value)
    short = _SHORT_YEAR.match(text, start)
    if short is not None:
        return DateRead(short.end(), month_value(_month_number(short.group("month")), short.group("year")))
    match = _WORD_MONTH.match(text, start)
    if match is None:
        return None
    year = full_year(match.group("year"))
    if year is None and not _is_month(text, start, match.end(), word):
        return None
    return DateRead(match.end(), month_value(MONTHS[word], year))


def _is_month(text: str, start: int, end: int, word: str) -> bool:
    """ "May", "March" and "August" are words and names as well: they need a word before them that places a date."""
    if stands_alone(text, start, end):
        return True
    before = words_before(text, start)[-1:]
    is_placed = bool(before) and before[0].lstrip('("“') in _PLACED
    if word in ("may", "march", "august", "april", "june"):
        return is_placed and text[start].isupper()
    return text[start].isupper() or is_placed


def _weekday(text: str, end: int, number: int) -> DateRead:
    part = re.compile(r" (morning|afternoon|evening|night|midday)\b").match(text, end)
    if part:
        return DateRead(part.end(), f"XXXX-WXX-{number}T{_DAY_PARTS[part.group(1)]}")
    tail = _WEEKDAY_TAIL.match(text, end)
    date = _read(text, tail.end()) if tail and text[tail.end() : tail.end() + 1] else None
    if date is not None and len(date.value) == 10 and "W" not in date.value and date.value[-2:].isdigit():
        return date
    return DateRead(end, f"XXXX-WXX-{number}")


def _spelled(text: str, start: int) -> DateRead | None:
    """Ordinal words before a century, quarter or month; decades in words."""
    decade = _DECADE_WORDS.match(text, start)
    if decade is not None:
        return DateRead(decade.end(), decade_value(DECADES[decade.group(1).lower()]))
    read = read_any(text, start)
    if read is None or not read.is_ordinal:
        return None
    tail, value = _TAIL.match(text, read.number.end), int(read.number.value)
    if tail is None:
        return None
    if tail.group("century"):
        return DateRead(tail.end(), century_value(value)) if 0 < value < 31 else None
    if tail.group("quarter"):
        return DateRead(tail.end(), f"{tail.group('year') or 'XXXX'}-Q{value}") if 0 < value < 5 else None
    if tail.group("half"):
        return DateRead(tail.end(), f"{tail.group('half')}-H{value}") if value in (1, 2) else None
    date = day_value(value, MONTHS[tail.group("month").lower()], full_year(tail.group("later")))
    return DateRead(tail.end(), date) if date else None


_DECADE_WORDS = re.compile(rf"(?<=the )({'|'.join(DECADES)})(?!\w)", _FLAGS)
