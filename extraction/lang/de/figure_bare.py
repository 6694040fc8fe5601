"""German numbers without a unit: ranks, years, labels and counts, told apart by what stands around them."""

from __future__ import annotations

import re

from extraction.candidates import FigureKind
from extraction.figures.counted import noun_behind
from extraction.figures.model import MULTIPLIERS, Blocked, Found, NumberRead, Outcome, scaled
from extraction.figures.quantity import Quantity
from extraction.figures.surroundings import stands_alone, words_before
from extraction.figures.wordlist import words
from extraction.lang.de.clock import is_hour_alone
from extraction.lang.de.date_forms import MONTHS
from extraction.lang.de.dates import WEEKDAYS
from extraction.lang.de.figure_ages import about_age, is_age
from extraction.lang.de.figure_labels import BODIES, CITIES, LABELS
from extraction.lang.de.figure_nouns import GRAMMAR, is_nounless
from extraction.lang.de.figure_ordinals import (
    ARTICLES,
    DETERMINERS,
    MAX_RANK_NUMBER,
    RANKS,
    match_ordinal,
    match_spelled_ordinal,
)
from extraction.lang.de.figure_years import PART_OF, YEARS, match_year
from extraction.spans import Span

K = FigureKind
_LETTER_TAIL = re.compile(r"(?:/\d+)?[\w-]*")
_OPENING = "(„“\"'»«‚‘[–-/"

_STREETS = re.compile(
    r"[\w.-]*(?:straße|strasse|str\.|weg|allee|gasse|ufer|chaussee|damm|pfad|steig|(?<!\A)platz|"
    r"(?<!\A)ring|(?<!\A)markt)$",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ]{1,4}$")
_DECADE_WORDS = words("anfang mitte ende")


def match_bare(text: str, start: int, floor: int, quantity: Quantity) -> Outcome:
    """A number written with digits that has no unit."""
    signed = quantity.signed_number(text, start, floor)
    if signed is None:
        return Blocked(_token_end(text, start))
    begin, read = signed
    if begin < start:
        return signed_figure(text, begin, read)
    before = words_before(text, start, 0)
    last = before[-1].lstrip(_OPENING) if before and not text[start - 1].isalnum() else ""
    following = text[read.end : read.end + 1]
    if following == "." and text[read.end + 1 : read.end + 2].isupper():
        return Blocked(read.end + 1)  # "1.FC"
    if spelled := match_spelled_ordinal(text, start, read):
        return spelled
    if following.isalpha() or (following in "-/" and following and text[read.end + 1 : read.end + 2].isalnum()):
        return _attached(text, start, read)
    if (read.is_share and read.value >= 1) or _is_version(text, start, read, last):
        return Blocked(read.end)
    if read.is_plain:
        special = _labelled(text, start, floor, read, last, before) or match_ordinal(text, start, read, last)
        if special is not None:
            return special
        if year := match_year(text, start, read, last):
            return year
        if read.value <= 24 and is_hour_alone(text, start, read.end):
            return Found(start, read.end, K.TIME, "clock", f"T{read.value:02d}:00", confidence=0.7)
    elif following == "." and isinstance(read.value, int) and last.lower() in ARTICLES:
        ordinal = match_ordinal(text, start, read, last)  # "der 1.000. Besucher"
        if ordinal is not None:
            return ordinal
    return _count(text, start, read, last)


def _is_version(text: str, start: int, read: NumberRead, last: str) -> bool:
    """ "Ubuntu 18.04", "Version 5.4": German decimals have a comma, so a stop behind a name is no decimal."""
    if read.is_plain or not _POINTED.fullmatch(text, start, read.end):
        return False
    return last[:1].isupper() or last.lower() in LABELS


_POINTED = re.compile(r"\d{1,2}\.\d{1,2}")


def _token_end(text: str, start: int) -> int:
    match = re.compile(r"[\w.,:/'’+-]+").match(text, start)
    return match.end() if match else start + 1


def signed_figure(text: str, start: int, read: NumberRead) -> Found:
    """A number with a sign: what a share has gained or lost, or just a number."""
    noun = noun_behind(GRAMMAR.phrase_right, text, read.end)
    if _AFTER_SHARE.search(text, max(0, start - 12), start) or _ROW_OF_SHARES.search(text, max(0, start - 160), start):
        return Found(start, read.end, K.PERCENT, "percent", read.value, unit="pp")
    kind = K.COUNT if noun is not None and isinstance(read.value, int) else K.NUMBER
    return Found(start, read.end, kind, "number", read.value, carrier="right", confidence=0.85)


_AFTER_SHARE = re.compile(r"(?:%|Prozent|Prozentpunkte) ?\((?:zuletzt |zuvor )?$")
# "auf 14,5 Prozent, die Grünen auf 12 (+0,5)": the unit is said once for the whole row.
_ROW_OF_SHARES = re.compile(r"(?:%|Prozent)(?![^.!?\n]*[.!?]\s)[^!?\n]*\d \($")
_CHANGE_AHEAD = re.compile(r" \((?:[+±−–-]\d|(?:plus|minus) \w)")
_HYPHEN_NOUN = re.compile(r"-(?P<noun>[A-ZÄÖÜ][a-zäöüß]+)(?=-[A-ZÄÖÜ])")


def _attached(text: str, start: int, read: NumberRead) -> Outcome:
    """ "12-Punkte-Plan" counts points; "129a", "5G" and "747-400" are names."""
    size = MULTIPLIERS.get(text[read.end])
    if size and stands_alone(text, start, read.end + 1):
        return Found(start, read.end + 1, K.NUMBER, "number", scaled(read.value, size), confidence=0.6)
    noun = _HYPHEN_NOUN.match(text, read.end)
    if noun and noun.group("noun").endswith(("e", "en", "er", "n", "s")):
        return Found(start, noun.end(), K.COUNT, "bound_bound", read.value, counted=Span(*noun.span("noun")))
    tail = _LETTER_TAIL.match(text, read.end)
    return Blocked(tail.end() if tail else read.end)


def _labelled(text: str, start: int, floor: int, read: NumberRead, last: str, before: list[str]) -> Outcome:
    lower = last.lower()
    if text[start] == "0" and read.end - start > 1:
        return Blocked(_phone_end(text, start) if read.end - start > 2 else read.end)
    if RANKS.match(last) and read.value < 1000:
        if lower.startswith(("nr", "nummer")) and not _is_number_one(before, int(read.value)):
            return Blocked(read.end)
        place = text.rfind(last, floor, start)
        if place >= 0:
            return Found(place, read.end, K.ORDINAL, "rank", read.value, carrier="", confidence=0.93)
    if _is_label(lower) or _STREETS.match(last) or _ONE_LETTER.match(last):
        return Blocked(_list_end(text, read.end))
    if read.end - start >= SHORTEST_CODE and lower in ("die", "unter") and is_nounless(text, read.end):
        return Blocked(read.end)
    if lower == "tempo":
        return Found(start - len(last) - 1, read.end, K.SPEED, "speed", read.value, unit="km/h")
    if lower in _DECADE_WORDS and read.value in range(20, 101, 10):
        return about_age(start - len(last) - 1, read.end, int(read.value), lower)
    if lower == "nummern" or (last and last[0] == "+" and last[1:].isdigit()):
        return Blocked(_phone_end(text, start))
    if _is_postcode(text, start, read, before):
        return Blocked(read.end)
    return None


_LABEL_ENDINGS = re.compile(r"(?:linien?|gleise?|hallen?|nummern?|artikeln?|kapiteln?)$")
_ONE_LETTER = re.compile(r"(?:[A-ZÄÖÜ]|[A-ZÄÖÜ]{1,3}-[A-ZÄÖÜ]{1,2})$")
_LIST = re.compile(
    r"(?:(?:, | und | oder | bis | sowie |-|–)\d+[a-z]?(?![\w.,]\d|\w| [A-ZÄÖÜa-z]*(?:Uhr|Prozent|Euro)))+"
)
_LABEL_RANGE = re.compile(r"(?P<low>\d{1,4})(?: bis | und |-|–)(?P<high>\d{1,4})(?![\w,.:]\d|\w)")
_NUMBER = re.compile(r"(?:[Nn]ummer|[Nn]r)")
SHORTEST_CODE = 5  # digits without separators that are dialled rather than counted


def _is_label(lower: str) -> bool:
    return lower in LABELS or lower.startswith("§") or _LABEL_ENDINGS.search(lower) is not None


def match_label_range(text: str, start: int, floor: int) -> Outcome:
    """ "Seiten 10 bis 20" counts no pages, "Platz 3 bis 5" are ranks."""
    match = _LABEL_RANGE.match(text, start)
    before = words_before(text, start)[-1:] if match else []
    if match is None or not before:
        return None
    last, low, high = before[0].lstrip(_OPENING), int(match.group("low")), int(match.group("high"))
    if RANKS.match(last) and low < high and " und " not in match.group() and not _NUMBER.match(last):
        place = text.rfind(last, floor, start)
        return Found(place, match.end(), K.ORDINAL, "rank", min=low, max=high, confidence=0.93) if place >= 0 else None
    is_label = _is_label(last.lower()) or _NUMBER.match(last) or _STREETS.match(last)
    return Blocked(match.end()) if is_label and is_nounless(text, match.end()) else None


def _list_end(text: str, end: int) -> int:
    """The end of a list of labels: "Artikel 3 und 4"."""
    match = _LIST.match(text, end)
    if match is None or noun_behind(GRAMMAR.phrase_right, text, match.end()):
        return end
    return match.end()


def _is_number_one(before: list[str], value: int) -> bool:
    """ "die Nummer 3 der Weltrangliste" is a rank, "Bebauungsplan Nr. 217" a label."""
    return value <= MAX_RANK_NUMBER and len(before) > 1 and before[-2].lower() in DETERMINERS | {"als"}


def _phone_end(text: str, start: int) -> int:
    match = re.compile(r"[\d/ ()-]*\d").match(text, start)
    return match.end() if match else start + 1


def _is_postcode(text: str, start: int, read: NumberRead, before: list[str]) -> bool:
    if read.end - start not in (4, 5):
        return False
    following = re.compile(r" ([A-ZÄÖÜ]\w+)").match(text, read.end)
    if following is None:
        return False
    is_after_address = len(before) > 1 and any(_STREETS.match(word.strip(",")) for word in before[-4:])
    return is_after_address or (following.group(1) in CITIES and (read.end - start == 5 or read.value not in YEARS))


_SCALES = frozenset({"stärke", "magnitude", "windstärke", "note", "schulnote"})  # "ein Beben der Stärke 6"
_PLACED_IN_TIME = frozenset((*MONTHS, *WEEKDAYS, "jahr", "jahre", "abend", "morgen", "nacht"))
_NOT_LABELLING = re.compile(
    r"(?:Der|Die|Das|Den|Dem|Im|In|Am|An|Auf|Aus|Bei|Mit|Nach|Seit|Von|Vom|Vor|Zu|Und|Oder|Für|Gegen|Um|"
    r"Unter|"
                            r"Über|Zwischen|Insgesamt|Nur|Rund|Etwa|Knapp|Fast|Mehr|Bis|Alle|Je|Davon|"
                                r"Ca|Weitere|Es|Sie|Er|Wir|Ab|Sogar|Noch|Ebenfalls|"
                            r"Weil|Durch|Ohne|Dabei|Dazu|Darunter|Mindestens|Höchstens|Nach|Genau|Gut|"
                                r"Ganze|Gerade|Bereits|Zusammen|Etwas|Ungefähr|Allein|Erst)$")  # fmt: skip


_NAME_OPENED = re.compile(r"[„“»‚][^„“”»«‚‘\n.!?,;:]{0,24}$")


def _is_quoted_name(text: str, start: int, end: int) -> bool:
    """ "die „documenta 12“": a number that ends a short quoted name."""
    return text[end : end + 1] in "“”«‘" and _NAME_OPENED.search(text, max(0, start - 26), start) is not None


def _is_labelling(last: str) -> bool:
    """Whether a word is a noun that a bare number behind it numbers: "Halle 3"."""
    if not last[:1].isupper() or not last[-1:].isalnum():
        return False
    return last.lower() not in _PLACED_IN_TIME | _SCALES and not _NOT_LABELLING.match(last)


def _count(text: str, start: int, read: NumberRead, last: str) -> Outcome:
    if _CHANGE_AHEAD.match(text, read.end) and _ROW_OF_SHARES.search(f"{text[max(0, start - 160) : read.end]} ("):
        return Found(start, read.end, K.PERCENT, "percent", read.value, unit="%", carrier="measure", confidence=0.85)
    if read.is_plain and is_age(text, start, read):
        return Found(start, read.end, K.AGE, "age", read.value, unit="year", confidence=0.85)
    noun = noun_behind(GRAMMAR.phrase_right, text, read.end)
    is_name = read.is_plain and not PART_OF.match(text, read.end) and not (noun is not None and last in BODIES)
    if is_name and read.value < 10_000 and (_ABBREVIATION.match(last) or (noun is None and _is_labelling(last))):
        return Blocked(read.end)
    if noun is None and is_name and (_ABBREVIATION.match(last) or _is_quoted_name(text, start, read.end)):
        return Blocked(read.end)
    is_whole = isinstance(read.value, int) and ("," not in text[start : read.end] or read.magnitude > 1)
    kind = K.COUNT if noun is not None or is_whole else K.NUMBER
    return Found(start, read.end, kind, "count", read.value, carrier="right", confidence=0.92 if noun else 0.75)
