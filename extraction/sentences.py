"""Where one sentence ends and the next begins, inside one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from extraction.spans import Span

_CLOSERS = re.escape("\"'“”’‘»«›‹)]")
_OPENERS = re.escape("\"'„“‚‘»«›‹([–—-") + r"\s"
# White space ends a sentence, or its absence before a capital: "… ging er.Danach …".
_NO_SPACE = r"(?<=[a-zäöüß]{2}[.!?])(?=[A-ZÄÖÜ][a-zäöü])"
# Possessive, and only at the first of several stops: rows of dots or blanks are gone through once.
_BOUNDARY = re.compile(rf"(?<![.!?…])[.!?…]++(?:[{_CLOSERS}]*+\s++|{_NO_SPACE})(?=[{_OPENERS}]*+([^\W_]\w*))")
_BEFORE = re.compile(r"([^\W_]+)$")
_ENDS_NUMBER = re.compile(r"\d[:,]$")
_LOOK_BACK = 24  # code points before a full stop in which its word is looked for
_DATE_HEADER = re.compile(r"\s*date\s+\d{4}(?:-\d{2}){0,2}\s+(?=\S)")
_MOST_ORDINAL_DIGITS = 2  # "3. Oktober", "21. Jahrhundert"


def header_end(text: str) -> int:
    """Code point behind the "date 2023-09" some agencies put before a text, in its first sentence; 0 without one."""
    found = _DATE_HEADER.match(text)
    return found.end() if found else 0


def split_sentences(text: str, *, span: Span, lang: str) -> Iterator[Span]:
    """Sentences of the paragraph `span`, final punctuation and closing marks included."""
    abbreviations: Any = import_module(f"extraction.lang.{lang}.abbreviations")
    start = span.start
    for match in _BOUNDARY.finditer(text, span.start, span.end):
        following = match.group(1)
        if following[0].islower() or (match.start(1) >= span.end):
            continue
        if text[match.start()] == "." and not _ends(text, start, match.start(), following, abbreviations):
            continue
        yield Span(start, match.start() + len(match.group().rstrip()))
        start = match.end()
    if start < span.end:
        yield Span(start, span.end)


def _ends(text: str, start: int, stop: int, following: str, abbreviations: Any) -> bool:
    """Whether the full stop at `stop` ends a sentence rather than an abbreviation or an ordinal."""
    if text.startswith("...", stop):
        return True
    before = _BEFORE.search(text, max(start, stop - _LOOK_BACK), stop)
    if before is None:
        return True
    word = before.group(1)
    lower = word.lower()
    begins = following.lower() in abbreviations.STARTERS
    if lower in abbreviations.NEVER_LAST and not (len(word) > 1 and word.islower() and begins):
        return False
    if word.isdigit():
        if _ENDS_NUMBER.search(text, start, before.start()):
            return True  # "endete 2:2. Kern traf", "stieg auf 1,5. Kern sagte": no ordinal
        is_long = len(word) > _MOST_ORDINAL_DIGITS
        return begins or (is_long and not _is_counted(text, start, before.start(), abbreviations))
    if len(word) == 1 or lower in abbreviations.SOMETIMES_LAST or (word.isupper() and set(word) <= set("IVX")):
        return begins
    return True


def _is_counted(text: str, start: int, number: int, abbreviations: Any) -> bool:
    """ "ihres 100. Geburtstages": a longer number is an ordinal behind an article, where a year would have none."""
    before = _BEFORE.search(text, max(start, number - _LOOK_BACK), max(start, number - 1))
    return before is not None and before.group(1).lower() in abbreviations.BEFORE_ORDINALS
