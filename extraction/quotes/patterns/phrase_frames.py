"""Content of frames without a verb: the sentence or clause that "laut X" stands in, minus the phrase itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal, Range
from extraction.quotes.grammar import ClauseKind, Cue, PhraseFrame
from extraction.quotes.patterns.verb_frames import clause_of
from extraction.quotes.reading import Reading, Unit

_NARROW = (ClauseKind.RELATIVE, ClauseKind.SUBORDINATE, ClauseKind.THAT, ClauseKind.QUESTION)


def propose(reading: Reading, unit: Unit, frames: Sequence[PhraseFrame], cues: Sequence[Cue]) -> Iterator[Proposal]:
    for frame in frames:
        first, last = _scope(reading, unit, frame, cues)
        parts = [part for part in _cut(reading, unit, first, last, frame) if part[0] < part[1]]
        if not parts or sum(b - a for a, b in parts) < 2:
            continue
        features = ["position:start" if frame.first == unit.first else "position:inside"]
        if len(unit.segments) > 1 and all(
            s.passage is not None for s in unit.segments if s.first in {p[0] for p in parts}
        ):
            features.append("content:passage")
        yield Proposal(
            f"indirect_{frame.code}",
            QuoteType.INDIRECT,
            unit.index,
            parts,
            frame.cue,
            source=frame.source,
            frame=(frame.first, frame.last),
            features=features,
        )


def _scope(reading: Reading, unit: Unit, frame: PhraseFrame, cues: Sequence[Cue]) -> Range:
    """The stretch of the unit a phrase governs: its own clause in a relative or subordinate clause, else all of it."""
    number = frame.segment
    segments = unit.segments
    kind = clause_of(reading, unit, number).kind
    if frame.code == "wonach":
        return frame.last, segments[-1].last
    if kind in _NARROW and number > 0:
        last = number
        while last + 1 < len(segments) and clause_of(reading, unit, last + 1).kind in (
            ClauseKind.RELATIVE,
            ClauseKind.INFINITIVE,
            ClauseKind.SUBORDINATE,
        ):
            last += 1
        return segments[number].first, segments[last].last
    return segments[0].first, segments[-1].last


def _cut(reading: Reading, unit: Unit, first: int, last: int, frame: PhraseFrame) -> list[Range]:
    """The scope on both sides of the phrase, without separators and with a parenthesis' commas left out."""
    if frame.code == "wonach":
        return [(first, last)]
    left_end, right_start = frame.first, frame.last
    words = reading.words
    while left_end > first and words[left_end - 1] in ",–—-":
        left_end -= 1
    while right_start < last and words[right_start] in ",–—-:":
        right_start += 1
    return [(first, left_end), (right_start, last)]
