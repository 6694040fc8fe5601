"""German times of day: 18 Uhr, 7.30 Uhr, halb acht, Viertel nach drei, fünf vor zwölf Uhr."""

from __future__ import annotations

import re

from extraction.candidates import FigureKind
from extraction.figures.calendar import DateRead, clock_value
from extraction.figures.model import Found, Outcome, whole
from extraction.figures.surroundings import stands_alone, words_before
from extraction.lang.de.figure_scores import is_ratio
from extraction.lang.de.numerals import numeral

_PART = (
    r"(?: (?P<part>morgens|früh|vormittags|mittags|nachmittags|abends|nachts|in der Früh|"
    r"(?:am (?:frühen |späten )?(?:Morgen|Vormittag|Mittag|Nachmittag|Abend)|in der Nacht)"
    r"(?!\w| (?:de[sr]|zu[mr]?|auf|vo[mnr])\b)))?"
)
_DIGITAL = re.compile(
    rf"(?P<h>\d{{1,2}})(?:[.:](?P<m>\d{{2}})(?:[.:](?P<s>\d{{2}}))?)?[ \u00a0]?Uhr(?!\w)"
    rf"(?:[ \u00a0](?P<late>\d{{1,2}})(?!\d|[.,]\d| (?:Prozent|Euro|Menschen)))?{_PART}",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?:h(?!\w))?(?![\d:]){_PART}")
_COMPACT = re.compile(r"(?P<h>[01]?\d|2[0-4])h(?P<m>[0-5]\d)(?!\w)")
_WORDS = re.compile(rf"(?P<h>[^\W\d_]{{2,20}}) Uhr(?!\w){_PART}", re.IGNORECASE)
_LATE_WORD = re.compile(r" ([^\W\d_]{3,20}|\d\d)(?!\w)")
_HALF = re.compile(
    rf"(?P<base>halb|dreiviertel|drei viertel|viertel(?: (?P<way>nach|vor))?) (?P<h>[^\W\d_]{{2,6}}|"
    rf"\d{{1,2}})(?P<uhr> Uhr)?(?!\w){_PART}",
    re.IGNORECASE,
)
_OFF = re.compile(
    rf"(?P<n>[^\W\d_]{{3,20}}|\d{{1,2}})(?: (?:Minuten?))? (?P<way>nach|vor) (?P<half>halb "
    rf")?(?P<h>[^\W\d_]{{2,6}}|\d{{1,2}})(?P<uhr> Uhr)?(?!\w){_PART}",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"(?P<h>\d{1,2})(?:[.:](?P<m>\d{2}))?(?: Uhr)?[ \u00a0]?(?:bis|und|[-–])[ "
    r"\u00a0]?(?P<h2>\d{1,2})(?:[.:](?P<m2>\d{2}))?[ \u00a0]?Uhr(?!\w)",
    re.IGNORECASE,
)
_BARE_RANGE = re.compile(
    r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d) ?(?:bis|und|[-–]) ?(?P<h2>[01]?\d|2[0-4]):(?P<m2>[0-5]\d)(?![\d:])"
)
# "um 13.00" without Uhr; a unit behind it makes it a quantity.
_POINTED = re.compile(
    r"(?P<h>[01]?\d|2[0-4])\.(?P<m>[0-5]\d)(?![\d.,]\d|\d|\s?(?:[%€$]|Uhr|uhr|US|Euro|Prozent|Grad|\w*[Mm]eter|Kilo|Dollar|Franken|Mio|Mrd|Millio|Millia|Punkte|Cent|Pfund))"
)
# "um 14 und 16 Uhr" are two times; only the last says so.
_LISTED = re.compile(
    r"(?P<h>\d{1,2})(?:[.:](?P<m>\d\d))?(?=(?:(?:,| und| oder|, und) (?:um )?\d{1,2}(?:[.:]\d\d)?){1,5} Uhr\b)"
)
_WORD_RANGE = re.compile(
    rf"(?P<h>[^\W\d_]{{3,10}})(?: Uhr)? (?:bis|und) (?P<h2>[^\W\d_]{{3,10}}|\d{{1,2}}) Uhr(?!\w){_PART}"
)
_UNTIL = re.compile(r" bis (?:gegen |etwa )?|(?<=r)[-–]")
_LONG = re.compile(  # "2:05:41 Stunden", "1:54,32 Minuten"; with a comma also without the unit
    r"(?P<a>\d{1,3}):(?P<b>[0-5]\d)(?::(?P<c>[0-5]\d))?(?P<part>,\d{1,3}(?!\d))?"
    r"(?: (?P<unit>Stunden|Minuten|Std\.?|Min\.?|h|min)(?!\w)|(?(part)|(?!)))"
)
_LATE_PARTS = ("nachmittags", "abends", "nachmittag", "abend")
_AT_WORDS = frozenset({"um", "gegen", "ab", "bis", "seit", "nach", "vor", "kurz", "zwischen", "punkt"})
_RACED = re.compile(  # "in 2:05:41", without a word of time
    r"(?P<a>\d{1,2}):(?P<b>[0-5]\d):(?P<c>[0-5]\d)(?P<part>,\d{1,3})?(?P<unit>)(?![\d:]| ?[Uu]hr|[.,]\d)"
)
_RACED_IN = re.compile(r"\b(?:[Ii]n|[Mm]it|Zeit von|[Nn]ach) $")
_HOUR_ALONE = re.compile(r"(?P<h>[^\W\d_]{3,6}|\d{1,2})(?= (?:morgens|abends|nachts|früh)\b)")
_CHANGED = re.compile(
    r"\b(?:st[ie]{2}g\w*|sank\w*|sink\w*|fiel\w*|fällt|erhöh\w*|verringer\w*|w[uä]chs\w*|kletter\w*|leg(?:t|te|ten)|nahm\w*|"
    r"reduzier\w*|kürz\w*|schrumpf\w*|Plus|Minus|Erhöhung|Rückgang|Anstieg)\b[^.!?]*$"
)
_AFTER_HOUR = re.compile(r"\s*$|[.,;!?)](?!\d)")
_NO_HOUR = frozenset({"ein", "eine", "einer", "null"})


def match_clock(text: str, start: int, floor: int) -> Outcome:
    """The time of day at `start`, or the span of time between two."""
    del floor
    if text[start].isdigit():
        long = _LONG.match(text, start)
        if long is None and _RACED_IN.search(text, max(0, start - 10), start):
            long = _RACED.match(text, start)
        if long is not None:
            return _length(start, long)
        if is_ratio(text, start) or _is_score(text, start):
            return None
        match = _RANGE.match(text, start) or _BARE_RANGE.match(text, start)
        pointed = _POINTED.match(text, start)
        if pointed is not None and _is_at(text, start):
            value = clock_value(int(pointed.group("h")), int(pointed.group("m")))
            return Found(start, pointed.end(), FigureKind.TIME, "clock", value, confidence=0.8) if value else None
        if match is not None:
            found = _range(text, start, match)
            if found is not None:
                return found
    elif (words := _word_range(text, start)) is not None:
        return words
    listed = _LISTED.match(text, start)
    if listed is not None:
        value = clock_value(int(listed.group("h")), int(listed.group("m") or 0))
        return Found(start, listed.end(), FigureKind.TIME, "clock", value) if value else None
    clock = read_clock(text, start)
    if clock is None:
        return None
    until = _UNTIL.match(text, clock.end)
    second = read_clock(text, until.end()) if until else None
    if second is not None:
        return Found(start, second.end, FigureKind.TIME, "clock_range", min=clock.value, max=second.value)
    return Found(start, clock.end, FigureKind.TIME, "clock", clock.value, confidence=0.95)


def _word_range(text: str, start: int) -> Found | None:
    """ "acht bis zehn Uhr", "zwischen acht und zehn Uhr abends"."""
    match = _WORD_RANGE.match(text, start)
    hours = (_hour(match.group("h")), _hour(match.group("h2"))) if match else (None, None)
    if match is None or hours[0] is None or hours[1] is None or match.group("h").lower() in _NO_HOUR - {"null"}:
        return None
    if " und " in match.group() and not any(word.lower() == "zwischen" for word in words_before(text, start)[-2:]):
        return None
    low, high = (clock_value(_by_part(hour, match.group("part"))) for hour in hours if hour is not None)
    return Found(start, match.end(), FigureKind.TIME, "clock_range", min=low, max=high)


_AFTER_SCORE = re.compile(r"\d:\d{1,2} \($")
_PLAYED = re.compile(
    r"\b(?:gewann\w*|gewonnen|sieg(?:t\w*|en)|Siege?s?|besiegt\w*|geschlagen|verlor\w*|unterlag\w*|Niederlage|Endstand|"
    r"Halbzeit|Remis|[Ee]s stand|stand es|steht es|trennten|durchgesetzt|Unentschieden)\b"
)
_BARE_PAIR = re.compile(r"\d{1,2}:\d\d(?![\d:]| Uhr)")


def _is_score(text: str, start: int) -> bool:
    """ "mit 22:20 gewonnen", and what stands in brackets behind a score, are no times of day."""
    if not _BARE_PAIR.match(text, start):
        return False
    if _AFTER_SCORE.search(text, max(0, start - 8), start):
        return True
    return not _is_time_place(text, start) and _PLAYED.search(text, max(0, start - 50), start + 40) is not None


_AT = re.compile(r"(?<!\w)(?:um|kurz vor|kurz nach|schlag) $", re.IGNORECASE)


def _is_at(text: str, start: int) -> bool:
    return _AT.search(text, max(0, start - 11), start) is not None


def _length(start: int, match: re.Match[str]) -> Found:
    """ "1:45 Stunden" is no time of day."""
    first, second, third = (int(match.group(name) or 0) for name in "abc")
    is_hours = match.group("unit")[0] in "Sh" if match.group("unit") else match.group("c") is not None
    part = float((match.group("part") or "0").replace(",", "."))
    seconds = (first * 3600 + second * 60 + third if is_hours else first * 60 + second) + part
    unit, size = ("h", 3600) if is_hours else ("min", 60)
    return Found(
        start, match.end(), FigureKind.DURATION, "duration", whole(seconds / size), unit=unit, carrier="measure"
    )


def _range(text: str, start: int, match: re.Match[str]) -> Found | None:
    low = clock_value(int(match.group("h")), int(match.group("m") or 0))
    high = clock_value(int(match.group("h2")), int(match.group("m2") or 0))
    is_and = " und " in match.group()
    if is_and and not any(word.lower() == "zwischen" for word in words_before(text, start)[-2:]):
        return None
    return Found(start, match.end(), FigureKind.TIME, "clock_range", min=low, max=high) if low and high else None


def read_clock(text: str, start: int) -> DateRead | None:
    """One time of day."""
    if text[start : start + 1].isdigit():
        for pattern in (_DIGITAL, _BARE, _COMPACT):
            match = pattern.match(text, start)
            if match is not None:
                return _digital(match)
    for pattern, build in ((_WORDS, _words), (_HALF, _half), (_OFF, _off)):
        match = pattern.match(text, start)
        clock = build(match, text) if match else None
        if clock is not None:
            return clock
    return _alone(text, start)


def _alone(text: str, start: int) -> DateRead | None:
    match = _HOUR_ALONE.match(text, start)
    hour = _hour(match.group("h")) if match else None
    if match is None or hour is None or match.group("h").lower() in _NO_HOUR:
        return None
    part = text[match.end() + 1 : match.end() + 8]
    stop = match.end() + 1 + len(re.match(r"\w+", part).group())  # type: ignore[union-attr]
    value = clock_value(_by_part(hour, text[match.end() + 1 : stop]))
    return DateRead(stop, value) if value else None


def is_hour_alone(text: str, start: int, end: int) -> bool:
    """Whether the bare number at `start` is an hour: "kommt um acht.", but not "sank um acht."."""
    if text[max(0, start - 9) : start].lower() == "um punkt ":
        return True
    if not _is_at(text, start) or not _AFTER_HOUR.match(text, end):
        return False
    return not tells_change(text, start)


def tells_change(text: str, start: int) -> bool:
    """Whether the sentence before `start` speaks of rise or fall, so that "um" tells by how much."""
    return _CHANGED.search(text, max(0, start - 80), start) is not None


def _by_part(hour: int, part: str | None) -> int:
    part = (part or "").lower().rpartition(" ")[2]
    if part in _LATE_PARTS and hour < 12:
        return hour + 12
    if part in ("mittags", "mittag") and hour < 4:
        return hour + 12
    return 0 if part in ("nachts", "nacht") and hour == 12 else hour


def _digital(match: re.Match[str]) -> DateRead | None:
    groups = match.groupdict()
    minute = groups.get("m") or groups.get("late") or "0"
    end = match.end()
    if groups.get("late") and int(minute) > 59:
        end, minute = match.start("late") - 1, "0"
    hour = _by_part(int(match.group("h")), groups.get("part"))
    second = int(groups["s"]) if groups.get("s") else None
    value = clock_value(hour, int(minute), second)
    return DateRead(end, value) if value else None


def _hour(word: str) -> int | None:
    if word.isdigit():
        return int(word) if int(word) <= 24 else None
    value = numeral(word)
    if value is None or value.sort not in ("card", "article") or value.value > 24:
        return None
    return int(value.value)


def _words(match: re.Match[str], text: str) -> DateRead | None:
    hour = _hour(match.group("h"))
    if hour is None:
        return None
    end, minute = match.end(), 0
    late = None if match.group("part") else _LATE_WORD.match(text, end)
    number = _minutes(late.group(1)) if late else None
    if late and number is not None and number <= 59:
        end, minute = late.end(), number
    return _read(end, clock_value(_by_part(hour, match.group("part")), minute))


def _read(end: int, value: str | None) -> DateRead | None:
    return DateRead(end, value) if value else None


def _half(match: re.Match[str], text: str) -> DateRead | None:
    hour = _hour(match.group("h"))
    if hour is None or not 1 <= hour <= 12 or match.group("h").lower() in _NO_HOUR:
        return None
    hour = _by_part(hour, match.group("part"))
    base, way = match.group("base").lower(), match.group("way")
    if way:
        return _read(match.end(), clock_value(hour, 15) if way == "nach" else clock_value((hour - 1) % 24, 45))
    if base == "viertel" and not (match.group("uhr") or match.group("part") or _is_time_place(text, match.start())):
        return None
    minute = {"halb": 30, "viertel": 15}.get(base, 45)
    return _read(match.end(), clock_value((hour - 1) % 24, minute))


def _is_time_place(text: str, start: int) -> bool:
    before = words_before(text, start)[-1:]
    return bool(before) and before[0].lower() in _AT_WORDS


def _off(match: re.Match[str], text: str) -> DateRead | None:
    """ "zehn nach drei", "fünf vor halb vier": only after "um" or with "Uhr", else it counts something."""
    minutes, hour = _minutes(match.group("n")), _hour(match.group("h"))
    if minutes is None or hour is None or not 1 <= minutes <= 29:
        return None
    is_told = match.group("uhr") or match.group("half") or match.group("part")
    alone = stands_alone(text, *match.span())
    if not (is_told or alone or _is_time_place(text, match.start())):
        return None
    total = _by_part(hour, match.group("part")) * 60 - (30 if match.group("half") else 0)
    total += minutes if match.group("way").lower() == "nach" else -minutes
    return _read(match.end(), clock_value(total // 60 % 24, total % 60))


def _minutes(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    value = numeral(word)
    return int(value.value) if value and value.sort == "card" else None
