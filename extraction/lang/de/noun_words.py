"""Which German words can be a noun, a part of a name or an adjective."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de import function_words as fw
from extraction.lang.de import titles
from extraction.lang.de.conjugation import FINITE, Form
from extraction.lang.de.lexicon import word_forms

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading

_AUXILIARIES = fw.HAVE | fw.BE | fw.PASSIVE | fw.MODALS
_OPENING = frozenset(
    {"konkret", "intern", "parallel", "vorsichtig", "genau", "anders", "allein", "also", "auffällig", "bloß"}
)
_APPROXIMATORS = frozenset({"rund", "fast", "gut", "nahezu", "annähernd", "circa", "ungefähr", "exakt", "genau"})
_DEMONSTRATIVE = frozenset({"das", "dies", "dieses", "die", "diese"})  # may be subject or object by themselves
_ADVERB_ENDS = ("end", "isch", "lang", "weise", "lich")


def is_noun(reading: Reading, index: int) -> bool:
    """A capitalised word; closed classes are none, though a sentence may begin with them."""
    word = reading.words[index]
    if word[:1].isupper():
        if reading.lower[index] not in fw.CLOSED or (word.isupper() and len(word) > 1):
            if index and reading.words[index - 1].isalpha() and reading.lower[index - 1] not in fw.COORDINATORS:
                return True  # no start, as for nearly every noun
            return not (_is_adverb_at_start(reading, index) or _is_verb_at_start(reading, index))
        return _is_name_part(reading, index)
    if "-" in word and any(part[:1].isupper() for part in word.split("-")[1:]):
        return True  # "el-Baradei", "dpa-Meldung"
    has_capital = word != reading.lower[index]
    if has_capital and word[:1].islower():
        return True  # "eBay", "iTunes"
    if word in titles.SMALL_NAMES or ("." in word and word.endswith((".de", ".com", ".ch", ".at", ".org", ".net"))):
        return True
    return has_capital and word[:1].isdigit()  # "56-Jährige", not "56-jährige"


def _is_adverb_at_start(reading: Reading, index: int) -> bool:
    """ "Relativierend fügte er hinzu", "Empört sagte er": what a sentence begins with, and no noun follows."""
    if not (index == 0 or reading.words[index - 1] in '.!?:“»«"' or reading.lower[index - 1] in fw.COORDINATORS):
        return False
    following = reading.words[index + 1] if index + 1 < len(reading.words) else ""
    if reading.lower[index] in _APPROXIMATORS and following[:1].isdigit():
        return True  # "Rund 70 Prozent finden, …"
    if not (following.islower() or following == ","):
        return False
    word = reading.lower[index]
    return word.endswith(_ADVERB_ENDS) or word in _OPENING or bool(word_forms(word).forms & Form.PARTICIPLE)


def _is_verb_at_start(reading: Reading, index: int) -> bool:
    """ "Hatte der Rat noch gezögert, so …": an auxiliary that opens a sentence is no name."""
    is_start = index == 0 or reading.words[index - 1] in '.!?:“»«"'
    is_degree = reading.words[index + 1 : index + 2] == ["."]  # "Mag. Berg"
    return is_start and reading.lower[index] in _AUXILIARIES and not is_degree


def _is_name_part(reading: Reading, index: int) -> bool:
    """A capital in mid-sentence makes a name even of a preposition: "sagte An Chan-il", "zitierte Zu Guttenberg"."""
    if reading.lower[index] in fw.DETERMINERS or index == 0 or index + 1 >= len(reading.words):
        return False
    if titles.is_title(reading.lower[index - 1]) and reading.words[index + 1][:1].isupper():
        return True  # "Autor Per Berg"
    if reading.words[index - 1][:1].isupper() and reading.lower[index] in fw.ADVERBS:
        return reading.lower[index - 1] not in fw.CLOSED  # "Minister Kurz", "Anna Klar"
    return reading.words[index - 1].islower() and reading.words[index + 1][:1].isupper()


def is_adjective(reading: Reading, index: int) -> bool:
    """A lower-case word with an adjective's ending that is no verb, pronoun or particle."""
    word = reading.lower[index]
    if reading.words[index][:1].isupper() and word not in fw.DETERMINERS:
        return False
    if word.isdigit() or word in fw.DETERMINERS:
        return True
    if word in fw.CLOSED:
        return False
    if not word.endswith(("e", "en", "er", "es", "em", "ern", "eln")) or word in fw.OBLIQUE_PRONOUNS:
        return False
    return not word_forms(word).forms & FINITE or is_participle_attribute(reading, index)


def is_participle_attribute(reading: Reading, index: int) -> bool:
    """ "die verletzte Frau": a participle with an ending, though it looks like a past.

    "Das bestätigte Kolb" is none: behind a word that may stand for itself at the head of its clause another verb has to
    follow.
    """
    word = reading.lower[index]
    if not word.endswith(("te", "ten")) or index == 0 or index + 1 >= len(reading.words):
        return False
    before, following = reading.lower[index - 1], reading.words[index + 1]
    if before not in fw.DETERMINERS or not following[:1].isupper():
        return False
    if not word_forms(word[: word.rindex("t") + 1]).forms & Form.PARTICIPLE:
        return False
    opens = index == 1 or not reading.words[index - 2].isalnum()
    return before not in _DEMONSTRATIVE or not opens or _has_verb_behind(reading, index + 2)


def _has_verb_behind(reading: Reading, index: int) -> bool:
    """Whether a finite verb stands between here and the next sign or "und"."""
    for place in range(index, len(reading.words)):
        word = reading.words[place]
        if word in fw.COORDINATORS or not word[:1].isalnum():
            return False
        if word.islower() and word_forms(word).forms & FINITE:
            return True
    return False
