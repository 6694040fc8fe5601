"""Verbs that no list of cues has, but that tell what was said where speech stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de import function_words as fw
from extraction.lang.de.clauses import is_auxiliary
from extraction.lang.de.conjugation import FINITE, Form
from extraction.lang.de.lexicon import word_forms
from extraction.quotes.grammar import ClauseKind, Mood

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Segment, Unit

_INDEPENDENT = (ClauseKind.MAIN, ClauseKind.VERB_FIRST)
_PAST_ENDS = ("te", "ten")
_FINITE_ENDS = ("t", *_PAST_ENDS)


def teller_by_place(reading: Reading, unit: Unit, number: int, *, is_only: bool) -> int | None:
    """ "„Schade“, knarzte der Wirt", "Es sei schade, knarzte er", "Wie er knarzte, sei es schade".

    A verb no list of cues knows tells something where its clause says nothing else and speech stands beside it; in an
    as-clause only where it `is_only`, or it may belong to what another cue tells.
    """
    segment = unit.segments[number]
    clause = reading.clause(unit, segment)
    if clause.kind is ClauseKind.AS and clause.finite >= 0 and is_only:
        beside = [unit.segments[n] for n in (number - 1, number + 1) if 0 <= n < len(unit.segments)]
        is_teller = _may_tell(reading, clause.finite) and any(_holds_speech(reading, unit, s) for s in beside)
        return clause.finite if is_teller else None
    if number == 0 or segment.before != "," or not _may_tell(reading, segment.first):
        return None
    if unit.segments[number - 1].passage is None:
        opens = [unit.segments[0], unit.segments[number - 1]]
        if clause.finite != segment.first or not all(_holds_speech(reading, unit, before) for before in opens):
            return None
    if segment.first + 1 >= segment.last:
        return None
    subject = reading.pack.read_noun_phrase(reading, segment.first + 1, segment.last)
    return segment.first if subject is not None and subject.can_be_subject else None


def _may_tell(reading: Reading, index: int) -> bool:
    """Whether the word is a past or ends like one, or is in no list and ends like a finite verb."""
    word = reading.lower[index]
    if reading.words[index] != word or word in fw.CLOSED or is_auxiliary(word):
        return False
    forms = word_forms(word).forms
    if not forms:
        return word.endswith(_FINITE_ENDS)
    return bool(forms & Form.PAST) or bool(forms & FINITE and word.endswith(_PAST_ENDS))


def _holds_speech(reading: Reading, unit: Unit, segment: Segment) -> bool:
    clause = reading.clause(unit, segment)
    return clause.mood is Mood.SUBJUNCTIVE_1 and clause.kind in _INDEPENDENT
