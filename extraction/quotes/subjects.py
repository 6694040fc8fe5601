"""The subject of a verb of speech: shared, split, relative, or behind a particle."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.quotes.appositions import LONGEST_APPOSITION, with_apposition
from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import Clause, ClauseKind, Cue, Mood, NounPhrase
from extraction.quotes.insertions import opener_before
from extraction.quotes.possible_speakers import PossibleSpeaker, is_content, ranked
from extraction.quotes.reading import Reading, Unit


def stands_alone(reading: Reading, first: int, finite: int) -> bool:
    """ "Auch Ministerin Berg sagte": a particle, and one phrase that goes up to the verb."""
    if reading.lower[first] not in reading.pack.focus_particles or first + 1 >= finite:
        return False
    phrase = reading.pack.read_noun_phrase(reading, first + 1, finite)
    return phrase is not None and phrase.last == finite and phrase.can_be_subject


def is_object_first(reading: Reading, before: list[PossibleSpeaker], behind: list[PossibleSpeaker], verb: int) -> bool:
    """ "Eine Verschiebung bezeichnete Kern als falsch": a thing before the verb, and somebody right behind it."""
    if not behind or behind[0].place[0] != verb + 1 or "no_subject" in behind[0].features:
        return False
    if not {"kind:name", "head:person", "kind:pronoun"} & set(behind[0].features):
        return False
    pack = reading.pack
    heads = [_first_noun(reading, possible) for possible in before]
    return bool(heads) and all(
        (pack.is_abstract(head) or pack.is_claim(head)) and not pack.is_person_noun(head) and not pack.is_document(head)
        for head in heads
    )


def _first_noun(reading: Reading, possible: PossibleSpeaker) -> str:
    """ "die Äußerungen Bergs": not the name behind it."""
    words = ((reading.words[i], reading.lower[i]) for i in range(*possible.place))
    return next((lower for word, lower in words if word[:1].isupper() and not reading.pack.is_closed(lower)), "")


def leads_out(cue: Cue, clause: Clause) -> bool:
    """ "Berg sagte, Kern sei krank und kündigte an, …": the second verb's subject is that of the frame, not Kern."""
    is_second = clause.finite >= 0 and cue.finite > clause.finite and not cue.is_reported
    return is_second and cue.segment > 0 and clause.kind is ClauseKind.MAIN and clause.mood is Mood.SUBJUNCTIVE_1


def subject_before(reading: Reading, unit: Unit, number: int) -> Iterator[PossibleSpeaker]:
    """The subject of the last main clause in the indicative before the segment `number`."""
    for segment in reversed(unit.segments[:number]):
        if segment.passage is not None:
            continue
        clause = reading.clause(unit, segment)
        if clause.kind in (ClauseKind.MAIN, ClauseKind.VERB_FIRST) and clause.mood is Mood.INDICATIVE:
            yield from ranked(reading, unit, clause.first, segment.last, "place:shared_subject")
            return


def cited_person(
    reading: Reading, cue: Cue, subjects: list[PossibleSpeaker], behind: list[PossibleSpeaker]
) -> Iterator[PossibleSpeaker]:
    """ "Der Sender zitierte die Ministerin", "die Ministerin wurde vom Sender zitiert": the medium only relays."""
    following = cue.finite + 1
    if not cue.is_passive and reading.lower[following] in reading.pack.cited_pronouns:
        yield PossibleSpeaker((following, following + 1), ["place:cited", "kind:pronoun"])
        return
    free = [p for p in behind if reading.lower[p.place[0] - 1] not in reading.pack.prepositions]
    cited = [*subjects[:1], *free] if cue.is_passive else free if subjects else free[1:]
    for possible in cited[:1]:
        yield PossibleSpeaker(possible.place, ["place:cited", *possible.features[1:]])


def relative_subject(reading: Reading, unit: Unit, clause: Clause, cue: Cue) -> Iterator[PossibleSpeaker]:
    """ "…, der sagte": the relative pronoun itself; "…, dessen Anwalt sagte": a phrase inside the clause."""
    features = ["place:relative_pronoun"]
    if reading.lower[clause.first] in reading.pack.relative_subjects and not clause.is_coordinated:
        yield PossibleSpeaker((clause.first, clause.first + 1), features)
    is_outside = reading.lower[clause.first] in reading.pack.prepositions  # "in denen": the subject follows
    place = "place:own_relative" if is_outside else "place:in_relative"
    yield from ranked(reading, unit, clause.first, cue.finite, place)


def split_subject(
    reading: Reading, unit: Unit, clause: Clause, cue: Cue, proposal: Proposal
) -> Iterator[PossibleSpeaker]:
    """ "Peskow, der …, sagte": the subject stands before an insertion, or is shared with an earlier verb."""
    opener = opener_before(reading, unit, cue)
    number = 0 if opener is None else opener
    segment = unit.segments[number]
    if number == cue.segment or is_content(proposal, segment) or segment.passage is not None:
        return
    opening = reading.clause(unit, segment)
    start = opening.first + (opener is not None)
    phrase = next(iter(reading.pack.find_noun_phrases(reading, start, segment.last)), None)
    if phrase is None or not phrase.can_be_subject:
        return
    head = reading.lower[phrase.head]
    if reading.pack.is_claim(head) and not reading.pack.is_document(head):
        return  # "Gerüchte, er gehe, nannte Kolb falsch"
    kind = f"kind:{phrase.kind}"
    whole = with_apposition(reading, unit, phrase)
    if segment.last - phrase.first <= LONGEST_APPOSITION:  # with its attributes: "der Sprecher der Fraktion im Rat"
        whole = with_apposition(reading, unit, NounPhrase(phrase.first, segment.last, phrase.head, phrase.kind, True))
    if opener is not None or (opening.kind is ClauseKind.FRAGMENT and clause.kind is ClauseKind.VERB_FIRST):
        yield PossibleSpeaker(whole, ["place:split_subject", kind])
    elif opening.kind is ClauseKind.FRAGMENT and clause.kind is ClauseKind.MAIN and cue.segment == 1:
        inner = reading.pack.read_noun_phrase(reading, clause.first, cue.finite)
        is_office = inner is not None and inner.kind == "noun" and reading.pack.is_title(reading.lower[inner.head])
        if inner is not None and (inner.last == cue.finite or is_office):
            yield PossibleSpeaker((phrase.first, inner.last), ["place:split_subject", kind])
    elif clause.kind is ClauseKind.VERB_FIRST and opening.kind is ClauseKind.MAIN:
        yield PossibleSpeaker(with_apposition(reading, unit, phrase), ["place:shared_subject", kind])
