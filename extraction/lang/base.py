"""What a language pack must have for the quote layer, and how one is loaded.

A pack is a folder: word lists as plain data, and a module `pack.py` that assembles them into a `LanguagePack`.
The machinery asks only the questions below and never looks at a language's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from extraction.quotes.grammar import Clause, Cue, NounCue, NounPhrase, PhraseFrame

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Segment, Unit


@dataclass(frozen=True)
class LanguagePack:
    """The questions the machinery asks about a text; token ranges are half open."""

    code: str
    quotation_marks: Mapping[str, str]
    read_clause: Callable[..., Clause]  # (reading, segment, *, is_unit_start)
    find_cues: Callable[[Reading, Unit], Iterator[Cue]]
    find_phrase_frames: Callable[[Reading, Unit], Iterator[PhraseFrame]]
    find_noun_cues: Callable[[Reading, Unit], Iterator[NounCue]]
    find_noun_phrases: Callable[[Reading, int, int], Iterator[NounPhrase]]
    read_noun_phrase: Callable[[Reading, int, int], NounPhrase | None]
    dateline_end: Callable[..., int] | None  # (text, start, *, is_first): code point behind it, or `start`
    split_segments: Callable[[Reading, Unit, list[Segment]], list[Segment]] | None
    subject_before_cue: bool  # whether direct speech is followed by subject and verb: "…," Smith said
    may_be_verb: Callable[[Reading, int], bool]  # an unlisted word that can be the verb of its clause
    is_finite: Callable[[str], bool]  # of a lower-case word
    is_plural_verb: Callable[[str], bool]  # a finite form that no single person can have
    is_adverbial_start: Callable[[str], bool]  # whether a clause beginning so has its subject later
    focus_particles: frozenset[str]  # of these, what may stand before a subject: "auch", "selbst"
    is_unfinished: Callable[[Reading, Clause, Segment], bool]  # an auxiliary still waits for its participle
    is_plural_second: Callable[[str], bool]  # a plural that is a second subjunctive beyond doubt: "lägen"
    ends_nonfinite: Callable[[Reading, Segment], bool]  # whether a segment ends in a participle or infinitive
    may_stand_for_subjunctive: Callable[[str], bool]  # a past form that replaces the first subjunctive
    is_verb_final: Callable[[Reading, Segment], bool]  # whether a segment ends in a finite verb
    reason_conjunctions: frozenset[str]  # "weil", "falls": behind a told act they say why or when what was told holds
    host_conjunctions: frozenset[str]  # "nachdem": behind an infinitive they say when the act was, not what was said
    is_subordinator: Callable[[str], bool]
    resuming: frozenset[str]  # what opens a further part of what was said: "weil", "sondern"
    genitives: frozenset[str]  # words that open a possessor behind its noun: "der Vorwurf der Opposition"
    relative_subjects: frozenset[str]  # relative pronouns that can be the subject of their clause
    telling_verbs: frozenset[str]  # lemmas that name whom somebody tells right behind them: "told the paper"
    citing_verbs: frozenset[str]  # whose passive has the speaker as its subject: "X wird zitiert"
    cited_pronouns: frozenset[str]  # whom such a verb cites: "zitierte ihn die Agentur"
    naming_verbs: frozenset[str]  # "heißen", "nennen": marks behind them hold a name as often as words
    viewing_verbs: frozenset[str]  # lemmas by which somebody sees one thing in another: "darin sehen"
    reflexives: frozenset[str]
    showing_verbs: frozenset[str]  # lemmas by which somebody shows a feeling: "zeigte sich „froh“"
    indefinite: frozenset[str]  # articles before what somebody is or is called
    nominatives: frozenset[str]  # pronouns that can be nothing but a subject
    impersonal_verbs: frozenset[str]  # "es heißt in …": the source follows a preposition
    source_prepositions: frozenset[str]
    prepositions_of: Mapping[str, frozenset[str]]  # the same of single verbs: "für X steht fest"
    agent_prepositions: frozenset[str]  # "von" in "wurde von X zitiert"
    articles: frozenset[str]  # words before a name in marks: "der „Spiegel“", "zum „Anker“"
    is_article: Callable[[str], bool]  # or a possessive: what a name may follow as well
    so_called: frozenset[str]
    spoken_words: frozenset[str]  # before marks that hold speech: "mit den Worten „…“"
    predicatives: frozenset[str]  # "als" in "bezeichnete das als „…“"
    is_named_thing: Callable[[str], bool]  # "Film", "Tageszeitung": what marks give the name of
    back_references: frozenset[str]  # pronouns for the sentence before: "Das teilte X mit"
    said_objects: frozenset[str]  # what was said, behind a verb: "So sagte es X"
    addressed: frozenset[str]  # who is asked to do something, as written behind the verb: "Kommen Sie"
    contrasting: frozenset[str]  # "aber" right behind a verb: it has the subject of the verb before
    demonstratives: frozenset[str]  # before a noun for the sentence before: "zu diesem Schluss kommt X"
    announcing_verbs: frozenset[str]  # lemmas that make known what was told before: "Das Urteil gab X bekannt"
    is_coordinator: Callable[[str], bool]
    told_verbs: frozenset[str]  # lemmas that tell a speech act by themselves: "loben"
    told_with: Mapping[str, frozenset[str]]  # what such a verb needs beside it: "sprechen" needs "von"
    is_abstract: Callable[[str], bool]  # "Entscheidung", "Verhalten": what is judged and bears no name
    raising_stems: tuple[str, ...]  # how verbs begin whose subject makes a claim: "erhob den Vorwurf"
    answering_prepositions: frozenset[str]  # before a claim that is another's: "gegen den Vorwurf"
    holding_prepositions: frozenset[str]  # "bei Anwohnern wächst die Sorge"
    is_claim: Callable[[str], bool]  # "Gerüchte", "Angaben": a noun for what is said
    answering_verbs: frozenset[str]  # whose subject answers or judges a claim that is another's
    denying_verbs: frozenset[str]  # that answer a sentence rather than report it: "Das dementierte X"
    is_deed: Callable[[str, str], bool]  # "Klage", "Todesopfer": with it the verb tells no words but a deed
    deciding: Mapping[str, tuple[str, ...]]  # verb → ends of nouns with which it decides or refuses and tells nothing
    pointing_in: frozenset[str]  # "darin heißt es": in the text named before
    continuing: frozenset[str]  # "heißt es weiter": where it stood before
    pluperfect: frozenset[str]  # auxiliaries that tell of what was said earlier: "hatte abgelehnt"
    replacing_subjunctives: frozenset[str]  # forms that stand in for a first subjunctive that cannot be told apart
    perfect_infinitives: frozenset[str]  # what ends "soll … getan haben"
    frame_openers: frozenset[str]  # words between marks and verb: "„…“, so urteilte er"
    opens_comment: Callable[[str, str], bool]  # a relative for a whole clause, by what precedes: "…, was viele ärgert"
    conditional_openers: frozenset[str]  # "sollte es regnen": a condition without a conjunction
    evidential: frozenset[str]  # "soll": hearsay without a frame
    claiming: frozenset[str]  # "will": with a perfect infinitive what somebody claims of himself
    is_perfect_claim: Callable[[Reading, int, int], bool]  # whether between verb and end "… gesehen haben" stands
    own_stems: tuple[str, ...]  # "nach eigenen Angaben": the subject's own
    own_possessives: frozenset[str]  # "mein": the speaker's own, and so no frame by itself
    is_share: Callable[[Reading, int, int], bool]  # a subject that says no more than how many: "62 Prozent"
    is_person_noun: Callable[[str], bool]
    is_document: Callable[[str], bool]  # "Bericht", "Studie": what can speak for its author
    is_audience: Callable[[str], bool]  # "Journalisten", "Anfrage": who listens does not speak
    is_temporal: Callable[[str], bool]
    degrees: frozenset[str]  # "dr", "prof": written with a full stop in front of a name
    is_title: Callable[[str], bool]  # "Kreml-Sprecher": a word that a personal name follows
    is_besides_office: Callable[[str], bool]  # what even the holder of an office is called: "die KDU-Politikerin"
    describes_anybody: Callable[[str], bool]  # "Managerin", "56-Jähriger": by which whoever was named is named again
    is_closed: Callable[[str], bool]  # whether a lower-case word belongs to a closed class and so to no name
    is_name_particle: Callable[[str, Reading, int, int], bool]  # "von" in "Ursula von der Leyen"
    definite: frozenset[str]
    day_prepositions: frozenset[str]  # with a day behind an apposition they tell when it was said: "am Montag"
    prepositions: frozenset[str]
    datives: frozenset[str]  # articles and endings that mark whom something is said to
    addressee_prepositions: frozenset[str]
    name_of_source: Callable[..., str]  # the speaker's phrase without "Angaben", "Ansicht": (reading, first, last)
    gender_of_pronoun: Mapping[str, str]
    gender_of_article: Mapping[str, str]  # "die 61-Jährige"
    gender_of_possessive: Mapping[str, str]  # "nach seiner Einschätzung": whose it is
    gender_of_title: Callable[[str], str]  # "Ministerin" → "f", "Minister" → "m", "" where it cannot be told
    gender_of_given_name: Callable[[str], str]  # "anna" → "f", "jan" → "m", else ""
    free_clause_nouns: frozenset[str]


@cache
def load_pack(code: str) -> LanguagePack:
    """The pack of a language; imported and built at first use, so that importing the engine stays cheap."""
    module: Any = import_module(f"extraction.lang.{code}.pack")
    pack: LanguagePack = module.PACK
    return pack
