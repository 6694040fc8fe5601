"""English noun phrases: runs of capitalised words, or a determiner with what follows up to a verb or preposition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extraction.lang.en import function_words as fw
from extraction.lang.en.grammar import is_finite
from extraction.lang.words import word_list
from extraction.quotes.grammar import NounPhrase

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading

_PERSON_ENDS = word_list("""
    spokesman spokeswoman spokesperson minister president chief director leader chairman chairwoman expert researcher
    scientist professor lawyer attorney official officials officer police judge analyst analysts economist secretary
    mayor governor senator general ambassador doctor witness witnesses critics government ministry agency department
    company court council union party committee army military newspaper authority authorities group report study man
    woman investigators organisation organization
""")
DEGREES = frozenset({"dr", "prof", "mr", "mrs", "ms", "rev", "sen", "rep", "gov", "lt", "col", "gen", "capt", "sgt"})
AUDIENCE = frozenset({"reporters", "journalists", "interview", "statement", "press", "conference"})


def is_person_noun(word: str) -> bool:
    return word.endswith(_PERSON_ENDS)


def _is_stop_in_name(reading: Reading, start: int, index: int, last: int) -> bool:
    """The full stop of "Dr. Berg" or "Jan W. Berg"."""
    words = reading.words
    if words[index] != "." or index == start or index + 1 >= last or not words[index + 1][:1].isupper():
        return False
    return reading.lower[index - 1] in DEGREES or len(words[index - 1]) == 1


def _core_end(reading: Reading, start: int, last: int) -> int:
    words, lower = reading.words, reading.lower
    index = start
    if lower[index] in fw.DETERMINERS:
        index += 1
        while (
            index < last
            and words[index][:1].isalnum()
            and lower[index] not in fw.CLOSED
            and not is_finite(lower[index])
        ):
            index += 1
        return index if index > start + 1 else start
    while index < last and (
        (words[index][:1].isupper() and lower[index] not in fw.CLOSED) or _is_stop_in_name(reading, start, index, last)
    ):
        index += 1
    if index == start:
        while index < last and words[index].isalpha() and lower[index] not in fw.CLOSED and not is_finite(lower[index]):
            index += 1
    return index


def _end(reading: Reading, start: int, last: int) -> int:
    end = _core_end(reading, start, last)
    while start < end < last - 1 and reading.lower[end] in fw.ATTRIBUTIVE:
        longer = _core_end(reading, end + 1, last)
        if longer == end + 1:
            break
        end = longer
    return end


def read_noun_phrase(reading: Reading, start: int, last: int) -> NounPhrase | None:
    word = reading.lower[start]
    if word in fw.SUBJECT_PRONOUNS:
        return NounPhrase(start, start + 1, start, "pronoun", True)
    if word in fw.OBLIQUE_PRONOUNS or (word in fw.CLOSED and word not in fw.DETERMINERS):
        return None
    end = _end(reading, start, last)
    if end <= start:
        return None
    core = _core_end(reading, start, last)
    kind = "name" if reading.words[start][:1].isupper() and word not in fw.DETERMINERS else "noun"
    return NounPhrase(start, end, core - 1, kind, True)


def find_noun_phrases(reading: Reading, first: int, last: int) -> Iterator[NounPhrase]:
    index = first
    while index < last:
        if reading.lower[index] in fw.PREPOSITIONS:
            phrase = read_noun_phrase(reading, index + 1, last) if index + 1 < last else None
            if phrase is not None:
                yield NounPhrase(phrase.first, phrase.last, phrase.head, phrase.kind, False)
            index = phrase.last if phrase is not None else index + 1
            continue
        phrase = read_noun_phrase(reading, index, last) if reading.words[index][:1].isalnum() else None
        if phrase is None:
            index += 1
        else:
            yield phrase
            index = phrase.last
