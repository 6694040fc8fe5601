"""The English pack of the quote layer, assembled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.base import LanguagePack
from extraction.lang.en import function_words as fw
from extraction.lang.en import grammar, noun_phrases
from extraction.lang.en.cue_verbs import TOLD_VERBS
from extraction.lang.en.quotation_marks import PAIRS

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading


def _name_of_source(reading: Reading, first: int, last: int) -> str:
    start = first
    while start < last and reading.lower[start] in fw.DETERMINERS:
        start += 1
    end = next((i for i in range(start, last) if reading.words[i] in ",("), last)
    return reading.phrase(start, end)


_NAMED_THINGS = frozenset({"film", "book", "song", "album", "magazine", "newspaper", "ship", "movie", "series", "show"})
_DOCUMENTS = frozenset({"report", "study", "statement", "letter", "resolution", "survey", "analysis", "paper"})

PACK = LanguagePack(
    code="en",
    quotation_marks=PAIRS,
    read_clause=grammar.read_clause,
    find_cues=grammar.find_cues,
    find_phrase_frames=grammar.find_phrase_frames,
    find_noun_cues=grammar.find_noun_cues,
    find_noun_phrases=noun_phrases.find_noun_phrases,
    read_noun_phrase=noun_phrases.read_noun_phrase,
    dateline_end=None,
    split_segments=grammar.split_segments,
    subject_before_cue=True,
    may_be_verb=lambda reading, index: grammar.is_finite(reading.lower[index]),
    is_finite=grammar.is_finite,
    is_plural_verb=lambda word: word in ("are", "were", "have"),
    is_adverbial_start=lambda word: word in fw.PREPOSITIONS or word in fw.ADVERBS or word in fw.SUBORDINATORS,
    focus_particles=frozenset({"even", "only"}),
    is_unfinished=lambda reading, clause, segment: False,
    is_plural_second=lambda _word: False,
    ends_nonfinite=lambda _reading, _segment: False,
    may_stand_for_subjunctive=lambda _word: False,
    is_verb_final=lambda reading, segment: True,
    reason_conjunctions=frozenset({"because", "if", "since", "unless"}),
    host_conjunctions=frozenset({"after", "while", "although"}),
    is_subordinator=lambda word: word in fw.SUBORDINATORS,
    resuming=frozenset({"because"}),
    genitives=frozenset(),
    relative_subjects=frozenset({"who", "which", "that"}),
    telling_verbs=frozenset({"tell"}),
    citing_verbs=frozenset({"quote"}),
    cited_pronouns=frozenset({"him", "her"}),
    naming_verbs=frozenset({"call", "name"}),
    viewing_verbs=frozenset(),
    reflexives=frozenset({"himself", "herself", "itself", "themselves"}),
    showing_verbs=frozenset(),
    indefinite=frozenset({"a", "an"}),
    nominatives=frozenset({"he", "she", "they", "we", "i"}),
    impersonal_verbs=frozenset(),
    source_prepositions=frozenset({"in", "from", "by"}),
    prepositions_of={},
    agent_prepositions=frozenset({"by"}),
    articles=frozenset({"the", "a", "an"}),
    predicatives=frozenset({"as"}),
    is_article=lambda word: word in ("a", "an", "the"),
    so_called=frozenset({"so-called", "called", "named", "dubbed", "titled"}),
    spoken_words=frozenset({"words"}),
    is_named_thing=lambda word: word in _NAMED_THINGS,
    back_references=frozenset(),
    addressed=frozenset(),
    said_objects=frozenset(),
    contrasting=frozenset(),
    demonstratives=frozenset(),
    announcing_verbs=frozenset(),
    is_coordinator=lambda word: word in fw.COORDINATORS,
    told_verbs=TOLD_VERBS,
    told_with={},
    is_abstract=lambda word: False,
    raising_stems=("ma", "rais", "repeat", "stat"),
    answering_prepositions=frozenset({"against", "despite"}),
    holding_prepositions=frozenset({"among"}),
    is_claim=lambda word: False,
    answering_verbs=frozenset({"deny", "reject"}),
    denying_verbs=frozenset({"deny", "reject"}),
    deciding={},
    pointing_in=frozenset(),
    continuing=frozenset(),
    is_deed=lambda word, verb: False,
    pluperfect=frozenset({"had"}),
    replacing_subjunctives=frozenset(),
    perfect_infinitives=frozenset(),
    frame_openers=frozenset({"and"}),
    opens_comment=lambda _word, _before: False,
    conditional_openers=frozenset(),
    evidential=frozenset(),
    claiming=frozenset(),
    is_perfect_claim=lambda _reading, _verb, _end: False,
    own_stems=("own",),
    own_possessives=frozenset({"my", "our"}),
    is_share=lambda reading, first, last: "%" in reading.words[first:last] or "percent" in reading.lower[first:last],
    is_person_noun=noun_phrases.is_person_noun,
    is_document=lambda word: word in _DOCUMENTS,
    is_audience=lambda word: word in noun_phrases.AUDIENCE,
    is_temporal=lambda word: word in fw.TEMPORAL,
    degrees=noun_phrases.DEGREES,
    is_title=noun_phrases.is_person_noun,
    is_besides_office=lambda word: False,
    describes_anybody=lambda word: False,
    is_closed=lambda word: word in fw.CLOSED,
    is_name_particle=lambda word, reading, index, last: word in ("van", "de", "bin", "al") and index + 1 < last,
    definite=frozenset({"the"}),
    day_prepositions=frozenset({"on"}),
    prepositions=fw.PREPOSITIONS,
    datives=frozenset(),
    addressee_prepositions=frozenset({"told"}),
    name_of_source=_name_of_source,
    gender_of_title=lambda word: "",
    gender_of_given_name=lambda name: "",
    gender_of_pronoun={"he": "m", "she": "f", "they": "pl", "it": "n"},
    gender_of_article={},
    gender_of_possessive={"his": "m", "her": "f"},
    free_clause_nouns=frozenset(),
)
