"""Who speaks: every noun phrase around a quote is a possible speaker, a linear ranker picks one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extraction.candidates import QuoteType
from extraction.quotes.appositions import LONGEST_APPOSITION, with_apposition
from extraction.quotes.candidate import LastSpeaker, Proposal, Range
from extraction.quotes.grammar import Clause, ClauseKind, Cue, Mood, NounPhrase
from extraction.quotes.model import Model
from extraction.quotes.reading import Reading, Segment, Unit
from extraction.quotes.rich_speakers import rich_speaker_features

_PLACES_BACK = ("place:before_unit", "place:two_before", "place:three_before")
_UNIT_REACH = 80  # tokens around a frame, and at the end of a unit before, in which somebody is looked for
_MOST_RICH = 60  # possible speakers of one quote that a learned model looks at closely
NO_SPEAKER_BELOW = 0.0  # a best candidate under this score is nobody


@dataclass(slots=True)
class PossibleSpeaker:
    place: Range
    features: list[str] = field(default_factory=list)


def choose_speaker(reading: Reading, proposal: Proposal, model: Model, last: LastSpeaker | None) -> Range | None:
    """The best possible speaker, or None. A phrase the pattern itself read ("laut X") needs no ranking."""
    if proposal.source is not None:
        return _extended(reading, proposal, proposal.source)
    best, best_score = None, NO_SPEAKER_BELOW
    for possible in possible_speakers(reading, proposal, last, is_rich=model.is_learned):
        score = model.speaker_score(possible.features)
        if score > best_score:
            best, best_score = possible.place, score
    return best


def _extended(reading: Reading, proposal: Proposal, source: Range) -> Range:
    unit = reading.units[reading.unit_of_token[source[0]]]
    whole = with_apposition(reading, unit, NounPhrase(*source, source[0], "name", True))
    return source if _is_inside(whole, proposal) else whole


def possible_speakers(
    reading: Reading, proposal: Proposal, last: LastSpeaker | None, *, is_rich: bool = False
) -> Iterator[PossibleSpeaker]:
    """Each place once, with the features of its nearest reading; `is_rich` adds what only a learned model weighs."""
    home = reading.unit_of_token[proposal.frame[0]] if proposal.frame else proposal.unit
    frame = "frame:verb" if proposal.verb else "frame:colon" if proposal.frame else "frame:none"
    if proposal.verb is not None and (proposal.verb.is_passive or proposal.verb.lemma in reading.pack.impersonal_verbs):
        frame = "frame:passive"
    # Sentences without a frame are too few to learn words from; the plain features know them better.
    is_continued = proposal.frame is None and proposal.type is not QuoteType.DIRECT
    seen: set[Range] = set()
    for possible in _everywhere(reading, proposal, home, last):
        place = possible.features[0].removeprefix("place:")
        is_cue = place != "cue_itself" and _holds_cue(possible.place, proposal)
        if possible.place in seen or is_cue or _is_inside(possible.place, proposal):
            continue
        seen.add(possible.place)
        if is_rich and not is_continued and len(seen) <= _MOST_RICH:
            possible.features += dict.fromkeys(
                rich_speaker_features(reading, proposal, possible.place, possible.features, last)
            )
        possible.features.append(f"{frame}+{place}")
        yield possible


def _everywhere(reading: Reading, proposal: Proposal, home: int, last: LastSpeaker | None) -> Iterator[PossibleSpeaker]:
    unit = reading.units[home]
    if proposal.frame is not None:
        yield from _in_frame(reading, unit, proposal)
        for segment in _near(unit, proposal.frame):
            if not _is_content(proposal, segment) and segment.first != proposal.frame[0] and segment.passage is None:
                yield from _ranked(reading, unit, segment.first, segment.last, "place:same_unit")
    elif proposal.type is QuoteType.DIRECT and "place:whole_unit" not in proposal.features:
        start, stop = max(unit.first, proposal.first - _UNIT_REACH), min(unit.last, proposal.last + _UNIT_REACH)
        yield from _ranked(reading, unit, start, stop, "place:own_unit")
    if last is not None:
        distance = home - last.unit
        near = "last:same_unit" if distance == 0 else "last:next" if distance == 1 else "last:far"
        features = ["place:last_speaker", near if distance < 4 else "last:lost"]
        if reading.units[last.unit].paragraph != unit.paragraph:
            features.append("last:other_paragraph")
        yield PossibleSpeaker(last.place, features)
    for back, place in enumerate(_PLACES_BACK, start=1):
        if home - back < 0:
            break
        earlier = reading.units[home - back]
        yield from _ranked(reading, earlier, max(earlier.first, earlier.last - _UNIT_REACH), earlier.last, place)


def _near(unit: Unit, frame: Range) -> Iterator[Segment]:
    """The segments around a frame: all of a sentence, but not of a list or of broken text."""
    first, last = frame[0] - _UNIT_REACH, frame[1] + _UNIT_REACH
    return (segment for segment in unit.segments if first <= segment.first and segment.last <= last)


def _is_inside(place: Range, proposal: Proposal) -> bool:
    if proposal.type is QuoteType.REPORTED:
        return False  # the told clause holds its speaker
    return any(place[0] < last and first < place[1] for first, last in proposal.parts)


def _holds_cue(place: Range, proposal: Proposal) -> bool:
    return any(place[0] <= token < place[1] for token in proposal.cue)


def _is_content(proposal: Proposal, segment: Segment) -> bool:
    if proposal.type is QuoteType.REPORTED:
        return False  # the told clause holds its speaker
    return any(first < segment.last and segment.first < last for first, last in proposal.parts)


def _in_frame(reading: Reading, unit: Unit, proposal: Proposal) -> Iterator[PossibleSpeaker]:
    first, last = proposal.frame or (0, 0)
    cue = proposal.verb
    if cue is None:
        if proposal.cue:
            yield from _owner(reading, proposal.cue[-1], last)
            # "Demnach", "Befürchtungen": some newsrooms mark the word that points to the source.
            yield PossibleSpeaker((proposal.cue[-1], proposal.cue[-1] + 1), ["place:cue_itself"])
        yield from _ranked(reading, unit, first, last, "place:colon_frame")
        return
    segment = unit.segments[cue.segment]
    clause = reading.clause(unit, segment)
    if cue.lemma in reading.pack.impersonal_verbs or (cue.is_passive and cue.lemma not in reading.pack.citing_verbs):
        yield from _sources(reading, cue, first, last)
        yield from _sources_before(reading, unit, proposal, cue)
        return
    if clause.kind is ClauseKind.RELATIVE and cue.segment > 0:
        yield from _relative_subject(reading, unit, clause, cue)
        return
    if _leads_out(cue, clause):
        yield from _subject_before(reading, unit, cue.segment)
        return
    if first < segment.first:
        yield from _ranked(reading, unit, first, segment.first, "place:split_subject")
    elif cue.segment > 0:
        yield from _split_subject(reading, unit, clause, cue, proposal)
    start = clause.first - 1 if clause.first - 1 in reading.opened_at else clause.first
    adverbial = reading.pack.is_adverbial_start(reading.lower[clause.first])
    verb_final = clause.kind is ClauseKind.SUBORDINATE and reading.pack.is_verb_final(reading, segment)
    if verb_final and start == clause.first < cue.finite:
        start, adverbial = start + 1, False  # "während X erklärte": the subject follows the conjunction
    if adverbial and _stands_alone(reading, clause.first, cue.finite):
        adverbial = False
    field = "place:adverbial_field" if adverbial else "place:before_verb"
    before = list(_ranked(reading, unit, start, cue.finite, field))
    has_subject = not adverbial and any("no_subject" not in possible.features for possible in before)
    behind = list(_ranked(reading, unit, cue.finite + 1, last, "place:behind_verb"))
    if cue.lemma in reading.pack.citing_verbs:
        yield from _cited(reading, cue, before if has_subject else [], behind)
    yield from before
    for possible in behind:
        if has_subject:
            possible.features.append("behind:second_choice")
        if reading.lower[possible.place[0]] in reading.pack.nominatives:
            possible.features.append("behind:nominative")
        yield possible


def _stands_alone(reading: Reading, first: int, finite: int) -> bool:
    """ "Auch Ministerin Berg sagte": a particle, and one phrase that goes up to the verb."""
    if reading.lower[first] not in reading.pack.focus_particles or first + 1 >= finite:
        return False
    phrase = reading.pack.read_noun_phrase(reading, first + 1, finite)
    return phrase is not None and phrase.last == finite and phrase.can_be_subject


def _leads_out(cue: Cue, clause: Clause) -> bool:
    """ "Berg sagte, Kern sei krank und kündigte an, …": the second verb's subject is that of the frame, not Kern."""
    is_second = clause.finite >= 0 and cue.finite > clause.finite and not cue.is_reported
    return is_second and cue.segment > 0 and clause.kind is ClauseKind.MAIN and clause.mood is Mood.SUBJUNCTIVE_1


def _subject_before(reading: Reading, unit: Unit, number: int) -> Iterator[PossibleSpeaker]:
    """The subject of the last main clause in the indicative before the segment `number`."""
    for segment in reversed(unit.segments[:number]):
        if segment.passage is not None:
            continue
        clause = reading.clause(unit, segment)
        if clause.kind in (ClauseKind.MAIN, ClauseKind.VERB_FIRST) and clause.mood is Mood.INDICATIVE:
            yield from _ranked(reading, unit, clause.first, segment.last, "place:shared_subject")
            return


def _cited(
    reading: Reading, cue: Cue, subjects: list[PossibleSpeaker], behind: list[PossibleSpeaker]
) -> Iterator[PossibleSpeaker]:
    """ "Der Sender zitierte die Ministerin", "die Ministerin wurde vom Sender zitiert": the medium only relays."""
    free = [p for p in behind if reading.lower[p.place[0] - 1] not in reading.pack.prepositions]
    cited = [*subjects[:1], *free] if cue.is_passive else free if subjects else free[1:]
    for possible in cited[:1]:
        yield PossibleSpeaker(possible.place, ["place:cited", *possible.features[1:]])


def _owner(reading: Reading, noun: int, last: int) -> Iterator[PossibleSpeaker]:
    """Whose claim it is: "die Frage von Reportern", "der Vorwurf der Opposition"."""
    start = noun + 1
    if start < last and reading.lower[start] in reading.pack.agent_prepositions:
        start += 1
    elif start >= last or reading.lower[start] not in reading.pack.genitives:
        return
    phrase = reading.pack.read_noun_phrase(reading, start, last)
    if phrase is not None and phrase.kind != "pronoun":
        yield PossibleSpeaker((phrase.first, phrase.last), ["place:owner"])


def _sources(reading: Reading, cue: Cue, first: int, last: int) -> Iterator[PossibleSpeaker]:
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


def _sources_before(reading: Reading, unit: Unit, proposal: Proposal, cue: Cue) -> Iterator[PossibleSpeaker]:
    """ "In dem Bericht des Rates, der seit Montag vorliegt, heißt es, …": before an insertion, not inside it."""
    for segment in unit.segments[: cue.segment]:
        if segment.passage is not None or _is_content(proposal, segment):
            continue
        if reading.clause(unit, segment).kind is ClauseKind.FRAGMENT:
            for possible in _sources(reading, cue, segment.first, segment.last):
                if not cue.is_passive or possible.features[0] == "place:document":
                    yield possible


def _relative_subject(reading: Reading, unit: Unit, clause: Clause, cue: Cue) -> Iterator[PossibleSpeaker]:
    """ "…, der sagte": the relative pronoun itself; "…, dessen Anwalt sagte": a phrase inside the clause."""
    features = ["place:relative_pronoun"]
    if reading.lower[clause.first] in reading.pack.relative_subjects and not clause.is_coordinated:
        yield PossibleSpeaker((clause.first, clause.first + 1), features)
    yield from _ranked(reading, unit, clause.first, cue.finite, "place:in_relative")


def _ranked(reading: Reading, unit: Unit, first: int, last: int, place: str) -> Iterator[PossibleSpeaker]:
    """Noun phrases of a range with their features."""
    rank = 0
    for phrase in reading.pack.find_noun_phrases(reading, first, last):
        features = [place, *_phrase_features(reading, phrase)]
        features.append(("rank:first", "rank:second")[rank] if rank < 2 else "rank:later")
        if phrase.can_be_subject:
            rank += 1
        yield PossibleSpeaker(with_apposition(reading, unit, phrase), features)


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


def _split_subject(
    reading: Reading, unit: Unit, clause: Clause, cue: Cue, proposal: Proposal
) -> Iterator[PossibleSpeaker]:
    """ "Peskow, der …, sagte": the subject stands before an insertion, or is shared with an earlier verb."""
    segment = unit.segments[0]
    if _is_content(proposal, segment) or segment.passage is not None:
        return
    opening = reading.clause(unit, segment)
    phrase = next(iter(reading.pack.find_noun_phrases(reading, opening.first, segment.last)), None)
    if phrase is None or not phrase.can_be_subject:
        return
    kind = f"kind:{phrase.kind}"
    whole = with_apposition(reading, unit, phrase)
    if segment.last - phrase.first <= LONGEST_APPOSITION:  # with its attributes: "der Sprecher der Fraktion im Rat"
        whole = with_apposition(reading, unit, NounPhrase(phrase.first, segment.last, phrase.head, phrase.kind, True))
    if opening.kind is ClauseKind.FRAGMENT and clause.kind is ClauseKind.VERB_FIRST:
        yield PossibleSpeaker(whole, ["place:split_subject", kind])
    elif opening.kind is ClauseKind.FRAGMENT and clause.kind is ClauseKind.MAIN and cue.segment == 1:
        inner = reading.pack.read_noun_phrase(reading, clause.first, cue.finite)
        is_office = inner is not None and inner.kind == "noun" and reading.pack.is_title(reading.lower[inner.head])
        if inner is not None and (inner.last == cue.finite or is_office):
            yield PossibleSpeaker((phrase.first, inner.last), ["place:split_subject", kind])
    elif clause.kind is ClauseKind.VERB_FIRST and opening.kind is ClauseKind.MAIN:
        yield PossibleSpeaker(with_apposition(reading, unit, phrase), ["place:shared_subject", kind])
