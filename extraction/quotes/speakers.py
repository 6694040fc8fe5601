"""Who speaks: every noun phrase around a quote is a possible speaker, a linear ranker picks one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extraction.quotes.candidate import Proposal, Range
from extraction.quotes.grammar import ClauseKind, NounPhrase
from extraction.quotes.model import Model
from extraction.quotes.reading import Reading, Segment, Unit

_PLACES_BACK = ("place:before_unit", "place:two_before", "place:three_before")
NO_SPEAKER_BELOW = 0.0  # a best candidate under this score is nobody


@dataclass(slots=True)
class PossibleSpeaker:
    place: Range
    features: list[str] = field(default_factory=list)


def choose_speaker(reading: Reading, proposal: Proposal, model: Model, last_speaker: Range | None) -> Range | None:
    """The best possible speaker, or None. A phrase the pattern itself read ("laut X") needs no ranking."""
    if proposal.source is not None:
        return proposal.source
    best, best_score = None, NO_SPEAKER_BELOW
    for possible in possible_speakers(reading, proposal, last_speaker):
        score = model.speaker_score(possible.features)
        if score > best_score:
            best, best_score = possible.place, score
    return best


def possible_speakers(reading: Reading, proposal: Proposal, last_speaker: Range | None) -> Iterator[PossibleSpeaker]:
    home = reading.unit_of_token[proposal.frame[0]] if proposal.frame else proposal.unit
    unit = reading.units[home]
    seen: set[Range] = set()
    if proposal.frame is not None:
        for possible in _in_frame(reading, unit, proposal):
            if possible.place not in seen:
                seen.add(possible.place)
                yield possible
        for number, segment in enumerate(unit.segments):
            if not _is_content(proposal, segment) and segment.first != proposal.frame[0] and segment.passage is None:
                yield from _ranked(reading, unit, segment.first, segment.last, "place:same_unit", seen)
    if last_speaker is not None and last_speaker not in seen:
        yield PossibleSpeaker(last_speaker, ["place:last_speaker"])
    for back, place in enumerate(_PLACES_BACK, start=1):
        if home - back < 0:
            break
        earlier = reading.units[home - back]
        yield from _ranked(reading, earlier, earlier.first, earlier.last, place, seen)


def _is_content(proposal: Proposal, segment: Segment) -> bool:
    return any(first < segment.last and segment.first < last for first, last in proposal.parts)


def _in_frame(reading: Reading, unit: Unit, proposal: Proposal) -> Iterator[PossibleSpeaker]:
    first, last = proposal.frame or (0, 0)
    cue = proposal.verb
    seen: set[Range] = set()
    if cue is None:
        yield from _ranked(reading, unit, first, last, "place:colon_frame", seen)
        return
    segment = unit.segments[cue.segment] if cue.segment < len(unit.segments) else None
    if segment is None:
        return
    clause = reading.clause(unit, segment)
    if cue.is_passive:
        yield from _agents(reading, first, last)
        return
    if clause.kind is ClauseKind.RELATIVE and cue.segment > 0:
        yield from _antecedent(reading, unit, cue.segment)
        yield from _ranked(reading, unit, clause.first + 1, cue.finite, "place:before_verb", seen)
        return
    if clause.kind is ClauseKind.VERB_FIRST and cue.segment > 0:
        yield from _split_subject(reading, unit, cue.segment, proposal)
    starts_with_adverbial = reading.pack.is_adverbial_start(reading.lower[clause.first])
    if cue.finite > clause.first and not starts_with_adverbial:
        yield from _ranked(reading, unit, clause.first, cue.finite, "place:before_verb", seen)
    elif cue.finite > clause.first:
        yield from _ranked(
            reading, unit, clause.first + 1, cue.finite, "place:before_verb", seen, weak=clause.finite == cue.finite
        )
    yield from _ranked(reading, unit, cue.finite + 1, last, "place:behind_verb", seen)


def _ranked(
    reading: Reading, unit: Unit, first: int, last: int, place: str, seen: set[Range], *, weak: bool = False
) -> Iterator[PossibleSpeaker]:
    """Noun phrases of a range with their features; `weak` where the range holds an adverbial before the verb."""
    rank = 0
    for phrase in reading.pack.find_noun_phrases(reading, first, last):
        if (phrase.first, phrase.last) in seen:
            continue
        features = [place, *_phrase_features(reading, phrase)]
        features.append(("rank:first", "rank:second")[rank] if rank < 2 else "rank:later")
        if weak:
            features.append("weak_place")
        if phrase.can_be_subject:
            rank += 1
        seen.add((phrase.first, phrase.last))
        yield PossibleSpeaker(_with_apposition(reading, unit, phrase), features)


def _phrase_features(reading: Reading, phrase: NounPhrase) -> Iterator[str]:
    yield f"kind:{phrase.kind}"
    if not phrase.can_be_subject:
        yield "no_subject"
    head = reading.lower[phrase.head]
    if phrase.kind != "pronoun" and reading.pack.is_person_noun(head):
        yield "head:person"
    if reading.pack.is_temporal(head):
        yield "head:temporal"


def _agents(reading: Reading, first: int, last: int) -> Iterator[PossibleSpeaker]:
    for index in range(first, last - 1):
        if reading.lower[index] in reading.pack.agent_prepositions:
            phrase = reading.pack.read_noun_phrase(reading, index + 1, last)
            if phrase is not None:
                yield PossibleSpeaker(
                    (phrase.first, phrase.last), ["place:agent", *_phrase_features(reading, phrase)][:2]
                )


def _antecedent(reading: Reading, unit: Unit, number: int) -> Iterator[PossibleSpeaker]:
    """The noun a relative clause belongs to: the last phrase before it."""
    segment = unit.segments[number - 1]
    phrases = list(reading.pack.find_noun_phrases(reading, segment.first, segment.last))
    if phrases:
        yield PossibleSpeaker((phrases[-1].first, phrases[-1].last), ["place:antecedent", f"kind:{phrases[-1].kind}"])


def _split_subject(reading: Reading, unit: Unit, number: int, proposal: Proposal) -> Iterator[PossibleSpeaker]:
    """ "Peskow, der …, sagte": the subject stands before an inserted clause."""
    segment = unit.segments[0]
    if _is_content(proposal, segment) or segment.passage is not None:
        return
    clause = reading.clause(unit, segment)
    if clause.kind is ClauseKind.FRAGMENT:
        phrase = reading.pack.read_noun_phrase(reading, clause.first, segment.last)
        if phrase is not None and phrase.can_be_subject:
            yield PossibleSpeaker(
                _with_apposition(reading, unit, phrase), ["place:split_subject", f"kind:{phrase.kind}"]
            )


def _with_apposition(reading: Reading, unit: Unit, phrase: NounPhrase) -> Range:
    """The phrase with a verbless apposition behind a comma: "An Chan-il, Direktor des Instituts"."""
    if phrase.kind == "pronoun":
        return phrase.first, phrase.last
    for number, segment in enumerate(unit.segments[:-1]):
        if segment.first <= phrase.first and segment.last == phrase.last:
            following = unit.segments[number + 1]
            if following.before == "," and following.passage is None and _is_apposition(reading, unit, following):
                return phrase.first, following.last
    return phrase.first, phrase.last


def _is_apposition(reading: Reading, unit: Unit, segment: Segment) -> bool:
    clause = reading.clause(unit, segment)
    if clause.kind is not ClauseKind.FRAGMENT or clause.is_coordinated:
        return False
    phrase = reading.pack.read_noun_phrase(reading, segment.first, segment.last)
    return (
        phrase is not None
        and phrase.last >= segment.last - 1
        and not reading.pack.is_temporal(reading.lower[phrase.head])
    )
