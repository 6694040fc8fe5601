"""German years written with digits and without a word of a date: seit 1998, um 1200, im Jahr 476."""

from __future__ import annotations

import re

from extraction.candidates import FigureKind
from extraction.figures.counted import noun_behind
from extraction.figures.model import Found, NumberRead
from extraction.figures.wordlist import words
from extraction.lang.de.clock import tells_change
from extraction.lang.de.figure_nouns import GRAMMAR, is_nounless
from extraction.lang.de.numerals import numeral

K = FigureKind
YEARS = range(1100, 2100)
MODERN_YEARS = range(1500, 2100)  # what a bare number can be without a word that places a year
_YEAR_BEFORE = words(
    "jahr jahre jahres jahren seit im von bis ab vor nach ende anfang mitte sommer winter herbst frühjahr "
    "frühling ins zum wm em olympia saison erst noch schon bereits und oder zuletzt spätestens"
)
# "der 1980 geborene Bankier", "die 1996 gegründete Firma"
_DATED_PARTICIPLE = re.compile(
    r" (?:[a-zäöüß]*ge[a-zäöüß]{2,}(?:t|en)|(?:be|er|ver|ent)[a-zäöüß]{3,}(?:t|en)|\w+iert)e[rnsm]? "
)
# Events that are told apart by their year: "bei den Bundestagswahlen 2009 neue Bündnisse"
_YEARLY = re.compile(
    r"(?:[wW]ahl(?:en)?|[mM]eisterschaft(?:en)?|[sS]piele[n]?|[tT]urniers?|[gG]ipfels?|[fF]estivals?|[sS]aison|[sS]pielzeit|"
    r"[hH]aushalts?|[pP]okals?|[kK]onferenz|[oO]lympia|[jJ]ahrgangs?)$"
)
# "1500 der weltweit 22.000 Stellen": a part of a greater number
PART_OF = re.compile(r" (?:der|von(?: den)?) (?:[a-zäöüß]+ ){0,2}\d")
_IN_YEAR = re.compile(r"\b(?:[Ii]m|[Dd]em|[Dd]es) Jahre?s? $")  # "im Jahr 476"


def match_year(text: str, start: int, read: NumberRead, last: str) -> Found | None:
    """The plain number at `start` as a year, `last` being the word before it."""
    if read.value in YEARS and read.end - start == 4:
        return _year(text, start, read, last)
    if read.end - start == 3 and _IN_YEAR.search(text, max(0, start - 12), start) and is_nounless(text, read.end):
        return Found(start, read.end, K.DATE, "year", f"{read.value:04d}", confidence=0.8)
    return None


def _year(text: str, start: int, read: NumberRead, last: str) -> Found | None:
    if last.lower() not in _YEAR_BEFORE and PART_OF.match(text, read.end):
        return None
    noun = noun_behind(GRAMMAR.phrase_right, text, read.end)
    phrase = text[noun.start : noun.end].split() if noun else []
    if _DATED_PARTICIPLE.match(text, read.end) or (phrase and (phrase[0][0].isdigit() or numeral(phrase[0]))):
        noun = None
    is_plural = noun is not None and phrase[-1].endswith(("en", "er", "e", "n", "s"))
    is_placed = last.lower() in _YEAR_BEFORE or _YEARLY.search(last) is not None
    if is_plural and not is_placed and not (len(phrase) > 1 and phrase[0].endswith("te")):
        return None
    if (
        last.lower() not in _YEAR_BEFORE
        and read.value not in MODERN_YEARS
        and not _is_old_year(text, start, read, last)
    ):
        return None
    confidence = 0.95 if last.lower() in _YEAR_BEFORE or noun is None else 0.8
    return Found(start, read.end, K.DATE, "year", str(read.value), confidence=confidence)


_FOUNDED = re.compile(
    r" (?:(?:erstmals|urkundlich|hier|dort) )*(?:erbaut|gegründet|errichtet|gebaut|erwähnt|geboren|gestorben|vollendet|"
    r"geweiht|zerstört|entstanden|gekrönt|hingerichtet)\b"
)


def _is_old_year(text: str, start: int, read: NumberRead, last: str) -> bool:
    """ "um 1200 entstand die Burg", "wurde 1250 erbaut"."""
    if last.lower() == "um":
        return read.value % 10 == 0 and is_nounless(text, read.end) and not tells_change(text, start)
    return _FOUNDED.match(text, read.end) is not None
