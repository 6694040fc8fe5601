"""Where and when an article was written, before its first sentence: "Wien, 12. Mai – ", "BERLIN (dpa) - "."""

from __future__ import annotations

import re

from extraction.lang.words import word_set

_LONGEST = 100  # code points
_MONTHS = "Jan|Feb|März|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez"
_WORD = r"[A-ZÄÖÜ][\w'’./-]*"
_DATELINE = re.compile(
    rf"(?P<place>{_WORD}(?: (?:am|an|der|im|in|ob|bei|den|und|{_WORD})){{0,5}})"
    r"(?: ?\((?P<bracket>[^()\n]{1,40})\))?"
    rf"(?P<date>,? \d{{1,2}}\. ?(?:\d{{1,2}}\. ?|(?:{_MONTHS})\w*\.? ?)(?:\d{{4}}|\d{{2}})?)?"
    r" ?[–—-] (?=[A-ZÄÖÜ„“\"»«])"
)
_DASHED = re.compile(r" [–—-] ")
_SENTENCE = re.compile(r"[^.!?\n]*")
_AGENCIES = word_set("""
    afp afp/dpa ansa ap ap/dpa apa ats awp belga bloomberg dapd ddp dpa dpa-afx dpa/afp dpa/ap dpa/tmn dts efe epd itar
    itar-tass kna ots pte reuters rtr sda sid tass taz upi xinhua
""")


def dateline_end(text: str, start: int, *, is_first: bool) -> int:
    """Code point behind the dateline with which the paragraph at `start` begins, `start` where it has none.

    A bare place is one at the article's head only, and where no second dash closes what the first one opens.
    """
    found = _DATELINE.match(text, start, min(len(text), start + _LONGEST))
    if found is None:
        return start
    place, bracket = found["place"], (found["bracket"] or "").lower()
    if found["date"] or bracket in _AGENCIES or (place.isupper() and len(place) > 2):
        return found.end()
    rest = _SENTENCE.match(text, found.end())
    is_alone = is_first and not bracket and " " not in place and rest is not None and not _DASHED.search(rest[0])
    return found.end() if is_alone else start
