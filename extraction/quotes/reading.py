"""A document as the quote layer reads it: words, passages in quotation marks, units and their segments.

A *unit* is a sentence whose end does not fall inside quotation marks. A *segment* is a stretch of a unit between
commas, colons or dashes that stand outside marks and brackets. All places here count tokens, half open.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from extraction.document import Document
from extraction.lang.base import LanguagePack
from extraction.quotes.grammar import Clause
from extraction.quotes.marks import Passage, find_passages
from extraction.sentences import header_end
from extraction.spans import Span

_SEPARATORS = frozenset(",;:–—-")
_DASHES = frozenset("–—-")
_MARK_SIGNS = frozenset("„“”\"»«›‹‚‘’'")
_END_SIGNS = frozenset(".!?…")
_MAX_UNIT_TOKENS = 400  # longer "sentences" are tables or broken text: read piecewise, so that time stays linear


@dataclass(slots=True)
class Segment:
    """Tokens between two separators; `before` and `after` are those separators, "" at the unit's ends."""

    first: int
    last: int
    before: str
    after: str
    passage: Passage | None = None  # set where the segment is nothing but a passage in marks
    clause: Clause | None = None  # read at first need; see `Reading.clause`

    def part(self, first: int, last: int, *, before: str | None = None, after: str | None = None) -> Segment:
        """A piece of the segment, as if the given separators stood at its ends."""
        return Segment(first, last, self.before if before is None else before, self.after if after is None else after)


@dataclass(slots=True)
class Unit:
    index: int
    first: int
    last: int
    paragraph: int
    passages: list[Passage] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)


class Reading:
    """Words and structure of one document; built once, read by every pattern."""

    def __init__(self, document: Document, pack: LanguagePack) -> None:
        self.document = document
        self.text = document.text
        self.pack = pack
        self.tokens = document.tokens
        text = self.text
        self.words = [text[start:end] for start, end in self.tokens]
        self.lower = [word.lower() for word in self.words]
        self.noted: dict[str, frozenset[str]] = {}  # what a pack has found out about the whole text
        self._starts = [start for start, _ in self.tokens]
        self._body = header_end(text)
        self.paragraph_tokens = [self._token_range(span) for span in document.paragraphs]
        self.passages = self._find_passages()
        self.units = self._find_units()
        self.opened_at = {p.first - 1: p for unit in self.units for p in unit.passages}
        self.unit_of_token = [unit.index for unit in self.units for _ in range(unit.first, unit.last)]

    def _token_range(self, span: Span) -> tuple[int, int]:
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def span(self, first: int, last: int) -> Span:
        """Code points of the tokens `first`..`last`, half open; the range must not be empty."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def phrase(self, first: int, last: int) -> str:
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def clause(self, unit: Unit, segment: Segment) -> Clause:
        if segment.clause is None:
            segment.clause = self.pack.read_clause(self, segment, is_unit_start=segment.first == unit.segments[0].first)
        return segment.clause

    # -- passages

    def _find_passages(self) -> list[list[Passage]]:
        marks = [i for i, word in enumerate(self.words) if word in _MARK_SIGNS]
        found = []
        position = 0
        for first, last in self.paragraph_tokens:
            here = []
            while position < len(marks) and marks[position] < last:
                if marks[position] >= first:
                    here.append(marks[position])
                position += 1
            found.append(
                find_passages(self.text, self.tokens, here, last=last, pairs=self.pack.quotation_marks) if here else []
            )
        return found

    def opens_with_mark(self, paragraph: int) -> bool:
        if paragraph >= len(self.paragraph_tokens):
            return False
        first, last = self.paragraph_tokens[paragraph]
        return first < last and self.words[first] in _MARK_SIGNS

    # -- units

    def _find_units(self) -> list[Unit]:
        units: list[Unit] = []
        sentences = self.document.sentences
        position = 0
        for number, (paragraph, (first, last)) in enumerate(
            zip(self.document.paragraphs, self.paragraph_tokens, strict=True)
        ):
            ends = self._dateline(paragraph, is_first=number < 2)  # below a headline, too
            while position < len(sentences) and sentences[position].end <= paragraph.end:
                ends.append(bisect_left(self._starts, sentences[position].end))
                position += 1
            passages = self._bounded(number, ends)
            for unit_first, unit_last in _unit_ranges(first, last, ends, passages):
                unit = Unit(len(units), unit_first, unit_last, number)
                unit.passages = [p for p in passages if unit_first <= p.first and p.last <= unit_last]
                unit.segments = self._segments(unit)
                units.append(unit)
        return units

    def _dateline(self, paragraph: Span, *, is_first: bool) -> list[int]:
        """The token behind "Wien, 12. Mai –", which is a unit of its own and no part of the first sentence."""
        end = start = max(paragraph.start, self._body)
        if self.pack.dateline_end is not None:
            end = self.pack.dateline_end(self.text, start, is_first=is_first)
        return [bisect_left(self._starts, end)] if paragraph.start < end < paragraph.end else []

    def _bounded(self, paragraph: int, ends: list[int]) -> list[Passage]:
        """Passages of a paragraph; one that never closes ends with its sentence unless the speech goes on below."""
        bounded = []
        first_token = self.paragraph_tokens[paragraph][0]
        for passage in self.passages[paragraph]:
            goes_on = passage.first == first_token + 1 and self.opens_with_mark(paragraph + 1)
            if not passage.is_closed and not goes_on:
                end = next((e for e in ends if e > passage.first), passage.last)
                passage = passage._replace(last=min(end, passage.last))
            if passage.first < passage.last:
                bounded.append(passage)
        return bounded

    def _segments(self, unit: Unit) -> list[Segment]:
        segments: list[Segment] = []
        outer = _outermost(unit.passages)
        skip_to = {p.first - 1: min(p.last + p.is_closed, unit.last) for p in outer}
        words = self.words
        has_bracket = ")" in words[unit.first : unit.last]
        start, before, depth = unit.first, "", 0
        index = unit.first
        while index < unit.last:
            if index in skip_to:
                index = skip_to[index]
                continue
            word = words[index]
            if word == "(" and has_bracket:
                depth += 1
            elif word == ")":
                depth = max(0, depth - 1)
            elif depth == 0 and word in _SEPARATORS and self._separates(index):
                segments.append(Segment(start, index, before, word))
                start, before = index + 1, word
            index += 1
        end = unit.last
        while end > start and words[end - 1] in _END_SIGNS:
            end -= 1
        segments.append(Segment(start, end, before, ""))
        # A unit of nothing but signs ("........") is one segment: no unit is without.
        segments = [s for s in segments if s.first < s.last] or [Segment(unit.first, unit.last, "", "")]
        if self.pack.split_segments is not None:
            segments = self.pack.split_segments(self, unit, segments)
        by_first = {p.first - 1: p for p in outer}
        for segment in segments:
            passage = by_first.get(segment.first)
            if passage and segment.last <= passage.last + 1:
                segment.passage = passage
        return segments

    def _separates(self, index: int) -> bool:
        if self.words[index] not in _DASHES:
            return True
        start, end = self.tokens[index]
        return self.text[start - 1 : start].isspace() and self.text[end : end + 1].isspace()


def _outermost(passages: list[Passage]) -> list[Passage]:
    outer: list[Passage] = []
    for passage in passages:
        if not outer or passage.first >= outer[-1].last:
            outer.append(passage)
    return outer


def _unit_ranges(first: int, last: int, ends: list[int], passages: list[Passage]) -> list[tuple[int, int]]:
    """Sentence ranges in tokens, joined where an end falls inside a passage and cut where they grow too long."""
    ranges = []
    start = first
    outer = _outermost(passages)
    position = 0
    for end in ends or [last]:
        while position < len(outer) and outer[position].last < end:
            position += 1
        inside = position < len(outer) and outer[position].first < end <= outer[position].last - 1
        if not inside and end > start:
            ranges.append((start, end))
            start = end
    if start < last:
        ranges.append((start, last))
    return [piece for whole in ranges for piece in _pieces(*whole)]


def _pieces(first: int, last: int) -> list[tuple[int, int]]:
    if last - first <= _MAX_UNIT_TOKENS:
        return [(first, last)]
    return [(start, min(start + _MAX_UNIT_TOKENS, last)) for start in range(first, last, _MAX_UNIT_TOKENS)]
