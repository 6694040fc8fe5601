"""A quote that a pattern proposes, before the verifier has judged it. All places count tokens, half open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from extraction.candidates import QuoteType
from extraction.quotes.grammar import Cue

Range = tuple[int, int]


class LastSpeaker(NamedTuple):
    """Who spoke last before a unit, and in which unit."""

    place: Range
    unit: int


@dataclass(slots=True)
class Proposal:
    """`parts` are the content's token ranges in text order. `features` are what the verifier weighs."""

    rule: str
    type: QuoteType
    unit: int
    parts: list[Range]
    cue: tuple[int, ...] = ()
    verb: Cue | None = None
    source: Range | None = None  # a speaker the pattern itself has read: the complement of "laut"
    frame: Range | None = None  # where the speaker is to be looked for
    host: Proposal | None = None  # the quote a nested fragment lies in
    features: list[str] = field(default_factory=list)
    first_score: float = 0.0  # what the shipped weights think, before a learned model looks again
    score: float = 0.0
    confidence: float = 0.0
    speaker: Range | None = None
    addressee: Range | None = None
    last_speaker: LastSpeaker | None = None  # who had spoken before, as the ranker was told

    @property
    def first(self) -> int:
        return self.parts[0][0]

    @property
    def last(self) -> int:
        return self.parts[-1][1]

    @property
    def size(self) -> int:
        return sum(last - first for first, last in self.parts)
