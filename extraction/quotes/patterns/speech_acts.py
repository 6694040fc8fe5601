"""Told speech acts without content of their own: "Putin lobte die Freundschaft". Always a guess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import Clause, ClauseKind, Cue, CueClass
from extraction.quotes.patterns.back_references import frames_back
from extraction.quotes.patterns.prefaces import names_person
from extraction.quotes.reading import Reading, Segment, Unit


def propose(reading: Reading, unit: Unit, cues: Sequence[Cue], used: set[tuple[int, ...]]) -> Iterator[Proposal]:
    """`used` are the cues that have content or marked words of their own."""
    for cue in cues:
        segment = unit.segments[cue.segment]
        clause = reading.clause(unit, segment)
        if cue.tokens in used or cue.lemma not in reading.pack.told_verbs:
            continue
        if cue.is_negated or cue.is_passive or not cue.is_complete or cue.finite != clause.finite:
            continue
        first = _start(reading, unit, cue.segment)
        if first is None or not _tells(reading, segment, clause, cue):
            continue
        last = _end(reading, unit, cue, cues)
        whole = last == unit.segments[-1].last
        yield Proposal(
            "told_judgement" if cue.cue_class is CueClass.JUDGE else "told_speech",
            QuoteType.REPORTED,
            unit.index,
            [(first, unit.last if whole and first == unit.first else last)],
            cue.tokens,
            cue,
            frame=(segment.first if _is_behind_clause(reading, unit, cue.segment) else first, segment.last),
            features=[*_features(reading, segment, cue), "told:whole" if whole else _extent(reading, cue, last)],
        )


def _start(reading: Reading, unit: Unit, number: int) -> int | None:
    """Where the telling begins whose verb stands in this segment: with its clause, or with what that goes on."""
    clause = reading.clause(unit, unit.segments[number])
    if clause.kind is ClauseKind.MAIN:
        return None if clause.is_coordinated else clause.first
    if clause.kind is not ClauseKind.VERB_FIRST:
        return None
    if _is_behind_clause(reading, unit, number):
        is_set_off = reading.lower[unit.segments[0].first] in reading.pack.host_conjunctions
        return clause.first if is_set_off else unit.segments[0].first
    return unit.segments[0].first if names_person(reading, unit, unit.segments[:number]) else None


def _is_behind_clause(reading: Reading, unit: Unit, number: int) -> bool:
    """ "Weil der Fluss steigt, warnt die Stadt vor Hochwasser"."""
    first = unit.segments[0]
    return number == 1 and first.passage is None and reading.clause(unit, first).kind is ClauseKind.SUBORDINATE


def _tells(reading: Reading, segment: Segment, clause: Clause, cue: Cue) -> bool:
    """Whether the clause says what was said: "sprach von einem Erfolg", not "sprach mit der Presse"."""
    pack = reading.pack
    # With its participle behind an apposition: "hat die Leiterin, Anna Berg, zu Spenden aufgerufen".
    words = reading.lower[segment.first : max(segment.last, max(cue.tokens) + 1)]
    if clause.first > 0 and reading.words[clause.first - 1] == "(":
        return False  # "(Reuters berichtete)"
    points_back = cue.finite == clause.first + 1 and reading.lower[clause.first] in pack.back_references
    if points_back and frames_back(reading, cue) and cue.lemma not in pack.denying_verbs:
        return False  # "Das berichten Medien": the frame of the sentence before
    wanted = pack.told_with.get(cue.lemma)
    if wanted is not None and not wanted & set(words):
        return False
    deciders = pack.deciding.get(cue.lemma)
    if deciders and any(word.endswith(deciders) for word in words):
        return False  # "Das Gericht verurteilte ihn"
    return not any(pack.is_deed(word, cue.lemma) for word in words)


def _features(reading: Reading, segment: Segment, cue: Cue) -> Iterator[str]:
    if reading.lower[cue.finite] in reading.pack.pluperfect:
        yield "told:earlier"
    if any(word in reading.pack.predicatives for word in reading.lower[cue.finite + 1 : segment.last]):
        yield "told:predicative"


def _extent(reading: Reading, cue: Cue, last: int) -> str:
    """What is told in a part of its sentence is less certain, but for a judgement and before a second predicate."""
    is_one_of_two = reading.pack.is_coordinator(reading.lower[last])
    return "told:whole" if cue.cue_class is CueClass.JUDGE or is_one_of_two else "told:part"


def _end(reading: Reading, unit: Unit, cue: Cue, cues: Sequence[Cue]) -> int:
    """Where the telling ends: before a second predicate in the same clause, or behind trailing phrases."""
    segment = unit.segments[cue.segment]
    for other in cues:
        if other.segment == cue.segment and other.tokens[0] > max(cue.tokens):
            before = other.tokens[0] - 1
            if before > max(cue.tokens) and reading.pack.is_coordinator(reading.lower[before]):
                return before
    for index in range(max(cue.tokens) + 1, segment.last - 1):
        if reading.pack.is_coordinator(reading.lower[index]) and _is_predicate(reading, index + 1):
            return index  # "lobte das Haus und verließ es"
    last = segment.last
    for following in unit.segments[cue.segment + 1 :]:
        if following.first <= max(cue.tokens):
            last = following.last  # the participle stands behind an apposition
            continue
        if not _belongs(reading, unit, following):
            break
        last = following.last
    return last


def _belongs(reading: Reading, unit: Unit, segment: Segment) -> bool:
    """Whether a segment goes on with what is told: further phrases, what says more of them, a reason, a condition."""
    if segment.passage is not None:
        return False
    kind, opener = reading.clause(unit, segment).kind, reading.lower[segment.first]
    if kind is ClauseKind.SUBORDINATE:
        return opener in reading.pack.reason_conjunctions
    if kind is ClauseKind.VERB_FIRST:
        return opener in reading.pack.conditional_openers
    return kind in (ClauseKind.FRAGMENT, ClauseKind.RELATIVE)


def _is_predicate(reading: Reading, index: int) -> bool:
    return reading.words[index].islower() and reading.pack.is_finite(reading.lower[index])
