"""German words that are a share by themselves: die Hälfte, Zweidrittelmehrheit."""

from __future__ import annotations

import re

from extraction.candidates import FigureKind
from extraction.figures.counted import noun_behind
from extraction.figures.model import Blocked, Found, Outcome
from extraction.figures.surroundings import words_before
from extraction.lang.de.figure_nouns import GRAMMAR
from extraction.lang.de.numerals import decimal_words, fold

K = FigureKind
_ARTICLE = re.compile(r"(?:[Dd]ie|[Dd]er) $")
_NAMED_HALF = re.compile(  # of a game or a body: it counts nothing
    r"(?:erste|zweite|obere|untere|andere|beide|nördliche|südliche|bessere|vordere|hintere)[rnms]?"
)
_HALF = re.compile(r"[Hh]älfte(?!\w)")
_MAJORITY = re.compile(r"(?P<share>[^\W\d_]{9,20}?)-?[Mm]ehrheit(?:en)?(?!\w)")


def match_share(text: str, start: int, floor: int) -> Outcome:
    """A share in one word, which begins at `start`."""
    if half := _HALF.match(text, start):
        return _half(text, start, half.end(), floor)
    if majority := _MAJORITY.match(text, start):
        share = decimal_words(fold(majority.group("share")))
        return Found(*majority.span(), K.RATIO, "fraction", share, confidence=0.85) if share and share < 1 else None
    return None


def _half(text: str, start: int, end: int, floor: int) -> Outcome:
    before = words_before(text, start)[-1:]
    if before and _NAMED_HALF.fullmatch(before[0]):
        return Blocked(end)
    article = _ARTICLE.search(text, max(floor, start - 4), start)
    confidence = 0.93 if noun_behind(GRAMMAR.genitive_right, text, end) else 0.8
    begin = article.start() if article else start
    return Found(begin, end, K.RATIO, "fraction", 0.5, carrier="share", confidence=confidence)
