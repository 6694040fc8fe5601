"""Content of frames without a verb: the sentence or clause that "laut X" stands in, minus the phrase itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.appositions import is_apposition
from extraction.quotes.candidate import Proposal, Range
from extraction.quotes.grammar import ClauseKind, Cue, Mood, PhraseFrame
from extraction.quotes.patterns.extents import INDEPENDENT, SUBJUNCTIVE, clause_of, find_stop, holds_marks_only
from extraction.quotes.reading import Reading, Segment, Unit

_ENDING = (";", ":")
_ASIDES = {ClauseKind.FRAGMENT, ClauseKind.RELATIVE}
_NARROW = (ClauseKind.RELATIVE, ClauseKind.SUBORDINATE, ClauseKind.THAT, ClauseKind.QUESTION)


def propose(reading: Reading, unit: Unit, frames: Sequence[PhraseFrame], cues: Sequence[Cue]) -> Iterator[Proposal]:
    spoken = {cue.segment for cue in cues if not cue.is_passive and not cue.is_reported}
    for frame in frames:
        if frame.source is not None and reading.lower[frame.source[0]] in reading.pack.own_possessives:
            continue  # "Meiner Meinung nach reicht das, sagte X": what X says of herself names no source
        kind = clause_of(reading, unit, frame.segment).kind
        is_own = any(cue.finite in frame.cue for cue in cues)  # "Glaubt man Kern, …": the verb is the phrase's own
        if not is_own and frame.segment in spoken and kind in (ClauseKind.VERB_FIRST, ClauseKind.AS):
            continue  # ", sagte X nach Angaben von Y": who relays is no second source
        if frame.segment in spoken and _has_content_behind(reading, unit, frame):
            continue  # "X sagte laut Y, dass …", "X sagte laut Y: „…“": the content belongs to X
        if _relays(reading, unit, frame, spoken):
            continue
        first, last = _scope(reading, unit, frame)
        parts = [part for part in _cut(reading, unit, first, last, frame, frames) if part[0] < part[1]]
        if not parts or sum(b - a for a, b in parts) < 2:
            continue
        if unit.passages and all(_is_marked(reading, unit, part) for part in parts):
            continue  # direct speech: the patterns for marks see to it
        features = ["position:start" if frame.first == unit.first else "position:inside"]
        if frame.is_weak:
            features.append("source:weak")
        yield Proposal(
            f"indirect_{frame.code}",
            QuoteType.INDIRECT,
            unit.index,
            parts,
            frame.cue,
            source=frame.source,
            frame=(frame.first, frame.last),
            features=features,
        )


def _has_content_behind(reading: Reading, unit: Unit, frame: PhraseFrame) -> bool:
    number = frame.segment + 1
    if number >= len(unit.segments):
        return False
    is_marked = unit.segments[number].before == ":" and unit.segments[number].passage is not None
    return is_marked or clause_of(reading, unit, number).kind is ClauseKind.THAT


def _relays(reading: Reading, unit: Unit, frame: PhraseFrame, spoken: set[int]) -> bool:
    """ "…, sagte Anna Berg, Leiterin des Amtes, laut Y": the phrase stands behind the apposition of who is relayed."""
    if clause_of(reading, unit, frame.segment).kind is not ClauseKind.FRAGMENT:
        return False
    for number in range(frame.segment - 1, 0, -1):
        kind = clause_of(reading, unit, number).kind
        if number in spoken and kind is ClauseKind.VERB_FIRST:
            return True
        if kind is not ClauseKind.FRAGMENT or unit.segments[number].passage is not None:
            return False
    return False


def _is_marked(reading: Reading, unit: Unit, part: Range) -> bool:
    if any(p.first - 1 <= part[0] and part[1] <= p.last + 1 for p in unit.passages):
        return True
    inside = [segment for segment in unit.segments if part[0] <= segment.first and segment.last <= part[1]]
    return bool(inside) and holds_marks_only(reading, inside)


def _scope(reading: Reading, unit: Unit, frame: PhraseFrame) -> Range:
    """The stretch of the unit a phrase governs: its own clause in a relative or subordinate clause, else all of it."""
    number = frame.segment
    segments = unit.segments
    kind = clause_of(reading, unit, number).kind
    if frame.code == "wonach":
        own = clause_of(reading, unit, number)._replace(kind=ClauseKind.THAT)
        stop = find_stop(reading, unit, number + 1, set(), content=own)
        return frame.last, segments[stop - 1].last
    if kind in _NARROW and number > 0:
        last = number
        while last + 1 < len(segments) and clause_of(reading, unit, last + 1).kind in (
            ClauseKind.RELATIVE,
            ClauseKind.INFINITIVE,
            ClauseKind.SUBORDINATE,
        ):
            last += 1
        return segments[number].first, segments[last].last
    if _points_ahead(reading, unit, frame):
        first = segments[number + 1].first
    else:
        first = _own_start(reading, unit, number, frame)
    brackets = _brackets(reading, unit, frame)
    return brackets if brackets is not None else (first, _own_end(unit, number))


def _points_ahead(reading: Reading, unit: Unit, frame: PhraseFrame) -> bool:
    """ "Laut Kern heißt das: Die Preise steigen.": a verb and "das" behind the phrase say that the rest is meant."""
    segment = unit.segments[frame.segment]
    is_bare = frame.first == segment.first and frame.last == segment.last - 2
    return is_bare and segment.after == ":" and reading.lower[segment.last - 1] in reading.pack.back_references


def _own_start(reading: Reading, unit: Unit, number: int, frame: PhraseFrame) -> int:
    """Where the phrase's clause starts: behind a sign that ends what precedes, or with a second main clause."""
    for earlier in range(number, 0, -1):
        segment = unit.segments[earlier]
        if segment.before in _ENDING:
            return segment.first
        clause = reading.clause(unit, segment)
        if frame.first <= clause.finite < frame.last:
            continue  # "…, laut einer am Montag veröffentlichten Studie": no verb, but a participle
        before = clause_of(reading, unit, earlier - 1)
        is_told = before.mood in SUBJUNCTIVE  # "Zeugen hätten gesagt, der Wagen habe gebrannt, so X": both are X's
        both_main = clause.kind is ClauseKind.MAIN and before.kind in INDEPENDENT and not clause.is_coordinated
        both_main = both_main and not is_told
        if both_main and segment.passage is None and unit.segments[earlier - 1].passage is None:
            return segment.first
    return unit.segments[0].first


def _brackets(reading: Reading, unit: Unit, frame: PhraseFrame) -> Range | None:
    """The inside of round brackets, where the phrase stands in them."""
    words = reading.words
    opening = next((i for i in range(frame.first - 1, unit.first - 1, -1) if words[i] in "()"), None)
    if opening is None or words[opening] != "(":
        return None
    closing = next((i for i in range(frame.last, unit.last) if words[i] == ")"), None)
    if closing is None or (frame.first == opening + 1 and frame.last == closing):
        return None  # "Der Zug war (laut Polizei) zu schnell": the brackets hold nothing else
    return opening + 1, closing


def _own_end(unit: Unit, number: int) -> int:
    """The scope's end: a semicolon, or a colon with marks behind it, begins something new."""
    for following in range(number + 1, len(unit.segments)):
        segment = unit.segments[following]
        if segment.before == ";" or (segment.before == ":" and segment.passage is not None):
            return unit.segments[following - 1].last
    return unit.segments[-1].last


def _cut(
    reading: Reading, unit: Unit, first: int, last: int, frame: PhraseFrame, frames: Sequence[PhraseFrame]
) -> list[Range]:
    """The scope on both sides of the phrase, without separators and with a parenthesis' commas left out."""
    if frame.code == "wonach":
        return [(first, last)]
    left_end, right_start = frame.first, max(first, frame.last)
    words, is_described = reading.words, False
    while left_end > first and words[left_end - 1] in ",–—-(":
        left_end -= 1
    for number, segment in enumerate(unit.segments):
        # "laut dem Bericht, der am Montag erschien, …", "laut Anna Berg, Leiterin des Amtes, …": what says more
        # about the source belongs to it.
        if segment.first == frame.last + 1 and segment.last < last and segment.before == ",":
            following = unit.segments[number + 1]
            more = clause_of(reading, unit, number).kind is ClauseKind.RELATIVE
            more = more or (frame.source is not None and is_apposition(reading, unit, segment))
            # "Nach Ansicht der Gutachterin, so der Richter, …": who relays the source is no part of what it says.
            more = more or any(other.code == "so" and other.first == segment.first for other in frames)
            if more and following.before == ",":
                right_start, is_described = following.first, True
    while right_start < last and words[right_start] in ",–—-:)":
        right_start += 1
    if left_end > first and _is_aside(reading, unit, frame, right_start, is_described=is_described):
        return [(first, left_end)]
    return [(first, left_end), (right_start, last)]


def _goes_on(reading: Reading, unit: Unit, segment: Segment) -> bool:
    """Whether a verbless rest is no phrase that says more about somebody."""
    if reading.clause(unit, segment).kind is not ClauseKind.FRAGMENT or segment.passage is not None:
        return False
    return reading.pack.is_closed(reading.lower[segment.first]) and not is_apposition(reading, unit, segment)


def _is_aside(reading: Reading, unit: Unit, frame: PhraseFrame, start: int, *, is_described: bool) -> bool:
    """Whether what follows the phrase only says more about the source: ", so X, die Leiterin des Instituts".

    Where an apposition `is_described` already, only relative clauses do.
    """
    rest = [segment for segment in unit.segments if segment.first >= start]
    number = next((i for i, segment in enumerate(unit.segments) if segment.last >= start - 1), 0)
    own = unit.segments[frame.segment]
    before = [s for s in unit.segments[: number + 1] if s.passage is None and s.last < start and s is not own]
    for segment in (*before[-1:], own):
        clause = reading.clause(unit, segment)
        if reading.pack.is_unfinished(reading, clause, segment):
            return False
        # "Ein Termin stehe, so Kern, noch nicht fest": a clause that ends in its verb goes on behind the phrase.
        ends_in_verb = clause.kind is ClauseKind.MAIN and clause.first < clause.finite == segment.last - 1
        if ends_in_verb and rest and reading.words[rest[0].first].islower() and _goes_on(reading, unit, rest[0]):
            return False
    if rest and reading.clause(unit, rest[0]).mood is Mood.SUBJUNCTIVE_1:
        return False  # "…, so die Forscherin, deren Alter sich habe bestimmen lassen": what she said goes on
    starts_here = bool(rest) and rest[0].first == start and rest[0].before == ","
    kinds = [reading.clause(unit, segment).kind for segment in rest if segment.passage is None]
    return (
        starts_here
        and len(kinds) == len(rest)
        and set(kinds) <= (_ASIDES - {ClauseKind.FRAGMENT} if is_described else _ASIDES)
    )
