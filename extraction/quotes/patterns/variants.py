"""Other cuts of the same sentences, over-generated: what a quote could be if no rule knew better.

Only made where decisions are to be learned from or have been. The shipped weights keep all of them far below the line;
a learned model lifts those whose words and place speak for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal, Range
from extraction.quotes.grammar import ClauseKind, Cue, Mood, PhraseFrame
from extraction.quotes.reading import Reading, Unit

_MAIN = (ClauseKind.MAIN, ClauseKind.VERB_FIRST)
_MOST_SEGMENTS = 24  # of a unit: beyond, it is a list
_STARTS, _ENDS = 3, 4  # segments behind a cue where content may begin, and how many ends each start may have
_MOST_SENTENCES = 3  # that one frame points back to
_FEWEST_TOKENS = 2

_Key = tuple[QuoteType, tuple[Range, ...]]


def propose(
    reading: Reading, unit: Unit, cues: Sequence[Cue], phrases: Sequence[PhraseFrame], made: Sequence[Proposal]
) -> Iterator[Proposal]:
    """`made` are the proposals of the other patterns; the same content with the same type is not proposed again."""
    if len(unit.segments) > _MOST_SEGMENTS:
        return
    seen: set[_Key] = {(p.type, tuple(p.parts)) for p in made}
    for proposal in _all(reading, unit, cues, phrases):
        proposal.parts = [(first, last) for first, last in proposal.parts if last > first]
        key = (proposal.type, tuple(proposal.parts))
        if proposal.parts and proposal.size >= _FEWEST_TOKENS and key not in seen:
            seen.add(key)
            yield proposal


def _all(reading: Reading, unit: Unit, cues: Sequence[Cue], phrases: Sequence[PhraseFrame]) -> Iterator[Proposal]:
    for cue in cues:
        yield from _behind_cue(reading, unit, cue, cues)
        yield from _before_cue(unit, cue)
        yield from _told(reading, unit, cue, cues)
        yield from _pointed_back_to(reading, unit, cue)
    for phrase in phrases:
        yield from _beside_phrase(unit, phrase)
    yield from _sentences(reading, unit)


def _framed(unit: Unit, cue: Cue, rule: str, parts: list[Range], features: list[str]) -> Proposal:
    segment = unit.segments[cue.segment]
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


def _behind_cue(reading: Reading, unit: Unit, cue: Cue, cues: Sequence[Cue]) -> Iterator[Proposal]:
    """Every clause behind a cue up to every later comma, and what follows the cue in its own clause."""
    segments = unit.segments
    own = segments[cue.segment]
    end = max(cue.tokens) + 1 if max(cue.tokens) < own.last - 1 else cue.finite + 1
    stop = max(cue.tokens) if max(cue.tokens) == own.last - 1 and max(cue.tokens) > cue.finite else own.last
    if end < stop:
        yield _framed(unit, cue, "variant_object", [(end, stop)], ["variant:object"])
        yield _framed(unit, cue, "variant_object", [(end, segments[-1].last)], ["variant:object_tail"])
    for start in range(cue.segment + 1, min(cue.segment + 1 + _STARTS, len(segments))):
        if segments[start].passage is not None:
            continue
        clause = reading.clause(unit, segments[start])
        plain = [f"kind:{clause.kind.value}", f"mood:{clause.mood.value}", f"variant:start{start - cue.segment}"]
        lasts = [*range(start, min(start + _ENDS, len(segments))), len(segments) - 1]
        for last in dict.fromkeys(lasts):
            ends = "variant:tail" if last == len(segments) - 1 else f"variant:end{last - start}"
            yield _framed(unit, cue, "variant_behind", [(segments[start].first, segments[last].last)], [*plain, ends])
        for other in cues:
            before = other.finite - 1
            if segments[start].first < before and reading.pack.is_coordinator(reading.lower[before]):
                features = [*plain, "variant:second_predicate"]
                yield _framed(unit, cue, "variant_behind", [(segments[start].first, before)], features)


def _before_cue(unit: Unit, cue: Cue) -> Iterator[Proposal]:
    """What precedes a frame, from every comma on, alone and with what follows the frame."""
    number, segments = cue.segment, unit.segments
    for start in range(max(0, number - _ENDS), number):
        left = (segments[start].first, segments[number - 1].last)
        whole = "variant:from_start" if start == 0 else f"variant:from{number - start}"
        yield _framed(unit, cue, "variant_before", [left], [whole])
        if number + 1 < len(segments):
            right = (segments[number + 1].first, segments[-1].last)
            yield _framed(unit, cue, "variant_around", [left, right], [whole])


def _told(reading: Reading, unit: Unit, cue: Cue, cues: Sequence[Cue]) -> Iterator[Proposal]:
    """Told speech acts: the cue's clause with what follows it, and only its second predicate."""
    segments = unit.segments
    segment = segments[cue.segment]
    clause = reading.clause(unit, segment)
    frame = (segment.first, segment.last)
    starts = {clause.first: "clause", segment.first: "clause", unit.first: "unit"}
    for first, name in starts.items():
        for last in dict.fromkeys((segment.last, segments[-1].last, unit.last)):
            if last > first:
                features = [f"told:{name}", f"told_kind:{clause.kind.value}", f"told_end:{last == segment.last}"]
                yield _report(unit, cue, (first, last), frame, features)
    for other in cues:
        before = other.finite - 1
        if other.segment == cue.segment and before > clause.first:
            if not reading.pack.is_coordinator(reading.lower[before]):
                continue
            if other is cue:
                yield _report(unit, cue, (before, segment.last), frame, ["told:second"])
            elif other.finite > max(cue.tokens):
                yield _report(unit, cue, (clause.first, before), frame, ["told:first"])


def _report(unit: Unit, cue: Cue, part: Range, frame: Range, features: list[str]) -> Proposal:
    return Proposal(
        "variant_told", QuoteType.REPORTED, unit.index, [part], cue.tokens, cue, frame=frame, features=features
    )


def _pointed_back_to(reading: Reading, unit: Unit, cue: Cue) -> Iterator[Proposal]:
    """The sentences before "Das teilte X mit", up to the paragraph's start."""
    if cue.segment != 0 or reading.lower[unit.first] not in reading.pack.back_references:
        return
    segment = unit.segments[0]
    last = reading.units[unit.index - 1] if unit.index else unit
    for back in range(1, _MOST_SENTENCES + 1):
        if unit.index - back < 0:
            return
        first = reading.units[unit.index - back]
        if first.paragraph != last.paragraph:
            return
        yield Proposal(
            "variant_back_reference",
            QuoteType.INDIRECT,
            last.index,
            [(first.first, last.segments[-1].last)],
            cue.tokens,
            cue,
            frame=(segment.first, segment.last),
            features=[f"variant:back{back}"],
        )


def _beside_phrase(unit: Unit, phrase: PhraseFrame) -> Iterator[Proposal]:
    """The narrower scopes of "laut X": its clause, and what stands on either side."""
    segment = unit.segments[phrase.segment]
    end = unit.segments[-1].last
    scopes: dict[str, list[Range]] = {
        "right": [(phrase.last, segment.last)],
        "right_tail": [(phrase.last, end)],
        "left": [(segment.first, phrase.first)],
        "left_head": [(unit.first, phrase.first)],
        "clause": [(segment.first, phrase.first), (phrase.last, segment.last)],
        "to_the_end": [(segment.first, phrase.first), (phrase.last, end)],
        "head_clause": [(unit.first, phrase.first), (phrase.last, segment.last)],
    }
    for name, parts in scopes.items():
        yield Proposal(
            "variant_phrase",
            QuoteType.INDIRECT,
            unit.index,
            [(first, last) for first, last in parts if first < last],
            phrase.cue,
            source=phrase.source,
            frame=(phrase.first, phrase.last),
            features=[f"variant:{name}", f"{phrase.code}&variant:{name}"],
        )


def _sentences(reading: Reading, unit: Unit) -> Iterator[Proposal]:
    """The whole sentence as told speech and as speech without a frame; its subjunctive clauses alone."""
    whole: Range = (unit.first, unit.last)
    yield Proposal("variant_free", QuoteType.FREE_INDIRECT, unit.index, [whole])
    yield Proposal("variant_told_alone", QuoteType.REPORTED, unit.index, [whole])
    moods = set()
    is_behind = False  # an indicative main clause: else the subjunctive is the whole sentence's
    for segment in unit.segments:
        if segment.passage is not None:
            continue
        clause = reading.clause(unit, segment)
        moods.add(clause.mood)
        subjunctive = clause.mood in (Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2)
        is_behind = is_behind or (clause.kind in _MAIN and clause.mood is Mood.INDICATIVE)
        if subjunctive and clause.kind in _MAIN and is_behind:
            part: Range = (segment.first, unit.last)
            features = [f"mood:{clause.mood.value}", f"variant:{segment.before}"]
            rule, free = "variant_clause", QuoteType.INDIRECT_FREE_INDIRECT
            yield Proposal(rule, free, unit.index, [part], features=features)
    if moods & {Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2}:
        yield Proposal("variant_subjunctive", QuoteType.INDIRECT_FREE_INDIRECT, unit.index, [whole])
