"""Whom a pronoun can mean: the subjects that stand before it."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.quotes.appositions import with_apposition
from extraction.quotes.candidate import Range
from extraction.quotes.grammar import ClauseKind
from extraction.quotes.reading import Reading, Segment, Unit

_UNITS_BACK = 2
_UNIT_REACH = 80  # tokens of a unit, so that broken text stays quick


def subjects_before(reading: Reading, token: int) -> Iterator[tuple[int, int, int]]:
    """Possible subjects of main clauses outside marks, each as first token, last token and head.

    Those before `token` in its own unit come first, then those of the units before, nearest first. Within a unit the
    first comes first: a sentence goes on with the subject of the last one.
    """
    home = reading.unit_of_token[token]
    for number in range(home, max(-1, home - _UNITS_BACK - 1), -1):
        unit = reading.units[number]
        end = min(unit.last, token, unit.first + _UNIT_REACH)
        for segment in unit.segments:
            if segment.passage is not None or segment.first >= end or _says_more(reading, unit, segment):
                continue
            for phrase in reading.pack.find_noun_phrases(reading, segment.first, min(segment.last, end)):
                if phrase.can_be_subject and phrase.kind != "pronoun":
                    yield *with_apposition(reading, unit, phrase), phrase.head


def _says_more(reading: Reading, unit: Unit, segment: Segment) -> bool:
    return reading.clause(unit, segment).kind is ClauseKind.RELATIVE


def is_one(reading: Reading, token: int) -> bool:
    """Whether a pronoun stands for one person: "sie" beside a plural verb, and "Sie" in mid-sentence, do not."""
    words = reading.words
    unit = reading.units[reading.unit_of_token[token]]
    if words[token][:1].isupper() and token > unit.first and words[token - 1].isalnum():
        return False
    beside = (i for i in (token - 1, token + 1) if unit.first <= i < unit.last)
    return not any(reading.pack.is_plural_verb(reading.lower[i]) for i in beside)


def owner_of_own(reading: Reading, speaker: Range) -> Range | None:
    """Whose "eigenen Angaben" they are: the first subject of the sentence; None where the phrase opens otherwise."""
    if not reading.lower[speaker[0]].startswith(reading.pack.own_stems):
        return None
    unit = reading.units[reading.unit_of_token[speaker[0]]]
    for phrase in reading.pack.find_noun_phrases(reading, unit.first, min(unit.last, unit.first + _UNIT_REACH)):
        if phrase.can_be_subject and not (speaker[0] < phrase.last and phrase.first < speaker[1]):
            return with_apposition(reading, unit, phrase)
    return None
