"""Marked words in a sentence that tells a speech act: its topic, what something is called, how somebody feels."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import ClauseKind, Cue, CueClass, PhraseFrame
from extraction.quotes.marks import Passage
from extraction.quotes.reading import Reading, Unit


def set_frame(unit: Unit, proposal: Proposal, frame: Cue | PhraseFrame) -> None:
    if isinstance(frame, Cue):
        proposal.cue, proposal.verb = frame.tokens, frame
        segment = unit.segments[frame.segment]
        proposal.frame = (segment.first, segment.last)
        proposal.features.append(f"class:{frame.cue_class.value}")
    else:
        proposal.cue, proposal.source = frame.cue, frame.source
        proposal.frame = (frame.first, frame.last)


def attach_told(reading: Reading, unit: Unit, passage: Passage, proposal: Proposal, cues: Sequence[Cue]) -> None:
    """Words marked in a sentence that tells a speech act: "X feierte das als „großen Erfolg“"."""
    here = [c for c in cues if not c.is_negated and unit.segments[c.segment].first < passage.first]
    if here:
        nearest = min(here, key=lambda c: _distance(reading, unit, passage, c))
        set_frame(unit, proposal, nearest)
        proposal.features.append("unit:cue")
        if _shows_itself(reading, unit, passage, nearest):
            proposal.features.append("before:shown")
        called = is_called(reading, unit, passage, nearest)
        is_predicative, is_object = _is_predicative(reading, passage), _is_object(reading, passage, nearest)
        if called or is_predicative or is_object:
            proposal.features.append("before:predicative")
        elif _is_topic(reading, unit, passage, nearest):
            proposal.features.append("before:topic")
        is_judged = is_predicative and nearest.cue_class is CueClass.JUDGE and _is_act(nearest)
        if (called or is_judged or is_object) and reading.words[passage.first][:1].isupper():
            proposal.features.append("before:called")


def _is_topic(reading: Reading, unit: Unit, passage: Passage, cue: Cue) -> bool:
    """ "sprach von „Kahlschlag“", "warnte vor einem „Dammbruch“": what a told speech act is about, in its own words."""
    place = passage.first - 2
    is_definite = reading.lower[place] in reading.pack.articles and reading.lower[place] not in reading.pack.indefinite
    if is_definite and (
        reading.lower[place] not in reading.pack.definite or not reading.words[passage.first].islower()
    ):
        return False  # "rief zum „Tag der Arbeit“ auf", but "sprach von der „schwersten Flut seit Jahren“"
    if is_definite or reading.lower[place] in reading.pack.indefinite:
        place -= 1
    in_clause = unit.segments[cue.segment].first <= place < unit.segments[cue.segment].last
    return in_clause and _is_act(cue) and reading.lower[place] in reading.pack.told_with.get(cue.lemma, ())


def _is_object(reading: Reading, passage: Passage, cue: Cue) -> bool:
    """ "kündigte „Konsequenzen“ an", "forderte am Montag „Chancen“": what is announced or asked for, no name."""
    before, behind = passage.first - 2, passage.last + passage.is_closed
    if not _is_act(cue) or reading.pack.is_named_thing(reading.lower[before]):
        return False
    if reading.lower[behind : behind + 1] == ["nicht"]:
        behind += 1  # "schloss „weitere Schritte“ nicht aus"
    is_enclosed = cue.finite < passage.first and behind in cue.tokens and " " not in cue.lemma
    if before not in cue.tokens and not reading.words[before][:1].isupper():
        # "plant eine zentrale „Meldestelle“", "kündigte er in der ARD-„Rundschau“ an"
        is_governed = reading.lower[before - 1] in reading.pack.prepositions
        return is_enclosed and reading.lower[before] in reading.pack.indefinite and not is_governed
    return is_enclosed or (cue.cue_class is CueClass.DEMAND and cue.tokens[-1] < passage.first)


def _is_act(cue: Cue) -> bool:
    return cue.is_complete and not cue.is_passive


def _shows_itself(reading: Reading, unit: Unit, passage: Passage, cue: Cue) -> bool:
    """ "Sie zeigte sich „sehr erleichtert“": how somebody says she feels."""
    segment = unit.segments[cue.segment]
    words = reading.lower[segment.first : passage.first - 1]
    is_own = cue.lemma in reading.pack.showing_verbs and any(word in reading.pack.reflexives for word in words)
    between = reading.words[cue.finite + 1 : passage.first - 1]
    is_beside = passage.last + 1 >= segment.last or not any(word[:1].isupper() for word in between)
    return is_own and is_beside and reading.words[passage.first][:1].islower()


def _distance(reading: Reading, unit: Unit, passage: Passage, cue: Cue) -> tuple[bool, bool, int]:
    """How far a verb is from marked words: those of other clauses are farther, and a relative clause is over.

    So is a second predicate behind the marks: "nannte den Plan „verrückt“ und forderte, …".
    """
    segment = unit.segments[cue.segment]
    is_over = passage.first > segment.last
    is_aside = is_over and reading.clause(unit, segment).kind is ClauseKind.RELATIVE
    is_second = cue.finite > passage.last and reading.pack.is_coordinator(reading.lower[cue.finite - 1])
    return is_aside or is_second, is_over, abs(cue.finite - passage.first)


def _is_predicative(reading: Reading, passage: Passage) -> bool:
    """ "als „…“", "als einen „…“": the marked words are what somebody calls something."""
    before = max(0, passage.first - 2)
    if reading.pack.is_closed(reading.lower[before]) and reading.lower[before] not in reading.pack.predicatives:
        before -= 1
    return reading.lower[before] in reading.pack.predicatives


def is_called(reading: Reading, unit: Unit, passage: Passage, cue: Cue) -> bool:
    """ "nannte das einen „Fehler“", "nannte ihn „mutig“": a judgement, where a capital alone would be a name."""
    if cue.lemma in reading.pack.viewing_verbs:
        return not cue.is_passive and reading.lower[passage.first - 2] in reading.pack.indefinite
    if cue.lemma not in reading.pack.naming_verbs or cue.is_passive:
        return False
    segment = unit.segments[cue.segment]
    if any(word in reading.pack.reflexives for word in reading.lower[segment.first : segment.last]):
        return False
    is_small = reading.words[passage.first][:1].islower()
    before = reading.lower[passage.first - 2]
    return is_small or before in reading.pack.indefinite or _is_judged(reading, passage, cue)


def _is_judged(reading: Reading, passage: Passage, cue: Cue) -> bool:
    """ "nannte den Vorschlag „Unsinn“", "nannte das „Unsinn“": what is called so has a name or needs none."""
    before = passage.first - 2
    if reading.lower[before] in reading.pack.back_references:
        return before > cue.finite
    phrases = reading.pack.find_noun_phrases(reading, cue.finite + 1, before + 1)
    last = next((p for p in phrases if p.last == before + 1), None)
    if last is None or reading.lower[last.first] not in reading.pack.definite:
        return False
    head = reading.lower[last.head]
    return reading.pack.is_claim(head) or reading.pack.is_title(head) or reading.pack.is_abstract(head)
