"""What governs a participle or an infinitive: "hat gesagt", "will wissen", "beeilte sich zu sagen"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extraction.lang.de import function_words as fw
from extraction.lang.de.clauses import is_unfinished
from extraction.lang.de.conjugation import Form
from extraction.lang.de.lexicon import word_forms
from extraction.quotes.grammar import ClauseKind

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Segment, Unit

_INDEPENDENT = (ClauseKind.MAIN, ClauseKind.VERB_FIRST)
_LONGEST_REST = 9  # tokens before a participle whose auxiliary stands in front of an apposition
_CLAIMING = frozenset({"will", "wollen", "soll", "sollen"})  # before "gesagt haben"
_LONGEST_SECOND = 4  # tokens of "und zugleich angekündigt"
_HASTENING = frozenset({"beeilen", "beginnen"})  # to say something, and say it
_NOT_OMITTING = frozenset({"vergessen", "versäumen", "scheuen", "zögern"})  # the same behind "nicht"


class Governing(NamedTuple):
    """The finite verb a participle or infinitive belongs to; `tokens` are its words."""

    segment: int
    finite: int
    tokens: tuple[int, ...]
    is_passive: bool = False
    is_complete: bool = True  # full evidence: a modal verb is none
    is_assured: bool = False  # no negation beside it is one: "vergaß nicht zu sagen"


def find_governing(reading: Reading, unit: Unit, number: int, index: int, form: int) -> Governing | None:
    """What governs the form at `index` in the segment of this number."""
    segment = unit.segments[number]
    near = place_beside(reading, segment, index, form)
    if near is not None:
        found: Governing | None = _auxiliary(reading, number, *near, form)
    else:
        found = _distant(reading, unit, number, index, form) or _hastening(reading, unit, number, index, form)
    if found is not None and _opens_claim(reading, segment, found.finite):
        return found._replace(finite=segment.first, tokens=(*found.tokens, segment.first))
    return found


def place_beside(reading: Reading, segment: Segment, index: int, form: int) -> tuple[int, int] | None:
    """Where the auxiliary stands in the same segment, and how far from the form at `index`."""
    lower = reading.lower
    behind = index + 1
    if behind < segment.last and lower[behind] == "worden":
        behind += 1
    if behind < segment.last and _governs(lower[behind], form):
        return behind, behind - index
    ends_clause = behind >= segment.last or lower[behind] in fw.COORDINATORS or not lower[behind].isalnum()
    if not ends_clause:
        return None
    for before in range(index - 1, segment.first - 1, -1):
        if _governs(lower[before], form):
            return before, behind - index
    return None


def _auxiliary(reading: Reading, number: int, finite: int, distance: int, form: int) -> Governing:
    is_passive = _is_passive(reading.lower[finite], distance, form)
    return Governing(number, finite, (finite,), is_passive, is_complete=bool(form & Form.PARTICIPLE))


def _distant(reading: Reading, unit: Unit, number: int, index: int, form: int) -> Governing | None:
    """The auxiliary cut off from its participle.

    By an apposition: "hatte der Minister, Jan Berg, angekündigt"; by what a first participle says: "hatte aufgerufen,
    zu helfen, und angekündigt, …".
    """
    own = unit.segments[number]
    if not form & Form.PARTICIPLE or index != own.last - 1 or index - own.first > _LONGEST_REST:
        return None
    here = reading.clause(unit, own)
    if here.kind is ClauseKind.AS:
        return None  # "Die Täter sind, wie die Polizei vermutet, fort": a finite verb of its own
    is_second = here.is_coordinated and own.last - own.first <= _LONGEST_SECOND
    for before in range(number - 1, max(-1, number - 4), -1):
        segment = unit.segments[before]
        if segment.passage is not None:
            break
        clause = reading.clause(unit, segment)
        if (is_second and clause.kind not in _INDEPENDENT) or clause.kind is ClauseKind.RELATIVE:
            continue
        if clause.finite >= 0:
            waits = is_second or is_unfinished(reading, clause, segment)
            if clause.kind in _INDEPENDENT and _governs(reading.lower[clause.finite], form) and waits:
                return _auxiliary(reading, before, clause.finite, index - clause.finite, form)
            break
    return None


def _hastening(reading: Reading, unit: Unit, number: int, index: int, form: int) -> Governing | None:
    """Who hastens "zu erklären, …" says it; what governs the infinitive may stand before a comma."""
    own = unit.segments[number]
    if not form & Form.INFINITIVE or index != own.last - 1 or reading.lower[index - 1] != "zu":
        return None
    for place in range(number, max(-1, number - 2), -1):
        segment = unit.segments[place]
        if segment.passage is not None:
            break
        clause = reading.clause(unit, segment)
        if clause.finite >= 0:
            verbs = _NOT_OMITTING if "nicht" in reading.lower[clause.finite : segment.last] else _HASTENING
            hastens = not verbs.isdisjoint(word_forms(reading.lower[clause.finite]).lemmas)
            if hastens and clause.kind in _INDEPENDENT:
                return Governing(place, clause.finite, (clause.finite, index - 1), is_assured=True)
            break
    return None


def _opens_claim(reading: Reading, segment: Segment, auxiliary: int) -> bool:
    """ "…, will Kern gesagt haben": a clause behind what was said, from its verb to a perfect infinitive."""
    is_last = auxiliary == segment.last - 1 and reading.lower[auxiliary] == "haben"
    return is_last and reading.lower[segment.first] in _CLAIMING


def _governs(word: str, form: int) -> bool:
    if form & Form.PARTICIPLE and (word in fw.HAVE or word in fw.PASSIVE or word in fw.BE):
        return True
    return bool(form & Form.INFINITIVE) and word in fw.MODALS


def _is_passive(auxiliary: str, distance: int, form: int) -> bool:
    if not form & Form.PARTICIPLE or auxiliary in fw.HAVE:
        return False
    return auxiliary in fw.PASSIVE or distance > 1 or auxiliary in fw.BE
