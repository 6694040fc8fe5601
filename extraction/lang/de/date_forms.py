"""German dates written with digits: 13. September 2023, 13.9.2023, 2023-09-13, 18. Jahrhundert, 90er Jahre."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
)

MONTHS = {
    "januar": 1, "jänner": 1, "februar": 2, "feber": 2, "märz": 3, "maerz": 3, "april": 4, "mai": 5, "juni": 6,
    "juno": 6, "juli": 7, "august": 8, "september": 9, "oktober": 10, "november": 11, "dezember": 12,
}  # fmt: skip
_SHORT_MONTHS = {
    "jan": 1, "jän": 1, "feb": 2, "febr": 2, "mär": 3, "mrz": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "sept": 9, "okt": 10, "nov": 11, "dez": 12,
}  # fmt: skip
_MONTH = "|".join(sorted((*MONTHS, *(f"{short}\\.?" for short in _SHORT_MONTHS)), key=len, reverse=True))
YEAR = r"(?:1[0-9]|20|21)\d\d"
YEAR_AFTER = (
    rf"(?:,?[ \u00a0](?:des Jahres )?(?P<year>{YEAR}|['’]\d\d)(?![\d.,]\d|\d|er\b|%| (?:Euro|Prozent|Millionen)))?"
)
_LINK = r"[ \u00a0]?(?:bis(?: zum| einschließlich)?|und(?: dem)?|auf den|oder(?: dem)?|[-–/])[ \u00a0]?"
FLAGS = re.IGNORECASE
_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}})\.?[ \u00a0]?(?:(?<=[. \u00a0])(?:{_LINK}(?P<last>\d{{1,2}})\.[ \u00a0]?))?"
    rf"(?P<month>{_MONTH})s?(?![\w]|-\w){YEAR_AFTER}",
    FLAGS,
)
_DAY_LISTED = re.compile(
    rf"(?P<day>\d{{1,2}})\.(?=(?:, \d{{1,2}}\.)+,? (?:und|oder|sowie|bis) \d{{1,2}}\.[ \u00a0]"
    rf"(?P<month>{_MONTH})(?!\w){YEAR_AFTER})",
    FLAGS,
)
SHORT_MONTH_YEAR = re.compile(
    rf"(?P<month>{'|'.join(_SHORT_MONTHS)})(?:\.[ \u00a0]?|(?<!jan) |/)(?P<year>{YEAR})(?!\d|[.,]\d)", FLAGS
)
_NUMERIC = re.compile(
    r"(?P<day>\d{1,2})\.[ \u00a0]?(?:(?P<fm>\d{1,2})\.)?(?:[ ]?(?:bis|[-–/])[ ]?(?P<last>\d{1,2})\.[ "
    r"\u00a0]?)?(?P<month>\d{1,2})\."
    r"(?:[ \u00a0]?(?P<year>\d{4})(?!\d)|(?P<short>\d{2})(?![\d:.]\d|\d))?(?!\d|\.\d)"
)
_ISO = re.compile(
    r"(?P<value>\d{4}(?P<sign>[-/.])[01]\d(?P=sign)[0-3]\d)"
    r"(?:[T ](?P<h>\d\d):(?P<m>\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
)
_SLASHED = re.compile(r"(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})(?!\d)")
_MONTH_YEAR = re.compile(rf"(?P<month>0?[1-9]|1[0-2])/(?P<year>(?!10){YEAR})(?!\d)")
_YEARS = re.compile(
    rf"(?P<low>{YEAR})(?:(?P<slash>[ ]?/[ ]?)|[ ]?[-–][ ]?| bis (?:zum Jahre? )?)(?P<high>{YEAR}|"
    rf"\d{{2}})(?![\d.,]\d|\d|\w|%|[- ](?:Prozent|Euro|Uhr|Jahr))"
)
_PLACED_YEAR = re.compile(
    rf"(?:(?<=Anfang.)|(?<=anfang.)|(?<=Mitte.)|(?<=mitte.))(?P<year>{YEAR})(?![\d.,]\d|\d|\w)|"
    rf"(?:(?<=Ende.)|(?<=ende.))(?P<late>{YEAR})(?![\d.,]\d|\d|\w)"
)
_BETWEEN_YEARS = re.compile(rf"(?<=wischen.)(?P<low>{YEAR}) und (?P<high>{YEAR})(?![\d.,]\d|\d|\w| (?:Euro|Prozent))")
_OLD_YEAR = re.compile(
    r"(?P<n>\d{1,4})[ \u00a0](?:(?P<bc>v\. ?Chr\.|vor Christus|v\. ?u\. ?Z\.)|n\. ?Chr\.|nach Christus)"
)
LAST_CENTURY = 31
_DECADE_BEFORE = ("Anfang der ", "Mitte der ", "Ende der ", "in den ")
_ALONE_DECADE = re.compile(r"\b[Dd]ie \d0er(?! [A-ZÄÖÜ]|[\w-])")
_CENTURY = re.compile(
    r"(?P<n>\d{1,2})\.(?:[ \u00a0]?(?:und|bis|oder|[-–/])[ \u00a0]?(?P<last>\d{1,2})\.)?[ \u00a0]?"
    r"(?:Jahrhunderts?|Jh\.|Jhdt?\.|Jhs\.)(?P<bc> v\. ?Chr\.| vor Christus)?(?: n\. ?Chr\.)?",
    FLAGS,
)
_DECADE = re.compile(
    r"(?:(?P<n>(?:1[0-9]|20)\d0|\d0)-?er)(?P<years>[ -]?(?:Jahren?|Jahres)|"
    r"(?= (?:und|bis|oder) \d0-?er[ -]?Jahr))?(?![\w-])|(?P<m>(?:1[0-9]|"
    r"20)\d0|\d0)-?ern(?!\w)"
)
HALF_YEAR = r"Halbjahr(?:e?s)?|Jahreshälfte|Hälfte des Jahres"
_QUARTER = re.compile(rf"(?P<n>[1-4])\.[ \u00a0]?(?P<sort>Quartals?|{HALF_YEAR}){YEAR_AFTER}(?!\w)", FLAGS)
_WEEK = re.compile(rf"(?P<n>\d{{1,2}})\.[ \u00a0](?:Kalenderwoche|KW)\b{YEAR_AFTER}")


def read_digits(text: str, start: int) -> Iterator[DateRead]:
    """Every form that a date at `start` can have, the likeliest first."""
    forms: tuple[Form, ...] = (
        (_ISO, iso_value), (_DAY_LISTED, _day_listed), (_DAY_MONTH, _day_month), (_NUMERIC, _numeric),
        (_SLASHED, _slashed), (_MONTH_YEAR, _month_year),
        (_YEARS, _years), (_BETWEEN_YEARS, _between_years), (_OLD_YEAR, _old_year), (_PLACED_YEAR, _placed_year),
        (_CENTURY, _century), (_DECADE, _decade), (_QUARTER, _quarter), (_WEEK, _week),
    )  # fmt: skip
    return read_forms(text, start, forms)


def _month_number(name: str) -> int:
    name = name.lower().rstrip(".")
    return MONTHS.get(name) or _SHORT_MONTHS[name]


def _day_month(match: re.Match[str]) -> str | None:
    return days_value(match, _month_number(match.group("month")))


def _day_listed(match: re.Match[str]) -> str | None:
    """ "7." in "am 7., 8. und 9. Juni"."""
    return day_value(int(match.group("day")), _month_number(match.group("month")), full_year(match.group("year")))


def short_month(match: re.Match[str]) -> str:
    """ "Okt. 1990"."""
    return month_value(_SHORT_MONTHS[match.group("month").lower()], match.group("year"))


def _numeric(match: re.Match[str]) -> str | None:
    month, year = int(match.group("month")), full_year(match.group("year") or match.group("short"))
    first = day_value(int(match.group("day")), int(match.group("fm") or month), year)
    if not match.group("last"):
        return None if match.group("fm") else first
    last = day_value(int(match.group("last")), month, year)
    return f"{first}/{last}" if first and last else None


def _slashed(match: re.Match[str]) -> str | None:
    return day_value(int(match.group("day")), int(match.group("month")), match.group("year"))


def _month_year(match: re.Match[str]) -> str:
    return month_value(int(match.group("month")), match.group("year"))


def _years(match: re.Match[str]) -> str | None:
    low, high = match.group("low"), match.group("high")
    high = low[:2] + high if len(high) == 2 else high
    if high <= low or (match.group("slash") and int(high) - int(low) > 1):
        return None
    return f"{low}/{high}"


def _between_years(match: re.Match[str]) -> str | None:
    low, high = match.group("low"), match.group("high")
    return f"{low}/{high}" if high > low else None


def _old_year(match: re.Match[str]) -> str:
    return f"BC{int(match.group('n')):04d}" if match.group("bc") else f"{int(match.group('n')):04d}"


def _placed_year(match: re.Match[str]) -> str:
    return match.group("year") or match.group("late")


def _century(match: re.Match[str]) -> str | None:
    number, last = int(match.group("n")), int(match.group("last") or 0)
    is_old = bool(match.group("bc"))
    if not 0 < number < LAST_CENTURY or (last and not number < last < LAST_CENTURY):
        return None
    first = century_value(number, before_christ=is_old)
    return f"{first}/{century_value(last, before_christ=is_old)}" if last else first


def _decade(match: re.Match[str]) -> str | None:
    number = match.group("n") or match.group("m")
    is_told = (
        match.group("years") is not None
        or match.group("m")
        or match.string[max(0, match.start() - 12) : match.start()].endswith(_DECADE_BEFORE)
        or _ALONE_DECADE.search(match.string, max(0, match.start() - 4), match.end() + 2) is not None
    )
    if len(number) == 2 and not is_told:
        return None
    return decade_value(int(number))


def _quarter(match: re.Match[str]) -> str | None:
    sort = "Q" if match.group("sort")[0] in "Qq" else "H"
    if sort == "H" and int(match.group("n")) > 2:
        return None
    return f"{full_year(match.group('year')) or 'XXXX'}-{sort}{match.group('n')}"


def _week(match: re.Match[str]) -> str:
    return f"{full_year(match.group('year')) or 'XXXX'}-W{int(match.group('n')):02d}"
