"""Surnames that begin with a particle and stand alone: "sagte von der Leyen", "betonte bin Salman"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de.function_words import ARTICLES
from extraction.lang.de.given_names import gender_of_given_name
from extraction.lang.de.titles import FIRST_NAMES

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading

# Prepositions as well: they open a surname only where the text has given the whole name before.
_PREPOSITIONS = frozenset({"von", "vom", "zu"})
_FOREIGN = frozenset({"van", "de", "del", "della", "di", "da", "dos", "bin", "ibn", "ben", "le", "la", "du"})
PARTICLES = _PREPOSITIONS | _FOREIGN
_ARTICLES = frozenset({"der", "den", "dem"})
_MEMORY = "particle names"


def particle_name_end(reading: Reading, index: int, last: int) -> int:
    """End of the surname that begins with the particle at `index`; `index` itself where there is none."""
    before = reading.words[index - 1] if index else ""
    if before[:1].isupper() or before.lower() in ARTICLES:
        return index  # the middle of a name, or no name at all
    end = _surname_end(reading, index, last)
    if end == index or reading.words[index] in _FOREIGN:
        return end
    known = reading.noted.get(_MEMORY)
    if known is None:
        known = reading.noted[_MEMORY] = _full_names(reading)
    return end if " ".join(reading.words[index:end]) in known else index


def _surname_end(reading: Reading, index: int, last: int) -> int:
    words = reading.words
    place = index + 1
    if place < last and words[place] in _ARTICLES:
        place += 1
    return place + 1 if place < last and words[place][:1].isupper() and words[index].islower() else index


def _full_names(reading: Reading) -> frozenset[str]:
    """The surnames of all names given in full: "Ursula von der Leyen"."""
    names = set()
    for index, word in enumerate(reading.words):
        if word in _PREPOSITIONS and index and _is_given_name(reading.words[index - 1]):
            end = _surname_end(reading, index, len(reading.words))
            names.add(" ".join(reading.words[index:end]))
    return frozenset(names)


def _is_given_name(word: str) -> bool:
    lower = word.lower().rpartition("-")[2]
    return word[:1].isupper() and (lower in FIRST_NAMES or bool(gender_of_given_name(lower)))
