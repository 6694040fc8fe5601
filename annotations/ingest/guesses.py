"""What a text says about itself: offered to the editor, never taken for granted."""

from __future__ import annotations

import datetime
import re

from annotations.partial_dates import parse_partial_date

_DATE_HEADER = re.compile(r"\s*date\s+(\d{4}(?:-\d{2}){0,2})\b")
_TITLE_LENGTH = 120  # code points of a headline; what is longer is running text
_FEWEST_WORDS = 4
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def date_header(text: str) -> tuple[datetime.date, str] | None:
    """The date of a leading "date 2023-09" header and its precision."""
    match = _DATE_HEADER.match(text)
    if match is None:
        return None
    try:
        return parse_partial_date(match[1])
    except ValueError:
        return None


def likely_title(text: str) -> str:
    """The first line if it is short enough for a headline, else the beginning of the first sentence."""
    first_line = _DATE_HEADER.sub("", text, count=1).strip().split("\n", 1)[0].strip()
    if len(first_line) <= _TITLE_LENGTH:
        return first_line
    # A dateline ("Seoul.") is no headline: the first sentence is the one with a few words in it.
    sentences = _SENTENCE_END.split(first_line, maxsplit=3)[:3]
    sentence = next((s for s in sentences if len(s.split()) >= _FEWEST_WORDS), sentences[0])
    if len(sentence) <= _TITLE_LENGTH:
        return sentence.rstrip(".")
    return sentence[:_TITLE_LENGTH].rsplit(" ", 1)[0] + " …"
