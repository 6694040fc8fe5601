"""Appositions and relative clauses that stand between the parts of a clause: "als Berg, die das Amt leitet, sagte"."""

from __future__ import annotations

from extraction.quotes.appositions import is_apposition
from extraction.quotes.grammar import ClauseKind, Cue
from extraction.quotes.reading import Reading, Unit

_INSERTED = (ClauseKind.FRAGMENT, ClauseKind.RELATIVE)
_MOST_INSERTIONS = 3


def opener_before(reading: Reading, unit: Unit, cue: Cue) -> int | None:
    """The segment in which the subordinate clause begins that ends in this verb, where an insertion has cut it."""
    own = unit.segments[cue.segment]
    if max(cue.tokens) != own.last - 1 or own.last - own.first > len(cue.tokens):
        return None
    for number in range(cue.segment - 1, max(-1, cue.segment - 2 - _MOST_INSERTIONS), -1):
        segment = unit.segments[number]
        clause = reading.clause(unit, segment)
        if segment.passage is not None or clause.kind not in _INSERTED:
            return None
        if clause.finite < 0 and reading.pack.is_subordinator(reading.lower[clause.first]):
            start = clause.first + 1
            subject = reading.pack.read_noun_phrase(reading, start, segment.last) if start < segment.last else None
            return number if subject is not None and subject.can_be_subject else None
    return None


def behind_insertions(reading: Reading, unit: Unit, first: int, stop: int) -> int:
    """The first segment from `first` on that says no more about somebody named right before it."""
    number = first
    while number < min(stop, first + _MOST_INSERTIONS):
        segment = unit.segments[number]
        if segment.before != "," or segment.passage is not None:
            break
        if reading.clause(unit, segment).kind is not ClauseKind.RELATIVE and not _describes(reading, unit, number):
            break
        number += 1
    return number


def _describes(reading: Reading, unit: Unit, number: int) -> bool:
    """Whether the segment is an apposition of a person or an office: "Jan Moll", "Direktor am Institut"."""
    segment = unit.segments[number]
    if not is_apposition(reading, unit, segment):
        return False
    phrase = reading.pack.read_noun_phrase(reading, segment.first, segment.last)
    return phrase is not None and (phrase.kind == "name" or reading.pack.is_person_noun(reading.lower[phrase.head]))
