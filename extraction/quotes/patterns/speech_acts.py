"""Told speech acts without content of their own: "Putin lobte die Freundschaft". Always a guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import ClauseKind, Cue, CueClass
from extraction.quotes.reading import Reading, Unit


def propose(reading: Reading, unit: Unit, cues: Sequence[Cue], used: set[tuple[int, ...]]) -> Iterator[Proposal]:
    """`used` are the cues that have content or marked words of their own."""
    for cue in cues:
        segment = unit.segments[cue.segment]
        clause = reading.clause(unit, segment)
        if cue.tokens in used or cue.lemma not in reading.pack.told_verbs:
            continue
        if cue.is_negated or cue.is_passive or not cue.is_complete or cue.finite != clause.finite:
            continue
        if clause.kind is not ClauseKind.MAIN or clause.is_coordinated:
            continue
        last = _end(reading, unit, cue, cues)
        whole = last == unit.segments[-1].last
        yield Proposal(
            "told_judgement" if cue.cue_class is CueClass.JUDGE else "told_speech",
            QuoteType.REPORTED,
            unit.index,
            [(clause.first, unit.last if whole and clause.first == unit.first else last)],
            cue.tokens,
            cue,
            frame=(segment.first, segment.last),
            features=["told:whole" if whole else "told:part"],
        )


def _end(reading: Reading, unit: Unit, cue: Cue, cues: Sequence[Cue]) -> int:
    """Where the telling ends: before a second predicate in the same clause, or behind trailing phrases."""
    segment = unit.segments[cue.segment]
    for other in cues:
        if other.segment == cue.segment and other.tokens[0] > max(cue.tokens):
            before = other.tokens[0] - 1
            if before > max(cue.tokens) and reading.pack.is_coordinator(reading.lower[before]):
                return before
    last = segment.last
    for following in unit.segments[cue.segment + 1 :]:
        if following.passage is not None or reading.clause(unit, following).kind is not ClauseKind.FRAGMENT:
            break
        last = following.last
    return last
