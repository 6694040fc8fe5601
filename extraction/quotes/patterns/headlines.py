"""Headlines that name who says what follows their colon: "Polizei: Täter war betrunken"."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.grammar import NounPhrase
from extraction.quotes.patterns.extents import INDEPENDENT
from extraction.quotes.patterns.prefaces import is_bare_subject
from extraction.quotes.reading import Reading, Unit

_STOPS = frozenset(".!?…")
_LONGEST = 25  # tokens of a headline


def propose(reading: Reading, unit: Unit) -> Iterator[Proposal]:
    if len(unit.segments) < 2 or unit.last - unit.first > _LONGEST or reading.words[unit.last - 1] in _STOPS:
        return
    if (unit.first, unit.last) != reading.paragraph_tokens[unit.paragraph]:
        return
    name, content = unit.segments[:2]
    if content.before != ":" or content.passage is not None or not is_bare_subject(reading, name):
        return
    clause = reading.clause(unit, content)
    if clause.kind not in INDEPENDENT or not reading.words[content.first][:1].isupper():
        return
    phrase = reading.pack.read_noun_phrase(reading, name.first, name.last)
    if phrase is None or not _may_speak(reading, unit, phrase):
        return
    yield Proposal(
        "indirect_headline",
        QuoteType.INDIRECT,
        unit.index,
        [(content.first, unit.segments[-1].last)],
        source=(phrase.first, phrase.last),
        frame=(name.first, name.last),
    )


def _may_speak(reading: Reading, unit: Unit, phrase: NounPhrase) -> bool:
    """Whether somebody is named, not a place or a topic: an office, an institution, a person named in full below."""
    head = reading.lower[phrase.head]
    if any(reading.pack.is_title(reading.lower[i]) for i in range(phrase.first, phrase.last)):
        return True
    return reading.pack.is_person_noun(head) or _is_named_below(reading, unit, head)


def _is_named_below(reading: Reading, unit: Unit, surname: str) -> bool:
    pack, lower = reading.pack, reading.lower
    return any(
        lower[i] == surname and (pack.is_title(lower[i - 1]) or pack.gender_of_given_name(lower[i - 1]) != "")
        for i in range(unit.last, len(lower))
    )
