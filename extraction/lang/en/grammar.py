"""English clauses, cues and phrases. Smaller than the German pack: no mood, word order does the work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extraction.lang.en import function_words as fw
from extraction.lang.en.cue_verbs import forms
from extraction.quotes.grammar import Clause, ClauseKind, Cue, CueClass, Mood, NounCue, PhraseFrame

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Segment, Unit

_HAVE = frozenset({"has", "have", "had"})
_BE = frozenset({"is", "are", "was", "were", "been", "be"})
_CONTENT_OPENERS = frozenset({"that", "whether", "if"})
_NO_CONTENT = fw.PREPOSITIONS - {"to"} | fw.ADVERBS | fw.COORDINATORS


def is_finite(word: str) -> bool:
    return (
        word in fw.AUXILIARIES
        or word in fw.IRREGULAR_PASTS
        or word in forms()
        or (len(word) > 4 and word.endswith("ed"))
    )


def read_clause(reading: Reading, segment: Segment, *, is_unit_start: bool) -> Clause:
    lower, first = reading.lower, segment.first
    while first < segment.last and not reading.words[first][:1].isalnum():
        first += 1
    is_coordinated = first < segment.last - 1 and lower[first] in fw.COORDINATORS
    first += is_coordinated
    finite = next((i for i in range(first, segment.last) if is_finite(lower[i]) and reading.words[i].islower()), -1)
    return Clause(_kind(reading, segment, first, finite), Mood.NONE, first, finite, is_coordinated)


def _kind(reading: Reading, segment: Segment, first: int, finite: int) -> ClauseKind:
    if first >= segment.last:
        return ClauseKind.FRAGMENT
    word = reading.lower[first]
    if word == "to":
        return ClauseKind.INFINITIVE
    if finite < 0:
        return ClauseKind.FRAGMENT
    if word == "that" and finite > first + 1:
        return ClauseKind.THAT
    if word == "whether":
        return ClauseKind.QUESTION
    if segment.before == "," and word in fw.RELATIVES:
        return ClauseKind.RELATIVE
    if word == "as" and finite == segment.last - 1:
        return ClauseKind.AS
    if word in fw.SUBORDINATORS:
        return ClauseKind.SUBORDINATE
    return ClauseKind.VERB_FIRST if finite == first else ClauseKind.MAIN


def split_segments(reading: Reading, unit: Unit, segments: list[Segment]) -> list[Segment]:
    """English sets no comma before reported speech: the segment is cut where the content starts."""
    split: list[Segment] = []
    for number, segment in enumerate(segments):
        # "Jane Doe, mayor of Bonn, said …", but not "“…”, said …".
        is_behind_subject = number > 0 and segment.before == "," and segments[number - 1].passage is None
        first = segment.first if is_behind_subject else segment.first + 1
        place = _content_start(reading, segment, first) if segment.passage is None else None
        if place is None:
            split.append(segment)
        else:
            split.append(segment.part(segment.first, place, after=","))
            split.append(segment.part(place, segment.last, before=","))
    return split


def _content_start(reading: Reading, segment: Segment, first: int) -> int | None:
    for index in range(first, segment.last - 1):
        found = forms().get(reading.lower[index])
        if found is None or not reading.words[index].islower():
            continue
        if reading.lower[index - 1] in fw.DETERMINERS or reading.lower[index - 1] in fw.PREPOSITIONS:
            continue
        opener = next((i for i in range(index + 1, segment.last) if reading.lower[i] in _CONTENT_OPENERS), None)
        if opener is not None and opener - index <= 8:
            return opener
        if found[1] is CueClass.DEMAND:
            return next((i for i in range(index + 1, segment.last - 1) if reading.lower[i] == "to"), None)
        if found[0] == "tell":
            return _behind_listener(reading, index + 1, segment.last)
        if found[1] in (CueClass.SAY, CueClass.THINK) and reading.lower[index + 1] not in _NO_CONTENT:
            rest = range(index + 1, segment.last)
            if any(is_finite(reading.lower[i]) for i in rest) and found[0] != "deny":
                return index + 1
    return None


def _behind_listener(reading: Reading, start: int, last: int) -> int | None:
    """Where content starts behind "told reporters in Bonn": at the next subject that a finite verb follows."""
    finite = next((i for i in range(start, last) if is_finite(reading.words[i])), last)
    place = start + 1
    while place < finite < last:
        word = reading.lower[place]
        if reading.lower[place - 1] not in fw.PREPOSITIONS and (word in fw.DETERMINERS or word in fw.SUBJECT_PRONOUNS):
            return place
        place += 1
    return None


def find_cues(reading: Reading, unit: Unit) -> Iterator[Cue]:
    for number, segment in enumerate(unit.segments):
        if segment.passage is not None:
            continue
        inner = [(p.first - 1, p.last) for p in unit.passages if segment.first <= p.first < segment.last]
        for index in range(segment.first, segment.last):
            found = forms().get(reading.lower[index])
            if found is None or not reading.words[index].islower():
                continue
            before = reading.lower[index - 1] if index > segment.first else ""
            if before in fw.DETERMINERS or before in fw.PREPOSITIONS or any(a <= index < b for a, b in inner):
                continue
            has_auxiliary = before in _HAVE or before in _BE
            yield Cue(
                tokens=(index - 1, index) if has_auxiliary else (index,),
                lemma=found[0],
                cue_class=found[1],
                segment=number,
                finite=index - 1 if has_auxiliary else index,
                is_passive=before in _BE and not reading.lower[index].endswith("ing"),
                is_negated=any(w in fw.NEGATIONS for w in reading.lower[max(segment.first, index - 3) : index]),
            )


def find_phrase_frames(reading: Reading, unit: Unit) -> Iterator[PhraseFrame]:
    """ "according to X"."""
    for number, segment in enumerate(unit.segments):
        for index in range(segment.first, segment.last - 2):
            if reading.lower[index] == "according" and reading.lower[index + 1] == "to":
                end = segment.last if index > segment.first else _phrase_stop(reading, index + 2, segment.last)
                yield PhraseFrame("laut", index, end, (index, index + 1), (index + 2, end), number)


def _phrase_stop(reading: Reading, start: int, last: int) -> int:
    return next((i for i in range(start + 1, last) if is_finite(reading.lower[i])), last)


_NOUNS = frozenset(
    {"claim", "claims", "allegation", "allegations", "fear", "fears", "concern", "concerns", "demand", "demands"}
    | {"statement", "belief", "accusation", "accusations", "hope", "hopes", "warning", "warnings", "promise", "threat"}
)


def find_noun_cues(reading: Reading, unit: Unit) -> Iterator[NounCue]:
    """ "claims that …": the that-clause was cut off by no comma, so the noun is looked for at segment ends only."""
    for number, segment in enumerate(unit.segments[:-1]):
        if segment.passage is None and reading.lower[segment.last - 1] in _NOUNS:
            yield NounCue(segment.last - 1, number, reading.lower[segment.last - 1])
