"""The sentence before, where the frame points back to it: "Die Brücke bleibt gesperrt. Das teilte die Stadt mit." """

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import Clause, ClauseKind, Cue, CueClass
from extraction.quotes.reading import Reading, Segment, Unit


def propose(reading: Reading, unit: Unit, cues: Sequence[Cue], used: set[tuple[int, ...]]) -> Iterator[Proposal]:
    """`used` are the cues that have content in their own sentence."""
    if unit.index == 0:
        return
    before, openers = reading.units[unit.index - 1], reading.pack.frame_openers
    for cue in cues:
        segment = unit.segments[cue.segment]
        clause = reading.clause(unit, segment)
        by_noun = points_by_noun(reading, clause)
        points_back = reading.lower[clause.first] in reading.pack.back_references or by_noun
        points_back = points_back or (reading.lower[clause.first] in openers and _says_so(reading, clause))
        if cue.segment != 0 or clause.kind is not ClauseKind.MAIN or cue.tokens in used or cue.is_negated:
            continue
        if not points_back:
            if _makes_known(reading, segment, cue):
                yield _framed(before, segment, cue)
            continue
        if by_noun and cue.cue_class in (CueClass.SAY, CueClass.THINK):
            yield _framed(before, segment, cue)
            continue
        speaks = frames_back(reading, cue) or cue.lemma in reading.pack.impersonal_verbs
        if speaks and cue.finite == clause.first + 1:
            yield _framed(before, segment, cue)


def frames_back(reading: Reading, cue: Cue) -> bool:
    """Whether "Das" before this verb is what was said: "Das kündigte X an", not "Das lehnte X ab"."""
    if cue.lemma in reading.pack.naming_verbs:
        return False  # "Das nennt man einen „Split“"
    if cue.cue_class is CueClass.SAY:
        return True
    return cue.cue_class in (CueClass.DEMAND, CueClass.THINK) and cue.lemma not in reading.pack.denying_verbs


def _framed(before: Unit, segment: Segment, cue: Cue) -> Proposal:
    return Proposal(
        "indirect_back_reference",
        QuoteType.INDIRECT,
        before.index,
        [(before.first, before.segments[-1].last)],
        cue.tokens,
        cue,
        frame=(segment.first, segment.last),
    )


def points_by_noun(reading: Reading, clause: Clause) -> bool:
    """ "Zu diesem Ergebnis kommt eine Studie"."""
    lower, first = reading.lower, clause.first
    is_behind = first + 3 == clause.finite and lower[first] in reading.pack.prepositions
    return is_behind and lower[first + 1] in reading.pack.demonstratives and reading.pack.is_claim(lower[first + 2])


def _says_so(reading: Reading, clause: Clause) -> bool:
    """ "So steht es in einem Brief": with what was said as "es" behind the verb."""
    lower, pack = reading.lower, reading.pack
    return clause.finite == clause.first + 1 and lower[clause.finite + 1] in pack.said_objects


def _makes_known(reading: Reading, segment: Segment, cue: Cue) -> bool:
    """ "Diese Entscheidung gab Anna Berg bekannt": what was told before, called by a name."""
    if cue.lemma not in reading.pack.announcing_verbs:
        return False
    pack = reading.pack
    for phrase in pack.find_noun_phrases(reading, segment.first, segment.last):
        opening, head = reading.lower[phrase.first], reading.lower[phrase.head]
        points = opening in pack.demonstratives and (pack.is_abstract(head) or pack.is_claim(head))
        if points or (opening in pack.definite and pack.is_claim(head) and phrase.last - phrase.first == 2):
            return True
    return False
