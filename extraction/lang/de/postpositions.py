"""Sources before "zufolge" and "zu Folge": where their phrase begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de import function_words as fw
from extraction.lang.de.conjugation import FINITE
from extraction.lang.de.lexicon import word_forms
from extraction.lang.de.noun_extents import phrase_end
from extraction.quotes.grammar import PhraseFrame

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Segment

LONGEST_SOURCE = 14  # tokens; beyond that the phrase was misread
_GENITIVES = frozenset({"des", "der", "eines", "einer"})
_PERSONAL_DATIVES = frozenset({"ihm", "ihr", "ihnen"})


def read_zufolge(reading: Reading, segment: Segment, index: int, number: int) -> PhraseFrame | None:
    return _postposition(reading, segment, (index,), number)


def read_folge(reading: Reading, segment: Segment, index: int, number: int) -> PhraseFrame | None:
    """ "zu Folge" in two words."""
    if index - 1 <= segment.first or reading.lower[index - 1] != "zu":
        return None
    return _postposition(reading, segment, (index - 1, index), number)


def _postposition(reading: Reading, segment: Segment, cue: tuple[int, ...], number: int) -> PhraseFrame | None:
    start, index = segment.first, cue[0]
    if any(word_forms(reading.lower[i]).forms & FINITE and reading.words[i].islower() for i in range(start, index)):
        start = _phrase_start(reading, segment, index)
    if reading.lower[start] in fw.COORDINATORS:
        start += 1
    if start == index or index - start > LONGEST_SOURCE:
        return None
    return PhraseFrame("zufolge", start, cue[-1] + 1, cue, (start, index), number)


def _phrase_start(reading: Reading, segment: Segment, index: int) -> int:
    """Backwards from a postposition to the start of its noun phrase."""
    if reading.lower[index - 1] in _PERSONAL_DATIVES:
        return index - 1  # "Die Tür war ihm zufolge offen"
    for start in range(max(segment.first, index - LONGEST_SOURCE), index - 1):
        before = start - 1 if start > segment.first else start
        is_governed = start > before and reading.lower[before] in fw.PREPOSITIONS
        is_owner = reading.lower[start] in _GENITIVES and reading.words[before][:1].isupper() and start > before
        if not is_governed and not is_owner and phrase_end(reading, start, index) == index:
            return start  # "einer am Montag veröffentlichten Studie zufolge"
    start = index
    while start > segment.first and index - start < LONGEST_SOURCE:
        word, lower = reading.words[start - 1], reading.lower[start - 1]
        if (
            (word[:1].isupper() and not word_forms(lower).forms & FINITE)
            or word[:1].isdigit()
            or word in "„“”\"»«'’‚‘"
            or lower in fw.DETERMINERS
            or lower in ("von", "vom", "und", "aus", "für", "in", "im", "bei", "der")
            or word[:1].isupper()
            or (
                lower.endswith(("en", "er", "es", "em", "e"))
                and not word_forms(lower).forms
                and lower not in fw.ADVERBS
                and lower not in fw.PRONOUNS
            )
        ):
            start -= 1
        else:
            break
    while start < index and reading.lower[start] in ("und", "von", "in", "im", "aus", "für", "bei"):
        start += 1
    return start
