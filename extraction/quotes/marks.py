"""Pairs of quotation marks: which sign opens, which closes, and what to do with marks that have no partner.

Whether a pair is a quote is not decided here. One pass over the tokens of a paragraph, a stack of open marks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extraction.spans import Span

_SINGLE = "‚‘'›‹’"
_BEFORE_OPENER = " \t\u00a0\u202f\n([{–—-/:|"
_MAX_DEPTH = 8  # deeper nesting is broken text


class Passage(NamedTuple):
    """The tokens between two marks. `first`..`last` are the inner tokens, half open; the marks lie outside."""

    first: int
    last: int
    depth: int
    is_closed: bool  # False where the mark never closes inside its paragraph
    is_single: bool


class _Open(NamedTuple):
    token: int
    mark: str


def _opens(text: str, place: Span) -> bool:
    before = text[place.start - 1] if place.start else " "
    after = text[place.end] if place.end < len(text) else " "
    return (before in _BEFORE_OPENER or before in "„“»«\"‚›‹'‘") and not after.isspace()


def _closer_of(stack: Sequence[_Open], mark: str, pairs: Mapping[str, str]) -> int | None:
    """The place in the stack of the innermost mark that `mark` closes."""
    for depth in range(len(stack) - 1, -1, -1):
        if mark in pairs.get(stack[depth].mark, ""):
            return depth
    return None


def _starts(text: str, place: Span, mark: str, stack: Sequence[_Open], pairs: Mapping[str, str]) -> bool:
    """Whether `mark` opens a passage here, judged by its shape, its spaces and what is open already."""
    if mark not in pairs:
        return False
    if mark in "„‚":
        return _closer_of(stack, mark, pairs) is None or _opens(text, place)
    if _opens(text, place):
        return not _closes_with_space(text, place, mark, stack, pairs)
    if mark in _SINGLE or mark == "”":
        return False
    return _closer_of(stack, mark, pairs) is None and not _ends_word(text, place)


def _closes_with_space(text: str, place: Span, mark: str, stack: Sequence[_Open], pairs: Mapping[str, str]) -> bool:
    """The closing mark of "« Bonjour », dit-il": set off by a space, punctuation behind it."""
    depth = _closer_of(stack, mark, pairs)
    return depth is not None and place.end < len(text) and text[place.end] in ",.;:!?)"


def _ends_word(text: str, place: Span) -> bool:
    return place.start > 0 and not text[place.start - 1].isspace()


def find_passages(
    text: str, tokens: Sequence[Span], marks: Sequence[int], *, last: int, pairs: Mapping[str, str]
) -> list[Passage]:
    """Passages of one paragraph in text order; `marks` are its mark tokens, `last` its end in tokens."""
    stack: list[_Open] = []
    found: list[Passage] = []
    for index in marks:
        place = tokens[index]
        mark = text[place.start : place.end]
        if mark == "'" and "'" in (text[place.start - 1 : place.start], text[place.end : place.end + 1]):
            continue  # doubled, as wikis write italics
        if _starts(text, place, mark, stack, pairs) and len(stack) < _MAX_DEPTH:
            stack.append(_Open(index, mark))
            continue
        depth = _closer_of(stack, mark, pairs)
        if depth is None:
            continue
        opened = stack[depth]
        del stack[depth:]
        if opened.token + 1 < index:
            found.append(Passage(opened.token + 1, index, depth, True, opened.mark in _SINGLE))
    for depth, opened in enumerate(stack[:1]):
        if opened.mark not in _SINGLE and opened.token + 1 < last:
            found.append(Passage(opened.token + 1, last, depth, False, False))
    return sorted(_without_crossing(found))


def _without_crossing(found: Sequence[Passage]) -> list[Passage]:
    """An unclosed passage gives way to closed ones: it ends before the first of them."""
    kept = [passage for passage in found if passage.is_closed]
    for passage in found:
        if not passage.is_closed:
            later = [other.first - 1 for other in kept if other.first > passage.first]
            end = min(later, default=passage.last)
            if passage.first < end:
                kept.append(passage._replace(last=end))
    return kept
