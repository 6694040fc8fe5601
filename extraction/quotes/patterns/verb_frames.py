"""Content clauses around a verb of attribution: before it, behind it, on both sides of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal, Range
from extraction.quotes.grammar import Clause, ClauseKind, Cue, CueClass, Mood
from extraction.quotes.reading import Reading, Segment, Unit

_CONTENT_KINDS = {
    CueClass.SAY: {ClauseKind.THAT, ClauseKind.QUESTION, ClauseKind.MAIN, ClauseKind.INFINITIVE},
    CueClass.THINK: {ClauseKind.THAT, ClauseKind.QUESTION, ClauseKind.MAIN, ClauseKind.INFINITIVE},
    CueClass.DEMAND: {ClauseKind.THAT, ClauseKind.QUESTION, ClauseKind.MAIN, ClauseKind.INFINITIVE},
    CueClass.ASK: {ClauseKind.QUESTION, ClauseKind.THAT},
    CueClass.JUDGE: {ClauseKind.THAT, ClauseKind.MAIN, ClauseKind.INFINITIVE},
    CueClass.SHOW: {ClauseKind.THAT, ClauseKind.QUESTION, ClauseKind.MAIN},
}
_PLAIN_KIND = {
    ClauseKind.VERB_FIRST: ClauseKind.MAIN,
    ClauseKind.SUBORDINATE: ClauseKind.MAIN,
    ClauseKind.AS: ClauseKind.QUESTION,
}
_SUBJUNCTIVE = (Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2)
_EMBEDDED = (ClauseKind.SUBORDINATE, ClauseKind.RELATIVE, ClauseKind.THAT, ClauseKind.QUESTION, ClauseKind.AS)
_RULES = {
    ClauseKind.THAT: "indirect_that",
    ClauseKind.QUESTION: "indirect_question",
    ClauseKind.AS: "indirect_question",
    ClauseKind.INFINITIVE: "indirect_infinitive",
    ClauseKind.MAIN: "indirect_main_clause",
    ClauseKind.VERB_FIRST: "indirect_main_clause",
    ClauseKind.SUBORDINATE: "indirect_main_clause",
}


def propose(reading: Reading, unit: Unit, cues: Sequence[Cue]) -> Iterator[Proposal]:
    frames = {cue.segment for cue in cues}
    for cue in cues:
        segment = unit.segments[cue.segment]
        clause = reading.clause(unit, segment)
        opener = _as_opener(reading, unit, cue.segment)
        if opener is not None:
            yield from _as_frame(reading, unit, cue, frames, opener)
        elif _follows_content(reading, unit, cue, clause, frames):
            yield from _verb_first(reading, unit, cue, frames, cues)
        else:
            yield from _content_behind(reading, unit, cue, frames, cues)


def _follows_content(reading: Reading, unit: Unit, cue: Cue, clause: Clause, frames: set[int]) -> bool:
    """Whether the frame may stand behind what it reports."""
    if clause.kind is ClauseKind.VERB_FIRST and not clause.is_coordinated and cue.finite == clause.finite:
        return True
    if cue.segment > 0 and _points_back(reading, clause, cue):
        return _first_content(reading, unit, cue, frames) is None
    return _ends_in_cue(reading, unit, cue)


def _ends_in_cue(reading: Reading, unit: Unit, cue: Cue) -> bool:
    """ "…, Smith said": in English the subject may stand before the verb of a frame behind its content."""
    if not reading.pack.subject_before_cue or cue.segment == 0 or cue.finite == unit.segments[cue.segment].first:
        return False
    return max(cue.tokens) == unit.segments[cue.segment].last - 1 and cue.segment == len(unit.segments) - 1


def _points_back(reading: Reading, clause: Clause, cue: Cue) -> bool:
    """ "…, das teilte X mit"."""
    return reading.lower[clause.first] in reading.pack.back_references and cue.finite == clause.first + 1


def clause_of(reading: Reading, unit: Unit, number: int) -> Clause:
    return reading.clause(unit, unit.segments[number])


def join(segments: Sequence[Segment]) -> Range:
    return segments[0].first, segments[-1].last


def is_spoken(reading: Reading, unit: Unit, segments: Sequence[Segment]) -> bool:
    """Whether these segments hold a sentence of their own: a finite main clause or a passage in marks."""
    for segment in segments:
        if segment.passage is not None:
            return True
        kind = reading.clause(unit, segment).kind
        if kind in (ClauseKind.MAIN, ClauseKind.VERB_FIRST, ClauseKind.THAT, ClauseKind.QUESTION):
            return True
    return False


def _proposal(
    reading: Reading, unit: Unit, cue: Cue, rule: str, parts: list[Range], *, kind: ClauseKind, mood: Mood
) -> Proposal:
    segment = unit.segments[cue.segment]
    features = [f"kind:{kind.value}", f"mood:{mood.value}"]
    return Proposal(
        rule,
        QuoteType.INDIRECT,
        unit.index,
        parts,
        cue.tokens,
        cue,
        frame=(segment.first, segment.last),
        features=features,
    )


# -- "Wie X mitteilte, …"


def _as_opener(reading: Reading, unit: Unit, number: int) -> int | None:
    """The segment in which the as-clause of this cue begins; appositions may lie between."""
    kind = clause_of(reading, unit, number).kind
    if kind is ClauseKind.AS:
        return number
    for earlier in range(number - 1, max(-1, number - 4), -1):
        clause = clause_of(reading, unit, earlier)
        if clause.kind is ClauseKind.AS:
            return earlier if clause.finite < 0 and kind in (ClauseKind.MAIN, ClauseKind.VERB_FIRST) else None
        if clause.kind not in (ClauseKind.FRAGMENT, ClauseKind.RELATIVE):
            return None
    return None


def _as_frame(reading: Reading, unit: Unit, cue: Cue, frames: set[int], opener: int) -> Iterator[Proposal]:
    number, segments = cue.segment, unit.segments
    before = list(segments[:opener])
    after = segments[number + 1 : _stop(reading, unit, number + 1, frames)]
    while after and reading.clause(unit, after[0]).kind in (ClauseKind.RELATIVE, ClauseKind.FRAGMENT) and not before:
        after = after[1:]
    rule = "indirect_as"
    if before and is_spoken(reading, unit, before):
        parts = [join(before)]
        if after and not _is_aside(reading, unit, after):
            parts.append(join(after))
    elif before and after:
        parts = [join(before), join(after)]
    elif after:
        parts = [join(after)]
    else:
        return
    mood = _mood(reading, unit, before + after)
    proposal = _proposal(reading, unit, cue, rule, parts, kind=ClauseKind.AS, mood=mood)
    proposal.frame = (segments[opener].first, segments[number].last)
    yield proposal


def _is_aside(reading: Reading, unit: Unit, after: Sequence[Segment]) -> bool:
    kinds = [reading.clause(unit, segment).kind for segment in after]
    return all(kind in (ClauseKind.FRAGMENT, ClauseKind.RELATIVE, ClauseKind.AS) for kind in kinds)


# -- "…, sagte X", "Das Werk, sagte X, werde schließen", "Nachdem …, sagte X, …"


def _verb_first(reading: Reading, unit: Unit, cue: Cue, frames: set[int], cues: Sequence[Cue]) -> Iterator[Proposal]:
    number, segments = cue.segment, unit.segments
    if _only_relays(reading, unit, cue, cues):
        return
    start = _content_start(reading, unit, number, frames)
    before = list(segments[start:number])
    spoken = is_spoken(reading, unit, before) and not _is_preface(reading, unit, before)
    behind = clause_of(reading, unit, number + 1) if number + 1 < len(segments) else None
    if before and not spoken and behind is not None and behind.kind is ClauseKind.VERB_FIRST:
        after = segments[number + 1 : _stop(reading, unit, number + 2, frames)]
        parts = [join(before), join(after)]
        mood = _mood(reading, unit, after)
        yield _proposal(reading, unit, cue, "indirect_cue_inside", parts, kind=ClauseKind.MAIN, mood=mood)
        return
    if before and not spoken and not _is_preface(reading, unit, before):
        # A verb the lexicon does not know; what precedes ", sagte X" is a sentence all the same.
        kinds = {reading.clause(unit, segment).kind for segment in before}
        has_verb = any(reading.pack.may_be_verb(reading, i) for i in range(*join(before)))
        spoken = behind is None and cue.cue_class is CueClass.SAY and has_verb and ClauseKind.RELATIVE not in kinds
    if not spoken or _shares_subject(reading, unit, cue, behind):
        yield from _content_behind(reading, unit, cue, frames, cues)
        return
    if all(segment.passage is not None for segment in before):
        return  # direct speech: the patterns for marks see to it
    if clause_of(reading, unit, start).kind is ClauseKind.QUESTION or not _has_subject(reading, unit, cue):
        return
    mood = _mood(reading, unit, before)
    parts = [join(before)]
    after = _resumed(reading, unit, number, frames, mood)
    if after:
        parts.append(join(after))
    first = clause_of(reading, unit, start)
    kind = first.kind if first.kind in (ClauseKind.THAT, ClauseKind.QUESTION) else ClauseKind.MAIN
    yield _proposal(reading, unit, cue, "indirect_cue_after", parts, kind=kind, mood=mood)


def _only_relays(reading: Reading, unit: Unit, cue: Cue, cues: Sequence[Cue]) -> bool:
    """ "…, sagte Putin, berichtete RIA": who relays an identified speaker is no second source."""
    return any(
        other.segment < cue.segment
        and other.cue_class is CueClass.SAY
        and not other.is_reported
        and not other.is_passive
        and clause_of(reading, unit, other.segment).kind in _INDEPENDENT
        for other in cues
    )


def _is_preface(reading: Reading, unit: Unit, before: Sequence[Segment]) -> bool:
    """ "Wenn …, sagte X": a subordinate clause before the verb is no content unless a main clause follows it."""
    if before[0].passage is not None:
        return False
    first = reading.clause(unit, before[0])
    conditional = first.kind is ClauseKind.VERB_FIRST and len(before) == 1
    if first.kind is not ClauseKind.SUBORDINATE and not conditional and not _opens_subordinate(reading, first):
        return False
    return not any(reading.clause(unit, s).kind is ClauseKind.VERB_FIRST or s.passage for s in before[1:])


def _opens_subordinate(reading: Reading, clause: Clause) -> bool:
    opening = reading.lower[clause.first : clause.first + 2]
    return any(reading.pack.is_subordinator(word) for word in opening)


def _shares_subject(reading: Reading, unit: Unit, cue: Cue, behind: Clause | None) -> bool:
    """ "X bestätigte den Vorfall, teilte aber mit, …": the verb has no subject of its own, its content follows."""
    if behind is None or behind.kind not in (
        ClauseKind.THAT,
        ClauseKind.QUESTION,
        ClauseKind.MAIN,
        ClauseKind.INFINITIVE,
    ):
        return False
    return not _has_subject(reading, unit, cue)


def _has_subject(reading: Reading, unit: Unit, cue: Cue) -> bool:
    """Whether a subject stands behind the verb of ", sagte X"; "hieß es" needs none."""
    if cue.lemma in reading.pack.impersonal_verbs:
        return True
    segment = unit.segments[cue.segment]
    start = segment.first if reading.pack.subject_before_cue else cue.finite + 1
    phrases = reading.pack.find_noun_phrases(reading, start, segment.last)
    return any(phrase.can_be_subject for phrase in phrases)


def _content_start(reading: Reading, unit: Unit, number: int, frames: set[int]) -> int:
    """Where the content before a frame starts: behind an earlier frame that is not itself part of the content."""
    start = 0
    for earlier in range(number):
        clause = clause_of(reading, unit, earlier)
        is_frame = earlier in frames and clause.kind is ClauseKind.VERB_FIRST and not clause.is_coordinated
        if is_frame and is_spoken(reading, unit, unit.segments[:earlier]):
            start = earlier + 1
        if unit.segments[earlier].before == ":" and unit.segments[earlier].passage is not None:
            start = earlier
    return start if start < number else 0


def _resumed(reading: Reading, unit: Unit, number: int, frames: set[int], mood: Mood) -> list[Segment]:
    """Content that goes on behind a frame in the middle: "X sei Y, sagte Z, aber W sei V"."""
    stop = _stop(reading, unit, number + 1, frames)
    for first in range(number + 1, stop):
        clause = clause_of(reading, unit, first)
        if unit.segments[first].passage is not None:
            return []
        if clause.kind in (ClauseKind.FRAGMENT, ClauseKind.RELATIVE, ClauseKind.AS):
            continue
        if clause.mood in _SUBJUNCTIVE or clause.kind is ClauseKind.THAT:
            return list(unit.segments[first:stop])
        return []
    return []


# -- "X sagte, …"


def _content_behind(
    reading: Reading, unit: Unit, cue: Cue, frames: set[int], cues: Sequence[Cue]
) -> Iterator[Proposal]:
    number = cue.segment
    start = _first_content(reading, unit, cue, frames)
    if start is None:
        return
    clause = clause_of(reading, unit, start)
    stop = _stop(
        reading, unit, start + 1, frames, content=clause, frame=clause_of(reading, unit, number), frame_at=number
    )
    after = unit.segments[start:stop]
    if all(segment.passage is not None for segment in after):
        return
    mood = _mood(reading, unit, after)
    if not _may_hold(cue, clause, mood, unit.segments[start].before):
        return
    parts = [_cut_second_frame(reading, join(after), cues)]
    rule = "indirect_colon" if unit.segments[start].before == ":" else _RULES.get(clause.kind, "indirect_main_clause")
    yield _proposal(reading, unit, cue, rule, parts, kind=clause.kind, mood=mood)


def _cut_second_frame(reading: Reading, content: Range, cues: Sequence[Cue]) -> Range:
    """The content without "… und fügte hinzu" at its end, where a second frame follows without a comma."""
    for cue in cues:
        before = cue.finite - 1
        if content[0] < before < content[1] and reading.pack.is_coordinator(reading.lower[before]):
            if not cue.is_reported and cue.cue_class is CueClass.SAY and not cue.is_passive:
                return content[0], before
    return content


def _first_content(reading: Reading, unit: Unit, cue: Cue, frames: set[int]) -> int | None:
    """The segment behind the frame where content starts; appositions and relative clauses are stepped over."""
    fallback = None
    for number in range(cue.segment + 1, len(unit.segments)):
        segment = unit.segments[number]
        if segment.passage is not None:
            return number
        clause = reading.clause(unit, segment)
        if clause.kind in (ClauseKind.THAT, ClauseKind.QUESTION):
            return number
        if clause.kind is ClauseKind.INFINITIVE:
            return cue.segment + 1 if _is_own_start(unit, cue, number) else number
        if clause.kind is ClauseKind.AS and number not in frames and clause.finite >= 0:
            return number  # "betonte, wie wichtig das sei"
        if clause.kind in (ClauseKind.MAIN, ClauseKind.VERB_FIRST) and not clause.is_coordinated:
            if clause.kind is ClauseKind.VERB_FIRST and segment.before != ":":
                return fallback
            return number if fallback is None else fallback
        if segment.before == ":":
            return number
        if clause.kind is ClauseKind.SUBORDINATE and fallback is None:
            following = number + 1
            if following < len(unit.segments) and clause_of(reading, unit, following).kind is ClauseKind.VERB_FIRST:
                fallback = number
        elif clause.kind is ClauseKind.FRAGMENT and fallback is None and number == cue.segment + 1:
            following = number + 1
            if following < len(unit.segments) and clause_of(reading, unit, following).kind is ClauseKind.VERB_FIRST:
                return number
        elif clause.is_coordinated:
            return None
    return fallback


def _is_own_start(unit: Unit, cue: Cue, number: int) -> bool:
    """Whether the frame ends with its verb, so that what follows the comma can be no apposition of the speaker."""
    return number > cue.segment + 1 and max(cue.tokens) == unit.segments[cue.segment].last - 1


def _may_hold(cue: Cue, clause: Clause, mood: Mood, separator: str) -> bool:
    kind = _PLAIN_KIND.get(clause.kind, clause.kind)
    if separator == ":":
        return kind is not ClauseKind.RELATIVE and cue.cue_class is not CueClass.SHOW
    if kind is ClauseKind.FRAGMENT:
        return mood in _SUBJUNCTIVE
    if kind not in _CONTENT_KINDS[cue.cue_class]:
        return False
    if kind is ClauseKind.MAIN and cue.cue_class in (CueClass.DEMAND, CueClass.JUDGE, CueClass.SHOW):
        return mood in _SUBJUNCTIVE
    return True


def _mood(reading: Reading, unit: Unit, segments: Sequence[Segment]) -> Mood:
    """The strongest mood of any clause: one first subjunctive makes reported speech."""
    moods = {reading.clause(unit, segment).mood for segment in segments if segment.passage is None}
    for mood in (Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2, Mood.INDICATIVE):
        if mood in moods:
            return mood
    return Mood.NONE


def _stop(
    reading: Reading,
    unit: Unit,
    start: int,
    frames: set[int],
    *,
    content: Clause | None = None,
    frame: Clause | None = None,
    frame_at: int = -1,
) -> int:
    """The first segment from `start` on that no longer belongs to the content."""
    embedded = frame is not None and frame.kind in _EMBEDDED and (frame_at == 0 or frame.kind is ClauseKind.RELATIVE)
    is_open = content is not None and content.finite < 0 and content.kind in (ClauseKind.THAT, ClauseKind.QUESTION)
    is_reported = content is not None and content.mood is Mood.SUBJUNCTIVE_1 and content.kind is ClauseKind.MAIN
    holds_clause = content is not None and content.kind in _BOUND
    for number in range(start, len(unit.segments)):
        segment = unit.segments[number]
        if segment.passage is not None:
            continue
        clause = reading.clause(unit, segment)
        if is_open:
            # "dass in Essen, etwa 40 Kilometer entfernt, …": its verb is still to come
            inserted = clause.kind in (ClauseKind.RELATIVE, ClauseKind.SUBORDINATE, ClauseKind.AS)
            is_open = inserted or not reading.pack.is_verb_final(reading, segment)
        elif (
            (number in frames and _opens_frame(clause))
            or (is_reported and _turns_back(clause))
            or (embedded and clause.kind is ClauseKind.VERB_FIRST)
            or (holds_clause and clause.kind in _INDEPENDENT and clause.mood is Mood.INDICATIVE)
        ):
            return number
    return len(unit.segments)


_BOUND = (ClauseKind.THAT, ClauseKind.INFINITIVE, ClauseKind.QUESTION)
_INDEPENDENT = (ClauseKind.MAIN, ClauseKind.VERB_FIRST)


def _turns_back(clause: Clause) -> bool:
    """The article's own voice behind reported speech: "…, doch die Richterin ließ sich nicht darauf ein"."""
    return clause.is_coordinated and clause.kind in _INDEPENDENT and clause.mood is Mood.INDICATIVE


def _opens_frame(clause: Clause) -> bool:
    """Whether a segment with a cue starts a frame of its own rather than going on with the content."""
    if clause.kind is ClauseKind.AS:
        return True
    starts = clause.kind is ClauseKind.VERB_FIRST or (clause.kind is ClauseKind.MAIN and clause.is_coordinated)
    return starts and clause.mood is not Mood.SUBJUNCTIVE_1
