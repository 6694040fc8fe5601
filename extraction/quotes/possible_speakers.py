"""A possible speaker with its features, and the noun phrases of a range as such."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extraction.candidates import QuoteType
from extraction.quotes.appositions import with_apposition
from extraction.quotes.candidate import Proposal, Range
from extraction.quotes.grammar import NounPhrase
from extraction.quotes.reading import Reading, Segment, Unit


@dataclass(slots=True)
class PossibleSpeaker:
    place: Range
    features: list[str] = field(default_factory=list)


def is_content(proposal: Proposal, segment: Segment) -> bool:
    if proposal.type is QuoteType.REPORTED:
        return False  # the told clause holds its speaker
    return any(first < segment.last and segment.first < last for first, last in proposal.parts)


def ranked(reading: Reading, unit: Unit, first: int, last: int, place: str) -> Iterator[PossibleSpeaker]:
    """Noun phrases of a range with their features."""
    rank, end = 0, first
    for phrase in reading.pack.find_noun_phrases(reading, first, last):
        if phrase.first < end:
            continue  # part of the apposition of the phrase before
        features = [place, *_phrase_features(reading, phrase)]
        if rank and phrase.first == end and reading.lower[phrase.first] in reading.pack.genitives:
            features.append("no_subject")  # "sagte die Firma Elbe der Zeitung": whom she told it
        features.append(("rank:first", "rank:second")[rank] if rank < 2 else "rank:later")
        if phrase.can_be_subject:
            rank += 1
        whole = with_apposition(reading, unit, phrase)
        end = whole[1]
        yield PossibleSpeaker(whole, features)


def _phrase_features(reading: Reading, phrase: NounPhrase) -> Iterator[str]:
    yield f"kind:{phrase.kind}"
    if not phrase.can_be_subject:
        yield "no_subject"
    head = reading.lower[phrase.head]
    titled = any(reading.pack.is_title(reading.lower[i]) for i in range(phrase.first, phrase.head))
    if phrase.kind != "pronoun" and (titled or reading.pack.is_person_noun(head)):
        yield "head:person"
        if not phrase.can_be_subject and reading.lower[phrase.first - 1] in reading.pack.agent_prepositions:
            yield "agent:person"
    elif phrase.kind != "pronoun" and reading.pack.is_document(head):
        yield "head:document" if phrase.can_be_subject else "document:oblique"
    elif phrase.kind == "name" and phrase.head > phrase.first and reading.words[phrase.head - 1][:1].isupper():
        yield "head:full_name"
    if head[:1].isdigit() and head.replace(".", "").isdigit():
        yield "head:number"
    elif reading.pack.is_temporal(head):
        yield "head:temporal"
    elif reading.pack.is_audience(head):
        yield "head:audience"
