"""Segments that German punctuation does not show: a dass-clause or an infinitive without its comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de.conjugation import FINITE, Form
from extraction.lang.de.function_words import BE, COORDINATORS, HAVE, PARTICLES, PASSIVE, THAT
from extraction.lang.de.infinitives import has_zu_infinitive
from extraction.lang.de.lexicon import word_forms
from extraction.lang.words import word_set

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Segment, Unit

# "so dass", "ohne dass" are conjunctions of two words.
_BEFORE_THAT = word_set("so ohne auf anstatt statt als auch nicht nur außer bis damit je kaum") | COORDINATORS

_FEWEST_WORDS = 6


def split_segments(reading: Reading, unit: Unit, segments: list[Segment]) -> list[Segment]:
    split: list[Segment] = []
    for segment in segments:
        place = None
        if segment.passage is None:
            place = _that_inside(reading, segment) or _infinitive_inside(reading, segment)
        if place is None:
            split.append(segment)
        else:
            split.append(segment.part(segment.first, place, after=","))
            split.append(segment.part(place, segment.last, before=","))
    return split


def _that_inside(reading: Reading, segment: Segment) -> int | None:
    lower = reading.lower
    for index in range(segment.first + 2, segment.last - 1):
        if lower[index] in THAT and lower[index - 1] not in _BEFORE_THAT and lower[index - 1].isalpha():
            return index
    return None


def _infinitive_inside(reading: Reading, segment: Segment) -> int | None:
    """Where an infinitive clause begins behind the verb that governs it: "hat angekündigt die Preise zu erhöhen".

    The comma may be left out; the verb's second part, participle or particle, then ends the governing clause.
    """
    lower, words = reading.lower, reading.words
    if segment.last - segment.first < _FEWEST_WORDS or not _ends_in_infinitive(reading, segment):
        return None
    finite: int | None = None
    for index in range(segment.first, segment.last - 3):
        word = lower[index]
        if words[index] != word:
            continue
        if finite is None:
            if word_forms(word).forms & FINITE:
                finite = index
            continue
        found = word_forms(word)
        is_auxiliary = lower[finite] in HAVE or lower[finite] in BE or lower[finite] in PASSIVE
        if is_auxiliary and found.forms & Form.PARTICIPLE and found.cues:
            return index + 1
        if not is_auxiliary and word in PARTICLES and _is_separated(lower[finite], word):
            return index + 1
    return None


def _ends_in_infinitive(reading: Reading, segment: Segment) -> bool:
    """Whether the last words are an infinitive with "zu", with nothing finite behind it."""
    last = segment.last - 1
    if not word_forms(reading.lower[last]).forms & (Form.INFINITIVE | Form.ZU_INFINITIVE):
        return False
    return has_zu_infinitive(reading, segment.part(max(segment.first, last - 2), segment.last))


def _is_separated(finite: str, particle: str) -> bool:
    """Whether the two are one verb of saying: "bietet … an"."""
    return any(cue.lemma.startswith(particle) and cue.verb.particle == particle for cue in word_forms(finite).cues)
