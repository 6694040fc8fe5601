"""Where a German noun phrase ends: determiner, adjectives, nouns or name parts, attributes; and its head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extraction.lang.de import function_words as fw
from extraction.lang.de import titles
from extraction.lang.de.conjugation import FINITE, Form
from extraction.lang.de.cue_phrases import RAISED
from extraction.lang.de.lexicon import word_forms
from extraction.lang.de.noun_attributes import (
    before_bracket,
    ends_speaker,
    is_common,
    is_masculine,
    is_personal_name,
    is_told_medium,
    is_topic,
    is_weak_nominative,
    takes_attribute,
)
from extraction.lang.de.noun_words import is_adjective, is_noun
from extraction.lang.words import word_set

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading

_OPEN_MARKS = frozenset('„»«"“‚‘›‹”’')
_CLOSING_MARKS = frozenset('“”"»«’‘›‹')
_BEFORE_ADJECTIVE = frozenset({"vermutlich", "sehr", "rund", "etwa", "so", "angeblich", "mutmaßlich"})
_BEFORE_INSERTION = frozenset({"noch", "bereits", "schon", "erst", "kürzlich", "eigens", "zuvor", "derzeit", "bisher"})
_LONGEST_INSERTION = 10  # tokens between article and participle
_LONGEST_NAME = 6  # tokens in marks that may be part of a name
_RELATIVE = frozenset({"der", "die", "das", "den", "dem", "welche", "welcher", "welches"})
_MEASURES = word_set("jahr jahre monate wochen tage stunden minuten meter kilometer tonnen")
_JOINING = frozenset({"und", "sowie", "/", "&"})


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
        if word == "der" and is_personal_name(reading, start, before_bracket(reading, start, end)):
            return end  # "laut Anna Berg der Sprecher", "Anna Berg (CDU) der Zeitung": no genitive behind a name
        if word == "der" and (is_weak_nominative(reading, end + 1, last) or is_masculine(reading, end + 1, last)):
            return end  # "laut Angaben der Bahn der größte Teil", "laut Verfassung der Präsident"
        longer = _core_end(reading, end, last)
        if word in ("der", "dieser") and is_told_medium(reading, start, end, longer):
            return end
        return longer if longer > end + 1 else end
    if (
        word.endswith("er")
        and word not in fw.POSSESSIVES
        and is_adjective(reading, end)
        and is_common(reading, end - 1)
    ):
        longer = _core_end(reading, end, last)  # "Schätzungen französischer Behörden"
        return longer if longer > end + 1 else end
    if word in _JOINING and end + 1 < last:
        opening = end + 2 if lower[end + 1] == "auch" else end + 1
        longer = _core_end(reading, opening, last)
        return longer if longer > opening else end
    if word in fw.ATTRIBUTIVE and end + 1 < last and takes_attribute(reading, start, end, word):
        if is_topic(reading, start, end):
            return end
        longer = _core_end(reading, end + 1, last)
        if longer > end + 1 and not any(ends_speaker(reading, i, word, longer) for i in range(end + 1, longer)):
            return longer
    return end


def _core_end(reading: Reading, start: int, last: int) -> int:
    """End of determiner, adjectives and the run of nouns or name parts; `start` where there is no noun."""
    lower = reading.lower
    if start + 1 < last and lower[start] in _RELATIVE and lower[start + 1] in fw.ARTICLES:
        return start  # "…, die den Bau lobte": a pronoun with its object, no phrase
    if start + 1 < last and lower[start].isdigit() and lower[start + 1] in fw.DETERMINERS:
        return start  # "im Mai 2005 der Präsident"
    index = _behind_inserted(reading, start, last)
    while index < last and index not in reading.opened_at:
        if index + 3 < last and lower[index + 1] in _MEASURES and _is_measured(reading, index):
            index += 2
            continue
        if is_noun(reading, index):
            break
        if not (is_adjective(reading, index) or lower[index] in _BEFORE_ADJECTIVE or _joins_adjectives(reading, index)):
            is_governed = "te" in lower[index][-3:] and (index > start or lower[start - 1] in fw.PREPOSITIONS)
            if not (is_governed and _is_attribute(reading, index, last)):  # "die informierten Kreise"
                return start
        if index > start and lower[index] in fw.ARTICLES and lower[index - 1] not in fw.DETERMINERS:
            return start  # "knarzte der Wirt": no adjective stands before an article
        index += 1
    opening = index
    while index < last:
        longer = _part_end(reading, start, index, last)
        if longer == index:
            break
        index = longer
    return index if index > opening else start


def _is_measured(reading: Reading, index: int) -> bool:
    """ "ein 34 Jahre alter Mann": a number and its unit before an adjective belong to the adjective."""
    adjective = reading.words[index + 2]
    is_attribute = adjective.islower() and adjective not in fw.DETERMINERS and is_adjective(reading, index + 2)
    return is_attribute and is_noun(reading, index + 3)


def _joins_adjectives(reading: Reading, index: int) -> bool:
    """ "die inländischen und ausländischen Soldaten"."""
    words = reading.words
    if words[index] not in ("und", "oder", "wie") or index + 1 >= len(words):
        return False
    beside = (index - 1, index + 1)
    return all(words[i].islower() and words[i] not in fw.DETERMINERS and is_adjective(reading, i) for i in beside)


def _part_end(reading: Reading, start: int, index: int, last: int) -> int:
    """End of the noun, name part or sign at `index` that goes on the phrase; `index` itself where it ends there."""
    words, lower = reading.words, reading.lower
    if index in reading.opened_at:
        end = _name_in_marks(reading, index, last)
        is_compound = index < end < last - 1 and words[end] == "-" and words[end + 1][:1].isupper()
        return end + 2 if is_compound else end  # „Bild“-Zeitung
    if is_noun(reading, index):
        if index > start and reading.words[index - 1] in _CLOSING_MARKS and _opens_inside(reading, start, index):
            return index  # "zitiert die „Woche“ Moll": behind a name in marks begins another
        return index if _is_object(reading, start, index) else index + 1
    follows = index + 1 < last
    if (words[index] == "/" and follows and words[index + 1][:1].isupper()) or (
        words[index].isdigit() and follows and words[index + 1] == "/"
    ):
        return index + 2  # "Bündnis 90/Die Grünen"
    if words[index] == "-" and index + 2 < last and lower[index + 1] in _JOINING and words[index + 2][:1].isupper():
        return index + 2  # "das Kultur- und Bildungsamt": the first of two compounds that share their end
    if lower[index : index + 4] == ["a", ".", "d", "."]:
        return index + 4  # "Bundeskanzler a. D. Hans Moll"
    if words[index] == "." and (follows or _is_shortened(reading, index)) and len(words[index - 1]) <= 4:
        return index + 1  # "J. Müller", "Prof. Müller"
    if lower[index] in titles.DEGREES and words[index - 1] == "." and index + 2 < last and words[index + 1] == ".":
        return index + 2  # "Dr. med. Müller"
    if lower[index] in titles.NAME_PARTICLES and follows and is_noun(reading, index + 1):
        is_preposition = lower[index] in ("von", "der", "zu", "den", "am")
        return index if is_preposition and not _in_name(reading, start, index) else index + 1
    if words[index] == "(":
        close = next((i for i in range(index + 1, min(index + 8, last)) if words[i] == ")"), None)
        return index if close is None else close + 1
    return index + 1 if _is_owned(reading, start, index, last) else index


def _opens_inside(reading: Reading, start: int, index: int) -> bool:
    return any(i in reading.opened_at and reading.opened_at[i].last == index - 1 for i in range(start, index - 1))


def _is_object(reading: Reading, start: int, index: int) -> bool:
    """ "hat die Schauspielerin Klage eingereicht": what somebody raises is no part of the name behind an office."""
    if index == start or reading.lower[index] not in RAISED:
        return False
    return titles.is_title(reading.lower[index - 1]) and index - 1 > start


def _is_owned(reading: Reading, start: int, index: int, last: int) -> bool:
    """ "Norwegens staatliche Medien berichteten": at a clause's start no verb but more of the phrase follows a name."""
    if index != start + 1 or index + 1 >= last or not reading.words[start].endswith("s"):
        return False
    is_start = start == 0 or not reading.words[start - 1][:1].isalnum()
    return is_start and is_adjective(reading, index) and is_noun(reading, index + 1)


def _behind_inserted(reading: Reading, start: int, last: int) -> int:
    """Where "der für Verkehr zuständige Rat" goes on with its participle; `start` where nothing is inserted."""
    if start + 4 > last or reading.lower[start] not in fw.DETERMINERS:
        return start
    opening = start + 1
    while opening + 3 < last and reading.lower[opening] in _BEFORE_INSERTION:
        opening += 1  # "die noch im Lager verbliebenen Frauen"
    if reading.lower[opening] not in fw.PREPOSITIONS:
        return start
    limit = min(last, opening + _LONGEST_INSERTION)
    end = phrase_end(reading, opening + 1, limit)
    following = reading.words[end] if opening + 1 < end < limit else ""
    # Two words that look like one: the participle must have an ending that a determiner asks for.
    is_participle = following.islower() and following not in fw.DETERMINERS and is_adjective(reading, end)
    if is_participle:
        return end
    return end + 1 if opening + 1 < end and _is_attribute(reading, end, limit) else start


def _is_attribute(reading: Reading, index: int, last: int) -> bool:
    """ "einer am Dienstag veröffentlichten Mitteilung": looks like a past, but is a participle with an ending."""
    word = reading.words[index] if index + 1 < last else ""
    if not word.islower() or not word.endswith(("ten", "te", "ter", "tes", "tem")):
        return False
    stem = word[: word.rindex("t") + 1]
    return bool(word_forms(stem).forms & Form.PARTICIPLE) and reading.words[index + 1][:1].isupper()


_SHORTENED = re.compile(r"[A-ZÄÖÜ]|[IVX]+")


def _is_shortened(reading: Reading, stop: int) -> bool:
    """ "Petra Z. sagte", "Leo XIV. sagte": a stop behind which the sentence goes on with a small word or a comma."""
    following = reading.words[stop + 1] if stop + 1 < len(reading.words) else ""
    return (following.islower() or following == ",") and _SHORTENED.fullmatch(reading.words[stop - 1]) is not None


def opens_compound(reading: Reading, mark: int) -> bool:
    """ "„Bild“-Reporter": marks around the first part of a noun."""
    passage = reading.opened_at[mark]
    end = passage.last + passage.is_closed
    return reading.words[end : end + 1] == ["-"] and reading.words[end + 1 : end + 2] != []


def _name_in_marks(reading: Reading, mark: int, last: int) -> int:
    """End of a short passage that names something: "die Zeitung „…“"; `mark` itself where it is no name."""
    passage = reading.opened_at[mark]
    end = passage.last + passage.is_closed
    if end > last or passage.last - passage.first > _LONGEST_NAME:
        return mark
    first = reading.words[passage.first]
    is_called = mark > 0 and reading.lower[mark - 1] in fw.DEFINITE and first[:1].isupper()  # "der „Aktion Kai hilft“"
    if not is_called and any(
        word_forms(reading.lower[i]).forms & FINITE and reading.words[i].islower()
        for i in range(passage.first, passage.last)
    ):
        return mark
    is_titled = mark > 0 and titles.is_named_thing(reading.lower[mark - 1])  # "das Magazin „auto und rad“"
    return end if is_titled or first[:1].isupper() or "." in first else mark


def _in_name(reading: Reading, start: int, index: int) -> bool:
    """Whether "von" goes on a personal name ("Ursula von der Leyen") rather than adds an attribute."""
    before = reading.words[index - 1]
    return index - 1 >= start and before.lower() in titles.FIRST_NAMES


def head_of(reading: Reading, first: int, last: int) -> int:
    """The head noun, or the last part of a name, of a phrase without its attributes."""
    end = _core_end(reading, first, last)
    for index in range((end or last) - 1, first - 1, -1):
        if reading.words[index][:1].isupper() and reading.words[index] not in _OPEN_MARKS:
            return index
    return max(first, min(end, last) - 1)
