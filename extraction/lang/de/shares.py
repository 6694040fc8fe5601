"""Phrases that name nobody but say how many said something: "62 Prozent", "jeder Zweite", "zwei von drei Betrieben"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de.numerals import numeral
from extraction.lang.words import word_set

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading

_SHARES = word_set("""
    prozent hälfte drittel viertel fünftel zehntel großteil mehrheit mehrzahl minderheit befragte befragten befragter
    teilnehmer teilnehmern umfrageteilnehmer
""")
_EVERY = frozenset({"jeder", "jede", "jedes"})


def is_share(reading: Reading, first: int, last: int) -> bool:
    """Whether the words from `first` to `last`, a subject, count those who were asked."""
    lower = reading.lower
    if not _SHARES.isdisjoint(lower[first:last]):
        return True
    if lower[first] in _EVERY and first + 1 < last:
        return lower[first + 1].endswith(("te", "ter", "tes"))  # "jeder Zweite", "jede dritte Frau"
    return _is_number(lower[first]) and lower[first + 1 : first + 2] == ["von"]


def _is_number(word: str) -> bool:
    value = numeral(word)
    return word[:1].isdigit() or (value is not None and value.sort == "card")
