"""The name inside a source phrase: "Angaben der Polizei" → "Polizei"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de import function_words as fw
from extraction.lang.de.cue_phrases import CLAIMS, VIEW_NOUNS, is_source_noun
from extraction.lang.de.titles import is_document, is_title

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading


def name_of_source(reading: Reading, first: int, last: int) -> str:
    """The phrase without its noun of saying, article and attributes' prepositions; "" where nobody is named."""
    start = first
    for index in range(first, last):
        word = reading.lower[index]
        if word in _PERSONS:
            continue
        if (word in VIEW_NOUNS or word in CLAIMS or is_source_noun(word)) and reading.words[index][:1].isupper():
            start = index + 1
            break
    while start < last and (
        reading.lower[start] in fw.DETERMINERS or reading.lower[start] in ("von", "vom", "aus", "bei", "im", "in")
    ):
        start += 1
    end, named = last, start
    for index in range(start, last):
        if index in reading.opened_at:
            named = reading.opened_at[index].last  # "„auto, rad und sport“"
        if index < named:
            continue
        if reading.words[index] in ",(" or (reading.lower[index] == "in" and _is_own(reading, index + 1, last)):
            end = index
            break
    if start == end and start > first and is_document(reading.lower[start - 1]):
        start -= 1  # "in dem Bericht": where no author is named the text itself speaks
    name = reading.phrase(start, end)
    if end - start == 1 and name.endswith("ern") and is_title(name[:-1].lower()):
        return name[:-1]  # "Forschern zufolge"
    return _nominative(reading, start, end, name) if start > first else name


def _is_own(reading: Reading, index: int, last: int) -> bool:
    """ "die Zeitung in ihrer Onlineausgabe"."""
    return index < last and reading.lower[index] in fw.POSSESSIVES


# Source nouns that name who speaks, where nobody else is named.
_PERSONS = frozenset({"zeugen", "augenzeugen", "medien"})
_GENITIVES = frozenset({"des", "eines", "dieses"})
_FEMININE_ENDS = ("ung", "heit", "keit", "schaft", "tät", "ion", "ei", "kammer", "behörde", "gruppe", "klinik")
_WEAK_ENDS = ("enten", "anten", "isten")  # "des Präsidenten", "des Journalisten"


def _nominative(reading: Reading, start: int, end: int, name: str) -> str:
    """The name as its bearer is called elsewhere: "des russischen Ministeriums" → "russische Ministerium"."""
    head = next((i for i in range(start, end) if reading.words[i][:1].isupper()), end)
    article = reading.lower[start - 1]
    if head == end or not all(reading.lower[i].endswith("en") for i in range(start, head)):
        return name
    noun = reading.words[head]
    if article in _GENITIVES and reading.words[start - 1].islower():
        nominative = _without_genitive(noun)
    elif article in ("der", "einer") and noun.endswith(_FEMININE_ENDS):
        nominative = noun
    else:
        return name
    adjectives = [reading.words[i][:-1] for i in range(start, head)]
    rest = name[len(reading.phrase(start, head + 1)) :]
    return " ".join([*adjectives, nominative]) + rest


def _without_genitive(noun: str) -> str:
    if noun.endswith(_WEAK_ENDS):
        return noun[:-2]
    if noun.endswith("es") and not noun.endswith("ees"):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.isupper() else noun
