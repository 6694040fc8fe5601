"""What a word may be as a verb: unlisted ones by ending and neighbours, listed ones by what they can stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de import function_words as fw
from extraction.lang.de.clauses import find_last_word
from extraction.lang.de.conjugation import Form
from extraction.lang.de.lexicon import word_forms
from extraction.quotes.grammar import Mood

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Segment


def may_be_verb(reading: Reading, index: int) -> bool:
    """A small word with a verb's ending that stands before no noun, as an adjective would."""
    word = reading.lower[index]
    if reading.words[index] != word or word in fw.CLOSED or not word.endswith(("t", "te", "ten", "en")):
        return False
    return index + 1 >= len(reading.words) or not reading.words[index + 1][:1].isupper()


def ends_nonfinite(reading: Reading, segment: Segment) -> bool:
    """Whether a segment ends in what may be a participle or infinitive: "bis März überwiesen werden"."""
    last = find_last_word(reading, segment)
    word = reading.lower[last]
    if reading.words[last] != word or word in fw.CLOSED - fw.PASSIVE:
        return False
    forms = word_forms(word).forms
    return bool(forms & (Form.PARTICIPLE | Form.INFINITIVE)) if forms else word.endswith(("t", "en"))


def is_perfect_claim(reading: Reading, verb: int, end: int) -> bool:
    """ "will … gesehen haben"; but "will bis Mai alles gesehen haben" is an aim, "will fertig haben" a wish."""
    if reading.lower[end] not in ("haben", "sein") or not word_forms(reading.lower[end - 1]).forms & Form.PARTICIPLE:
        return False
    return "bis" not in reading.lower[verb + 1 : end]


def is_plural_second(word: str) -> bool:
    """ "Die Kosten lägen höher": where the first subjunctive "liegen" would look like the indicative."""
    found = word_forms(word)
    return found.mood is Mood.SUBJUNCTIVE_2 and bool(found.forms & Form.PLURAL) and not word.endswith("ten")


def may_stand_for_subjunctive(word: str) -> bool:
    """Plural past forms that are second subjunctives as well, and replace a first one: "die Preise blieben"."""
    forms = word_forms(word).forms
    return bool(forms & Form.PAST) and bool(forms & Form.SUBJUNCTIVE_2) and bool(forms & Form.PLURAL)
