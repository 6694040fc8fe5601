"""Whom it was said to: the listener a frame names."""

from __future__ import annotations

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal, Range
from extraction.quotes.grammar import CueClass
from extraction.quotes.reading import Reading


def find_addressee(reading: Reading, proposal: Proposal) -> Range | None:
    """The addressee in the frame of a verb, or None."""
    cue = proposal.verb
    if cue is None or proposal.frame is None or proposal.type is QuoteType.REPORTED:
        return None
    pack, (first, last) = reading.pack, proposal.frame
    for index in range(first, last - 1):
        if reading.lower[index] in pack.addressee_prepositions:
            phrase = pack.read_noun_phrase(reading, index + 1, last)
            if phrase is not None:
                return phrase.first, phrase.last
    if cue.is_passive:
        phrase = pack.read_noun_phrase(reading, first, cue.finite) if cue.finite > first else None
        return (phrase.first, phrase.last) if phrase is not None else None
    for phrase in pack.find_noun_phrases(reading, cue.finite + 1, last):
        place = (phrase.first, phrase.last)
        if proposal.speaker is not None and place[0] < proposal.speaker[1] and proposal.speaker[0] < place[1]:
            continue
        after_preposition = reading.lower[phrase.first - 1] in pack.prepositions
        is_dative = reading.lower[phrase.first] in pack.datives or pack.is_audience(reading.lower[phrase.head])
        is_object = cue.cue_class is CueClass.DEMAND and phrase.kind != "pronoun"
        is_temporal = pack.is_temporal(reading.lower[phrase.head])
        if not after_preposition and not is_temporal and (is_dative or is_object) and not _holds(place, proposal):
            return place
    return None


def _holds(place: Range, proposal: Proposal) -> bool:
    """Whether the phrase is part of the cue or of the content."""
    if any(place[0] <= token < place[1] for token in proposal.cue):
        return True
    return any(place[0] < last and first < place[1] for first, last in proposal.parts)
