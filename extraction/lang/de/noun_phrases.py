"""German noun phrases and pronouns of a range of tokens, and which of them can be a subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extraction.lang.de import function_words as fw
from extraction.lang.de import titles
from extraction.lang.de.given_names import gender_of_given_name
from extraction.lang.de.noun_extents import head_of, opens_compound, phrase_end
from extraction.lang.de.noun_words import is_adjective, is_noun
from extraction.lang.de.particle_names import PARTICLES, particle_name_end
from extraction.quotes.grammar import NounPhrase

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading
_INFLECTED = fw.ARTICLES | fw.POSSESSIVES | {"deren", "dessen"}  # whose "-en" is their own
_NUMBERS = frozenset({"sieben", "zehn"})


def read_phrase(reading: Reading, start: int, last: int) -> NounPhrase | None:
    """The noun phrase or pronoun at `start`."""
    word = reading.lower[start]
    if word in fw.SUBJECT_PRONOUNS and not (
        word in ("dieser", "diese", "jener", "jene", "beide", "einige", "manche", "viele")
        and phrase_end(reading, start, last) > start
    ):
        return NounPhrase(start, start + 1, start, "pronoun", True)
    if word in fw.OBLIQUE_PRONOUNS and word not in fw.DETERMINERS:
        return None
    if word == "das" and _begins_person(reading, start + 1, last):
        return None  # "Anders sieht das Ministerin Berg"
    end = phrase_end(reading, start, last)
    if end == start:
        return None
    head = head_of(reading, start, end)
    has_article = word in fw.DETERMINERS
    kind = "noun" if has_article or titles.is_person_noun(reading.lower[head]) else "name"
    can_be_subject = word not in fw.NO_SUBJECT and not _is_dative_plural(reading, start, head)
    return NounPhrase(start, end, head, kind, can_be_subject)


def _begins_person(reading: Reading, index: int, last: int) -> bool:
    """Whether an office or a given name stands here, which is no neuter and so goes with no "das"."""
    if index >= last or not reading.words[index][:1].isupper():
        return False
    word, following = reading.lower[index], reading.lower[index + 1] if index + 1 < last else ""
    is_named_woman = word.endswith("in") and gender_of_given_name(following) == "f"  # "das Wirtin Anna Berg"
    return is_named_woman or titles.gender_of_title(word) != "" or gender_of_given_name(word) != ""


def _is_dative_plural(reading: Reading, start: int, head: int) -> bool:
    """ "Verbliebenen Flüchtlingen sicherte er zu": without an article a nominative has "-e" and not "-en"."""
    word = reading.lower[start]
    is_strong = word.endswith("en") and word not in _INFLECTED and is_adjective(reading, start)
    return start < head and is_strong and reading.lower[head].endswith("n") and word not in _NUMBERS


def find_phrases_in(reading: Reading, first: int, last: int) -> Iterator[NounPhrase]:
    """Noun phrases and subject pronouns of a token range, left to right; those after a preposition are no subject."""
    index = first
    while index < last:
        word = reading.lower[index]
        if word in PARTICLES and (end := particle_name_end(reading, index, last)) > index:
            yield NounPhrase(index, end, end - 1, "name", True)
            index = end
            continue
        if (word in fw.PREPOSITIONS or word == "als") and not is_noun(reading, index):
            if word == "zufolge":
                index += 1  # "sagte dem Sender zufolge Minister Berg": what it governs stands before it
                continue
            end = phrase_end(reading, index + 1, last) if index + 1 < last else index + 1
            if end > index + 2:
                end = _before_person(reading, index + 1, end)
            if end > index + 1:
                yield NounPhrase(index + 1, end, head_of(reading, index + 1, end), "noun", False)
            index = max(end, index + 1)
            continue
        phrase = read_phrase(reading, index, last) if _can_begin(reading, index, first) else None
        if phrase is None:
            index += 1
        else:
            yield phrase
            index = phrase.last


def _before_person(reading: Reading, start: int, end: int) -> int:
    """Where a phrase ends behind which an office or a name begins another: "am Montag Minister Berg"."""
    for index in range(start + 1, end):
        before, word = reading.lower[index - 1], reading.lower[index]
        begins = reading.words[index][:1].isupper() and reading.words[index - 1][:1].isupper()
        if not begins or titles.is_title(before) or titles.is_person_noun(before):
            continue
        is_full = index + 1 < end and reading.words[index + 1][:1].isupper() and not gender_of_given_name(before)
        if is_full and (titles.is_title(word) or gender_of_given_name(word)):
            return index
    return end


def _can_begin(reading: Reading, index: int, first: int) -> bool:
    word = reading.words[index]
    return (
        word[:1].isupper()
        or word[:1].isdigit()
        or reading.lower[index] in fw.DETERMINERS
        or word != reading.lower[index]  # "al-Harthi", "eBay"
        or (reading.lower[index] in fw.SUBJECT_PRONOUNS or is_adjective(reading, index))
        or (index in reading.opened_at and opens_compound(reading, index))
    )
