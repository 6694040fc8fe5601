"""Content that goes on behind a frame in the middle: "X sei Y, sagte Z, aber W sei V"."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.quotes.grammar import ClauseKind, Mood
from extraction.quotes.insertions import behind_insertions
from extraction.quotes.patterns.extents import SUBJUNCTIVE, clause_of, find_stop
from extraction.quotes.reading import Reading, Segment, Unit

_HANGING = (ClauseKind.THAT, ClauseKind.QUESTION)


def resumed_content(reading: Reading, unit: Unit, number: int, frames: set[int], mood: Mood) -> list[Segment]:
    """Content that goes on behind a frame in the middle: "X sei Y, sagte Z, aber W sei V"."""
    stop = find_stop(reading, unit, number + 1, frames)
    if number + 1 < stop:
        first = (
            number + 1 if _has_pronoun(reading, unit, number) else behind_insertions(reading, unit, number + 1, stop)
        )
        rest = unit.segments[first:stop] or unit.segments[number + 1 : stop]
        if _is_cut(reading, unit, number - 1, rest):
            return list(rest)
    if _is_marked_rest(reading, unit, number, mood):
        return list(unit.segments[number + 1 :])
    if _is_rest(reading, unit, number, stop):
        return list(unit.segments[number + 1 : stop])
    if _asks_behind(reading, unit, number):
        return []
    for first in range(number + 1, stop):
        clause = clause_of(reading, unit, first)
        if unit.segments[first].passage is not None:
            return []
        if _opens_more(reading, unit, first):
            return list(unit.segments[first:stop])
        is_told = clause.kind is ClauseKind.RELATIVE and clause.mood is Mood.SUBJUNCTIVE_1
        if clause.kind in (ClauseKind.FRAGMENT, ClauseKind.RELATIVE, ClauseKind.AS) and not is_told:
            continue
        if (
            clause.kind is ClauseKind.MAIN
            and not clause.is_coordinated
            and _is_framed_next(reading, unit, stop, frames)
        ):
            return []  # "…, sagte Kern, er habe gewartet, meinte dagegen Berg"
        if clause.mood in SUBJUNCTIVE or clause.kind is ClauseKind.THAT:
            return list(unit.segments[first:stop])
        return []
    return []


def _is_framed_next(reading: Reading, unit: Unit, stop: int, frames: set[int]) -> bool:
    if stop not in frames:
        return False
    clause = clause_of(reading, unit, stop)
    return clause.kind is ClauseKind.VERB_FIRST and not clause.is_coordinated


def _opens_more(reading: Reading, unit: Unit, number: int) -> bool:
    """ "Er gehe, sagte sie, weil das Geld fehlt": reasons and contrasts are hers too, in any mood."""
    return reading.lower[unit.segments[number].first] in reading.pack.resuming


def _has_pronoun(reading: Reading, unit: Unit, number: int) -> bool:
    """Whether who speaks is a pronoun, which nothing more is said about: ", sagte sie, …"."""
    last = reading.lower[unit.segments[number].last - 1]
    return last in reading.pack.nominatives or last in reading.pack.gender_of_pronoun


def _is_cut(reading: Reading, unit: Unit, number: int, rest: Sequence[Segment]) -> bool:
    """Whether the clause in the segment `number` cannot end there, so that what stands behind the frame completes it.

    "Er sei, sagte sie, kein Freund davon", "Man habe den Gegner, sagte sie, unterschätzt", "Dagegen spreche, sagte
    sie, vor allem das Alter"; but "Er habe Angst, sagte Berg, Leiterin des Amtes".
    """
    interrupted, clause, pack = unit.segments[number], clause_of(reading, unit, number), reading.pack
    ends_in_verb = clause.finite == interrupted.last - 1
    opening = reading.clause(unit, rest[0])
    if pack.is_unfinished(reading, clause, interrupted):
        is_relative = opening.kind is ClauseKind.RELATIVE
        return ends_in_verb or (not is_relative and pack.ends_nonfinite(reading, rest[-1]))
    if clause.kind is not ClauseKind.MAIN or clause.finite < 0 or rest[0].passage is not None:
        return False
    last = reading.lower[interrupted.last - 1]
    if clause.finite == interrupted.last - 2 and last in pack.reflexives:
        return True
    word = reading.lower[rest[0].first]
    is_phrase = pack.is_closed(word) and opening.kind is ClauseKind.FRAGMENT
    if pack.is_article(word):
        phrase = pack.read_noun_phrase(reading, rest[0].first, rest[0].last)
        is_phrase = phrase is not None and not pack.is_person_noun(reading.lower[phrase.head])
    return ends_in_verb and clause.finite > clause.first and is_phrase


def _is_marked_rest(reading: Reading, unit: Unit, number: int, mood: Mood) -> bool:
    """ "Es sei falsch, sagte sie, „den Kopf zu schütteln“": marks at the end that go on with what was begun without."""
    rest = unit.segments[number + 1 :]
    if len(rest) != 1 or mood is not Mood.SUBJUNCTIVE_1 or rest[0].passage is None or rest[0].before != ",":
        return False
    if any(segment.passage is not None for segment in unit.segments[:number]):
        return False
    return reading.words[rest[0].passage.first].islower()


def _is_rest(reading: Reading, unit: Unit, number: int, stop: int) -> bool:
    """ "Sie hält ihn, so sagte sie gestern, für klug": a phrase behind ", so sagte X," ends the interrupted clause."""
    frame = unit.segments[number]
    if reading.lower[frame.first] not in reading.pack.frame_openers or stop != number + 2 or frame.after != ",":
        return False
    rest = unit.segments[number + 1]
    is_phrase = clause_of(reading, unit, number + 1).kind is ClauseKind.FRAGMENT and rest.passage is None
    return is_phrase and reading.lower[rest.first] in reading.pack.prepositions


def _asks_behind(reading: Reading, unit: Unit, number: int) -> bool:
    """ "Ja, antwortete sie auf die Frage eines Gastes, ob sie bleibe": what follows hangs on the noun."""
    if number + 1 >= len(unit.segments) or clause_of(reading, unit, number + 1).kind not in _HANGING:
        return False
    return any(noun.segment == number for noun in reading.pack.find_noun_cues(reading, unit))
