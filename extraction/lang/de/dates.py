"""German dates: the words of a date, what belongs to it on its left, ranges of two, and the time of day behind it."""

from __future__ import annotations

import re

from extraction.candidates import FigureKind
from extraction.figures.calendar import (
    DateRead,
    century_value,
    day_value,
    decade_value,
    full_year,
    month_value,
    with_year_of,
)
from extraction.figures.model import Blocked, Found, Outcome
from extraction.figures.surroundings import stands_alone, words_before
from extraction.figures.wordlist import words
from extraction.lang.de.clock import read_clock
from extraction.lang.de.date_forms import (
    FLAGS,
    HALF_YEAR,
    MONTHS,
    SHORT_MONTH_YEAR,
    YEAR,
    YEAR_AFTER,
    read_digits,
    short_month,
)
from extraction.lang.de.numerals import fold, numeral

WEEKDAYS = {
    "montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6, "sonnabend": 6,
    "sonntag": 7,
}  # fmt: skip
_SEASONS = {"frühling": "SP", "frühjahr": "SP", "sommer": "SU", "herbst": "FA", "winter": "WI"}
_SEASONS |= {f"{part}{season}": sign for part in ("früh", "hoch", "spät") for season, sign in _SEASONS.items()}
_DAY_PARTS = {
    "morgen": "MO", "früh": "MO", "vormittag": "MO", "mittag": "MI", "nachmittag": "AF", "abend": "EV", "nacht": "NI",
}  # fmt: skip
_WEEKDAY_TAIL = re.compile(r",? ?(?:der|den|dem)? ?(?=\d)")
_RANGE_LINK = re.compile(
    r"[ \u00a0]?(?:bis(?: zum| einschließlich)?|[-–]|/(?=[A-ZÄÖÜ]))[ \u00a0]?(?:(?:Anfang|Mitte|Ende) )?"
)
_AND_LINK = re.compile(r" und (?:dem )?")
_CLOCK_LINK = re.compile(r"(?:,? um |, | )")  # behind "gegen", "kurz nach" or "ab" the time is a figure of its own
_NIGHT_BEFORE = re.compile(r"\bNacht (?:zum|auf(?: den)?) $")  # the hours of which mostly belong to the day before
_WORD = re.compile(r"[^\W\d_]+")
_OF_YEAR = re.compile(
    r"[ \u00a0](?:des )?(?:(?P<near>dieses)|(?P<past>vergangenen|vorigen|letzten|vorletzten)|"
    r"(?P<next>kommenden|nächsten)) Jahres(?!\w)"
)
_WORD_MONTH = re.compile(rf"(?P<month>{'|'.join(MONTHS)})(?!\w|-\w){YEAR_AFTER}", FLAGS)
_AHEAD = words("kommenden kommender kommende kommendem nächsten nächster nächste nächstem darauffolgenden übernächsten")
_BEHIND = words(
    "vergangenen vergangener vergangene vergangenem letzten letzter letzte letztem vorigen voriger vorige vorletzten"
)
_NEARBY = words("diesen dieser dieses diesem")
_PARTS = words("anfang mitte ende")
_OF = words("des der dieses diesen")
_BARE_SEASON_AFTER = words(
    "im Im seit Seit bis Bis vom Vom ab Ab diesen Diesen dieses nächsten vergangenen letzten kommenden "
    "Anfang Mitte Ende"
)
_BARE_MONTH_AFTER = _BARE_SEASON_AFTER | words("jeden Jeden von Von zwischen Zwischen und oder zum des")
_WEEK_SIGN = re.compile(r"(?:(?<=KW )|(?<=Kalenderwoche ))(?P<n>\d{1,2})(?![\w.,]\d|\w)")
SHORTEST_WITH_YEAR = 6
_EDITION = re.compile(
    r"(?:Profil|Version|Kapitel|Abschnitt|Ziffer|Release|Standard|Stufe|Firmware|Tabelle|Abbildung|Anlage|Punkt)s? $"
)
_SHORT_WEEKDAY = re.compile(r"(?<!\w)(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?,? $")


def match_date(text: str, start: int, floor: int) -> Outcome:
    """The date at `start`, with the words before it that belong to it, the date it ranges to, and the time of day."""
    week = _WEEK_SIGN.match(text, start)
    if week is not None:
        return _week_sign(text, start, week)
    first = _read(text, start)
    if first is None:
        return None
    if first.end - start < SHORTEST_WITH_YEAR and _EDITION.search(text, max(0, start - 16), start):
        return Blocked(first.end)
    first = _of_century(text, _of_year(text, _of_spelled_year(text, first)))
    begin, forward = _reach_back(text, start, floor)
    short = _SHORT_WEEKDAY.search(text, max(floor, start - 5), start) if len(first.value) == 10 else None
    begin = short.start() if short else begin
    forward = first.forward if forward is None else forward
    if "/" in first.value:
        low, high = first.value.split("/")
        return Found(begin, first.end, FigureKind.DATE, "date_range", min=low, max=high, forward=forward)
    second = _range_end(text, start, first)
    if second is not None:
        low = with_year_of(first.value, second.value)
        return Found(begin, second.end, FigureKind.DATE, "date_range", min=low, max=second.value, forward=forward)
    is_night = _NIGHT_BEFORE.search(text, max(floor, start - 20), start)
    end, value = (first.end, first.value) if is_night else _with_clock(text, first)
    return Found(begin, end, FigureKind.DATE, "date", value, forward=forward, confidence=_confidence(value))


def _confidence(value: str) -> float:
    return 0.9 if len(value) == 4 else 0.97


def _of_year(text: str, date: DateRead) -> DateRead:
    """ "21. Mai dieses Jahres" is one date."""
    match = _OF_YEAR.match(text, date.end) if date.value.startswith("XXXX-") else None
    if match is None:
        return date
    return date._replace(end=match.end(), forward=None if match.group("near") else bool(match.group("next")))


_SPELLED_YEAR = re.compile(r" ([^\W\d_]{12,45})(?!\w)")


def _of_spelled_year(text: str, date: DateRead) -> DateRead:
    """ "3. Oktober neunzehnhundertneunzig"."""
    match = _SPELLED_YEAR.match(text, date.end) if date.value.startswith("XXXX-") else None
    year = numeral(match.group(1)) if match else None
    if match is None or year is None or year.sort != "card" or not 1100 <= year.value < 2100:
        return date
    return date._replace(end=match.end(), value=f"{year.value}{date.value[4:]}")


_OF_CENTURY = re.compile(r" des (?P<n>1?\d|2[01])\. (?:Jahrhunderts|Jh\.)")


def _of_century(text: str, date: DateRead) -> DateRead:
    """ "Neunzigerjahre des 19. Jahrhunderts": the decade is that century's."""
    match = _OF_CENTURY.match(text, date.end) if len(date.value) == len("199X") and date.value[-1] == "X" else None
    if match is None or not date.value[:3].isdigit():
        return date
    return date._replace(end=match.end(), value=f"{int(match.group('n')) - 1:02d}{date.value[2]}X")


def _week_sign(text: str, start: int, match: re.Match[str]) -> Found:
    """ "KW 34"."""
    begin = text.rindex("K", 0, start)
    return Found(begin, match.end(), FigureKind.DATE, "date", f"XXXX-W{int(match.group('n')):02d}")


def _with_clock(text: str, date: DateRead) -> tuple[int, str]:
    link = _CLOCK_LINK.match(text, date.end)
    if link is None or not _can_have_clock(date.value):
        return date.end, date.value
    clock = read_clock(text, link.end())
    if clock is None or (link.group() == " " and clock.value.startswith("T0X")):
        return date.end, date.value
    day, _, part = date.value.partition("T")
    return clock.end, day + _of_part(clock.value, part)


def _of_part(clock: str, part: str) -> str:
    """ "Freitagabend um 8 Uhr" is 20:00."""
    hour = int(clock[1:3])
    is_late = hour < 12 and (part in ("AF", "EV") or (part == "NI" and hour > 8))
    return f"T{hour + 12}{clock[3:]}" if is_late else clock


def _can_have_clock(value: str) -> bool:
    return value.startswith("XXXX-WXX-") or (len(value) == 10 and value[8:].isdigit())


def _range_end(text: str, start: int, first: DateRead) -> DateRead | None:
    link = _RANGE_LINK.match(text, first.end)
    if link is None and any(word.lower() == "zwischen" for word in words_before(text, start)[-4:]):
        link = _AND_LINK.match(text, first.end)
    if link is None or "T" in first.value:
        return None
    second = _read(text, link.end())
    if second is None or "/" in second.value or len(second.value) != len(first.value):
        return None
    return second


def _reach_back(text: str, start: int, floor: int) -> tuple[int, bool | None]:
    """Takes "vergangenen", "Anfang", "Ende des" into the span; says whether they point ahead or back."""
    begin, forward = start, None
    for _ in range(3):
        space = begin - 1
        if space <= floor or text[space] not in " \u00a0":
            break
        place = max(text.rfind(sign, floor, space) for sign in ' \u00a0\n(„"“') + 1
        word = text[max(place, floor) : space].lower()
        if word in _AHEAD or word in _BEHIND or word in _NEARBY:
            forward = True if word in _AHEAD else False if word in _BEHIND else None
        elif word in _OF:
            if text[max(floor, place - 7) : place].strip().split(" ")[-1].lower() not in _PARTS:
                break
        elif word not in _PARTS:
            break
        begin = max(place, floor)
    return begin, forward


def _read(text: str, start: int) -> DateRead | None:
    if text[start : start + 1].isdigit():
        return next(read_digits(text, start), None)
    match = _WORD.match(text, start, start + 40)
    return _read_word(text, start, match.group().lower()) if match else None


def _read_word(text: str, start: int, word: str) -> DateRead | None:
    end = start + len(word)
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return _hyphen_decade(text, end, word)
    if word in MONTHS:
        return _bare_month(text, start)
    short = SHORT_MONTH_YEAR.match(text, start)
    if short is not None:
        return DateRead(short.end(), short_month(short))
    season = _SEASONS.get(word)
    if season:
        return _season(text, start, end, season)
    weekday = _weekday(text, start, word)
    return weekday or _spelled(text, end, word)


def _bare_month(text: str, start: int) -> DateRead | None:
    match = _WORD_MONTH.match(text, start)
    if match is None:
        return None
    month, year = match.group("month"), full_year(match.group("year"))
    if year is None:
        before = words_before(text, start)[-1:]
        is_placed = bool(before) and before[0].lstrip('(„"') in _BARE_MONTH_AFTER
        following = text[match.end() : match.end() + 2]
        if not is_placed and following[:1] == " " and following[1:].isupper():
            return None
        if month == "August" and before and before[0][0].isupper() and not is_placed:
            return None
    value = month_value(MONTHS[month.lower()], year)
    return DateRead(match.end(), value)


_PAPER = re.compile(r"(?:Welt|Bild|Rundschau|NZZ|Zeitung|Presse|Post) am $")
_SPACED_PART = re.compile(rf" ({'|'.join(sorted(_DAY_PARTS, key=len, reverse=True))})\b", FLAGS)
_SEASON_YEAR = re.compile(rf"[ \u00a0](?P<year>{YEAR}|['’]\d\d)(?:/(?P<next>\d\d(?:\d\d)?))?(?![\d.,]\d|\d)")


def _season(text: str, start: int, end: int, season: str) -> DateRead | None:
    year = _SEASON_YEAR.match(text, end)
    if year:
        return DateRead(year.end(), f"{full_year(year.group('year'))}-{season}")
    before = words_before(text, start)[-1:]
    is_placed = bool(before) and (before[0] in _BARE_SEASON_AFTER or before[0].lower() in _AHEAD | _BEHIND | _NEARBY)
    if not stands_alone(text, start, end) and not (is_placed and text[start].isupper()):
        return None
    return DateRead(end, f"XXXX-{season}")


def _weekday(text: str, start: int, word: str) -> DateRead | None:
    if word == "sonntag" and _PAPER.search(text, max(0, start - 16), start):
        return None
    stem = word.removesuffix("s")
    part = next((part for part in _DAY_PARTS if stem.endswith(part) and stem[: -len(part)] in WEEKDAYS), "")
    number = WEEKDAYS.get(stem[: -len(part)] if part else stem)
    if number is None:
        return None
    end = start + len(word)
    spaced = _SPACED_PART.match(text, end)
    if spaced and not part:
        part, end = spaced.group(1).lower(), spaced.end()
    tail = _WEEKDAY_TAIL.match(text, end)
    date = next(read_digits(text, tail.end()), None) if tail else None
    if date is not None and len(date.value) == 10:
        return date._replace(value=f"{date.value}T{_DAY_PARTS[part]}") if part else date
    return DateRead(end, f"XXXX-WXX-{number}" + (f"T{_DAY_PARTS[part]}" if part else ""))


_SPELLED_TAIL = re.compile(
    rf"[ \u00a0](?:(?P<month>{'|'.join(MONTHS)})(?!\w|-\w){YEAR_AFTER}|(?P<century>Jahrhunderts?)\b"
    r"(?P<bc> v\. ?Chr\.| vor Christus)?)",
    FLAGS,
)
_QUARTER_TAIL = re.compile(rf"[ \u00a0](?P<sort>Quartals?|{HALF_YEAR})(?!\w){YEAR_AFTER}", FLAGS)
_PART_BEFORE = re.compile(r"\b(?:[Aa]nfang|[Mm]itte|[Ee]nde) der $")  # "Ende der Achtziger"
_DECADE_TAIL = re.compile(r"[ -](?:Jahren?|jahren?)\b|(?= (?:und|bis|oder) (?:frühen )?[a-zöüß]+iger[ -]Jahr)")


def _spelled(text: str, end: int, word: str) -> DateRead | None:
    """Ordinal words before a month, century or quarter; "neunziger Jahre"."""
    value = numeral(word)
    if value is not None and value.sort == "ord":
        tail = _SPELLED_TAIL.match(text, end)
        if tail and tail.group("century"):
            century = century_value(int(value.value), before_christ=tail.group("bc") is not None)
            return DateRead(tail.end(), century) if value.value <= 30 else None
        if tail:
            date = day_value(int(value.value), MONTHS[tail.group("month").lower()], full_year(tail.group("year")))
            return DateRead(tail.end(), date) if date else None
        quarter = _QUARTER_TAIL.match(text, end)
        if quarter and value.value <= (4 if quarter.group("sort")[0] in "Qq" else 2):
            sort = "Q" if quarter.group("sort")[0] in "Qq" else "H"
            year = full_year(quarter.group("year")) or "XXXX"
            return DateRead(quarter.end(), f"{year}-{sort}{value.value}")
        return None
    return _decade_word(text, end, word)


def _decade_word(text: str, end: int, word: str) -> DateRead | None:
    glued = re.fullmatch(r"(.+?)er(n|jahren?)?", word)
    base = numeral(glued.group(1)) if glued else None
    if glued is None or base is None or base.sort != "card" or not (base.value == 0 or 10 <= base.value <= 2090):
        return None
    if base.value % 10:
        return None
    if glued.group(2):
        return DateRead(end, decade_value(int(base.value))) if glued.group(2) != "n" or base.value >= 20 else None
    tail = _DECADE_TAIL.match(text, end)
    if tail is None and not _PART_BEFORE.search(text, max(0, end - len(word) - 11), end - len(word)):
        return None
    return DateRead(tail.end() if tail else end, decade_value(int(base.value)))


def _hyphen_decade(text: str, end: int, word: str) -> DateRead | None:
    return _decade_word(text, end, word) if fold(word).endswith("er") else None
