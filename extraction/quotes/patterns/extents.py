"""How far content reaches: clauses of a unit, their mood, and where reported speech stops."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal, Range
from extraction.quotes.grammar import Clause, ClauseKind, Cue, Mood, PhraseFrame
from extraction.quotes.reading import Reading, Segment, Unit

SUBJUNCTIVE = (Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2)
FEWEST_SPOKEN = 4  # tokens in marks; fewer behind a colon may be a name
INDEPENDENT = (ClauseKind.MAIN, ClauseKind.VERB_FIRST)
_DASHES = ("–", "—", "-")
_BOUND = (ClauseKind.THAT, ClauseKind.INFINITIVE, ClauseKind.QUESTION)
_EMBEDDED = (ClauseKind.SUBORDINATE, ClauseKind.RELATIVE, ClauseKind.THAT, ClauseKind.QUESTION, ClauseKind.AS)


def clause_of(reading: Reading, unit: Unit, number: int) -> Clause:
    return reading.clause(unit, unit.segments[number])


def opens_condition(reading: Reading, unit: Unit, number: int) -> bool:
    """ "sollte es regnen, werde gespielt": a condition without a conjunction, before the verb of its sentence."""
    if reading.lower[unit.segments[number].first] not in reading.pack.conditional_openers:
        return False
    return number + 1 < len(unit.segments) and clause_of(reading, unit, number + 1).kind is ClauseKind.VERB_FIRST


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


def frame_proposal(
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


def mood_of(reading: Reading, unit: Unit, segments: Sequence[Segment]) -> Mood:
    """The strongest mood of any clause: one first subjunctive makes reported speech."""
    moods = {reading.clause(unit, segment).mood for segment in segments if segment.passage is None}
    for mood in (Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2, Mood.INDICATIVE):
        if mood in moods:
            return mood
    return Mood.NONE


def holds_marks_only(reading: Reading, segments: Sequence[Segment]) -> bool:
    """Whether all is in marks, but for what is said between dashes: "„Das ist“ – er hält inne – „gut“"."""
    for number, segment in enumerate(segments):
        if segment.passage is not None:
            continue
        beside = segments[number - 1 : number] and segments[number + 1 : number + 2]
        is_parted = segment.before in _DASHES and (
            segment.after in _DASHES or reading.words[segment.last - 1] in _DASHES
        )
        if not beside or not is_parted or segments[number - 1].passage is None or beside[0].passage is None:
            return False
    return True


def opens_direct_speech(segment: Segment) -> bool:
    """ "…, man habe gelernt: „Wir …“": a sentence in marks behind a colon is a quote of its own."""
    passage = segment.passage
    return segment.before == ":" and passage is not None and passage.last - passage.first >= FEWEST_SPOKEN


def without_source(proposal: Proposal, phrases: Sequence[PhraseFrame]) -> Proposal:
    """The proposal without ", so X" in it or at its end: the phrase frames the whole sentence and is no content."""
    for phrase in phrases:
        first, last = proposal.parts[-1]
        if phrase.code != "so" or phrase.first - 1 <= first or phrase.last > last:
            continue
        proposal.parts[-1] = (first, phrase.first - 1)
        if phrase.last + 1 < last:
            proposal.parts.append((phrase.last + 1, last))
    return proposal


def find_stop(
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
    is_infinitive = content is not None and content.kind is ClauseKind.INFINITIVE
    holds_clause = content is not None and content.kind in _BOUND
    for number in range(start, len(unit.segments)):
        segment = unit.segments[number]
        if opens_direct_speech(segment):
            return number
        if segment.passage is not None:
            continue
        clause = reading.clause(unit, segment)
        if is_open:
            # "dass in Essen, etwa 40 Kilometer entfernt, …": its verb is still to come
            inserted = clause.kind in (ClauseKind.RELATIVE, ClauseKind.SUBORDINATE, ClauseKind.AS)
            is_open = inserted or not reading.pack.is_verb_final(reading, segment)
        elif (
            (number in frames and (_opens_frame(clause) or _opens_beside(reading, segment, clause)))
            or (is_reported and _turns_back(clause))
            or (is_reported and number in frames and _answers(segment, clause))
            or ((is_reported or is_infinitive) and _comments(reading, segment, clause))
            or (is_infinitive and reading.lower[segment.first] in reading.pack.host_conjunctions)
            or (holds_clause and _is_second_verb(reading, segment, clause))
            or (embedded and clause.kind is ClauseKind.VERB_FIRST)
            or (
                holds_clause
                and clause.kind in INDEPENDENT
                and clause.mood is Mood.INDICATIVE
                and reading.lower[clause.first] not in reading.pack.conditional_openers
            )
        ):
            return number
    return len(unit.segments)


def _is_second_verb(reading: Reading, segment: Segment, clause: Clause) -> bool:
    """The frame goes on with a second participle: "hat gebeten, zu gehen, und angekündigt, …"."""
    is_second = clause.is_coordinated and clause.kind is ClauseKind.FRAGMENT
    return is_second and reading.pack.may_be_verb(reading, segment.last - 1)


def _turns_back(clause: Clause) -> bool:
    """The article's own voice behind reported speech: "…, doch die Richterin ließ sich nicht darauf ein"."""
    return clause.is_coordinated and clause.kind in INDEPENDENT and clause.mood is Mood.INDICATIVE


def _comments(reading: Reading, segment: Segment, clause: Clause) -> bool:
    """The article's own voice about what was said: "…, der Bau sei teuer, was viele Anwohner ärgert"."""
    if clause.kind is not ClauseKind.RELATIVE or clause.mood is not Mood.INDICATIVE:
        return False
    return reading.pack.opens_comment(reading.lower[segment.first], reading.lower[segment.first - 2])


def _answers(segment: Segment, clause: Clause) -> bool:
    """ "Kern sagte, es sei gut, Berg widersprach: …": another's frame before a colon."""
    return segment.after == ":" and clause.kind is ClauseKind.MAIN and clause.mood is Mood.INDICATIVE


def _opens_beside(reading: Reading, segment: Segment, clause: Clause) -> bool:
    """ "Kern sagte, es sei gut, während Berg betonte, …": another's frame, which the article sets beside the first."""
    is_subordinate = clause.kind is ClauseKind.SUBORDINATE and clause.mood is Mood.INDICATIVE
    return is_subordinate and reading.lower[segment.first] in reading.pack.host_conjunctions


def _opens_frame(clause: Clause) -> bool:
    """Whether a segment with a cue starts a frame of its own rather than going on with the content."""
    if clause.kind is ClauseKind.AS:
        return True
    starts = clause.kind is ClauseKind.VERB_FIRST or (clause.kind is ClauseKind.MAIN and clause.is_coordinated)
    return starts and clause.mood is not Mood.SUBJUNCTIVE_1
