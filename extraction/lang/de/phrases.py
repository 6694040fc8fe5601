"""Frames without a verb: laut, gemäß, zufolge, nach Angaben, aus Sicht, so X, demnach, wonach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extraction.lang.de import cue_phrases as cp
from extraction.lang.de import function_words as fw
from extraction.lang.de import titles
from extraction.lang.de.clauses import is_verb_final
from extraction.lang.de.conjugation import FINITE
from extraction.lang.de.lexicon import word_forms
from extraction.lang.de.noun_extents import opens_compound, phrase_end
from extraction.lang.de.noun_words import is_participle_attribute
from extraction.lang.de.postpositions import LONGEST_SOURCE, read_folge, read_zufolge
from extraction.lang.de.views import read_belief, read_view
from extraction.lang.words import word_set
from extraction.quotes.grammar import PhraseFrame

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Segment, Unit

_TRIGGERS = (
    frozenset({"laut", "gemäß", "gemäss", "zufolge", "folge", "nach", "so", "aus", "in", "wonach", "glaubt"})
    | cp.REFERRING
)
_NO_SOURCES = frozenset({"dass", "daß", "etwas", "viele", "etwa", "auch", "beispielsweise"})  # behind "so"
_SPEAKING_PRONOUNS = frozenset({"er", "sie"})
_FARTHEST_TEXT = 8  # tokens before "nach denen" within which what is told stands
_RELATIVE_DATIVES = frozenset({"dem", "der", "denen", "welchem", "welcher", "welchen"})
_BESIDE_SOURCE = frozenset({"gegenüber", "unter"})  # "… gegenüber dem Boten", "… unter Berufung auf …"
_TOLD_THINGS = frozenset({"darstellung", "version", "zahlen", "daten", "regelung", "einigung"})  # before "danach"


def find_phrases(reading: Reading, unit: Unit) -> Iterator[PhraseFrame]:
    lower = reading.lower
    for number, segment in enumerate(unit.segments):
        if segment.passage is not None:
            continue
        for index in range(segment.first, segment.last):
            if lower[index] == "danach" and index == unit.first and _has_source_before(reading, unit):
                yield PhraseFrame("demnach", index, index + 1, (index,), None, number)
            elif lower[index] in _TRIGGERS:
                frame = _READERS[lower[index]](reading, segment, index, number)
                if frame is not None:
                    yield frame


def _has_source_before(reading: Reading, unit: Unit) -> bool:
    """ "Das Amt legte eine Studie vor. Danach steigen die Preise.": "danach" tells no time behind a text or claim."""
    if unit.index == 0:
        return False
    before = reading.units[unit.index - 1]
    words = reading.lower[before.first : before.last]
    return any(titles.is_document(word) or cp.is_law(word) or word in _TOLD_THINGS for word in words)


def _complement_end(reading: Reading, segment: Segment, start: int) -> int:
    """End of the noun phrase after a preposition; in front of the sentence's verb it reaches up to that verb."""
    end = min(phrase_end(reading, start, segment.last), start + LONGEST_SOURCE)
    opens_sentence = start == segment.first + 1 and not segment.before
    return _verb_behind(reading, segment, end) if opens_sentence and end > start else end


def _source(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The complement without whom the source told it to, and by what: both are frame, neither is source."""
    return first, next((i for i in range(first + 1, last) if reading.lower[i] in _BESIDE_SOURCE), last)


def _verb_behind(reading: Reading, segment: Segment, end: int) -> int:
    """The finite verb in second place behind a phrase that attributes go on with, else the phrase's end.

    "Nach Angaben von Radio Halle ist …", "Nach dem Entwurf der Koalition aus A und B sollen …".
    """
    if end >= segment.last or not (reading.lower[end] in fw.PREPOSITIONS or reading.lower[end].isdigit()):
        return end
    for index in range(end + 1, min(segment.last, end + LONGEST_SOURCE)):
        if reading.words[index].islower() and word_forms(reading.lower[index]).forms & FINITE:
            return index
    return end


def _laut(reading: Reading, segment: Segment, index: int, number: int) -> PhraseFrame | None:
    if _opens_relative(reading, segment, index):
        return PhraseFrame("laut", index, index + 2, (index,), (index + 1, index + 2), number)
    if index + 1 >= segment.last or not _begins_phrase(reading, index + 1):
        return None
    end = _complement_end(reading, segment, index + 1)
    if end == index + 1:
        return None
    return PhraseFrame("laut", index, end, (index,), _source(reading, index + 1, end), number)


def _opens_relative(reading: Reading, segment: Segment, index: int) -> bool:
    """ "ein Gutachten, laut dem er lügt": a pronoun for the noun before, not the article of the next."""
    if index != segment.first or segment.before != "," or index + 2 >= segment.last:
        return False
    return reading.lower[index + 1] in _RELATIVE_DATIVES and is_verb_final(reading, segment)


def _begins_phrase(reading: Reading, index: int) -> bool:
    """Whether a noun phrase starts here; "laut" may be an adverb as well: "er rief laut"."""
    word = reading.words[index]
    is_attribute = word.endswith("ten") and reading.words[index + 1 : index + 2] != []
    if is_attribute and reading.words[index + 1][:1].isupper():
        return True  # "laut informierten Kreisen"
    if (
        word_forms(reading.lower[index]).forms & FINITE
        and word.islower()
        and reading.lower[index] not in fw.POSSESSIVES
    ):
        return False
    return reading.lower[index] in fw.PRONOUNS or phrase_end(reading, index, len(reading.words)) > index


def _follows_text(reading: Reading, index: int) -> bool:
    """Whether one of the few words before the comma is what tells something: "Berichte aus Bonn, nach denen …"."""
    before = reading.lower[max(0, index - _FARTHEST_TEXT) : index - 1]
    return any(cp.is_source_noun(word) or word in cp.CUE_NOUNS or titles.is_document(word) for word in before)


def _gemaess(reading: Reading, segment: Segment, index: int, number: int) -> PhraseFrame | None:
    """ "gemäß" frames only with someone who speaks: "gemäß dem Gesetz" tells of no speech."""
    end = _complement_end(reading, segment, index + 1)
    words = range(index + 1, min(end, index + 5))
    if not any(cp.is_source_noun(reading.lower[i]) or titles.is_person_noun(reading.lower[i]) for i in words):
        return None
    return PhraseFrame("gemaess", index, end, (index,), _source(reading, index + 1, end), number)


def _nach(reading: Reading, segment: Segment, index: int, number: int) -> PhraseFrame | None:
    """ "nach Angaben von X", "nach seiner Einschätzung", and the postposition of "seiner Meinung nach"."""
    lower, words = reading.lower, reading.words
    if index == segment.first and segment.before == "," and lower[index + 1 : index + 2] in (["denen"], ["welchen"]):
        if not _follows_text(reading, index):
            return None  # "Regeln, nach denen gespielt wird"
        return PhraseFrame("wonach", index, index + 2, (index,), None, number)
    if lower[segment.first : index] in (["geht", "es"], ["wenn", "es"]):
        return read_view(reading, segment, index + 1, number, verb="geht")
    opens_sentence = index == segment.first and not segment.before
    start = index + 1
    if start in reading.opened_at and opens_compound(reading, start):
        start = reading.opened_at[start].last + 2  # "nach „Bild“-Informationen"
    for place in range(start, min(start + 4, segment.last)):
        is_source = cp.is_source_noun(lower[place]) or (opens_sentence and cp.is_law(lower[place]))
        if is_source and words[place] != lower[place]:
            return _nach_noun(reading, segment, index, place, number)
        if not _may_stand_before_source(words[place], lower[place]):
            break
    if index > segment.first and cp.is_source_noun(lower[index - 1]) and words[index - 1][:1].isupper():
        start = index - 1
        while start > segment.first and (
            lower[start - 1] in fw.DETERMINERS
            or (
                lower[start - 1].endswith(("en", "er"))
                and words[start - 1].islower()
                and not word_forms(lower[start - 1]).forms
            )
        ):
            start -= 1
        is_own = lower[start] in fw.POSSESSIVES
        if not is_own and lower[index + 1 : index + 2] in (["der"], ["dem"], ["den"]):
            return None  # "vergleichende Studien nach der Flut", but "seiner Meinung nach der beste Weg"
        if start < index - 1 or lower[index - 1].endswith(cp.SOURCE_NOUN_ENDS):
            return PhraseFrame("nach_angaben", start, index + 1, (index,), (start, index), number)
    return None


def _nach_noun(reading: Reading, segment: Segment, index: int, place: int, number: int) -> PhraseFrame | None:
    end = _complement_end(reading, segment, index + 1)
    end = max(end, place + 1)
    if reading.lower[place] == "stand" and reading.lower[place + 1 : place + 2] == ["von"]:
        end = place + 1  # "geht nach jetzigem Stand von einem Unfall aus"
    if reading.lower[index + 1] in ("eigenen", "eigener"):
        end = place + 1  # "Sie bleibt nach eigenen Angaben im Amt": nobody else's
    if end < segment.last and reading.lower[end] in ("zufolge", "nach"):
        is_preposition = end + 1 < segment.last and phrase_end(reading, end + 1, segment.last) > end + 1
        if not is_preposition:
            return None  # else "geht es nach Angaben der Klinik nach der Operation besser"
    # "nach Medienberichten" stands alone; "nach Untersuchungen", "nach einem Urteil" tell when unless a source follows.
    weak = reading.lower[place] in _TIME_OR_SOURCE
    opens_sentence = index == segment.first and not segment.before
    if reading.lower[place] in _EVENTS and not (opens_sentence and reading.lower[index + 1] in ("einer", "einem")):
        return None
    if weak and end == place + 1 and not opens_sentence:
        return None
    source = _source(reading, index + 1, end)
    return PhraseFrame("nach_angaben", index, end, (index,), source, number, is_weak=weak)


# Nouns that tell when rather than who, unless an indefinite article introduces them: "Nach einem Urteil des Gerichts".
_EVENTS = word_set("urteil ankündigung veröffentlichung veröffentlichungen untersuchungen erklärung vorwürfen")
_TIME_OR_SOURCE = word_set("""
    veröffentlichung veröffentlichungen planungen idee stand endergebnis zwischenergebnis
    urteil ankündigung untersuchung untersuchungen studie studien meldung bericht erklärung ermittlungen umfrage
    zählung vorwürfen gerüchten statistik behauptungen      analyse
    analysen beobachtungen erfahrung erfahrungen hochrechnung prognose messungen erhebung erhebungen daten zahlen
""")


def _may_stand_before_source(word: str, lower: str) -> bool:
    return (
        lower in fw.DETERMINERS
        or (word.islower() and lower.endswith(("en", "er", "em", "n")))
        or word.isdigit()
        or (word[:1].isupper() and lower.endswith(("er", "s")))
    )


def _so(reading: Reading, segment: Segment, index: int, number: int) -> PhraseFrame | None:
    """The parenthesis ", so Peskow," or "(so Peskow)" that holds nothing but a noun phrase."""
    if index > segment.first and reading.words[index - 1] == "(":
        end = phrase_end(reading, index + 1, segment.last)
        closes = end > index + 1 and end < segment.last and reading.words[end] == ")"
        return PhraseFrame("so", index, end, (index,), (index + 1, end), number) if closes else None
    if index != segment.first or index + 1 >= segment.last or not segment.before:
        return None
    if not _begins_phrase(reading, index + 1) or reading.lower[index + 1] in _NO_SOURCES:
        return None
    if any(
        word_forms(reading.lower[i]).forms & FINITE
        and reading.words[i].islower()
        and reading.lower[i] not in fw.POSSESSIVES
        and not is_participle_attribute(reading, i)
        for i in range(index + 1, segment.last)
    ):
        return None
    is_pronoun = reading.lower[index + 1] in _SPEAKING_PRONOUNS
    end = index + 2 if is_pronoun else min(phrase_end(reading, index + 1, segment.last), segment.last)
    if end == index + 1:
        return None
    return PhraseFrame("so", index, segment.last, (index,), (index + 1, end), number)


def _aus(reading: Reading, segment: Segment, index: int, number: int) -> PhraseFrame | None:
    for place in range(index + 1, min(index + 3, segment.last)):
        if reading.lower[place] in cp.VIEW_NOUNS:
            end = max(_complement_end(reading, segment, index + 1), place + 1)
            return PhraseFrame("aus_sicht", index, end, (index,), _source(reading, index + 1, end), number)
    return None


def _in(reading: Reading, segment: Segment, index: int, number: int) -> PhraseFrame | None:
    """ "in den Augen der Gegner", where somebody follows."""
    place = index + 2
    if place >= segment.last or reading.lower[place] != "augen" or reading.lower[index + 1] in fw.PREPOSITIONS:
        return None
    end = _complement_end(reading, segment, index + 1)
    if end <= place + 1 and reading.lower[index + 1] not in fw.POSSESSIVES:
        return None
    return PhraseFrame("aus_sicht", index, max(end, place + 1), (index,), (index + 1, max(end, place + 1)), number)


def _demnach(reading: Reading, segment: Segment, index: int, number: int) -> PhraseFrame | None:
    return PhraseFrame("demnach", index, index + 1, (index,), None, number)


def _wonach(reading: Reading, segment: Segment, index: int, number: int) -> PhraseFrame | None:
    if index != segment.first or number == 0:
        return None
    return PhraseFrame("wonach", index, index + 1, (index,), None, number)


_READERS = {
    "laut": _laut,
    "gemäß": _gemaess,
    "gemäss": _gemaess,
    "zufolge": read_zufolge,
    "folge": read_folge,
    "nach": _nach,
    "so": _so,
    "aus": _aus,
    "glaubt": read_belief,
    "in": _in,
    "demnach": _demnach,
    "demzufolge": _demnach,
    "wonach": _wonach,
}
