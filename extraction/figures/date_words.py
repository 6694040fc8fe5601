"""TIMEX-like values in words for the card: "XXXX-WXX-3" → "Mittwoch", "T07:12" → "7.12 Uhr"."""

from __future__ import annotations

import re

_MONTHS = (
    [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
)
_DAYS = (
    [
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
    ],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
)
_SEASONS = {
    "SP": ("Frühling", "spring"),
    "SU": ("Sommer", "summer"),
    "FA": ("Herbst", "autumn"),
    "AU": ("Herbst", "autumn"),
    "WI": ("Winter", "winter"),
}
_PARTS_OF_DAY = {
    "MO": ("Morgen", "morning"),
    "MI": ("Mittag", "noon"),
    "AF": ("Nachmittag", "afternoon"),
    "EV": ("Abend", "evening"),
    "NI": ("Nacht", "night"),
}
_WEEK = re.compile(r"(?P<year>\d{4}|X{4})-W(?P<week>\d{2})")
_BEFORE_CHRIST = re.compile(r"BC0*(?P<year>\d+)")
_PART_OF_YEAR = re.compile(r"(?P<year>\d{4}|X{4})-(?:(?P<season>SP|SU|FA|AU|WI)|Q(?P<quarter>[1-4])|H(?P<half>[12]))")
_DATE = re.compile(r"(?P<year>\d{4}|X{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_WEEKDAY = re.compile(r"X{4}-WXX-(?P<day>[1-7])")
_CLOCK = re.compile(r"(?P<hour>\d{2})(?::(?P<minute>\d{2}))?(?::\d{2})?")


def timex_in_words(value: str, language: str) -> str:
    """The value in "de" or "en"; what is no date or time of a known form is given back as it is."""
    index = 0 if language == "de" else 1
    date, _, clock = value.partition("T")
    words = [_date(date, index) if date else "", _clock(clock, index) if clock else ""]
    if (date and not words[0]) or (clock and not words[1]):
        return value
    return ", ".join(word for word in words if word) or value


def _date(value: str, index: int) -> str:
    if match := _WEEKDAY.fullmatch(value):
        return _DAYS[index][int(match["day"]) - 1]
    if match := _WEEK.fullmatch(value):
        week = (f"{int(match['week'])}. Kalenderwoche", f"week {int(match['week'])}")[index]
        return week if match["year"] == "XXXX" else f"{week} {match['year']}"
    if match := _BEFORE_CHRIST.fullmatch(value):
        return (f"{match['year']} v. Chr.", f"{match['year']} BC")[index]
    if match := re.fullmatch(r"XXXX-XX-(\d{2})", value):
        return (f"{int(match[1])}.", _ordinal(int(match[1])))[index]
    if match := re.fullmatch(r"(\d{3})X", value):
        return (f"{match[1]}0er Jahre", f"{match[1]}0s")[index]
    if match := re.fullmatch(r"(\d{2})XX", value):
        number = int(match[1]) + 1
        return (f"{number}. Jahrhundert", f"{_ordinal(number)} century")[index]
    if match := _PART_OF_YEAR.fullmatch(value):
        return _part_of_year(match, index)
    match = _DATE.fullmatch(value)
    return _day_month_year(match, index) if match else ""


def _part_of_year(match: re.Match[str], index: int) -> str:
    if match["season"]:
        part = _SEASONS[match["season"]][index]
    elif match["quarter"]:
        part = (f"{match['quarter']}. Quartal", f"{_ordinal(int(match['quarter']))} quarter")[index]
    else:
        part = (f"{match['half']}. Halbjahr", f"{_ordinal(int(match['half']))} half")[index]
    return part if match["year"] == "XXXX" else f"{part} {match['year']}"


def _day_month_year(match: re.Match[str], index: int) -> str:
    year = "" if match["year"] == "XXXX" else match["year"].lstrip("0")
    if not match["month"]:
        return year
    if not 1 <= int(match["month"]) <= 12:
        return ""
    month = _MONTHS[index][int(match["month"]) - 1]
    day = (f"{int(match['day'])}. " if index == 0 else f"{int(match['day'])} ") if match["day"] else ""
    return f"{day}{month} {year}".strip()


def _clock(value: str, index: int) -> str:
    if value in _PARTS_OF_DAY:
        return _PARTS_OF_DAY[value][index]
    match = _CLOCK.fullmatch(value)
    if match is None:
        return ""
    hour, minute = int(match["hour"]), match["minute"]
    if index == 0:
        return f"{hour}.{minute} Uhr" if minute and minute != "00" else f"{hour} Uhr"
    return f"{hour}:{minute or '00'}"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
