"""German scores and ratios of two numbers: 3:1, im Verhältnis 3 zu 1."""

from __future__ import annotations

import re

from extraction.candidates import FigureKind
from extraction.figures.model import Found, Outcome, whole
from extraction.figures.surroundings import words_before
from extraction.figures.wordlist import words
from extraction.lang.de.numerals import MAGNITUDES, numeral

K = FigureKind
_COLON = re.compile(r"(?P<a>\d{1,3})[ ]?:[ ]?(?P<b>\d{1,3})(?![\d:]|[.,]\d)")
_SCALE = re.compile(r"1[ ]?:[ ]?(?P<b>\d{1,3}(?:[.’' ]\d{3})+|\d{4,9})(?![\d:]|[.,]\d)")  # of a map: 1:25 000
_SPOKEN = re.compile(
    r"(?P<a>\d{1,3}|[^\W\d_]{3,12})[ \u00a0](?:zu|gegen)[ \u00a0](?P<b>\d{1,3}|[^\W\d_]{3,12})(?![\w-])"
)
_ODDS = re.compile(
    r"(?:1|[Ee]ins)(?: ?: ?| zu )(?P<count>\d[\d.]*(?:,\d+)?|einer?)"
    r"(?:(?<=\.\d{3})|(?<=\.\d{3}\.\d{3})| (?P<size>Million|Millionen|Milliarden?|Billionen?|Tausend))(?![\w:]|[.,]\d)"
)
_RATIO_BEFORE = words("verhältnis verhältnis: maßstab mischungsverhältnis quote")
_GAME = re.compile(
    r"\b(?:gewann\w*|gewinn\w*|sieg\w*|Sieg|siegte\w*|verlor\w*|unterlag\w*|Niederlage\w*|besiegt\w*|"
    r"schlug\w*|Remis|"
                   r"Unentschieden|endete|stand|steht|Spiel\w*|Stimmen|stimmte\w*|führt\w*|mit|beim|"
                       r"vom|zum|nach|Endstand|Ergebnis)\b")  # fmt: skip


def match_score(text: str, start: int, floor: int) -> Outcome:
    del floor
    if odds := _ODDS.match(text, start):
        count = 1 if odds.group("count")[0] == "e" else float(odds.group("count").replace(".", "").replace(",", "."))
        size = MAGNITUDES[odds.group("size").lower()] if odds.group("size") else 1
        return Found(*odds.span(), K.RATIO, "ratio", 1 / (count * size))
    if text[start].isdigit():
        match = _COLON.match(text, start)
        if match is not None:
            return _pair(text, start, match.end(), int(match.group("a")), int(match.group("b")))
        if scale := _SCALE.match(text, start):
            return Found(*scale.span(), K.RATIO, "ratio", 1 / int(re.sub(r"\D", "", scale.group("b"))))
    match = _SPOKEN.match(text, start)
    if match is None:
        return None
    left, right = _value(match.group("a")), _value(match.group("b"))
    if (
        left is None
        or right is None
        or (not _GAME.search(text, max(0, start - 60), start + 60) and not is_ratio(text, start))
    ):
        return None
    return _pair(text, start, match.end(), left, right)


def _value(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    value = numeral(word)
    return int(value.value) if value and value.sort == "card" else None


def is_ratio(text: str, start: int) -> bool:
    """Whether the words before a pair of numbers make it a ratio."""
    return any(word.lower().strip("(,„") in _RATIO_BEFORE for word in words_before(text, start)[-3:])


def _pair(text: str, start: int, end: int, left: int, right: int) -> Found:
    if is_ratio(text, start) and right:
        return Found(start, end, K.RATIO, "ratio", whole(left / right))
    return Found(start, end, K.SCORE, "score", f"{left}:{right}", confidence=0.9)
