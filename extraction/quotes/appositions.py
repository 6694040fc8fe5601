"""What says more about a noun phrase behind a comma: "An Chan-il, Direktor des Instituts"."""

from __future__ import annotations

from extraction.quotes.candidate import Range
from extraction.quotes.grammar import ClauseKind, NounPhrase
from extraction.quotes.reading import Reading, Segment, Unit

LONGEST_APPOSITION = 18  # tokens


def with_apposition(reading: Reading, unit: Unit, phrase: NounPhrase) -> Range:
    """The phrase with a verbless apposition behind a comma."""
    if phrase.kind == "pronoun":
        return phrase.first, phrase.last
    for number, segment in enumerate(unit.segments[:-1]):
        if not segment.first <= phrase.first < segment.last or phrase.last >= unit.last:
            continue
        following = unit.segments[number + 1]
        if following.before != "," or following.passage is not None or not is_apposition(reading, unit, following):
            continue
        if segment.last == phrase.last or _goes_on_with_name(reading, phrase, segment, following):
            return phrase.first, _before_time(reading, following)
    return phrase.first, phrase.last


def _before_time(reading: Reading, apposition: Segment) -> int:
    """The end of an apposition, without when it was said: "Anna Berg, Leiterin des Amtes[, am Montag in Wien]"."""
    for index in range(apposition.first + 1, apposition.last - 1):
        is_time = reading.lower[index] in reading.pack.day_prepositions
        is_time = is_time and reading.pack.is_temporal(reading.lower[index + 1])
        if is_time:
            return index
    return apposition.last


def _goes_on_with_name(reading: Reading, phrase: NounPhrase, segment: Segment, following: Segment) -> bool:
    """ "ein Sprecher auf deutscher Seite, Jan Berg": a role, more about it, and who has it."""
    if reading.lower[phrase.last] not in reading.pack.prepositions or not reading.pack.is_title(
        reading.lower[phrase.head]
    ):
        return False
    added = reading.pack.read_noun_phrase(reading, phrase.last + 1, segment.last)
    name = reading.pack.read_noun_phrase(reading, following.first, following.last)
    if added is None or added.last != segment.last or name is None:
        return False
    return name.kind == "name" and name.last == following.last


def is_apposition(reading: Reading, unit: Unit, segment: Segment) -> bool:
    clause = reading.clause(unit, segment)
    if clause.kind is not ClauseKind.FRAGMENT or clause.is_coordinated:
        return False
    phrase = reading.pack.read_noun_phrase(reading, segment.first, segment.last)
    if phrase is None or segment.last - segment.first > LONGEST_APPOSITION:
        return False
    if reading.pack.may_be_verb(reading, segment.last - 1):
        return False  # "Doch sei es, so Berg, ein Erfolg gewesen": the rest of a clause
    return not reading.pack.is_temporal(reading.lower[phrase.head])
