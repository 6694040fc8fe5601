"""The rule that never bends: `text[start:end] == exact`, checked here for every door."""

from __future__ import annotations

import re
from bisect import bisect_left

import regex

from annotations.errors import SpanCutsCharacter, SpanMismatch, SpanOutsideText, shortened

CONTEXT_LENGTH = 32  # code points kept before and after a span
_GRAPHEME = regex.compile(r"\X")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# Far enough back from any place for grapheme rules to be in step again (long ZWJ families, flags).
_GRAPHEME_WINDOW = 64


def is_character_border(text: str, place: int) -> bool:
    """Whether `place` lies between two grapheme clusters, as a reader sees characters."""
    if place in (0, len(text)):
        return True
    # ASCII on both sides, other than CR LF (which canonical text does not have), is always a border.
    if text[place - 1] < "\x80" and text[place] < "\x80":
        return True
    if text[place - 1] == "\n":  # nothing joins a line feed
        return True
    start = max(text.rfind("\n", 0, place) + 1, place - _GRAPHEME_WINDOW)
    return any(match.end() == place for match in _GRAPHEME.finditer(text, start, min(len(text), place + 1)))


def check_span(text: str, *, start: int, end: int, exact: str | None = None) -> str:
    """The words at `[start, end)`. Raises an `InvalidSpan` if the place is none, or if `exact` says otherwise."""
    if not 0 <= start < end <= len(text):
        raise SpanOutsideText(start=start, end=end, length=len(text))
    found = text[start:end]
    if exact is not None and found != exact:
        raise SpanMismatch(start=start, end=end, found=shortened(found), expected=shortened(exact))
    if not (is_character_border(text, start) and is_character_border(text, end)):
        raise SpanCutsCharacter(start=start, end=end)
    return found


def context(text: str, *, start: int, end: int) -> tuple[str, str]:
    """The words just before and just after a span."""
    return text[max(0, start - CONTEXT_LENGTH) : start], text[end : end + CONTEXT_LENGTH]


class Utf16Map:
    """Turns places counted in UTF-16 units, as browsers and JVM clients count, into code points, and back."""

    def __init__(self, text: str) -> None:
        # Where each character beyond the BMP begins, in order: in code points, and in UTF-16 units.
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._starts = [index + before for before, index in enumerate(self._astral)]

    def to_utf16(self, place: int) -> int:
        return place + bisect_left(self._astral, place)

    def to_code_points(self, place: int) -> int:
        """Raises `SpanCutsCharacter` for a place between the two halves of a surrogate pair."""
        before = bisect_left(self._starts, place)
        if before and self._starts[before - 1] == place - 1:
            raise SpanCutsCharacter(start=place, end=place)
        return place - before
