"""German ranks and ordinal numbers written with digits: Platz 3, der 60. Geburtstag, der 21ste."""

from __future__ import annotations

import re

from extraction.candidates import FigureKind
from extraction.figures.counted import noun_behind
from extraction.figures.model import Blocked, Found, NumberRead, Outcome
from extraction.figures.surroundings import stands_alone
from extraction.figures.wordlist import words
from extraction.lang.de.figure_nouns import GRAMMAR, STARTERS

K = FigureKind
MAX_RANK_NUMBER = 200
MAX_ORDINAL = 1099  # a greater number before a stop is a year at the end of a sentence
RANKS = re.compile(
    r"(?:(?:tabellen|listen|start|medaillen|weltranglisten|spitzen|abstiegs|relegations|podest|"
    r"aufstiegs|mittelfeld)?platz"
    r"|(?:tabellen|weltrang)?rang|plätzen?|rängen?|(?:start)?position|nummer|nr\.?)$",
    re.IGNORECASE,
)
DETERMINERS = words(
    "der die das dem den des zum zur am im beim vom ein eine einen einem einer seinen seinem seiner seine "
    "ihrem ihren ihrer ihre ihres ihr sein seines mein unser unserem unseren diesen dieser diesem jeden jeder jedem"
)
ARTICLES = words("der die das den dem des zum zur")
_DAY_BEFORE = words("am vom zum bis ab")
_DAY_ONLY = re.compile(
    r"\s*$|[,;)]| (?:bis|um|ab|und|oder|auf|an|in)\b| (?:des|dieses|jedes|eines jeden) Monats\b|\s+(?:\d{1,2}\.)"
)
_WHOLE_NOUN_LEFT_OUT = words("den seinen ihren")  # "er feierte den 60."
_RANKED_VERBS = words("wurde wurden wird werden")  # "sie wurde 16. und"
_ORDINAL_TAIL = re.compile(r"\.(?=[ \u00a0](?P<next>[\w„\"]+))")
# The minute of a goal: "Kane (12., 45.+2)"
_OF_PLAY = re.compile(r"\.(?:\+\d{1,2})?(?=[),;/])|(?P<told>\.\+\d{1,2}\.?)(?= \w*[Mm]inute)")
_IN_BRACKET = re.compile(r"\((?:[^()\n]{0,16}[,/;] ?)?$")
LAST_MINUTE = 130
_SPELLED_TAIL = re.compile(r"-?s?te[rnsm]?(?!\w)")


def match_spelled_ordinal(text: str, start: int, read: NumberRead) -> Found | None:
    """ "am 3ten Tag", "das 21ste Mal": the ending a number has when it is spoken."""
    tail = _SPELLED_TAIL.match(text, read.end) if isinstance(read.value, int) and read.value > 0 else None
    if tail is None or (read.is_plain and read.value > MAX_ORDINAL):
        return None
    return Found(start, tail.end(), K.ORDINAL, "ordinal", read.value, carrier="right", confidence=0.9)


def match_ordinal(text: str, start: int, read: NumberRead, last: str) -> Outcome:
    """A number with a stop that ends no sentence; `last` is the word before it."""
    if text[read.end : read.end + 1] != ".":
        return None
    minute = _OF_PLAY.match(text, read.end) if read.value <= LAST_MINUTE else None
    if minute is not None and (minute.group("told") or _IN_BRACKET.search(text, max(0, start - 24), start)):
        return Found(start, minute.end(), K.ORDINAL, "ordinal", read.value, confidence=0.85)
    if last.lower() in _DAY_BEFORE and 1 <= read.value <= 31 and _DAY_ONLY.match(text, read.end + 1):
        return Found(start, read.end + 1, K.DATE, "date", f"XXXX-XX-{read.value:02d}", confidence=0.75)
    if stands_alone(text, start - len(last) - 1 if last.lower() in DETERMINERS else start, read.end + 1):
        return Found(start, read.end + 1, K.ORDINAL, "ordinal", read.value, confidence=0.7)
    match = _ORDINAL_TAIL.match(text, read.end)
    if match is None or (last.lower() in _WHOLE_NOUN_LEFT_OUT and match.group("next") in STARTERS):
        is_left_out = last.lower() in _WHOLE_NOUN_LEFT_OUT | _RANKED_VERBS and read.value <= MAX_RANK_NUMBER
        if match is None and read.value > (17 if last.lower() in ("wird", "werden") else 40) and last in _RANKED_VERBS:
            return None  # "er wird 80.": nobody is expected to come in that late
        return Found(start, read.end + 1, K.ORDINAL, "ordinal", read.value, confidence=0.75) if is_left_out else None
    noun = noun_behind(GRAMMAR.phrase_right, text, read.end + 1)
    if noun is None and not (
        last.lower() in DETERMINERS | _RANKED_VERBS and match.group("next").lstrip('„"')[:1].islower()
    ):
        return None
    if noun is not None and re.match(
        r"(?:Bundesliga|FC\w?|FSV|SC|SV|Liga|FFC|BC|Mai|HFC|TSV|VfL|BFC)\b", text[noun.start : noun.start + 14]
    ):
        return Blocked(noun.end)
    if read.value > MAX_ORDINAL and last.lower() not in ARTICLES:
        return None
    return Found(start, read.end + 1, K.ORDINAL, "ordinal", read.value, carrier="right", confidence=0.93)
