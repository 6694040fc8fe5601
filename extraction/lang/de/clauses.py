"""What kind of clause a segment is: told by its first word and the place and mood of its finite verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de import function_words as fw
from extraction.lang.de import unlisted_verbs
from extraction.lang.de.conjugation import FINITE, Form
from extraction.lang.de.infinitives import has_zu_infinitive
from extraction.lang.de.lexicon import word_forms
from extraction.lang.de.noun_words import is_participle_attribute
from extraction.quotes.grammar import Clause, ClauseKind, Mood

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Segment

_FIRST_PERSON_REACH = 15  # tokens before a clause in which "ich" makes its verb a first person
_FRAME_ENDS = frozenset({"er", "sie", "es", "man"})  # "sagte er, …", "es hieß, …"
_ASKING = frozenset({"wann", "warum", "weshalb", "wieso", "wer"})
_BEFORE_CONJUNCTION = frozenset(
    {"auch", "selbst", "nur", "erst", "besonders", "insbesondere", "außer", "gerade", "sogar", "vor"}
)
_CONJUNCTIONS = frozenset({"wenn", "weil", "nachdem", "falls", "sobald", "solange", "bevor", "obwohl"})
_VERBS_TOO = frozenset({"reiche", "weise", "danke", "feiere", "rate", "bitte", "schlage", "ordne"})
_ADVERBS_TOO = frozenset({"damit", "seitdem"})
_MARKS = frozenset("„“”\"»«›‹‚‘’'")


def read_clause(reading: Reading, segment: Segment, *, is_unit_start: bool) -> Clause:
    lower, first = reading.lower, segment.first
    while first < segment.last and lower[first] in _MARKS:
        first += 1
    is_coordinated = False
    if first < segment.last - 1 and lower[first] in fw.COORDINATORS:
        is_coordinated = True
        first += 1
    opening = first
    if first + 1 < segment.last and lower[first] in _BEFORE_CONJUNCTION:
        opening = _conjunction(lower, first)
    finite, mood = _finite_verb(reading, segment, first, opening, is_unit_start=is_unit_start)
    if segment.before and lower[first : first + 1] == ["so"] and finite == first + 1:
        first = opening = finite  # ", so vermutete die Zeitung"
    kind = _kind(reading, segment, opening, finite)
    return Clause(kind, mood, first, finite, is_coordinated)


def _conjunction(lower: list[str], first: int) -> int:
    """ "auch wenn", "selbst nachdem", "vor allem weil": behind which word the conjunction stands; else `first`."""
    place = first + 2 if lower[first : first + 2] == ["vor", "allem"] else first + 1
    return place if lower[place : place + 1] and lower[place] in _CONJUNCTIONS else first


def _marked_words(reading: Reading, segment: Segment) -> set[int]:
    """The words in quotation marks that are only a part of the segment."""
    if segment.passage is not None:
        return set()
    opened = (reading.opened_at[i] for i in range(segment.first, segment.last) if i in reading.opened_at)
    return {word for passage in opened for word in range(passage.first, passage.last)}


def _finite_verb(
    reading: Reading, segment: Segment, first: int, opening: int, *, is_unit_start: bool
) -> tuple[int, Mood]:
    """The clause's finite verb and the strongest mood any verb in it shows; `opening` is its conjunction's place."""
    best, best_rank, mood = -1, 0, Mood.NONE
    last_word = find_last_word(reading, segment)
    opener = reading.lower[opening] if first < segment.last else ""
    is_relative = opener in fw.RELATIVES and segment.before == ","
    verb_comes_last = opener in fw.SUBORDINATORS or opener in fw.THAT or opener in fw.WHETHER or is_relative
    marked = _marked_words(reading, segment)
    for index in range(first, segment.last):
        word = reading.lower[index]
        found = word_forms(word)
        if not found.forms & FINITE:
            continue
        may_be_capital = index == first and (is_unit_start or segment.before == ":")
        if reading.words[index] != word and not (may_be_capital and _is_capital_verb(reading, index, found.mood)):
            continue  # mid-sentence capitals are nouns
        if found.mood is Mood.SUBJUNCTIVE_1 and _is_no_subjunctive(reading, segment, index):
            continue
        if index > first and (reading.lower[index - 1] == "zu" or _is_attribute(reading, segment, first, index)):
            continue
        settled = best_rank > 1 or not verb_comes_last
        if index == last_word and settled and _is_bare_particle_use(found.forms, best):
            continue
        rank = _rank(found.forms, found.mood, index=index, last_word=last_word)
        if index in marked or (reading.words[index] != word and not is_auxiliary(word)):
            rank = 1  # "Vertraute berichteten", "nannte sie „lahme Ente“": a verb only for want of another
        if best >= 0 and best_rank == 1 and best not in marked and reading.lower[index - 1] in fw.COORDINATORS:
            rank = 1  # "X bezeichnet das als falsch und nimmt …": the second predicate, not the verb of the clause
        replaces = index == last_word and verb_comes_last and not (is_relative and mood is Mood.SUBJUNCTIVE_1)
        if rank > best_rank or (rank == best_rank and replaces):
            best, best_rank = index, rank
        if best == index and _is_third_person(reading, first, index):
            mood = Mood.SUBJUNCTIVE_1
        if found.mood is Mood.SUBJUNCTIVE_1 and (best == index or (index == last_word and index not in marked)):
            mood = Mood.SUBJUNCTIVE_1
    if best < 0:
        return _unlisted_verb(reading, segment, first, last_word)
    return best, word_forms(reading.lower[best]).mood if mood is Mood.NONE else mood


def _unlisted_verb(reading: Reading, segment: Segment, first: int, last_word: int) -> tuple[int, Mood]:
    """The place of a verb no table has, -1 for none, and its mood."""
    if unlisted_verbs.follows_pronoun(reading, segment, first):
        word = reading.lower[first + 1]
        is_subjunctive = word.endswith("e") and not word.endswith("te")
        return first + 1, Mood.SUBJUNCTIVE_1 if is_subjunctive else Mood.INDICATIVE
    if unlisted_verbs.looks_subordinate(reading, segment, first, last_word):
        return last_word, Mood.INDICATIVE
    place = unlisted_verbs.find_beside_subject(reading, segment, first)
    return place, Mood.INDICATIVE if place >= 0 else Mood.NONE


def _is_capital_verb(reading: Reading, index: int, mood: Mood) -> bool:
    """Whether the word that opens a sentence may be its verb; "Vorwürfe" opens a headline."""
    if is_noun_at_start(reading, index):
        return False
    return mood is not Mood.SUBJUNCTIVE_2 or is_auxiliary(reading.lower[index])


def is_noun_at_start(reading: Reading, index: int) -> bool:
    """ "Berichten zufolge": what a postposition governs is no verb, though it looks like one."""
    return reading.words[index][:1].isupper() and reading.lower[index + 1 : index + 2] == ["zufolge"]


def _is_third_person(reading: Reading, first: int, index: int) -> bool:
    """ "er bitte um Geduld", "das Geld reiche": a form that else is a first person or another word."""
    if reading.lower[index] not in fw.NO_SUBJUNCTIVE:
        return False
    if index == first + 1 and reading.lower[first] in unlisted_verbs.CLAUSE_PRONOUNS:
        return True
    if index == first and reading.lower[index + 1 : index + 2] and reading.lower[index + 1] in fw.CONTRASTING:
        # "man nehme das ernst, rate aber ab": the second verb of somebody who is not "ich"
        return "ich" not in reading.lower[max(0, first - _FIRST_PERSON_REACH) : first]
    follows_noun = (
        index > first and reading.words[index - 1][:1].isupper() and reading.lower[index - 1] not in fw.CLOSED
    )
    return follows_noun and reading.lower[index] in _VERBS_TOO and not reading.words[index + 1][:1].isupper()


def _is_attribute(reading: Reading, segment: Segment, first: int, index: int) -> bool:
    """An adjective that looks like a verb: "aus der gleichen Zeit", not "Das berichten Medien"."""
    if index + 1 < segment.last and is_participle_attribute(reading, index):
        return True
    if not reading.lower[index].endswith("en") or index + 1 >= segment.last or index - 1 <= first:
        return False
    return reading.lower[index - 1] in fw.ARTICLES and reading.words[index + 1][:1].isupper()


def is_auxiliary(word: str) -> bool:
    return word in fw.HAVE or word in fw.BE or word in fw.MODALS


def _is_no_subjunctive(reading: Reading, segment: Segment, index: int) -> bool:
    """Adjectives ("die geplante Reise"), pronouns and the first person look like a first subjunctive."""
    word = reading.lower[index]
    if word in fw.CLOSED:
        return True
    if reading.words[index] != word and not is_auxiliary(word):
        return True  # "Folge", "Berichte" at a sentence's start are nouns
    if word in fw.HAVE or word in fw.BE or word in fw.PASSIVE or word in fw.MODALS:
        return word != "sei" and word != "seien" and "ich" in reading.lower[segment.first : segment.last]
    before = reading.lower[index - 1] if index > segment.first else ""
    after = reading.words[index + 1] if index + 1 < segment.last else ""
    if (before in fw.DETERMINERS or before in fw.PREPOSITIONS) and after[:1].isupper():
        return True
    return "ich" in reading.lower[max(0, segment.first - _FIRST_PERSON_REACH) : segment.last]


def _is_bare_particle_use(forms: int, best: int) -> bool:
    """A last word that may be a participle or an infinitive is one where another verb is finite already."""
    return best >= 0 and bool(forms & (Form.PARTICIPLE | Form.INFINITIVE))


def _rank(forms: int, mood: Mood, *, index: int, last_word: int) -> int:
    if mood in (Mood.SUBJUNCTIVE_1, Mood.SUBJUNCTIVE_2):
        return 4
    if forms & (Form.INFINITIVE | Form.PARTICIPLE):
        return 2 if index == last_word else 1
    return 3


def find_last_word(reading: Reading, segment: Segment) -> int:
    index = segment.last - 1
    while index > segment.first and reading.words[index] in _MARKS:
        index -= 1
    return index


def _kind(reading: Reading, segment: Segment, first: int, finite: int) -> ClauseKind:
    lower = reading.lower
    if first >= segment.last:
        return ClauseKind.FRAGMENT
    word = lower[first]
    second = lower[first + 1] if first + 1 < segment.last else ""
    if word in fw.THAT:
        return ClauseKind.THAT
    if second in fw.THAT and word in ("so", "auf", "ohne", "anstatt", "als", "auch", "nicht"):
        return ClauseKind.SUBORDINATE if word != "auch" else ClauseKind.THAT
    if word in fw.INFINITIVE_OPENERS and (finite < 0 or has_zu_infinitive(reading, segment)):
        return ClauseKind.SUBORDINATE
    if finite < 0 and word == "wie" and segment.after == ",":
        return ClauseKind.AS  # its verb stands behind an apposition: "Wie X, ein Sprecher, mitteilte"
    if finite < 0 and (word in fw.WHETHER or word in _ASKING) and segment.after == ",":
        return ClauseKind.QUESTION  # its verb stands behind a relative clause: "ob die Mole, die …, hält"
    if finite < 0:
        return ClauseKind.INFINITIVE if has_zu_infinitive(reading, segment) else ClauseKind.FRAGMENT
    if word in fw.WHETHER:
        return ClauseKind.QUESTION
    is_last = is_verb_last(reading, segment, finite)
    if has_zu_infinitive(reading, segment) and word_forms(lower[finite]).forms & (Form.INFINITIVE | Form.PARTICIPLE):
        return ClauseKind.INFINITIVE
    if word == "wie" and is_last:
        return ClauseKind.AS
    if finite == first:
        return ClauseKind.VERB_FIRST
    if is_last:
        if _is_bare_sentence(reading, segment, first, finite):
            return ClauseKind.MAIN
        if _follows_frame(reading, segment, first):
            return ClauseKind.MAIN
        after_noun = segment.before == "," and reading.words[segment.first - 2][:1].isupper()
        if word == "während":
            return ClauseKind.SUBORDINATE  # a preposition would not have the verb behind all that it governs
        if word == "bis" and second in fw.PREPOSITIONS:
            return ClauseKind.MAIN  # "Bis zur Zulassung würden, schätzt sie, …"
        if word in fw.PREPOSITIONS and second in fw.RELATIVES and segment.before in ("", ":", ";"):
            return ClauseKind.MAIN  # "In dem Bericht steht, …"
        return _verb_last_kind(word, second, finite - first, after_noun=after_noun)
    is_adverb = word in _ADVERBS_TOO and finite == first + 1  # "Damit sei das Haus fertig"
    if word in fw.SUBORDINATORS and word not in ("während", "seit", "bis", "wie", "da") and not is_adverb:
        return ClauseKind.SUBORDINATE
    return ClauseKind.MAIN


def _is_bare_sentence(reading: Reading, segment: Segment, first: int, finite: int) -> bool:
    """ "Der Fluss steigt, …" and "…, der Fluss steige" hold nothing but subject and verb: no relative clause."""
    if reading.lower[first] == "das" and finite == first + 1 and segment.after == ",":
        return word_forms(reading.lower[finite]).mood is Mood.SUBJUNCTIVE_1  # "das könne, müsse aber nicht gelingen"
    if reading.lower[first] not in fw.RELATIVES or not reading.words[finite - 1][:1].isupper():
        return False
    if segment.before in ("", ":", ";"):
        return True
    return finite - first == 2 and word_forms(reading.lower[finite]).mood is Mood.SUBJUNCTIVE_1  # article and noun


def _follows_frame(reading: Reading, segment: Segment, first: int) -> bool:
    """ "Er sagte, die Gespräche stockten": behind a verb of saying no noun is left for a relative clause to follow."""
    if reading.lower[first] not in fw.DEFINITE or segment.before != "," or segment.first != first or first < 2:
        return False
    before, behind = reading.lower[first - 2], reading.words[first + 1]
    found = word_forms(before)
    is_simple = any(not cue.fixed and not cue.verb.particle for cue in found.cues)
    is_verb = bool(found.forms & FINITE) and not found.forms & (Form.PARTICIPLE | Form.INFINITIVE)
    speaks = before in _FRAME_ENDS or (is_simple and is_verb and reading.words[first - 2] == before)
    opens_phrase = behind[:1].isupper() or not (behind in fw.CLOSED or word_forms(behind).forms)
    return speaks and opens_phrase


def _verb_last_kind(word: str, second: str, distance: int, *, after_noun: bool) -> ClauseKind:
    if word.startswith("welch") and after_noun:
        return ClauseKind.RELATIVE
    if word in fw.QUESTION_WORDS and word not in ("was", "wo", "wobei"):
        return ClauseKind.QUESTION
    if word in fw.SUBORDINATORS:
        return ClauseKind.SUBORDINATE
    if word in fw.RELATIVES and distance >= 1:
        return ClauseKind.RELATIVE
    if word in fw.PREPOSITIONS and second in fw.RELATIVES:
        return ClauseKind.QUESTION if second.startswith("welch") else ClauseKind.RELATIVE
    return ClauseKind.MAIN


def is_verb_last(reading: Reading, segment: Segment, finite: int) -> bool:
    """Whether the finite verb ends the clause; an infinitive or participle chain may stand behind it."""
    last = find_last_word(reading, segment)
    if finite >= last:
        return True
    # "…, der die Bombe hätte enthalten sollen": two infinitives stand behind it
    behind = reading.lower[finite + 1 : last + 1]
    return (
        len(behind) == 2
        and (reading.lower[finite] in fw.HAVE or reading.lower[finite] in fw.PASSIVE)
        and all(word_forms(word).forms & Form.INFINITIVE for word in behind)
    )


def is_verb_final(reading: Reading, segment: Segment) -> bool:
    last = find_last_word(reading, segment)
    return reading.words[last].islower() and bool(word_forms(reading.lower[last]).forms & FINITE)


def is_unfinished(reading: Reading, clause: Clause, segment: Segment) -> bool:
    """Whether the clause's auxiliary or modal still waits for its participle or infinitive: "Doch sei es"."""
    if clause.finite < 0 or clause.kind not in (ClauseKind.MAIN, ClauseKind.VERB_FIRST):
        return False
    word = reading.lower[clause.finite]
    if word not in fw.HAVE and word not in fw.PASSIVE and word not in fw.MODALS and word not in fw.BE:
        return False
    last = find_last_word(reading, segment)
    if word in fw.BE:
        return last <= clause.finite or (last == clause.finite + 1 and reading.lower[last] in fw.CLOSED)
    return not word_forms(reading.lower[last]).forms & (Form.PARTICIPLE | Form.INFINITIVE)
