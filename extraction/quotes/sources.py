"""Who speaks without being a subject: the agent of a passive, the document in "es heißt", the owner of a noun."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import ClauseKind, Cue
from extraction.quotes.possible_speakers import PossibleSpeaker, is_content
from extraction.quotes.reading import Reading, Unit


def owner(reading: Reading, noun: int, last: int) -> Iterator[PossibleSpeaker]:
    """Whose claim it is: "die Frage von Reportern", "der Vorwurf der Opposition"."""
    start = noun + 1
    if start < last and reading.lower[start] in reading.pack.agent_prepositions:
        start += 1
    elif start >= last or reading.lower[start] not in reading.pack.genitives:
        return
    phrase = reading.pack.read_noun_phrase(reading, start, last)
    if phrase is not None and phrase.kind != "pronoun":
        yield PossibleSpeaker((phrase.first, phrase.last), ["place:owner"])


def oblique_sources(reading: Reading, cue: Cue, first: int, last: int) -> Iterator[PossibleSpeaker]:
    """Behind a passive its agent, behind "es heißt" the document or person it is said in or by."""
    pack = reading.pack
    prepositions = pack.agent_prepositions if cue.is_passive else pack.source_prepositions
    for index in range(first, last - 1):
        if reading.lower[index] in prepositions:
            phrase = pack.read_noun_phrase(reading, index + 1, last)
            if phrase is not None and not pack.is_temporal(reading.lower[phrase.head]):
                yield PossibleSpeaker((phrase.first, phrase.last), ["place:agent"])
    if cue.is_passive:  # "In dem Bericht wird vermutet, …"
        for index in range(first, last - 1):
            if reading.lower[index] in pack.source_prepositions:
                phrase = pack.read_noun_phrase(reading, index + 1, last) or pack.read_noun_phrase(reading, index, last)
                if phrase is not None and pack.is_document(reading.lower[phrase.head]):
                    yield PossibleSpeaker((phrase.first, phrase.last), ["place:document"])


def sources_before_insertion(reading: Reading, unit: Unit, proposal: Proposal, cue: Cue) -> Iterator[PossibleSpeaker]:
    """ "In dem Bericht des Rates, der seit Montag vorliegt, heißt es, …": before an insertion, not inside it."""
    for segment in unit.segments[: cue.segment]:
        if segment.passage is not None or is_content(proposal, segment):
            continue
        if reading.clause(unit, segment).kind is ClauseKind.FRAGMENT:
            for possible in oblique_sources(reading, cue, segment.first, segment.last):
                if not cue.is_passive or possible.features[0] == "place:document":
                    yield possible
