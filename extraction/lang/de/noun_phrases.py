"""German noun phrases: where one begins and ends, what its head is, and whether it can be a subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extraction.lang.de import function_words as fw
from extraction.lang.de import titles
from extraction.lang.de.conjugation import FINITE, Form
from extraction.lang.de.cue_phrases import is_source_noun
from extraction.lang.de.lexicon import word_forms
from extraction.quotes.grammar import NounPhrase

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading

_OPEN_MARKS = frozenset('„»«"“‚‘›‹”’')
_BEFORE_ADJECTIVE = frozenset({"vermutlich", "sehr", "rund", "etwa", "so", "angeblich", "mutmaßlich"})
_LONGEST_INSERTION = 10  # tokens between article and participle
_LONGEST_NAME = 6  # tokens in marks that may be part of a name
_ADVERB_ENDS = ("end", "isch", "lang", "weise", "lich")
_RELATIVE = frozenset({"der", "die", "das", "den", "dem", "welche", "welcher", "welches"})
_GROUPS = ("team", "gruppe", "kreis", "mannschaft", "bündnis")
# "laut Kern aus Kostengründen": why it is so, not whose Kern is.
_MOTIVES = ("gründen", "grund", "angst", "furcht", "sorge", "mangel", "protest", "rücksicht", "versehen")
_JOINING = frozenset({"und", "sowie", "/", "&"})


def _is_noun(reading: Reading, index: int) -> bool:
    """A capitalised word; closed classes are none, though a sentence may begin with them."""
    word = reading.words[index]
    if word[:1].isupper():
        if reading.lower[index] not in fw.CLOSED or (word.isupper() and len(word) > 1):
            return not _is_adverb_at_start(reading, index)
        return _is_name_part(reading, index)
    if "-" in word and any(part[:1].isupper() for part in word.split("-")[1:]):
        return True  # "el-Baradei", "dpa-Meldung"
    if any(letter.isupper() for letter in word[1:]) and word[:1].islower():
        return True  # "eBay", "iTunes"
    if word in titles.SMALL_NAMES or ("." in word and word.endswith((".de", ".com", ".ch", ".at", ".org", ".net"))):
        return True
    return word[:1].isdigit() and any(letter.isupper() for letter in word)  # "56-Jährige", not "56-jährige"


def _is_adverb_at_start(reading: Reading, index: int) -> bool:
    """ "Relativierend fügte er hinzu": an adverb that a sentence begins with, and that no noun follows."""
    following = reading.words[index + 1] if index + 1 < len(reading.words) else ""
    is_start = index == 0 or reading.words[index - 1] in '.!?:“»«"' or reading.lower[index - 1] in fw.COORDINATORS
    return is_start and reading.lower[index].endswith(_ADVERB_ENDS) and following.islower()


def _is_name_part(reading: Reading, index: int) -> bool:
    """A capital in mid-sentence makes a name even of a preposition: "sagte An Chan-il", "zitierte Zu Guttenberg"."""
    if reading.lower[index] in fw.DETERMINERS or index == 0 or index + 1 >= len(reading.words):
        return False
    return reading.words[index - 1].islower() and reading.words[index + 1][:1].isupper()


def _is_adjective(reading: Reading, index: int) -> bool:
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
    return not word_forms(word).forms & FINITE


def _core_end(reading: Reading, start: int, last: int) -> int:
    """End of determiner, adjectives and the run of nouns or name parts; `start` where there is no noun."""
    words, lower = reading.words, reading.lower
    if start + 1 < last and lower[start] in _RELATIVE and lower[start + 1] in fw.ARTICLES:
        return start  # "…, die den Bau lobte": a pronoun with its object, no phrase
    index = _behind_inserted(reading, start, last)
    while index < last and not _is_noun(reading, index) and index not in reading.opened_at:
        if not _is_adjective(reading, index) and lower[index] not in _BEFORE_ADJECTIVE:
            return start
        index += 1
    if index >= last:
        return start
    while index < last:
        if index in reading.opened_at:
            end = _name_in_marks(reading, index, last)
            if end == index:
                break
            index = end
            if index + 1 < last and words[index] == "-" and words[index + 1][:1].isupper():
                index += 2  # „Bild“-Zeitung
        elif _is_noun(reading, index):
            index += 1
        elif (words[index] == "/" and index + 1 < last and words[index + 1][:1].isupper()) or (
            words[index].isdigit() and index + 1 < last and words[index + 1] == "/"
        ):
            index += 2  # "Bündnis 90/Die Grünen"
        elif words[index] == "." and index + 1 < last and len(words[index - 1]) <= 4:
            index += 1  # "J. Müller", "Prof. Müller"
        elif (
            lower[index] in titles.DEGREES and words[index - 1] == "." and index + 2 < last and words[index + 1] == "."
        ):
            index += 2  # "Dr. med. Müller"
        elif lower[index] in titles.NAME_PARTICLES and index + 1 < last and _is_noun(reading, index + 1):
            if lower[index] in ("von", "der", "zu", "den", "am") and not _in_name(reading, start, index):
                break
            index += 1
        elif words[index] == "(":
            close = next((i for i in range(index + 1, min(index + 8, last)) if words[i] == ")"), None)
            if close is None:
                break
            index = close + 1
        elif _is_owned(reading, start, index, last):
            index += 1
        else:
            break
    return index


def _is_owned(reading: Reading, start: int, index: int, last: int) -> bool:
    """ "Norwegens staatliche Medien berichteten": at a clause's start no verb but more of the phrase follows a name."""
    if index != start + 1 or index + 1 >= last or not reading.words[start].endswith("s"):
        return False
    is_start = start == 0 or not reading.words[start - 1][:1].isalnum()
    return is_start and _is_adjective(reading, index) and _is_noun(reading, index + 1)


def _behind_inserted(reading: Reading, start: int, last: int) -> int:
    """Where "der für Verkehr zuständige Rat" goes on with its participle; `start` where nothing is inserted."""
    if (
        start + 4 > last
        or reading.lower[start] not in fw.DETERMINERS
        or reading.lower[start + 1] not in fw.PREPOSITIONS
    ):
        return start
    limit = min(last, start + _LONGEST_INSERTION)
    end = phrase_end(reading, start + 2, limit)
    following = reading.words[end] if start + 2 < end < limit else ""
    # Two words that look like one: the participle must have an ending that a determiner asks for.
    is_participle = following.islower() and following not in fw.DETERMINERS and _is_adjective(reading, end)
    if is_participle:
        return end
    return end + 1 if start + 2 < end and _is_attribute(reading, end, limit) else start


def _is_attribute(reading: Reading, index: int, last: int) -> bool:
    """ "einer am Dienstag veröffentlichten Mitteilung": looks like a past, but is a participle with an ending."""
    word = reading.words[index] if index + 1 < last else ""
    if not word.islower() or not word.endswith(("ten", "te", "ter", "tes", "tem")):
        return False
    stem = word[: word.rindex("t") + 1]
    return bool(word_forms(stem).forms & Form.PARTICIPLE) and reading.words[index + 1][:1].isupper()


def _name_in_marks(reading: Reading, mark: int, last: int) -> int:
    """End of a short passage that names something: "die Zeitung „…“"; `mark` itself where it is no name."""
    passage = reading.opened_at[mark]
    end = passage.last + passage.is_closed
    if end > last or passage.last - passage.first > _LONGEST_NAME:
        return mark
    if any(
        word_forms(reading.lower[i]).forms & FINITE and reading.words[i].islower()
        for i in range(passage.first, passage.last)
    ):
        return mark
    first = reading.words[passage.first]
    return end if first[:1].isupper() or "." in first else mark


def _in_name(reading: Reading, start: int, index: int) -> bool:
    """Whether "von" goes on a personal name ("Ursula von der Leyen") rather than adds an attribute."""
    before = reading.words[index - 1]
    return index - 1 >= start and before.lower() in titles.FIRST_NAMES


def phrase_end(reading: Reading, start: int, last: int) -> int:
    """End of the noun phrase at `start` with its genitive and prepositional attributes; `start` if there is none."""
    end = _core_end(reading, start, last)
    if end == start:
        return start
    for _ in range(4):
        longer = _attribute_end(reading, start, end, last)
        if longer == end:
            break
        end = longer
    return end


def _attribute_end(reading: Reading, start: int, end: int, last: int) -> int:
    if end >= last:
        return end
    lower = reading.lower
    word = lower[end]
    if word in ("der", "des", "dieser", "dieses", "eines", "einer", "seiner", "seines", "ihrer", "ihres", "mehrerer"):
        if word == "der" and _is_personal_name(reading, start, _before_bracket(reading, start, end)):
            return end  # "laut Anna Berg der Sprecher", "Anna Berg (CDU) der Zeitung": no genitive behind a name
        if word == "der" and _is_weak_nominative(reading, end + 1, last):
            return end  # "laut Angaben der Bahn der größte Teil"
        longer = _core_end(reading, end, last)
        return longer if longer > end + 1 else end
    if word.endswith("er") and _is_adjective(reading, end) and _is_common(reading, end - 1):
        longer = _core_end(reading, end, last)  # "Schätzungen französischer Behörden"
        return longer if longer > end + 1 else end
    if word in _JOINING and end + 1 < last:
        longer = _core_end(reading, end + 1, last)
        return longer if longer > end + 1 else end
    if word in fw.ATTRIBUTIVE and end + 1 < last and _takes_attribute(reading, start, end, word):
        longer = _core_end(reading, end + 1, last)
        if longer > end + 1 and not any(_ends_speaker(reading, i, word, longer) for i in range(end + 1, longer)):
            return longer
    return end


def _ends_speaker(reading: Reading, index: int, preposition: str, last: int) -> bool:
    """Whether the noun belongs to the act; "Angaben von Radio Bonn": a medium with its name is a source."""
    is_named = preposition in ("von", "vom") and index + 1 < last and _is_noun(reading, index + 1)
    return titles.ends_speaker(reading.lower[index]) and not is_named


def _before_bracket(reading: Reading, start: int, end: int) -> int:
    """Where the phrase ends without the party or age in brackets behind it."""
    if reading.words[end - 1] != ")":
        return end
    return next((i for i in range(end - 1, start, -1) if reading.words[i] == "("), end)


def _is_weak_nominative(reading: Reading, index: int, last: int) -> bool:
    """Whether the adjective behind "der" ends in "-e": masculine nominative, where a genitive would have "-en"."""
    if index + 1 >= last or not reading.words[index].islower():
        return False
    return reading.lower[index].endswith("e") and _is_adjective(reading, index) and _is_noun(reading, index + 1)


def _is_common(reading: Reading, index: int) -> bool:
    word = reading.lower[index]
    return is_source_noun(word) or titles.is_person_noun(word)


def _is_personal_name(reading: Reading, start: int, end: int) -> bool:
    nouns = [i for i in range(start, end) if _is_noun(reading, i)]
    if len(nouns) < 2 or nouns[-1] - nouns[-2] > 1 or reading.lower[start] in fw.DETERMINERS:
        return False
    return not titles.is_person_noun(reading.lower[nouns[-1]]) and not is_source_noun(reading.lower[nouns[-1]])


def _takes_attribute(reading: Reading, start: int, end: int, preposition: str) -> bool:
    """Offices and things take "von", "für", "in"; a bare personal name does not."""
    if preposition == "ohne":
        return True
    if preposition == "um":  # "das Team um Anna Berg"
        return reading.lower[end - 1].endswith(_GROUPS) and end + 1 < len(reading.words) and _is_noun(reading, end + 1)
    following = reading.lower[end + 1] if end + 1 < len(reading.lower) else ""
    if preposition in ("von", "vom"):
        return True
    if following in ("die", "das", "den", "einen", "eine", "ein") and preposition in ("in", "an"):
        return False  # a direction, no attribute: "schossen nach Angaben der Polizei in die Luft"
    if preposition in ("auf", "über", "gegen", "zu") or (preposition == "aus" and following.endswith(_MOTIVES)):
        return False
    if any(is_source_noun(lower) for lower in reading.lower[start:end]):
        return preposition in ("aus", "bei", "im", "in") and end - start <= 3
    if preposition == "aus":
        return end - start <= 2
    first = next((i for i in range(start, end) if _is_noun(reading, i)), start)
    if start < first and reading.lower[start] in fw.DETERMINERS:
        return end - first <= 2 or preposition in ("für", "vom", "von")
    return any(titles.is_title(reading.lower[i]) for i in range(start, end)) and end - first <= 2


def head_of(reading: Reading, first: int, last: int) -> int:
    """The head noun, or the last part of a name, of a phrase without its attributes."""
    end = _core_end(reading, first, last)
    for index in range((end or last) - 1, first - 1, -1):
        if reading.words[index][:1].isupper() and reading.words[index] not in _OPEN_MARKS:
            return index
    return max(first, min(end, last) - 1)


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
    end = phrase_end(reading, start, last)
    if end == start:
        return None
    head = head_of(reading, start, end)
    has_article = word in fw.DETERMINERS
    kind = "noun" if has_article or titles.is_person_noun(reading.lower[head]) else "name"
    return NounPhrase(start, end, head, kind, word not in fw.NO_SUBJECT)


def find_phrases_in(reading: Reading, first: int, last: int) -> Iterator[NounPhrase]:
    """Noun phrases and subject pronouns of a token range, left to right; those after a preposition are no subject."""
    index = first
    while index < last:
        word = reading.lower[index]
        if (word in fw.PREPOSITIONS or word == "als") and not _is_noun(reading, index):
            end = phrase_end(reading, index + 1, last) if index + 1 < last else index + 1
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


def _can_begin(reading: Reading, index: int, first: int) -> bool:
    word = reading.words[index]
    return (
        word[:1].isupper()
        or word[:1].isdigit()
        or reading.lower[index] in fw.DETERMINERS
        or (reading.lower[index] in fw.SUBJECT_PRONOUNS or _is_adjective(reading, index))
    )
