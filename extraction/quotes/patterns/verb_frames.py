"""Frames of a verb: "Wie X mitteilte, …", "…, sagte X", "Das Werk, sagte X, werde schließen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import Clause, ClauseKind, Cue, CueClass, Mood
from extraction.quotes.patterns.back_references import points_by_noun
from extraction.quotes.patterns.content_behind import find_content, propose_content
from extraction.quotes.patterns.extents import (
    INDEPENDENT,
    clause_of,
    find_stop,
    frame_proposal,
    holds_marks_only,
    is_spoken,
    join,
    mood_of,
    opens_condition,
)
from extraction.quotes.patterns.prefaces import (
    contrasts,
    is_bare_subject,
    is_preface,
    is_second_predicate,
    names_person,
    opens_request,
)
from extraction.quotes.patterns.resumption import resumed_content
from extraction.quotes.reading import Reading, Segment, Unit


def propose(reading: Reading, unit: Unit, cues: Sequence[Cue]) -> Iterator[Proposal]:
    frames = {c.segment for c in cues if c.is_complete and (not c.is_passive or c.cue_class is CueClass.SAY)}
    for cue in cues:
        segment = unit.segments[cue.segment]
        clause = reading.clause(unit, segment)
        opener = _as_opener(reading, unit, cue)
        if opener is not None:
            yield from _as_frame(reading, unit, cue, frames, opener, cues)
        elif _follows_content(reading, unit, cue, clause, frames):
            yield from _verb_first(reading, unit, cue, frames, cues)
        else:
            yield from propose_content(reading, unit, cue, frames, cues)


def _follows_content(reading: Reading, unit: Unit, cue: Cue, clause: Clause, frames: set[int]) -> bool:
    """Whether the frame may stand behind what it reports."""
    if clause.kind is ClauseKind.VERB_FIRST and not clause.is_coordinated and cue.finite == clause.finite:
        return True
    if cue.segment > 0 and _points_back(reading, clause, cue):
        return find_content(reading, unit, cue, frames) is None
    return _ends_in_cue(reading, unit, cue)


def _ends_in_cue(reading: Reading, unit: Unit, cue: Cue) -> bool:
    """ "…, Smith said on Monday", "…, Smith told a paper": in English the subject may stand before a frame's verb."""
    if not reading.pack.subject_before_cue or cue.segment == 0 or cue.finite == unit.segments[cue.segment].first:
        return False
    end, last = max(cue.tokens) + 1, unit.segments[cue.segment].last
    if end < last and cue.lemma in reading.pack.telling_verbs:
        audience = reading.pack.read_noun_phrase(reading, end, last)
        end = audience.last if audience is not None else end
    word = reading.lower[end] if end < last else ""
    is_last = not word or word in reading.pack.prepositions or reading.pack.is_temporal(word)
    return is_last and cue.segment == len(unit.segments) - 1


def _points_back(reading: Reading, clause: Clause, cue: Cue) -> bool:
    """ "…, das teilte X mit", "…: Zu diesem Schluss kommt X"."""
    if points_by_noun(reading, clause):
        return cue.finite == clause.finite
    if reading.lower[clause.first] not in reading.pack.back_references:
        return False
    between = cue.finite - clause.first - 1  # "…, das jedenfalls meint X"
    return between == 0 or (between == 1 and reading.words[clause.first + 1].islower())


def _as_opener(reading: Reading, unit: Unit, cue: Cue) -> int | None:
    """The segment in which the as-clause of this cue begins; appositions may lie between.

    A verb before its subject ends no as-clause: "…, wie bereits 2010, …, sagte Kolb".
    """
    kind = clause_of(reading, unit, cue.segment).kind
    if kind is ClauseKind.AS:
        return cue.segment
    for earlier in range(cue.segment - 1, max(-1, cue.segment - 4), -1):
        clause = clause_of(reading, unit, earlier)
        if clause.kind is ClauseKind.AS:
            ends = kind is ClauseKind.MAIN or (kind is ClauseKind.VERB_FIRST and not _has_subject(reading, unit, cue))
            return earlier if clause.finite < 0 and ends else None
        if clause.kind not in (ClauseKind.FRAGMENT, ClauseKind.RELATIVE):
            return None
    return None


def _as_frame(
    reading: Reading, unit: Unit, cue: Cue, frames: set[int], opener: int, cues: Sequence[Cue]
) -> Iterator[Proposal]:
    number, segments = cue.segment, unit.segments
    before = list(segments[:opener])
    earlier = [c for c in cues if c.segment < opener]
    reports = [
        c for c in earlier if find_content(reading, unit, c, frames) is not None or _stands_behind(reading, unit, c)
    ]
    if before and _only_relays(reading, unit, cue, reports):
        return
    start = number + 1
    if not before and _is_main_clause(reading, unit, start, cues):
        start += 1
    after = segments[number + 1 : find_stop(reading, unit, start, frames)]
    while after and reading.clause(unit, after[0]).kind in (ClauseKind.RELATIVE, ClauseKind.FRAGMENT) and not before:
        after = after[1:]
    if before and holds_marks_only(reading, (*before, *after)):
        return  # "„Wir gehen“, wie Berg sagte": the patterns for marks see to it
    rule = "indirect_as"
    if before and is_spoken(reading, unit, before):
        parts = [join(before)]
        if after and (not _is_aside(reading, unit, after) or _completes(reading, unit, after[0])):
            parts.append(join(after))
    elif before and after:
        parts = [join(before), join(after)]
    elif after:
        parts = [join(after)]
    else:
        return
    mood = mood_of(reading, unit, before + after)
    proposal = frame_proposal(reading, unit, cue, rule, parts, kind=ClauseKind.AS, mood=mood)
    proposal.frame = (segments[opener].first, segments[number].last)
    yield proposal


def _stands_behind(reading: Reading, unit: Unit, cue: Cue) -> bool:
    """ "Er gehe, sagte Berg, wie der Sender meldete": a frame with content before it."""
    clause = clause_of(reading, unit, cue.segment)
    is_frame = clause.kind is ClauseKind.VERB_FIRST and not clause.is_coordinated and cue.finite == clause.finite
    return is_frame and is_spoken(reading, unit, unit.segments[: cue.segment]) and _has_subject(reading, unit, cue)


def _is_main_clause(reading: Reading, unit: Unit, number: int, cues: Sequence[Cue]) -> bool:
    """ "Wie X mitteilte, wurde Y verurteilt": the host sentence goes on with its verb, which is no frame of its own."""
    if number >= len(unit.segments) or clause_of(reading, unit, number).kind is not ClauseKind.VERB_FIRST:
        return False
    return all(c.is_passive or c.cue_class is not CueClass.SAY for c in cues if c.segment == number)


def _is_aside(reading: Reading, unit: Unit, after: Sequence[Segment]) -> bool:
    kinds = [reading.clause(unit, segment).kind for segment in after]
    return all(kind in (ClauseKind.FRAGMENT, ClauseKind.RELATIVE, ClauseKind.AS) for kind in kinds)


def _completes(reading: Reading, unit: Unit, segment: Segment) -> bool:
    """ "Das Museum bekomme, wie X sagte, zwei Hallen": what says no more about a person goes on with the content."""
    if reading.clause(unit, segment).kind is not ClauseKind.FRAGMENT or segment.before != ",":
        return False
    phrase = reading.pack.read_noun_phrase(reading, segment.first, segment.last)
    return phrase is None or (phrase.kind == "noun" and not reading.pack.is_person_noun(reading.lower[phrase.head]))


def _verb_first(reading: Reading, unit: Unit, cue: Cue, frames: set[int], cues: Sequence[Cue]) -> Iterator[Proposal]:
    number, segments = cue.segment, unit.segments
    if _only_relays(reading, unit, cue, cues):
        return
    start = _content_start(reading, unit, number, frames)
    before = list(segments[start:number])
    is_request = opens_request(reading, unit, number)
    spoken = is_request or (is_spoken(reading, unit, before) and not is_preface(reading, unit, before))
    follows = number + 1 < len(segments) and segments[number + 1].passage is None
    behind = clause_of(reading, unit, number + 1) if follows else None
    is_open = not spoken or (behind is not None and _is_clause_as_subject(reading, unit, before, behind))
    is_open = is_open and not (follows and opens_condition(reading, unit, number + 1))
    # "Anna Berg, die Leiterin, lobte den Rat, rügte aber die Stadt": two verbs of one subject, and no frame between.
    is_open = is_open and not (behind and contrasts(reading, behind) and names_person(reading, unit, before))
    if before and is_open and behind is not None and behind.kind is ClauseKind.VERB_FIRST:
        after = segments[number + 1 : find_stop(reading, unit, number + 2, frames)]
        parts = [join(before), join(after)]
        mood = mood_of(reading, unit, after)
        yield frame_proposal(reading, unit, cue, "indirect_cue_inside", parts, kind=ClauseKind.MAIN, mood=mood)
        return
    if before and not spoken and not is_preface(reading, unit, before):
        spoken = behind is None and cue.cue_class is CueClass.SAY and _has_unlisted_verb(reading, unit, before)
    if (
        not spoken
        or _shares_subject(reading, unit, cue, behind)
        or is_second_predicate(reading, unit, cue, before, cues)
    ):
        yield from propose_content(reading, unit, cue, frames, cues)
        return
    if holds_marks_only(reading, before):
        return  # direct speech: the patterns for marks see to it
    if _leaves_open(reading, unit, cue, before) or not _has_subject(reading, unit, cue):
        return
    mood = mood_of(reading, unit, before)
    parts = [join(before)]
    after = segments[number + 1 :] if is_request else resumed_content(reading, unit, number, frames, mood)
    if after:
        parts.append(join(after))
        mood = mood_of(reading, unit, [*before, *after])
    first = clause_of(reading, unit, start)
    kind = ClauseKind.THAT if first.kind is ClauseKind.THAT else ClauseKind.MAIN
    yield frame_proposal(reading, unit, cue, "indirect_cue_after", parts, kind=kind, mood=mood)


def _has_unlisted_verb(reading: Reading, unit: Unit, before: Sequence[Segment]) -> bool:
    """A verb the lexicon does not know; what precedes ", sagte X" is a sentence all the same."""
    kinds = {reading.clause(unit, segment).kind for segment in before}
    has_verb = any(reading.pack.may_be_verb(reading, i) for i in range(*join(before)))
    return has_verb and not is_bare_subject(reading, before[0]) and ClauseKind.RELATIVE not in kinds


def _leaves_open(reading: Reading, unit: Unit, cue: Cue, before: Sequence[Segment]) -> bool:
    """ "Wann das war, sagte er nicht"; not "Ob das gelinge, sei offen, sagte er", "…, wollte Kern wissen"."""
    is_told = cue.cue_class is not CueClass.ASK or cue.is_passive
    if not is_told or reading.clause(unit, before[0]).kind is not ClauseKind.QUESTION:
        return False
    return not any(reading.clause(unit, segment).kind in INDEPENDENT for segment in before[1:])


def _is_clause_as_subject(reading: Reading, unit: Unit, before: Sequence[Segment], behind: Clause) -> bool:
    """ "Wann der Bau beginne, sagte sie, hänge vom Wetter ab": the verb behind the frame is that of the whole."""
    if before[0].passage is not None or reading.clause(unit, before[0]).kind not in (
        ClauseKind.THAT,
        ClauseKind.QUESTION,
    ):
        return False
    kinds = {reading.clause(unit, segment).kind for segment in before[1:]}
    return not kinds & set(INDEPENDENT) and behind.mood is Mood.SUBJUNCTIVE_1 and not behind.is_coordinated


def _only_relays(reading: Reading, unit: Unit, cue: Cue, cues: Sequence[Cue]) -> bool:
    """ "…, sagte Putin, berichtete RIA": who relays an identified speaker is no second source.

    Without a subject of its own the verb has that of the verb before: "Er sagte nichts Neues, betonte aber, …".
    """
    if reading.lower[cue.finite + 1 : cue.finite + 2] and reading.lower[cue.finite + 1] in reading.pack.contrasting:
        return False
    return any(
        other.segment < cue.segment
        and not other.is_negated
        and other.cue_class is CueClass.SAY
        and not other.is_reported
        and not other.is_passive
        and other.is_complete
        and clause_of(reading, unit, other.segment).kind in INDEPENDENT
        and not _speaks_between(reading, unit, other.segment, cue.segment)
        for other in cues
    )


def _speaks_between(reading: Reading, unit: Unit, first: int, last: int) -> bool:
    """ "…, sagte Kern, er habe gewartet, meinte dagegen Berg": what the second frame reports stands between both."""
    between = (clause_of(reading, unit, number) for number in range(first + 1, last))
    spoken = (c for c in between if c.kind is ClauseKind.MAIN and not c.is_coordinated)
    frame = clause_of(reading, unit, first)
    return frame.kind is ClauseKind.VERB_FIRST and any(c.mood is Mood.SUBJUNCTIVE_1 for c in spoken)


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
        if unit.segments[earlier].before == ":" and _opens_behind_colon(reading, unit, earlier, number):
            start = earlier
    return start if start < number else 0


def _opens_behind_colon(reading: Reading, unit: Unit, first: int, number: int) -> bool:
    """ "Die Ärztin winkt ab: Wer gesund sei, brauche das nicht, sagte sie": marks, or a sentence in the subjunctive."""
    if unit.segments[first].passage is not None:
        return True
    if not reading.words[unit.segments[first].first][:1].isupper():
        return False
    is_told = mood_of(reading, unit, unit.segments[:first]) is Mood.INDICATIVE
    return is_told and mood_of(reading, unit, unit.segments[first:number]) is Mood.SUBJUNCTIVE_1
