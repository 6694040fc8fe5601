"""Phrases that name nobody but say how many said something: "62 Prozent", "jeder Zweite", "zwei von drei Betrieben"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.words import word_set

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading

_SHARES = word_set("""
    prozent hälfte drittel viertel fünftel zehntel großteil mehrheit mehrzahl minderheit befragte befragten befragter
    teilnehmer teilnehmern umfrageteilnehmer
""")
_EVERY = frozenset({"jeder", "jede", "jedes"})
_NUMBERS = word_set("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf")


def is_share(reading: Reading, first: int, last: int) -> bool:
    """Whether the words from `first` to `last`, a subject, count those who were asked."""
    lower = reading.lower
    if not _SHARES.isdisjoint(lower[first:last]):
        return True
    if lower[first] in _EVERY and first + 1 < last:
        return lower[first + 1].endswith(("te", "ter", "tes"))  # "jeder Zweite", "jede dritte Frau"
    return (lower[first][:1].isdigit() or lower[first] in _NUMBERS) and lower[first + 1 : first + 2] == ["von"]
