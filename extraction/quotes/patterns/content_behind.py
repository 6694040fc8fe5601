"""Content that follows its frame: "X sagte, …", with that-clause, question, infinitive or main clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.quotes.candidate import Proposal, Range
from extraction.quotes.grammar import Clause, ClauseKind, Cue, CueClass, Mood
from extraction.quotes.insertions import opener_before
from extraction.quotes.patterns.extents import (
    SUBJUNCTIVE,
    clause_of,
    find_stop,
    frame_proposal,
    holds_marks_only,
    join,
    mood_of,
    opens_condition,
)
from extraction.quotes.patterns.prefaces import names_person
from extraction.quotes.reading import Reading, Segment, Unit

_CONTENT_KINDS = {
    CueClass.SAY: {ClauseKind.THAT, ClauseKind.QUESTION, ClauseKind.MAIN, ClauseKind.INFINITIVE},
    CueClass.THINK: {ClauseKind.THAT, ClauseKind.QUESTION, ClauseKind.MAIN, ClauseKind.INFINITIVE},
    CueClass.DEMAND: {ClauseKind.THAT, ClauseKind.QUESTION, ClauseKind.MAIN, ClauseKind.INFINITIVE},
    CueClass.ASK: {ClauseKind.QUESTION, ClauseKind.THAT, ClauseKind.INFINITIVE},
    CueClass.JUDGE: {ClauseKind.THAT, ClauseKind.MAIN, ClauseKind.INFINITIVE},
    CueClass.SHOW: {ClauseKind.THAT, ClauseKind.QUESTION, ClauseKind.MAIN},
}
_CUT_OFF = (ClauseKind.MAIN, ClauseKind.VERB_FIRST)  # as what a verb alone in its segment is read
_PLAIN_KIND = {
    ClauseKind.VERB_FIRST: ClauseKind.MAIN,
    ClauseKind.SUBORDINATE: ClauseKind.MAIN,
    ClauseKind.AS: ClauseKind.QUESTION,
}
_RULES = {
    ClauseKind.THAT: "indirect_that",
    ClauseKind.QUESTION: "indirect_question",
    ClauseKind.AS: "indirect_question",
    ClauseKind.INFINITIVE: "indirect_infinitive",
    ClauseKind.MAIN: "indirect_main_clause",
    ClauseKind.VERB_FIRST: "indirect_main_clause",
    ClauseKind.SUBORDINATE: "indirect_main_clause",
}


def propose_content(
    reading: Reading, unit: Unit, cue: Cue, frames: set[int], cues: Sequence[Cue]
) -> Iterator[Proposal]:
    number = cue.segment
    start = find_content(reading, unit, cue, frames)
    if (
        start is None
        or _is_followed(reading, cue, cues)
        or (unit.segments[start].before == ":" and _opens_with_frame(reading, unit, start, cues))
    ):
        return
    clause, frame = _content_clause(reading, unit, start), clause_of(reading, unit, number)
    opener = opener_before(reading, unit, cue) if frame.kind in _CUT_OFF else None
    if opener is not None:
        number, frame = opener, frame._replace(kind=ClauseKind.SUBORDINATE)
    stop = find_stop(reading, unit, start + 1, frames, content=clause, frame=frame, frame_at=number)
    after = unit.segments[start:stop]
    mood = mood_of(reading, unit, after)
    if _is_direct(reading, after, mood) or not _may_hold(cue, clause, mood, unit.segments[start].before):
        return
    is_reported = clause.kind is ClauseKind.MAIN and clause.mood is Mood.SUBJUNCTIVE_1
    parts = [_cut_second_frame(reading, join(after), cues, is_reported=is_reported)]
    rule = "indirect_colon" if unit.segments[start].before == ":" else _RULES.get(clause.kind, "indirect_main_clause")
    kind = ClauseKind.MAIN if _is_prefield(reading, unit, start) else clause.kind
    proposal = frame_proposal(reading, unit, cue, rule, parts, kind=kind, mood=mood)
    if rule == "indirect_colon" and _announces(reading, unit, cue, clause):
        proposal.features.append("colon:announced")
    if rule == "indirect_main_clause" and mood is Mood.INDICATIVE and _is_loose(reading, unit, cue, start):
        proposal.features.append("bare:loose")
    elif rule == "indirect_main_clause" and mood is Mood.INDICATIVE:
        proposal.features += _bare_features(reading, cue, clause)
    yield proposal


def _opens_with_frame(reading: Reading, unit: Unit, start: int, cues: Sequence[Cue]) -> bool:
    """ "Dem widerspricht ein Brief: Dort heißt es, …": what the colon announces has a frame of its own."""
    if start + 1 >= len(unit.segments):
        return False
    finite = clause_of(reading, unit, start).finite
    return any(c.segment == start and c.finite == finite and c.lemma in reading.pack.impersonal_verbs for c in cues)


def _is_direct(reading: Reading, content: Sequence[Segment], mood: Mood) -> bool:
    """Nothing but marks, or marks behind a colon and the article again: "Er rief: „Nein!“ und ging", "…, und ging"."""
    if holds_marks_only(reading, content):
        return True
    segment = content[0]
    if segment.before == ":" and segment.passage is not None:
        return mood not in SUBJUNCTIVE
    passage = reading.opened_at.get(segment.first) if segment.before == ":" else None
    behind = passage.last + passage.is_closed if passage is not None else segment.last
    return behind < segment.last and reading.pack.is_coordinator(reading.lower[behind])


def _bare_features(reading: Reading, cue: Cue, content: Clause) -> Iterator[str]:
    """What speaks for a main clause in the indicative: a form that replaces the subjunctive, "es hieß, …" before it."""
    if content.finite >= 0 and reading.pack.may_stand_for_subjunctive(reading.lower[content.finite]):
        yield "bare:replacing"
    if cue.lemma in reading.pack.impersonal_verbs:
        yield "bare:impersonal"


def _content_clause(reading: Reading, unit: Unit, start: int) -> Clause:
    """The clause of the content; of "…, die Preise, vor allem für Milch, zu senken" the one that ends it."""
    clause = clause_of(reading, unit, start)
    word = reading.lower[unit.segments[start].first]
    is_other = reading.pack.is_subordinator(word) or word in reading.pack.frame_openers
    if clause.kind is not ClauseKind.FRAGMENT or is_other:
        return clause
    if unit.segments[start].before == ":":  # "…: Die Firmen Alba, Berto und Celm würden geschlossen"
        following = clause_of(reading, unit, start + 1) if start + 1 < len(unit.segments) else clause
        return following if following.kind is ClauseKind.MAIN and following.mood in SUBJUNCTIVE else clause
    if _is_prefield(reading, unit, start):
        return clause
    behind = (clause_of(reading, unit, number) for number in range(start + 1, len(unit.segments)))
    return next((other for other in behind if other.kind in (ClauseKind.INFINITIVE, ClauseKind.MAIN)), clause)


def _is_loose(reading: Reading, unit: Unit, cue: Cue, start: int) -> bool:
    """ "Er klagte über Kopfweh, später brach er zusammen": the frame is full without what follows it.

    A frame whose content is an indicative main clause ends with its verb, its subject or its audience.
    """
    frame = unit.segments[cue.segment]
    if start != cue.segment + 1 or unit.segments[start].before == ";":
        return True
    last = frame.last - 1
    if last in cue.tokens:
        return False
    phrases = list(reading.pack.find_noun_phrases(reading, cue.finite + 1, frame.last))
    if not phrases:
        return reading.lower[last] not in reading.pack.nominatives and last > max(cue.tokens) + 2
    final = phrases[-1]
    if final.last != frame.last or reading.pack.is_audience(reading.lower[final.head]):
        return False
    is_subject = final is next((p for p in phrases if p.can_be_subject), None)
    has_subject = any(p.can_be_subject for p in reading.pack.find_noun_phrases(reading, frame.first, cue.finite))
    return has_subject or not is_subject


def _announces(reading: Reading, unit: Unit, cue: Cue, content: Clause) -> bool:
    """ "Am Montag sagte Anna Berg: Der Fluss steigt.": the frame is a clause of its own, and so is what follows."""
    speaks = cue.cue_class is CueClass.SAY and not cue.is_passive and not cue.is_negated
    if not speaks or content.kind is not ClauseKind.MAIN or cue.lemma in reading.pack.naming_verbs:
        return False
    frame = reading.clause(unit, unit.segments[cue.segment])
    is_own = frame.kind is ClauseKind.MAIN or (
        frame.kind is ClauseKind.VERB_FIRST and names_person(reading, unit, unit.segments[: cue.segment])
    )
    is_own = is_own and content.first - 1 not in reading.opened_at
    return is_own and frame.finite == cue.finite and reading.words[content.first][:1].isupper()


def _is_followed(reading: Reading, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether a second predicate stands between cue and content: "lobte die Freundschaft und sagte, …"."""
    return any(
        other.segment == cue.segment
        and other.finite > max(cue.tokens)
        and reading.pack.is_coordinator(reading.lower[other.finite - 1])
        for other in cues
    )


def _cut_second_frame(reading: Reading, content: Range, cues: Sequence[Cue], *, is_reported: bool) -> Range:
    """The content without "… und fügte hinzu" at its end, where a second frame follows without a comma.

    Behind a main clause in the first subjunctive any cue in the indicative leads out of it ("… und kündigte an").
    """
    for cue in cues:
        before = cue.finite - 1
        speaks = (is_reported or cue.cue_class is CueClass.SAY) and not cue.is_reported and not cue.is_passive
        if speaks and content[0] < before < content[1] and reading.pack.is_coordinator(reading.lower[before]):
            return content[0], before
    return content


def find_content(reading: Reading, unit: Unit, cue: Cue, frames: set[int]) -> int | None:
    """The segment behind the frame where content starts; appositions and relative clauses are stepped over."""
    fallback = None
    ends = max(cue.tokens)  # the participle or particle may stand behind an apposition
    behind = next((n for n in range(cue.segment, len(unit.segments)) if ends < unit.segments[n].last), cue.segment)
    for number in range(behind + 1, len(unit.segments)):
        segment = unit.segments[number]
        if segment.passage is not None:
            return number
        clause = reading.clause(unit, segment)
        if clause.kind is ClauseKind.SUBORDINATE and number in frames:
            return fallback  # "X dankte Y, nachdem Z gesagt hatte, dass …": what follows is Z's
        if clause.kind in (ClauseKind.THAT, ClauseKind.QUESTION):
            return number
        if clause.kind is ClauseKind.INFINITIVE:
            return behind + 1 if _is_own_start(unit, cue, behind, number) else number
        if clause.kind is ClauseKind.AS and number not in frames and clause.finite >= 0:
            return number  # "betonte, wie wichtig das sei"
        if clause.kind in (ClauseKind.MAIN, ClauseKind.VERB_FIRST) and not clause.is_coordinated:
            if clause.kind is ClauseKind.VERB_FIRST and segment.before != ":":
                return number if opens_condition(reading, unit, number) else fallback
            begins = fallback is None and _is_own_start(unit, cue, behind, number)
            if begins and clause.mood in SUBJUNCTIVE and _is_list(reading, unit, behind, number):
                return behind + 1
            return number if fallback is None else fallback
        if segment.before == ":":
            return number
        if clause.kind is ClauseKind.SUBORDINATE and fallback is None:
            following = number + 1
            if following < len(unit.segments) and clause_of(reading, unit, following).kind is ClauseKind.VERB_FIRST:
                fallback = number
        elif clause.kind is ClauseKind.FRAGMENT and fallback is None and number == behind + 1:
            if _is_prefield(reading, unit, number):
                return number
        elif clause.is_coordinated:
            only_links = all(map(reading.pack.is_closed, reading.lower[segment.first : segment.last]))
            if not only_links:  # "sagte Berg, die Leiterin, aber auch, dass …"
                return None
    return fallback


def _is_prefield(reading: Reading, unit: Unit, number: int) -> bool:
    """Whether a clause begins in this verbless segment: "sagte, in Orten wie Bonn, in denen es regne, sei …"."""
    if clause_of(reading, unit, number).kind is not ClauseKind.FRAGMENT:
        return False
    opens = reading.pack.is_adverbial_start(reading.lower[unit.segments[number].first])
    for following in range(number + 1, len(unit.segments)):
        clause = clause_of(reading, unit, following)
        if clause.kind is ClauseKind.VERB_FIRST:
            return following == number + 1 or opens or not _has_subject(reading, unit.segments[following], clause)
        if clause.kind is ClauseKind.MAIN and opens and _is_list(reading, unit, number, following):
            return clause.mood is Mood.SUBJUNCTIVE_1  # "sagte am Montag, in Bonn, Köln und Ulm werde gebaut"
        is_inside = clause.kind is ClauseKind.SUBORDINATE and opens  # "im Sommer, wenn Gäste kommen, fehle Wasser"
        if not is_inside and clause.kind not in (ClauseKind.RELATIVE, ClauseKind.FRAGMENT):
            return False
    return False


def _has_subject(reading: Reading, segment: Segment, clause: Clause) -> bool:
    """Whether the verb that opens the segment has its subject behind it, not in front: "die Mole, …, werde voll"."""
    phrases = reading.pack.find_noun_phrases(reading, clause.finite + 1, segment.last)
    return any(phrase.can_be_subject for phrase in phrases)


def _is_list(reading: Reading, unit: Unit, behind: int, number: int) -> bool:
    """Whether only verbless segments stand between: "sagte, die Firmen Kolb, Rehm und Moll seien …"."""
    between = range(behind + 1, number)
    return all(clause_of(reading, unit, place).kind is ClauseKind.FRAGMENT for place in between)


def _is_own_start(unit: Unit, cue: Cue, behind: int, number: int) -> bool:
    """Whether the frame ends with its verb, so that what follows the comma can be no apposition of the speaker.

    `behind` is the segment the verb ends in.
    """
    return number > behind + 1 and max(cue.tokens) == unit.segments[behind].last - 1


def _may_hold(cue: Cue, clause: Clause, mood: Mood, separator: str) -> bool:
    kind = _PLAIN_KIND.get(clause.kind, clause.kind)
    if separator == ":":
        return kind is not ClauseKind.RELATIVE and cue.cue_class is not CueClass.SHOW
    if kind is ClauseKind.FRAGMENT:
        return mood in SUBJUNCTIVE
    if kind not in _CONTENT_KINDS[cue.cue_class]:
        return False
    if kind is ClauseKind.MAIN and cue.cue_class in (CueClass.DEMAND, CueClass.JUDGE, CueClass.SHOW):
        return mood in SUBJUNCTIVE
    return True
