"""What no rule dares to call a quote: proposed all the same, so that a newsroom's decisions can teach it.

The shipped weights keep all of these below the line. They are what recall can be learned from: told acts of any verb,
clauses behind verbs no list knows, sentences that follow reported speech in the indicative.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import ClauseKind, Cue
from extraction.quotes.reading import Reading, Unit

_MAIN = (ClauseKind.MAIN, ClauseKind.VERB_FIRST)
_CONTENT = (ClauseKind.INFINITIVE, ClauseKind.QUESTION, ClauseKind.THAT, ClauseKind.RELATIVE)


def propose(reading: Reading, unit: Unit, cues: Sequence[Cue], made: Sequence[Proposal]) -> Iterator[Proposal]:
    """`made` are the proposals of all other patterns; what they cover is not proposed again."""
    told = {p.cue for p in made if p.verb is not None and p.type is not QuoteType.DIRECT}
    for cue in cues:
        if cue.tokens not in told:
            yield from _told(reading, unit, cue)
    yield from _clauses(reading, unit, made)
    if not any(p.type in (QuoteType.INDIRECT_FREE_INDIRECT, QuoteType.FREE_INDIRECT) for p in made):
        yield Proposal("sentence_alone", QuoteType.FREE_INDIRECT, unit.index, [(unit.first, unit.last)])


def _told(reading: Reading, unit: Unit, cue: Cue) -> Iterator[Proposal]:
    segment = unit.segments[cue.segment]
    clause = reading.clause(unit, segment)
    if clause.kind in _MAIN and not cue.is_negated:
        whole = cue.segment == len(unit.segments) - 1 and clause.first == unit.first
        last = unit.last if whole else segment.last
        frame = (segment.first, segment.last)
        yield Proposal(
            "told_otherwise", QuoteType.REPORTED, unit.index, [(clause.first, last)], cue.tokens, cue, frame=frame
        )


def _clauses(reading: Reading, unit: Unit, made: Sequence[Proposal]) -> Iterator[Proposal]:
    covered = [part for p in made if p.type is QuoteType.INDIRECT for part in p.parts]
    for number in range(1, len(unit.segments)):
        segment = unit.segments[number]
        if segment.passage is not None or any(first <= segment.first < last for first, last in covered):
            continue
        clause = reading.clause(unit, segment)
        if clause.kind not in _CONTENT or clause.is_coordinated:
            continue
        frame = unit.segments[number - 1]
        before = reading.lower[frame.last - 1]
        yield Proposal(
            "clause_alone",
            QuoteType.INDIRECT,
            unit.index,
            [(segment.first, unit.segments[-1].last)],
            frame=(frame.first, frame.last),
            features=[f"kind:{clause.kind.value}", f"mood:{clause.mood.value}", f"word:{before}"],
        )
