"""The German pack of the quote layer, assembled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extraction.lang.base import LanguagePack
from extraction.lang.de import cue_phrases, titles
from extraction.lang.de import function_words as fw
from extraction.lang.de.clauses import is_unfinished, is_verb_final, read_clause
from extraction.lang.de.conjugation import FINITE
from extraction.lang.de.cue_verbs import (
    ANSWERING_VERBS,
    DECIDING,
    DENYING_VERBS,
    IMPERSONAL_VERBS,
    TOLD_VERBS,
    TOLD_WITH,
    is_deed,
)
from extraction.lang.de.cues import find_cues
from extraction.lang.de.datelines import dateline_end
from extraction.lang.de.given_names import gender_of_given_name
from extraction.lang.de.lexicon import word_forms
from extraction.lang.de.noun_phrases import find_phrases_in, read_phrase
from extraction.lang.de.phrases import find_phrases
from extraction.lang.de.quotation_marks import PAIRS
from extraction.lang.de.segments import split_segments
from extraction.lang.de.shares import is_share
from extraction.lang.de.sources import name_of_source
from extraction.lang.de.verb_guesses import (
    ends_nonfinite,
    is_perfect_claim,
    is_plural_second,
    may_be_verb,
    may_stand_for_subjunctive,
)
from extraction.quotes.grammar import NounCue

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Unit

_NOUN_REACH = 6  # tokens between the noun and the comma: "der Vorwurf des Ministers, dass"


def _find_noun_cues(reading: Reading, unit: Unit) -> Iterator[NounCue]:
    for number, segment in enumerate(unit.segments):
        if segment.passage is not None or segment.after not in (",", ":", "–", "-"):
            continue
        for index in range(segment.last - 1, max(segment.first, segment.last - 1 - _NOUN_REACH) - 1, -1):
            if reading.lower[index] in cue_phrases.CUE_NOUNS and reading.words[index][:1].isupper():
                yield NounCue(index, number, reading.lower[index])
                break


def _is_name_particle(word: str, reading: Reading, index: int, last: int) -> bool:
    if word not in titles.NAME_PARTICLES or index + 1 >= last:
        return False
    follows_first_name = index > 0 and reading.lower[index - 1] in titles.FIRST_NAMES | titles.NAME_PARTICLES
    return word not in ("von", "der", "den", "zu", "am") or follows_first_name


def _is_adverbial_start(word: str) -> bool:
    return word in fw.PREPOSITIONS or word in fw.ADVERBS or word in fw.SUBORDINATORS


PACK = LanguagePack(
    code="de",
    quotation_marks=PAIRS,
    read_clause=read_clause,
    find_cues=find_cues,
    find_phrase_frames=find_phrases,
    find_noun_cues=_find_noun_cues,
    find_noun_phrases=find_phrases_in,
    read_noun_phrase=read_phrase,
    dateline_end=dateline_end,
    split_segments=split_segments,
    subject_before_cue=False,
    may_be_verb=may_be_verb,
    is_finite=lambda word: bool(word_forms(word).forms & FINITE),
    is_plural_verb=lambda word: word.endswith(("en", "sind")) and bool(word_forms(word).forms & FINITE),
    is_adverbial_start=_is_adverbial_start,
    focus_particles=frozenset({"auch", "selbst", "sogar", "nur", "lediglich", "ebenso", "allein", "schon"}),
    is_unfinished=is_unfinished,
    is_plural_second=is_plural_second,
    ends_nonfinite=ends_nonfinite,
    may_stand_for_subjunctive=may_stand_for_subjunctive,
    is_verb_final=is_verb_final,
    reason_conjunctions=frozenset({"weil", "da", "wenn", "falls", "sofern", "damit", "zumal", "wobei", "sodass"}),
    host_conjunctions=frozenset({"nachdem", "während", "obwohl"}),
    is_subordinator=lambda word: word in fw.SUBORDINATORS,
    resuming=frozenset({"denn", "weil", "sondern"}),
    genitives=frozenset(
        {"der", "des", "seiner", "seines", "ihrer", "ihres", "eines", "einer", "dieser", "dieses", "unserer"}
    ),
    relative_subjects=frozenset({"der", "die", "das", "welcher", "welche", "welches", "wer"}),
    telling_verbs=frozenset(),
    citing_verbs=frozenset({"zitieren"}),
    cited_pronouns=frozenset({"ihn"}),
    naming_verbs=frozenset({"heißen", "nennen", "lauten"}),
    viewing_verbs=frozenset({"darin sehen", "darin erkennen"}),
    reflexives=frozenset({"sich"}),
    showing_verbs=frozenset({"zeigen"}),
    indefinite=frozenset({"ein", "eine", "einen", "einem", "einer"}),
    nominatives=frozenset({"er", "man", "wir", "ich"}),
    impersonal_verbs=IMPERSONAL_VERBS,
    source_prepositions=frozenset({"in", "im", "aus", "von", "vom", "bei", "beim", "seitens", "vonseiten", "auf"}),
    prepositions_of={
        **dict.fromkeys(("klar sein", "feststehen"), frozenset({"für"})),
        "Rede sein": frozenset({"in", "im", "aus", "bei", "auf"}),
    },
    agent_prepositions=frozenset({"von", "vom", "durch", "seitens", "vonseiten"}),
    articles=fw.DEFINITE | {"zum", "zur", "im", "vom", "beim", "am", "ins"},
    is_article=lambda word: word in fw.ARTICLES or word in fw.POSSESSIVES,
    so_called=titles.SO_CALLED,
    spoken_words=frozenset({"worten"}),
    predicatives=frozenset({"als"}),
    is_named_thing=titles.is_named_thing,
    back_references=frozenset({"das", "dies", "dieses"}),
    said_objects=frozenset({"es"}),
    addressed=frozenset({"Sie", "alle", "euch", "uns"}),
    contrasting=fw.CONTRASTING,
    demonstratives=frozenset({"diesem", "dieser", "diesen", "solchen", "ähnlichem", "diese", "dieses"}),
    announcing_verbs=frozenset({"bekannt geben", "bekanntgeben", "verkünden", "mitteilen", "veröffentlichen"}),
    is_coordinator=lambda word: word in fw.COORDINATORS,
    told_verbs=TOLD_VERBS,
    told_with=TOLD_WITH,
    is_abstract=cue_phrases.is_abstract,
    raising_stems=cue_phrases.RAISING_STEMS,
    answering_prepositions=frozenset({"wegen", "gegen", "trotz", "auf", "zu", "zum", "zur", "angesichts", "entgegen"}),
    holding_prepositions=frozenset({"bei", "unter"}),
    is_claim=lambda word: word in cue_phrases.CUE_NOUNS or cue_phrases.is_source_noun(word),
    answering_verbs=ANSWERING_VERBS,
    denying_verbs=DENYING_VERBS,
    is_deed=is_deed,
    deciding=DECIDING,
    pointing_in=frozenset({"darin", "dort"}),
    continuing=frozenset({"weiter", "ferner", "zudem", "außerdem", "weiters"}),
    pluperfect=frozenset({"hatte", "hatten"}),
    replacing_subjunctives=frozenset({"hätten", "würden", "könnten", "müssten", "dürften", "wollten", "sollten"}),
    perfect_infinitives=frozenset({"haben", "sein"}),
    frame_openers=frozenset({"und", "so"}),
    opens_comment=lambda word, before: word == "was" and before not in fw.ANTECEDENTS_OF_WAS,
    conditional_openers=frozenset({"sollte", "sollten"}),
    evidential=frozenset({"soll", "sollen"}),
    claiming=frozenset({"will", "wollen"}),
    is_perfect_claim=is_perfect_claim,
    own_stems=("eigene",),
    own_possessives=frozenset({"meiner", "meinen", "meinem", "unserer", "unseren", "unserem"}),
    is_share=is_share,
    is_person_noun=titles.is_person_noun,
    is_document=titles.is_document,
    is_audience=titles.is_audience,
    is_temporal=lambda word: word in fw.TEMPORAL,
    degrees=titles.DEGREES,
    is_title=titles.is_title,
    is_besides_office=titles.is_besides_office,
    describes_anybody=titles.describes_anybody,
    is_closed=lambda word: word in fw.CLOSED,
    is_name_particle=_is_name_particle,
    definite=fw.DEFINITE,
    day_prepositions=frozenset({"am"}),
    prepositions=fw.PREPOSITIONS,
    datives=frozenset({"dem", "den", "einem", "der", "seinem", "seinen", "ihrem", "ihren", "ihm", "ihnen"}),
    addressee_prepositions=frozenset({"gegenüber"}),
    name_of_source=name_of_source,
    gender_of_title=titles.gender_of_title,
    gender_of_given_name=gender_of_given_name,
    gender_of_pronoun={"er": "m", "sie": "f", "ihn": "m"},
    gender_of_article={"der": "m", "dem": "m", "den": "m", "des": "m", "die": "f"},
    gender_of_possessive={"seiner": "m", "seinem": "m", "seinen": "m", "ihrer": "f", "ihrem": "f", "ihren": "f"},
    free_clause_nouns=cue_phrases.FREE_CLAUSE_NOUNS,
)
