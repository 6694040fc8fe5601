"""That-clauses whose frame no list knows: proposed for the verifier, which wants the subjunctive or has learned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import ClauseKind
from extraction.quotes.reading import Reading, Unit


def propose(reading: Reading, unit: Unit, framed: Sequence[Proposal]) -> Iterator[Proposal]:
    """`framed` are the proposals of known cues; their content is not proposed again."""
    for number in range(1, len(unit.segments)):
        segment = unit.segments[number]
        if segment.passage is not None:
            continue
        clause = reading.clause(unit, segment)
        if clause.kind is not ClauseKind.THAT or clause.is_coordinated:
            continue
        if any(first <= segment.first < last for p in framed for first, last in p.parts):
            continue
        last = number
        while last + 1 < len(unit.segments):
            following = reading.clause(unit, unit.segments[last + 1])
            if following.kind in (ClauseKind.MAIN, ClauseKind.VERB_FIRST) and unit.segments[last + 1].passage is None:
                break
            last += 1
        frame = unit.segments[number - 1]
        yield Proposal(
            "indirect_that_open",
            QuoteType.INDIRECT,
            unit.index,
            [(segment.first, unit.segments[last].last)],
            frame=(frame.first, frame.last),
            features=[f"mood:{clause.mood.value}"],
        )
