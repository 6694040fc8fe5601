"""The span: a half-open stretch of text in Unicode code points."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """`[start, end)` in code points. A named tuple, because it is written to JSON as `[start, end]`."""

    start: int
    end: int

    def text(self, source: str) -> str:
        return source[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


def hull(spans: tuple[Span, ...]) -> Span:
    """The smallest span that holds all of `spans`, which must not be empty."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))
