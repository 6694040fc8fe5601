"""Who speaks without being a subject: the agent of a passive, the document in "es heißt", the owner of a noun."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.quotes.candidate import LastSpeaker, Proposal, Range
from extraction.quotes.grammar import ClauseKind, Cue
from extraction.quotes.possible_speakers import PossibleSpeaker, is_content
from extraction.quotes.reading import Reading, Segment, Unit

_CARRIED_FOR = 2  # units back in which "heißt es weiter" finds where it was said


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


def claim(reading: Reading, unit: Unit, proposal: Proposal) -> Iterator[PossibleSpeaker]:
    """The phrase of the noun itself, where it is another's: "Gerüchte, er gehe, nannte Kolb falsch".

    Who raises, holds or repeats a claim is its source; whoever answers one is not.
    """
    noun = proposal.cue[-1]
    segment = next((s for s in unit.segments if s.first <= noun < s.last), None)
    phrases = reading.pack.find_noun_phrases(reading, segment.first, segment.last) if segment else ()
    phrase = next((p for p in phrases if p.first <= noun < p.last), None)
    if segment is None or phrase is None or reading.pack.is_audience(reading.lower[noun]):
        return
    before = reading.lower[phrase.first - 1] if phrase.first > segment.first else ""
    pack, clause = reading.pack, reading.clause(unit, segment)
    is_raised = any(reading.lower[i].startswith(pack.raising_stems) for i in _host_words(reading, unit, segment))
    if before in pack.answering_prepositions:
        is_foreign = True
    elif before in pack.prepositions or before in pack.predicatives or clause.kind is ClauseKind.RELATIVE:
        is_foreign = False  # "mit der Begründung", "als Begründung", "die der Ansicht sind"
    elif _is_answered(reading, unit, segment):
        is_foreign = True
    elif clause.finite < 0 and phrase.first == clause.first:
        is_foreign = not is_raised  # "Die Behauptung, …, wies sie zurück"
    else:
        others = pack.find_noun_phrases(reading, segment.first, segment.last)
        is_foreign = clause.finite >= 0 and not any(p.can_be_subject for p in others if p.first != phrase.first)
        if is_foreign:
            yield from _holders(reading, segment)
    yield PossibleSpeaker((phrase.first, phrase.last), ["place:claim", f"claim:{'foreign' if is_foreign else 'own'}"])


def _holders(reading: Reading, segment: Segment) -> Iterator[PossibleSpeaker]:
    """ "Bei Anwohnern wächst die Sorge, …": whose claim grows."""
    for index in range(segment.first, segment.last - 1):
        if reading.lower[index] in reading.pack.holding_prepositions:
            holder = reading.pack.read_noun_phrase(reading, index + 1, segment.last)
            if holder is not None and reading.pack.is_person_noun(reading.lower[holder.head].removesuffix("n")):
                yield PossibleSpeaker((holder.first, holder.last), ["place:owner"])


def _host_words(reading: Reading, unit: Unit, segment: Segment) -> Iterator[int]:
    """The words of the noun's own segment, and of the first one behind it that begins with its verb."""
    yield from range(segment.first, segment.last)
    if reading.clause(unit, segment).finite < 0:
        for other in unit.segments:
            if other.first > segment.first and reading.clause(unit, other).kind is ClauseKind.VERB_FIRST:
                yield from range(other.first, other.last)
                return


def _is_answered(reading: Reading, unit: Unit, segment: Segment) -> bool:
    number = unit.segments.index(segment)
    return any(
        cue.segment == number and cue.lemma in reading.pack.answering_verbs
        for cue in reading.pack.find_cues(reading, unit)
    )


def wonach_source(reading: Reading, unit: Unit, frame: Range) -> Iterator[PossibleSpeaker]:
    """ "Die Bahn widersprach Berichten aus Bonn, wonach …": the last text or claim before it."""
    for segment in reversed(unit.segments):
        if segment.first >= frame[0] or segment.passage is not None:
            continue
        for phrase in reversed(list(reading.pack.find_noun_phrases(reading, segment.first, segment.last))):
            heads = (reading.lower[i] for i in range(phrase.first, phrase.last))
            if any(reading.pack.is_claim(word) or reading.pack.is_document(word) for word in heads):
                yield PossibleSpeaker((phrase.first, phrase.last), ["place:told_in"])
                return


def oblique_sources(reading: Reading, cue: Cue, first: int, last: int) -> Iterator[PossibleSpeaker]:
    """Behind a passive its agent, behind "es heißt" the document or person it is said in or by."""
    pack = reading.pack
    own = pack.prepositions_of.get(cue.lemma, pack.source_prepositions)
    prepositions = pack.agent_prepositions if cue.is_passive else own
    for index in range(first, last - 1):
        if reading.lower[index] in prepositions:
            phrase = pack.read_noun_phrase(reading, index + 1, last)
            if phrase is not None and not pack.is_temporal(reading.lower[phrase.head]):
                # "hieß es auf Anfrage aus dem Amt": without an article an occasion, and nobody.
                is_occasion = phrase.first == phrase.head and pack.is_audience(reading.lower[phrase.head])
                features = ["place:agent", "head:audience"] if is_occasion else ["place:agent"]
                yield PossibleSpeaker((phrase.first, phrase.last), features)
    if cue.is_passive:  # "In dem Bericht wird vermutet, …"
        for index in range(first, last - 1):
            if reading.lower[index] in pack.source_prepositions:
                phrase = pack.read_noun_phrase(reading, index + 1, last) or pack.read_noun_phrase(reading, index, last)
                if phrase is not None and pack.is_document(reading.lower[phrase.head]):
                    yield PossibleSpeaker((phrase.first, phrase.last), ["place:document"])


def carried_on(reading: Reading, unit: Unit, frame: Range, before: LastSpeaker | None) -> Iterator[PossibleSpeaker]:
    """ "Darin heißt es, …": in the text named before; "heißt es weiter": where it stood before."""
    words, pack = reading.lower[frame[0] : frame[1]], reading.pack
    if not pack.continuing.isdisjoint(words) and before is not None and unit.index - before.unit <= _CARRIED_FOR:
        yield PossibleSpeaker(before.place, ["place:told_in"])
    elif not pack.pointing_in.isdisjoint(words):
        first = reading.units[max(0, unit.index - 1)].first
        for phrase in reversed(list(pack.find_noun_phrases(reading, first, frame[0]))):
            if pack.is_document(reading.lower[phrase.head]):
                yield PossibleSpeaker((phrase.first, phrase.last), ["place:told_in"])
                return


def sources_before_insertion(reading: Reading, unit: Unit, proposal: Proposal, cue: Cue) -> Iterator[PossibleSpeaker]:
    """ "In dem Bericht des Rates, der seit Montag vorliegt, heißt es, …": before an insertion, not inside it."""
    for segment in unit.segments[: cue.segment]:
        if segment.passage is not None or is_content(proposal, segment):
            continue
        if reading.clause(unit, segment).kind is ClauseKind.FRAGMENT:
            for possible in oblique_sources(reading, cue, segment.first, segment.last):
                if not cue.is_passive or possible.features[0] == "place:document":
                    yield possible
