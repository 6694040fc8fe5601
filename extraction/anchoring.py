"""Finds places of one text again in a changed version of it: in the stretch that stayed, by the words around, or
by what is left of the words. Knows spans and texts only."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice, pairwise

from extraction.spans import Span

# Code points, on both sides of a place together, that must agree with the words around it in the old text. Shorter
# agreement is chance: "12 " before and "." behind is found in every article.
CONTEXT_NEEDED = 12
CONTEXT_READ = 32  # code points read on each side
# Words this long that stand once in the new text are the same place, whatever stands around them.
TELLING_LENGTH = 24
SHARE_KEPT = 0.5  # of the letters and digits must have stayed for it to be the same place with other words
_OCCURRENCES_READ = 500
# Comparing word by word takes time with the product of both sides; beyond it only whole lines are compared.
_PAIRS_COMPARED = 25_000_000

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span is in the new text; `is_same` says that its words have not changed."""

    span: Span
    is_same: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of both texts in reading order: `old == new` where nothing changed, else what went and what came."""

    old: str
    new: str

    @property
    def is_same(self) -> bool:
        return self.old == self.new


class Alignment:
    """Which stretches of two texts are the same, found once for all their places."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        #: Where they begin in both texts, and their length; ascending in both.
        self._blocks = list(_merged(_blocks(old, new)))
        self._starts = [start for start, _new, _length in self._blocks]

    def find(self, span: Span) -> Place | None:
        """The place of `span` in the new text; None where it cannot be told. O(log n), plus a search if it moved."""
        aligned = self._aligned(span)
        exact = span.text(self.old)
        if aligned and aligned.text(self.new) == exact and self._agrees(span, aligned.start):
            return Place(aligned, is_same=True)
        near = aligned.start if aligned else round(span.start * len(self.new) / max(len(self.old), 1))
        if moved := self._elsewhere(span, exact, near):
            return Place(moved, is_same=True)
        if aligned and aligned.text(self.new) != exact and self._share_kept(span, aligned) >= SHARE_KEPT:
            return Place(aligned, is_same=False)
        return None

    def stretches(self) -> Iterator[Stretch]:
        """Both texts from beginning to end."""
        at_old = at_new = 0
        for old_start, new_start, length in [*self._blocks, (len(self.old), len(self.new), 0)]:
            if old_start > at_old or new_start > at_new:
                yield Stretch(self.old[at_old:old_start], self.new[at_new:new_start])
            if length:
                same = self.old[old_start : old_start + length]
                yield Stretch(same, same)
            at_old, at_new = old_start + length, new_start + length

    def _aligned(self, span: Span) -> Span | None:
        """The stretch of the new text that stands where `span` stood, without blanks at its ends."""
        start, end = self._image(span.start, closing=False), self._image(span.end, closing=True)
        words = self.new[start:end]
        start, end = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
        return Span(start, end) if start < end else None

    def _image(self, place: int, *, closing: bool) -> int:
        """Where a border of a span went. Inside a changed stretch: the end of that stretch that widens the span."""
        index = bisect_right(self._starts, place - closing) - 1
        before = self._blocks[index] if index >= 0 else (0, 0, 0)
        after = self._blocks[index + 1] if index + 1 < len(self._blocks) else (len(self.old), len(self.new), 0)
        old_start, new_start, length = before
        if place <= old_start + length:
            return new_start + place - old_start
        return after[1] if closing else new_start + length

    def _share_kept(self, span: Span, aligned: Span) -> float:
        """How much of the letters and digits of the larger of both places has stayed."""
        letters = max(_letters(span.text(self.old)), _letters(aligned.text(self.new)))
        first = max(0, bisect_right(self._starts, span.start) - 1)
        kept = 0
        for old_start, _new, length in islice(self._blocks, first, None):
            if old_start >= span.end:
                break
            kept += _letters(self.old[max(old_start, span.start) : min(old_start + length, span.end)])
        return kept / letters if letters else 0.0

    def _elsewhere(self, span: Span, exact: str, near: int) -> Span | None:
        """The same words at another place: those around agree best; of equals the nearest."""
        starts = list(_occurrences(exact, self.new))
        if len(exact) >= TELLING_LENGTH and len(starts) == 1:
            return Span(starts[0], starts[0] + len(exact))
        fitting = [start for start in starts if self._agrees(span, start)]
        if not fitting:
            return None
        best = max(fitting, key=lambda start: (self._agreement(span, start), -abs(start - near)))
        return Span(best, best + len(exact))

    def _agrees(self, span: Span, start: int) -> bool:
        return self._agreement(span, start) >= CONTEXT_NEEDED

    def _agreement(self, span: Span, start: int) -> int:
        """Code points around the span that are the same around `start`; an end of both texts counts as agreement."""
        end = start + span.end - span.start
        before = _common(
            self.old[max(0, span.start - CONTEXT_READ) : span.start][::-1],
            self.new[max(0, start - CONTEXT_READ) : start][::-1],
        )
        behind = _common(self.old[span.end : span.end + CONTEXT_READ], self.new[end : end + CONTEXT_READ])
        begins = CONTEXT_NEEDED if span.start == start == 0 else 0
        ends = CONTEXT_NEEDED if span.end == len(self.old) and end == len(self.new) else 0
        return before + behind + begins + ends


def _occurrences(words: str, text: str) -> Iterator[int]:
    start = text.find(words)
    for _count in range(_OCCURRENCES_READ):
        if start < 0:
            return
        yield start
        start = text.find(words, start + 1)


def _letters(words: str) -> int:
    return sum(character.isalnum() for character in words)


def _common(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


_Block = tuple[int, int, int]


def _blocks(old: str, new: str) -> Iterator[_Block]:
    """Stretches that are the same: whole lines first, and within lines that were changed, words."""
    old_lines, new_lines = _LINE.findall(old), _LINE.findall(new)
    old_starts, new_starts = _starts(old_lines), _starts(new_lines)
    matcher = SequenceMatcher(lambda line: not line.strip(), old_lines, new_lines, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield old_starts[i1], new_starts[j1], old_starts[i2] - old_starts[i1]
        elif tag == "replace":
            for old_span, new_span in _pairs(old_lines, new_lines, (i1, i2), (j1, j2)):
                old_range = old_starts[old_span[0]], old_starts[old_span[1]]
                new_range = new_starts[new_span[0]], new_starts[new_span[1]]
                for a, b, size in _same_words(old[slice(*old_range)], new[slice(*new_range)]):
                    yield old_range[0] + a, new_range[0] + b, size


def _starts(pieces: list[str]) -> list[int]:
    """Where each begins, and where the last one ends."""
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts


_Lines = tuple[int, int]


def _pairs(old_lines: list[str], new_lines: list[str], old: _Lines, new: _Lines) -> Iterator[tuple[_Lines, _Lines]]:
    """Which changed lines to compare: line by line where there are as many as before, else all with all."""
    if old[1] - old[0] != new[1] - new[0]:
        yield old, new
        return
    for i, j in zip(range(*old), range(*new), strict=True):
        yield (i, i + 1), (j, j + 1)


def _same_words(old: str, new: str) -> Iterator[_Block]:
    old_tokens, new_tokens = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(old_tokens) * len(new_tokens) > _PAIRS_COMPARED:
        return
    old_starts, new_starts = _starts(old_tokens), _starts(new_tokens)
    for a, b, size in SequenceMatcher(str.isspace, old_tokens, new_tokens).get_matching_blocks():
        if size:
            yield old_starts[a], new_starts[b], old_starts[a + size] - old_starts[a]


def _merged(blocks: Iterator[_Block]) -> Iterator[_Block]:
    """Neighbours that touch in both texts become one."""
    found = sorted(blocks)
    if not found:
        return
    old_start, new_start, length = found[0]
    for (_o, _n, _l), (next_old, next_new, next_length) in pairwise(found):
        if next_old == old_start + length and next_new == new_start + length:
            length += next_length
            continue
        yield old_start, new_start, length
        old_start, new_start, length = next_old, next_new, next_length
    yield old_start, new_start, length
