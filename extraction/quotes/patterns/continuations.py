"""Sentences without a frame that go on with someone's speech: the bare subjunctive, and hearsay with "sollen"."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import ClauseKind, Mood
from extraction.quotes.reading import Reading, Unit

_MAIN = (ClauseKind.MAIN, ClauseKind.VERB_FIRST)


def propose(reading: Reading, unit: Unit) -> Iterator[Proposal]:
    moods = {}
    for number, segment in enumerate(unit.segments):
        if segment.passage is None:
            clause = reading.clause(unit, segment)
            moods.setdefault((clause.kind in _MAIN, clause.mood), number)
    rule = None
    if (True, Mood.SUBJUNCTIVE_1) in moods:
        rule = "subjunctive_1"
    elif (True, Mood.SUBJUNCTIVE_2) in moods:
        rule = "subjunctive_2"
    elif (False, Mood.SUBJUNCTIVE_1) in moods:
        rule = "subjunctive_1_embedded"
    if rule is not None:
        features = []
        if (True, Mood.INDICATIVE) in moods:
            features.append("mixed_moods")
        yield Proposal(rule, QuoteType.INDIRECT_FREE_INDIRECT, unit.index, [(unit.first, unit.last)], features=features)
    elif _is_hearsay(reading, unit):
        yield Proposal("hearsay", QuoteType.FREE_INDIRECT, unit.index, [(unit.first, unit.last)])


def _is_hearsay(reading: Reading, unit: Unit) -> bool:
    """ "soll … getan haben": a form of sollen with a perfect infinitive at the end of its clause."""
    for segment in unit.segments:
        clause = reading.clause(unit, segment)
        if clause.kind in _MAIN and clause.finite >= 0 and reading.lower[clause.finite] in reading.pack.evidential:
            if reading.lower[segment.last - 1] in ("haben", "sein") and segment.last - 1 > clause.finite:
                return True
    return False
