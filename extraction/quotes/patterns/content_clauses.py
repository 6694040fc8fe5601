"""Clauses whose frame no list knows, and what is added in the subjunctive to a speech act that is only told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal, Range
from extraction.quotes.grammar import ClauseKind, Cue, Mood
from extraction.quotes.reading import Reading, Unit

_ADDED = (ClauseKind.SUBORDINATE, ClauseKind.RELATIVE)
_INDEPENDENT = (ClauseKind.MAIN, ClauseKind.VERB_FIRST)


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


def propose_added(reading: Reading, unit: Unit, cues: Sequence[Cue], framed: Sequence[Proposal]) -> Iterator[Proposal]:
    """ "Sie lehnte den Plan ab, weil die Kassen leer seien": the reason is hers, the mood says so.

    `framed` are the proposals of known cues; what lies in their content is not proposed again.
    """
    for number in range(1, len(unit.segments)):
        segment = unit.segments[number]
        if segment.passage is not None or any(first <= segment.first < last for p in framed for first, last in p.parts):
            continue
        clause = reading.clause(unit, segment)
        if clause.kind not in _ADDED or not _is_reported(reading, clause.finite, clause.mood):
            continue
        cue = next((c for c in reversed(cues) if _tells(reading, unit, c, number)), None)
        if cue is None:
            continue
        frame = unit.segments[cue.segment]
        yield Proposal(
            "indirect_added_clause",
            QuoteType.INDIRECT,
            unit.index,
            [_to_the_end(reading, unit, number)],
            cue.tokens,
            cue,
            frame=(frame.first, frame.last),
            features=[f"mood:{clause.mood.value}"],
        )
        return


def _is_reported(reading: Reading, finite: int, mood: Mood) -> bool:
    if mood is Mood.SUBJUNCTIVE_1:
        return True
    return finite >= 0 and reading.lower[finite] in reading.pack.replacing_subjunctives


def _tells(reading: Reading, unit: Unit, cue: Cue, number: int) -> bool:
    """Whether the cue is the verb of a main clause in the indicative before the segment `number`."""
    if cue.segment >= number or cue.is_reported:
        return False
    clause = reading.clause(unit, unit.segments[cue.segment])
    return clause.kind in _INDEPENDENT and clause.finite == cue.finite and clause.mood is Mood.INDICATIVE


def _to_the_end(reading: Reading, unit: Unit, number: int) -> Range:
    """The clause with what depends on it."""
    last = number
    for following in unit.segments[number + 1 :]:
        kind = reading.clause(unit, following).kind
        if following.passage is not None or kind in _INDEPENDENT:
            break
        last += 1
    return unit.segments[number].first, unit.segments[last].last
