"""What may stand behind a German noun as its attribute: a genitive, "von X", "in X", "aus X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de import function_words as fw
from extraction.lang.de import titles
from extraction.lang.de.cue_phrases import is_source_noun
from extraction.lang.de.given_names import gender_of_given_name
from extraction.lang.de.noun_words import is_adjective, is_noun
from extraction.lang.words import word_list

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading

_GROUPS = (
    "team",
    "gruppe",
    "kreis",
    "mannschaft",
    "bündnis",
    "forscher",
    "forschern",
    "wissenschaftler",
    "wissenschaftlern",
)
# Who may be a medium's, and who is not: behind the latter "der Zeitung" says whom it was told.
_OF_MEDIA = tuple(
    word_list("""
    journalist journalistin fotograf fotografin autor autorin experte expertin
    """)
)
_APART_FROM_MEDIA = tuple(
    word_list("""
    minister ministerin kanzler kanzlerin bürgermeister bürgermeisterin trainer rätin unternehmen konzern firma
    ministerium polizei behörde gewerkschaft verband partei amt klinik staatsanwaltschaft gericht kommission bank
    verein feuerwehr airline hersteller betreiber reederei familie witwe witwer vater mutter sohn tochter bruder
    schwester nachbar nachbarin zeuge zeugin anwohner anwohnerin
    """)
)
_MEDIA = tuple(
    word_list("""
    agentur zeitung zeitschrift magazin illustrierten dpa afp apa taz nzz presse post
    """)
)
_AGENCIES = ("agentur", "zeitung", "dpa", "afp", "apa")
_SPEAKING = frozenset({"sprach", "sprachen", "spricht", "sprechen"})
_ASSUMING = frozenset({"geht", "gehen", "ging", "gingen", "gehe"})
_LONGEST_TOPIC = 14  # tokens in which "aus" follows "von", or another preposition
_OTHER_TOPICS = frozenset({"von", "vom", "davon", "mit", "über", "darüber", "zu", "zum", "zur", "gegen", "für", "sich"})
_EDITION = "onlineausgabe"  # stands with a newspaper for the newspaper
_MASCULINE_ENDS = ("präsident", "chef", "anwalt", "mann", "dent", "ist", "kanzler")
_REQUESTS = ("anfrage", "nachfrage")
# "laut Kern aus Kostengründen": why it is so, not whose Kern is.
_MOTIVES = ("gründen", "grund", "angst", "furcht", "sorge", "mangel", "protest", "rücksicht", "versehen")


_GENITIVES = frozenset({"von", "vom", "des", "eines", "einer"})
_BODIES = (
    "institut", "instituts", "ministerium", "ministeriums", "amt", "amtes", "behörde", "verband", "verbands", "zentrum",
    "agentur", "stiftung", "kommission", "gesellschaft", "ausschuss", "akademie", "hochschule", "klinik", "beauftragte",
    "beauftragter", "zentrale", "präsidium", "fakultät", "lehrstuhl", "stelle", "netzwerk", "bund", "verein", "museum",
)  # fmt: skip


def takes_attribute(reading: Reading, start: int, end: int, preposition: str) -> bool:
    """Offices and things take "von", "für", "in"; a bare personal name does not."""
    if preposition == "ohne":
        return True
    if preposition == "aus" and reading.lower[end - 1] in _REQUESTS:
        return False  # "hieß es auf Anfrage aus dem Ministerium"
    if preposition == "um":  # "das Team um Anna Berg"
        if not reading.lower[end - 1].endswith(_GROUPS) or end + 2 >= len(reading.words):
            return False
        return is_noun(reading, end + 1) or (reading.lower[end + 1] in ("den", "die") and is_noun(reading, end + 2))
    following = reading.lower[end + 1] if end + 1 < len(reading.lower) else ""
    if preposition in ("von", "vom") or (preposition == "im" and reading.lower[end + 1 : end + 2] == ["auftrag"]):
        return True
    if following in ("die", "das", "den", "einen", "eine", "ein") and preposition in ("in", "an"):
        return False  # a direction, no attribute: "schossen nach Angaben der Polizei in die Luft"
    if following in fw.POSSESSIVES and reading.lower[end + 2 : end + 3] != [_EDITION]:
        return False  # "sagte der Minister in seiner Rede"
    if preposition in ("auf", "über", "gegen", "zu") or (preposition == "aus" and following.endswith(_MOTIVES)):
        return False
    if reading.lower[end - 1].endswith("angaben") and reading.lower[end - 1] != "angaben":
        return preposition == "aus"  # "soll nach Polizeiangaben in Bonn beginnen": whose they are has been said
    if preposition == "für" and reading.lower[end - 1].endswith(_BODIES):
        return True  # "Anna Berg vom Institut für Klimaforschung"
    if any(is_source_noun(lower) for lower in reading.lower[start:end]):
        return preposition in ("aus", "bei", "im", "in") and end - start <= 3
    if preposition == "in" and following and is_body(reading, start, end) and is_place(reading, end + 1):
        return True  # "ein Sprecher des Ministeriums in Wien": where the body has its seat
    if preposition == "aus":
        is_full = end - start == 3 and all(reading.words[i][:1].isupper() for i in range(start, end))
        is_named = is_full or (end - start <= 4 and gender_of_given_name(reading.lower[end - 2]) != "")
        return end - start <= 2 or (is_named and is_place(reading, end + 1))  # "Wirtin Anna Berg aus Bonn"
    first = next((i for i in range(start, end) if is_noun(reading, i)), start)
    if start < first and reading.lower[start] in fw.DETERMINERS:
        return end - first <= 2 or preposition in ("für", "vom", "von")
    return any(titles.is_title(reading.lower[i]) for i in range(start, end)) and end - first <= 2


def is_body(reading: Reading, start: int, end: int) -> bool:
    """Whether the phrase ends in an office or a firm in the genitive: "ein Sprecher des Ministeriums"."""
    word = reading.lower[end - 1].removesuffix("s")
    is_owner = end - 2 > start and reading.lower[end - 2] in ("des", "der")
    is_known = (
        titles.is_person_noun(word) or word.removesuffix("e").endswith(_BODIES) or reading.words[end - 1].isupper()
    )
    return is_owner and is_known and not titles.is_title(word)


def is_place(reading: Reading, index: int) -> bool:
    """Whether no more than a name can stand here: a capital without an article, no occasion, no time, no attribute."""
    word, following = reading.lower[index], reading.lower[index + 1] if index + 1 < len(reading.lower) else ""
    is_name = reading.words[index][:1].isupper() and word not in fw.CLOSED and not titles.ends_speaker(word)
    return is_name and following not in _GENITIVES  # "in Anwesenheit von Gästen"


def ends_speaker(reading: Reading, index: int, preposition: str, last: int) -> bool:
    """Whether the noun belongs to the act; "Angaben von Radio Bonn": a medium with its name is a source."""
    is_named = preposition in ("von", "vom") and index + 1 < last and is_noun(reading, index + 1)
    return titles.ends_speaker(reading.lower[index]) and not is_named


def before_bracket(reading: Reading, start: int, end: int) -> int:
    """Where the phrase ends without the party or age in brackets behind it."""
    if reading.words[end - 1] != ")":
        return end
    return next((i for i in range(end - 1, start, -1) if reading.words[i] == "("), end)


def is_weak_nominative(reading: Reading, index: int, last: int) -> bool:
    """Whether the adjective behind "der" ends in "-e": masculine nominative, where a genitive would have "-en"."""
    if index + 1 >= last or not reading.words[index].islower():
        return False
    return reading.lower[index].endswith("e") and is_adjective(reading, index) and is_noun(reading, index + 1)


def is_masculine(reading: Reading, index: int, last: int) -> bool:
    """Whether a singular that is masculine beyond doubt stands behind "der": a nominative, whose genitive is "des"."""
    while index < last and reading.words[index].islower() and is_adjective(reading, index):
        index += 1
    return index < last and reading.lower[index].endswith(_MASCULINE_ENDS) and titles.is_title(reading.lower[index])


def is_told_medium(reading: Reading, start: int, end: int, last: int) -> bool:
    """ "sagte die Politikerin der Deutschen Presse-Agentur": whom she told it, for no medium has politicians.

    Nor has a medium what has an owner or a name already: "ein Sprecher der Polizei der Zeitung".
    """
    head = reading.lower[end - 1]
    if reading.lower[end] == "dieser":
        return any(reading.lower[i].endswith(_MEDIA) for i in range(end + 1, last))
    is_agency = any(reading.lower[i].endswith(_AGENCIES) for i in range(end + 1, last)) and not titles.is_title(head)
    if is_agency and sum(is_noun(reading, i) for i in range(start, end)) > 1:
        return True
    if is_agency and end - start == 1 and not is_common(reading, start) and not head.endswith("en"):
        return True  # "sagte Berg der Nachrichtenagentur dpa"
    is_apart = titles.describes_anybody(head) or head.endswith(_APART_FROM_MEDIA)
    if not is_apart or head.endswith(_OF_MEDIA) or reading.lower[start] not in fw.DETERMINERS | fw.POSSESSIVES:
        return False
    return any(reading.lower[i].endswith(_MEDIA) or i in reading.opened_at for i in range(end + 1, last))


def is_topic(reading: Reading, start: int, end: int) -> bool:
    """ "Gestern sprach Anna Berg von Fortschritten": what "von" opens behind such a verb's subject is no part of it.

    Behind a bare name it never is; behind an office unless something else says what was talked of: "sprach der
    Minister von Bayern von Fortschritten".
    """
    before = reading.lower[start - 1] if start > 0 else ""
    if reading.lower[end] not in ("von", "vom"):
        return False
    behind = reading.lower[end + 1 : end + _LONGEST_TOPIC]
    if before in _ASSUMING:
        return "aus" in behind  # "gehen die Ermittler von einem Defekt aus"
    if before not in _SPEAKING:
        return False
    if reading.lower[start] not in fw.DETERMINERS or behind[:1] in (["einem"], ["einer"]):
        return True
    clause = behind[: next((i for i, word in enumerate(behind) if not word[:1].isalnum()), len(behind))]
    return not _OTHER_TOPICS.intersection(clause)


def is_common(reading: Reading, index: int) -> bool:
    word = reading.lower[index]
    return is_source_noun(word) or titles.is_person_noun(word)


def is_personal_name(reading: Reading, start: int, end: int) -> bool:
    nouns = [i for i in range(start, end) if is_noun(reading, i)]
    if len(nouns) < 2 or nouns[-1] - nouns[-2] > 1 or reading.lower[start] in fw.DETERMINERS:
        return False
    return not titles.is_person_noun(reading.lower[nouns[-1]]) and not is_source_noun(reading.lower[nouns[-1]])
