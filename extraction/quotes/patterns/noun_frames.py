"""Content clauses that hang on a noun: "der Vorwurf, dass …", "die Sorge, es könne …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import ClauseKind, Mood, NounCue
from extraction.quotes.patterns.extents import clause_of, join
from extraction.quotes.reading import Reading, Segment, Unit

_RULES = {
    ClauseKind.THAT: "indirect_noun_that",
    ClauseKind.QUESTION: "indirect_noun_question",
    ClauseKind.INFINITIVE: "indirect_noun_infinitive",
    ClauseKind.MAIN: "indirect_noun_clause",
    ClauseKind.VERB_FIRST: "indirect_noun_clause",
}
_SUBJUNCTIVE = (Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2)


def propose(reading: Reading, unit: Unit, nouns: Sequence[NounCue]) -> Iterator[Proposal]:
    for noun in nouns:
        number = noun.segment + 1
        if number >= len(unit.segments) or unit.segments[number].passage is not None:
            continue
        clause = clause_of(reading, unit, number)
        rule = _RULES.get(clause.kind)
        if rule is None or (rule == "indirect_noun_clause" and not _is_free_clause(reading, unit, noun, number)):
            continue
        stop = _stop(reading, unit, number, waits_for_verb=clause_of(reading, unit, noun.segment).finite < 0)
        frame = unit.segments[noun.segment]
        yield Proposal(
            rule,
            QuoteType.INDIRECT,
            unit.index,
            [join(unit.segments[number:stop])],
            (noun.token,),
            frame=(frame.first, frame.last),
            features=[
                f"kind:{clause.kind.value}",
                f"mood:{clause.mood.value}",
                f"noun:{noun.lemma}",
                *(["noun:unasked"] if clause.kind is ClauseKind.QUESTION and _is_unasked(reading, frame, noun) else []),
            ],
        )


def _is_free_clause(reading: Reading, unit: Unit, noun: NounCue, number: int) -> bool:
    if noun.lemma not in reading.pack.free_clause_nouns:
        return False
    clause = clause_of(reading, unit, number)
    return clause.mood in _SUBJUNCTIVE and not (clause.is_coordinated or clause.kind is ClauseKind.VERB_FIRST)


def _stop(reading: Reading, unit: Unit, start: int, *, waits_for_verb: bool) -> int:
    """A content clause of a noun ends where the host sentence goes on with the verb it may be waiting for."""
    for number in range(start + 1, len(unit.segments)):
        clause = clause_of(reading, unit, number)
        if waits_for_verb and clause.kind is ClauseKind.VERB_FIRST and not clause.is_coordinated:
            return number
        if clause.kind in (ClauseKind.MAIN, ClauseKind.VERB_FIRST, ClauseKind.AS) and clause.mood not in _SUBJUNCTIVE:
            return number
        segment = unit.segments[number]
        goes_on = clause.kind is ClauseKind.FRAGMENT and segment.passage is None and not clause.is_coordinated
        if goes_on and reading.words[segment.first].islower():
            return number
    return len(unit.segments)


def _is_unasked(reading: Reading, frame: Segment, noun: NounCue) -> bool:
    """ "Auf die Frage, ob er bleibe, …": nobody is named who asks."""
    is_last, first = noun.token == frame.last - 1, noun.token - 2
    return is_last and first >= frame.first and reading.lower[first] in reading.pack.answering_prepositions
