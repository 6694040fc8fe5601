"""The subject of a verb of speech within its own clause: before the verb, behind it, or shared with a first verb."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.quotes.grammar import Clause, ClauseKind, Cue
from extraction.quotes.possible_speakers import PossibleSpeaker, ranked
from extraction.quotes.reading import Reading, Segment, Unit
from extraction.quotes.subjects import cited_person, is_object_first, stands_alone

_ADVERBS_BETWEEN = 1  # tokens between a subject and its verb behind "und": "und der Rat seinerseits versprach"


def around_verb(reading: Reading, unit: Unit, segment: Segment, cue: Cue, last: int) -> Iterator[PossibleSpeaker]:
    """The noun phrases of a frame's clause up to the token `last`, those before the verb first."""
    clause = reading.clause(unit, segment)
    verb = _first_verb(reading, clause, cue)
    start = _own_start(reading, unit, segment, clause, cue)
    adverbial = start == segment_start(reading, clause) and reading.pack.is_adverbial_start(reading.lower[clause.first])
    verb_final = clause.kind is ClauseKind.SUBORDINATE and reading.pack.is_verb_final(reading, segment)
    if verb_final and start == clause.first < cue.finite:
        start, adverbial = start + 1, False  # "während X erklärte": the subject follows the conjunction
    if adverbial and stands_alone(reading, clause.first, verb):
        adverbial = False
    field = "place:adverbial_field" if adverbial else "place:before_verb"
    before = list(ranked(reading, unit, start, verb, field))
    has_subject = not adverbial and any("no_subject" not in possible.features for possible in before)
    behind = list(ranked(reading, unit, _behind_object(reading, cue, verb), last, "place:behind_verb"))
    if has_subject and (_is_pronoun_behind(reading, behind, verb) or is_object_first(reading, before, behind, verb)):
        has_subject = False
        for possible in before:
            possible.features.append("before:thing")
    if cue.lemma in reading.pack.citing_verbs:
        yield from cited_person(reading, cue, before if has_subject else [], behind)
    yield from before
    for possible in behind:
        if has_subject or possible.place[0] > cue.finite > verb:
            possible.features.append("behind:second_choice")
        if reading.lower[possible.place[0]] in reading.pack.nominatives:
            possible.features.append("behind:nominative")
        yield possible


def around_unknown_verb(reading: Reading, unit: Unit, first: int, last: int) -> Iterator[PossibleSpeaker]:
    """The noun phrases of a frame without a verb of speech: "Kritik übte Kern: …" names Kern."""
    possible = list(ranked(reading, unit, first, last, "place:colon_frame"))
    segment = next((s for s in unit.segments if s.first <= first < s.last and s.passage is None), None)
    finite = reading.clause(unit, segment).finite if segment is not None else -1
    before = [p for p in possible if p.place[1] <= finite]
    if before and is_object_first(reading, before, [p for p in possible if p.place[0] > finite], finite):
        for thing in before:
            thing.features.append("before:thing")
    yield from possible


def segment_start(reading: Reading, clause: Clause) -> int:
    """Where the clause begins, an opening mark before its first word included."""
    return clause.first - 1 if clause.first - 1 in reading.opened_at else clause.first


def _first_verb(reading: Reading, clause: Clause, cue: Cue) -> int:
    """ "In Bonn lobte Berg den Plan und nannte ihn mutig": the verb beside which the subject of both stands."""
    is_second = 0 <= clause.finite < cue.finite and clause.kind in (ClauseKind.MAIN, ClauseKind.VERB_FIRST)
    if is_second and reading.pack.is_coordinator(reading.lower[cue.finite - 1]):
        return clause.finite
    return cue.finite


def _own_start(reading: Reading, unit: Unit, segment: Segment, clause: Clause, cue: Cue) -> int:
    """Where the cue's own subject begins behind "und": "Der Bund zahlt und der Rat versprach, …"."""
    start = segment_start(reading, clause)
    if not 0 <= clause.finite < cue.finite:
        return start
    for index in range(clause.finite + 1, cue.finite - 1):
        if reading.pack.is_coordinator(reading.lower[index]):
            phrase = reading.pack.read_noun_phrase(reading, index + 1, cue.finite)
            if phrase is not None and phrase.can_be_subject and phrase.last >= cue.finite - _ADVERBS_BETWEEN:
                return phrase.first
    return start


def _behind_object(reading: Reading, cue: Cue, verb: int) -> int:
    """ "Kern lobte sie, nannte sie aber „zu jung“": before "aber" stands whom a second verb calls so, not who does."""
    follows = reading.lower[verb + 2 : verb + 3]
    is_object = cue.lemma in reading.pack.naming_verbs and bool(follows) and follows[0] in reading.pack.contrasting
    return verb + 2 if is_object and cue.segment > 0 else verb + 1


def _is_pronoun_behind(reading: Reading, behind: list[PossibleSpeaker], verb: int) -> bool:
    """ "Die Tat nannte er sinnlos": a pronoun that can be nothing but a subject."""
    return any(p.place[0] == verb + 1 and reading.lower[verb + 1] in reading.pack.nominatives for p in behind)
