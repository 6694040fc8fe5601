"""The sentence before, where the frame points back to it: "Die Brücke bleibt gesperrt. Das teilte die Stadt mit." """

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import ClauseKind, Cue, CueClass
from extraction.quotes.reading import Reading, Unit


def propose(reading: Reading, unit: Unit, cues: Sequence[Cue], used: set[tuple[int, ...]]) -> Iterator[Proposal]:
    """`used` are the cues that have content in their own sentence."""
    if unit.index == 0:
        return
    before = reading.units[unit.index - 1]
    for cue in cues:
        segment = unit.segments[cue.segment]
        clause = reading.clause(unit, segment)
        points_back = reading.lower[clause.first] in reading.pack.back_references and clause.kind is ClauseKind.MAIN
        if cue.segment != 0 or not points_back or cue.tokens in used or cue.is_negated:
            continue
        speaks = cue.cue_class is CueClass.SAY or cue.lemma in reading.pack.impersonal_verbs
        if speaks and cue.finite == clause.first + 1:
            yield Proposal(
                "indirect_back_reference",
                QuoteType.INDIRECT,
                before.index,
                [(before.first, before.segments[-1].last)],
                cue.tokens,
                cue,
                frame=(segment.first, segment.last),
            )
