"""Told speech acts without content of their own: "Putin lobte die Freundschaft". Always a guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import ClauseKind, Cue, CueClass
from extraction.quotes.reading import Reading, Unit


def propose(reading: Reading, unit: Unit, cues: Sequence[Cue]) -> Iterator[Proposal]:
    for cue in cues:
        segment = unit.segments[cue.segment]
        clause = reading.clause(unit, segment)
        if clause.kind not in (ClauseKind.MAIN, ClauseKind.VERB_FIRST) or cue.is_negated:
            continue
        whole = len(unit.segments) == 1
        last = unit.last if whole else segment.last
        rule = "told_judgement" if cue.cue_class is CueClass.JUDGE else "told_speech"
        yield Proposal(
            rule,
            QuoteType.REPORTED,
            unit.index,
            [(clause.first, last)],
            cue.tokens,
            cue,
            frame=(segment.first, segment.last),
            features=[f"cue:{cue.lemma}"],
        )
