"""Finite verbs that are in no list, told by their ending and what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de import function_words as fw
from extraction.lang.de.infinitives import has_zu_infinitive
from extraction.lang.de.lexicon import word_forms
from extraction.lang.de.titles import is_title

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Segment

CLAUSE_PRONOUNS = frozenset({"er", "sie", "es", "man", "wir", "dies"})
_PAST_ENDS = ("te", "ten")


def follows_pronoun(reading: Reading, segment: Segment, first: int) -> bool:
    """An unlisted verb behind a pronoun that opens a clause: "er tage", "man puzzle"."""
    if first + 1 >= segment.last or reading.lower[first] not in CLAUSE_PRONOUNS:
        return False
    word = reading.lower[first + 1]
    return reading.words[first + 1] == word and len(word) > 2 and word not in fw.CLOSED and word.isalpha()


def find_beside_subject(reading: Reading, segment: Segment, first: int) -> int:
    """An unlisted verb before or behind its subject and nothing else: ", knarzte der Wirt", "Der Wirt knarzte, …"."""
    ends = [first] if segment.before else []
    ends.append(segment.last - 1)
    for index in ends:
        if not _looks_unlisted(reading, index):
            continue
        begin = first + 1 if index == first else first
        phrase = reading.pack.read_noun_phrase(reading, begin, segment.last) if begin < segment.last else None
        if phrase is None or not phrase.can_be_subject or (index == first and not _opens_subject(reading, begin)):
            continue
        if (index == first or phrase.last == index) and not has_zu_infinitive(reading, segment):
            return index
    return -1


def _opens_subject(reading: Reading, index: int) -> bool:
    """Whether a person or a phrase with its article begins here: ", knarzte der Wirt", but ", ernsten Vorwürfen"."""
    word = reading.lower[index]
    return word in fw.DETERMINERS or word in fw.SUBJECT_PRONOUNS or is_title(word)


def _looks_unlisted(reading: Reading, index: int) -> bool:
    word = reading.lower[index]
    is_small = reading.words[index] == word and word.isalpha() and word not in fw.CLOSED
    return is_small and word.endswith(_PAST_ENDS) and not word_forms(word).forms


def looks_subordinate(reading: Reading, segment: Segment, first: int, last_word: int) -> bool:
    """An unlisted verb: the last word of a clause that opens like a subordinate one and has no other verb."""
    word = reading.lower[last_word]
    if reading.words[last_word] != word or not word.endswith(("t", "en", "te", "ten", "e")) or word in fw.CLOSED:
        return False
    opener = reading.lower[first] if first < last_word else ""
    if opener in fw.PREPOSITIONS and has_zu_infinitive(reading, segment):
        return False  # "bis Mai zu warten"
    return (
        opener in fw.THAT
        or opener in fw.WHETHER
        or opener in fw.SUBORDINATORS
        or (opener in fw.RELATIVES and segment.before == "," and last_word - first > 1 and not word.endswith("en"))
    )
