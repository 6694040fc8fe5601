"""Frames of marked speech that do not touch the marks: before the colon's clause, or pointing back from behind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extraction.quotes.candidate import Range
from extraction.quotes.grammar import ClauseKind, Cue, CueClass
from extraction.quotes.marks import Passage
from extraction.quotes.patterns.back_references import points_by_noun
from extraction.quotes.patterns.extents import FEWEST_SPOKEN, INDEPENDENT
from extraction.quotes.reading import Reading, Segment, Unit

_DASHES = frozenset("–—-")


class Pointing(NamedTuple):
    """A clause that points back to marked speech; `cue` is its verb, where that is one of speech."""

    unit: Unit
    frame: Range
    cue: Cue | None


def cue_before_colon(reading: Reading, unit: Unit, cues: Sequence[Cue], colon: int, passage: Passage) -> Cue | None:
    """The verb that announces what stands behind the colon.

    "Sie glaubt, dass es gelungen sei: „…“", "Sie warnte, so Kern, die Räte: „…“": that of the last independent clause,
    if the text up to the colon only says more about it; else one in the clause that ends there. What is short may be
    a name: "das Werk feierte Berg, kurz: „Anker“".
    """
    before = [c for c in cues if c.tokens[0] < colon]
    is_short = passage.last - passage.first < FEWEST_SPOKEN
    for number in () if is_short else range(len(unit.segments) - 1, -1, -1):
        segment = unit.segments[number]
        if segment.first >= colon or segment.passage is not None:
            continue
        if reading.clause(unit, segment).kind in INDEPENDENT:
            here = [c for c in before if c.segment == number and not c.is_negated]
            if here:
                return here[-1]
            break
    ending = [c for c in before if unit.segments[c.segment].last == colon]
    return ending[-1] if ending else None


def find_pointing(reading: Reading, unit: Unit, passage: Passage, *, is_whole: bool) -> Pointing | None:
    """ "„Wir gehen.“ Das sagte Anna Berg.", "„Wir gehen“: Mit diesen Worten schloss Anna Berg die Sitzung.".

    `is_whole` says that the marks hold the whole unit, so that its frame may be a sentence of its own.
    """
    closed = passage.last + passage.is_closed
    home, number = unit, next((n for n, s in enumerate(unit.segments) if _follows(s, closed)), -1)
    if number < 0 and is_whole and unit.index + 1 < len(reading.units):
        home, number = reading.units[unit.index + 1], 0
    if number < 0 or home.paragraph != unit.paragraph:
        return None
    segment = home.segments[number]
    clause = reading.clause(home, segment)
    by_noun = points_by_noun(reading, clause)
    is_so = reading.lower[segment.first] in reading.pack.frame_openers and (
        clause.kind is ClauseKind.VERB_FIRST or (home is not unit and clause.finite == clause.first + 1)
    )  # "„…“, so sagte Berg", "„…“ So schilderte es Berg."
    is_pointing = by_noun or reading.lower[clause.first] in reading.pack.back_references
    if not is_so and (clause.kind is not ClauseKind.MAIN or not is_pointing):
        return None
    cues = reading.pack.find_cues(reading, home)
    cue = next((c for c in cues if c.segment == number and c.finite == clause.finite and not c.is_negated), None)
    if home is not unit and is_so and (cue is None or cue.cue_class is not CueClass.SAY):
        return None  # "„Kommt alle!“ So forderte der Verein seine Gäste heraus."
    if not by_noun and (cue is None or cue.finite not in (clause.first + 1, segment.first + 1)):
        return None
    return Pointing(home, (segment.first, segment.last), cue)


def _follows(segment: Segment, closed: int) -> bool:
    """Whether the segment stands behind marks and a colon, or right behind marks and a dash or comma."""
    return segment.first > closed and (segment.before == ":" or (segment.before != "" and segment.first == closed + 1))


def speaker_before_bracket(reading: Reading, unit: Unit, passage: Passage) -> Range | None:
    """ "Anna Berg („Das reicht uns nicht“) ging früh.": whose words fill the brackets behind a name."""
    bracket, closing = passage.first - 2, passage.last + passage.is_closed
    fills = bracket > unit.first and reading.words[bracket] == "(" and reading.words[closing : closing + 1] == [")"]
    held = range(passage.first, passage.last)
    has_verb = any(reading.pack.is_finite(reading.lower[i]) or reading.pack.may_be_verb(reading, i) for i in held)
    if not fills or not has_verb or len(held) < FEWEST_SPOKEN:
        return None
    for phrase in reading.pack.find_noun_phrases(reading, unit.first, bracket):
        held = range(phrase.first, phrase.last)
        is_person = phrase.kind == "name" or any(reading.pack.is_person_noun(reading.lower[i]) for i in held)
        if phrase.last == bracket and is_person:
            return phrase.first, phrase.last
    return None


def speaker_behind_dash(reading: Reading, unit: Unit, passage: Passage) -> Range | None:
    """ "„Wir bleiben“ – Ministerin Berg im Interview": who is named behind marks that open a line without a verb."""
    dash = passage.last + passage.is_closed
    if passage.first - 1 != unit.first or dash + 1 >= unit.last or reading.words[dash] not in _DASHES:
        return None
    segment = next((s for s in unit.segments if s.first == dash + 1), None)
    if segment is None or reading.clause(unit, segment).kind is not ClauseKind.FRAGMENT:
        return None
    phrase = reading.pack.read_noun_phrase(reading, segment.first, segment.last)
    if phrase is None or not phrase.can_be_subject:
        return None
    is_person = any(reading.pack.is_title(reading.lower[i]) for i in range(phrase.first, phrase.last))
    is_full_name = phrase.kind == "name" and phrase.last - phrase.first > 1 and phrase.last == segment.last
    return (phrase.first, phrase.last) if is_person or is_full_name else None
