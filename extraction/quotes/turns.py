"""Who has the word when a sentence without a frame follows."""

from __future__ import annotations

from extraction.candidates import QuoteType
from extraction.quotes.antecedents import owner_of_own
from extraction.quotes.candidate import LastSpeaker, Proposal, Range
from extraction.quotes.model import Model
from extraction.quotes.reading import Reading, Unit
from extraction.quotes.speakers import choose_speaker


def speaks_on(
    reading: Reading, unit: Unit, proposal: Proposal, model: Model, last: LastSpeaker | None
) -> LastSpeaker | None:
    """Who spoke last once `proposal` with its speaker has been read."""
    speaker = proposal.speaker
    if speaker is None or (speaker[1] - speaker[0] == 1 and speaker[0] in proposal.cue and proposal.verb is None):
        return last  # "Demnach" points to a source and is none
    if own := owner_of_own(reading, speaker):
        return LastSpeaker(own, unit.index)
    is_claim = "_noun_" in proposal.rule and any(token in proposal.cue for token in range(*speaker))
    if is_claim or (proposal.rule == "indirect_wonach" and reading.pack.is_claim(reading.lower[speaker[1] - 1])):
        # "Gerüchte, er gehe, wies Kolb zurück. Er sei gesund.": whoever answers a claim speaks on.
        return told_in(reading, unit, model) or LastSpeaker(speaker, unit.index)
    return LastSpeaker(speaker, unit.index)


def teller_before(reading: Reading, unit: Unit, model: Model, last: LastSpeaker | None) -> LastSpeaker | None:
    """Who speaks in the sentence before, where that tells a speech act without being a quote itself."""
    if unit.index == 0 or (last is not None and last.unit >= unit.index - 1):
        return last
    return told_in(reading, reading.units[unit.index - 1], model) or last


def told_in(reading: Reading, unit: Unit, model: Model) -> LastSpeaker | None:
    """Whose speech act a sentence tells; of a passive its agent."""
    for cue in reading.pack.find_cues(reading, unit):
        segment = unit.segments[cue.segment]
        told = Proposal(
            "told_speech", QuoteType.REPORTED, unit.index, [], cue.tokens, cue, frame=(segment.first, segment.last)
        )
        speaker = choose_speaker(reading, told, model, None)
        if speaker is not None:
            return LastSpeaker(speaker, unit.index)
    place = _agent_in(reading, unit) or _document_in(reading, unit)
    return LastSpeaker(place, unit.index) if place is not None else None


def _agent_in(reading: Reading, unit: Unit) -> Range | None:
    """ "Widerspruch kam von der Linken": by whom an act is told that only a noun names."""
    pack, segment = reading.pack, unit.segments[0]
    if segment.passage is not None:
        return None
    phrases = list(pack.find_noun_phrases(reading, segment.first, segment.last))
    if not phrases or phrases[0].first != segment.first or not phrases[0].can_be_subject:
        return None
    act = reading.lower[phrases[0].head]
    if not (pack.is_claim(act) or pack.is_abstract(act)):
        return None
    agents = (p for p in phrases[1:] if reading.lower[p.first - 1] in pack.agent_prepositions)
    return next(((p.first, p.last) for p in agents), None)


def _document_in(reading: Reading, unit: Unit) -> Range | None:
    """ "Im Bericht wird das auf Armut zurückgeführt": the text that a sentence without a person tells from."""
    pack, found = reading.pack, None
    for segment in unit.segments:
        if segment.passage is not None:
            continue
        for phrase in pack.find_noun_phrases(reading, segment.first, segment.last):
            head = reading.lower[phrase.head]
            if phrase.can_be_subject and (phrase.kind != "noun" or pack.is_person_noun(head)):
                return None
            is_told_in = reading.lower[phrase.first - 1] in pack.source_prepositions and pack.is_document(head)
            if found is None and is_told_in:
                found = phrase.first, phrase.last
    return found
