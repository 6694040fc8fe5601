"""Clauses whose frame no list knows, and what is added in the subjunctive to a speech act that is only told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal, Range
from extraction.quotes.grammar import ClauseKind, Cue, Mood
from extraction.quotes.reading import Reading, Unit

_ADDED = (ClauseKind.SUBORDINATE, ClauseKind.RELATIVE)
_INDEPENDENT = (ClauseKind.MAIN, ClauseKind.VERB_FIRST)


def propose(reading: Reading, unit: Unit, framed: Sequence[Proposal]) -> Iterator[Proposal]:
    """`framed` are the proposals of known cues; their content is not proposed again."""
    for number in range(1, len(unit.segments)):
        segment = unit.segments[number]
        if segment.passage is not None:
            continue
        clause = reading.clause(unit, segment)
        if clause.kind is not ClauseKind.THAT or clause.is_coordinated:
            continue
        if any(first <= segment.first < last for p in framed for first, last in p.parts):
            continue
        last = number
        while last + 1 < len(unit.segments):
            following = reading.clause(unit, unit.segments[last + 1])
            if following.kind in (ClauseKind.MAIN, ClauseKind.VERB_FIRST) and unit.segments[last + 1].passage is None:
                break
            last += 1
        frame = unit.segments[number - 1]
        yield Proposal(
            "indirect_that_open",
            QuoteType.INDIRECT,
            unit.index,
            [(segment.first, unit.segments[last].last)],
            frame=(frame.first, frame.last),
            features=[f"mood:{clause.mood.value}"],
        )


def propose_added(
    reading: Reading, unit: Unit, cues: Sequence[Cue], framed: Sequence[Proposal], phrased: Sequence[Proposal]
) -> Iterator[Proposal]:
    """ "Sie lehnte den Plan ab, weil die Kassen leer seien": the reason is hers, the mood says so.

    The first subjunctive says so by itself, whatever the verb: "Er erhob Einspruch, weil die Kassen leer seien".
    `framed` are the proposals of known cues; what lies in their content is not proposed again, nor without a cue of its
    own what lies in that of a phrase ("laut X", in `phrased`).
    """
    for number in range(1, len(unit.segments)):
        segment = unit.segments[number]
        if segment.passage is not None or _is_content(segment.first, framed):
            continue
        clause = reading.clause(unit, segment)
        if clause.kind not in _ADDED or not _is_reported(reading, clause.finite, clause.mood):
            continue
        cue = next((c for c in reversed(cues) if _tells(reading, unit, c, number)), None)
        speaks_alone = clause.mood is Mood.SUBJUNCTIVE_1 and not _is_content(segment.first, phrased)
        if cue is None and not (speaks_alone and _follows_indicative(reading, unit, number)):
            continue
        frame = unit.segments[number - 1 if cue is None else cue.segment]
        yield Proposal(
            "indirect_added_clause",
            QuoteType.INDIRECT,
            unit.index,
            [_to_the_end(reading, unit, number)],
            () if cue is None else cue.tokens,
            cue,
            frame=(frame.first, frame.last),
            features=[f"mood:{clause.mood.value}"],
        )
        return


def _is_content(token: int, proposals: Sequence[Proposal]) -> bool:
    return any(first <= token < last for p in proposals for first, last in p.parts)


def _follows_indicative(reading: Reading, unit: Unit, number: int) -> bool:
    """Whether all main clauses are the article's own, one of them before the segment `number`."""
    clauses = [(n, reading.clause(unit, s)) for n, s in enumerate(unit.segments) if s.passage is None]
    main = [(n, clause.mood) for n, clause in clauses if clause.kind in _INDEPENDENT]
    return bool(main) and main[0][0] < number and all(mood is Mood.INDICATIVE for _, mood in main)


def _is_reported(reading: Reading, finite: int, mood: Mood) -> bool:
    if mood is Mood.SUBJUNCTIVE_1:
        return True
    return finite >= 0 and reading.lower[finite] in reading.pack.replacing_subjunctives


def _tells(reading: Reading, unit: Unit, cue: Cue, number: int) -> bool:
    """Whether the cue is the verb of a main clause in the indicative before the segment `number`."""
    if cue.segment >= number or cue.is_reported:
        return False
    clause = reading.clause(unit, unit.segments[cue.segment])
    return clause.kind in _INDEPENDENT and clause.finite == cue.finite and clause.mood is Mood.INDICATIVE


def _to_the_end(reading: Reading, unit: Unit, number: int) -> Range:
    """The clause with what depends on it."""
    last = number
    for following in unit.segments[number + 1 :]:
        kind = reading.clause(unit, following).kind
        if following.passage is not None or kind in _INDEPENDENT:
            break
        last += 1
    return unit.segments[number].first, unit.segments[last].last
