"""The vocabulary in which a language pack tells the machinery about clauses, cues and phrases.

Nothing here belongs to one language. All places count tokens.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class CueClass(Enum):
    """What content a cue verb takes, and so which patterns it may open."""

    SAY = "say"  # that-clause, question, main clause, direct speech
    THINK = "think"  # that-clause, main clause, infinitive
    DEMAND = "demand"  # that-clause, infinitive; main clause only in the subjunctive
    ASK = "ask"  # questions
    JUDGE = "judge"  # a told speech act; that-clause and direct speech possible
    SHOW = "show"  # weak: that-clause or subjunctive only


class ClauseKind(Enum):
    THAT = "that"
    QUESTION = "question"
    INFINITIVE = "infinitive"
    SUBORDINATE = "subordinate"
    AS = "as"  # "wie X mitteilte"
    RELATIVE = "relative"
    MAIN = "main"  # the finite verb stands second
    VERB_FIRST = "verb_first"
    FRAGMENT = "fragment"  # no finite verb


class Mood(Enum):
    INDICATIVE = "indicative"
    SUBJUNCTIVE_1 = "subjunctive_1"  # the mood of reported speech
    SUBJUNCTIVE_2 = "subjunctive_2"
    NONE = "none"


class Clause(NamedTuple):
    """What a segment is. `first` is its first token after a coordinator; `finite` its finite verb, -1 for none."""

    kind: ClauseKind
    mood: Mood
    first: int
    finite: int
    is_coordinated: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of attribution with all parts of its verb complex. `finite` is its finite verb's token."""

    tokens: tuple[int, ...]
    lemma: str
    cue_class: CueClass
    segment: int  # place in the unit's segments
    finite: int
    is_passive: bool = False
    is_negated: bool = False
    is_reported: bool = False  # the cue itself stands in the first subjunctive: speech within speech
    is_complete: bool = True  # False for infinitives after a modal verb: weaker evidence


@dataclass(frozen=True, slots=True)
class PhraseFrame:
    """A frame without a verb: "laut X", "X zufolge", "nach Angaben von X", "demnach", "so X".

    `first`..`last` are its tokens, half open, to be cut out of the content; `source` the complement's tokens.
    """

    code: str
    first: int
    last: int
    cue: tuple[int, ...]
    source: tuple[int, int] | None
    segment: int
    is_weak: bool = False  # the words may as well tell a time: "nach dem Urteil"


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun that opens a content clause: "der Vorwurf, dass …"."""

    token: int
    segment: int
    lemma: str


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A possible speaker: its tokens, half open, and its head noun or last name part."""

    first: int
    last: int
    head: int
    kind: str  # "name", "noun" or "pronoun"
    can_be_subject: bool
