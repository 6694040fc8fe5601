"""What a language must bring for its claims to be found."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum


class Verbal(IntEnum):
    """How far a word can be the finite verb of its clause."""

    NONE = 0
    WEAK = 1  # may be an infinitive or participle as well
    STRONG = 2


@dataclass(frozen=True)
class ClaimPack:
    """Word sets are in lower case.

    `reasons` maps a lower-case word to the codes it triggers; `phrases` are patterns over the whole clause by code.
    `cut` open a clause that states a fact of its own, `kept` one that stays with its host.
    """

    verbal: Callable[[str], Verbal]
    is_verb_last: bool  # whether the finite verb ends a subordinate clause
    infinitive_marker: frozenset[str]
    coordinators: frozenset[str]
    cut: frozenset[str]
    kept: frozenset[str]
    relatives: frozenset[str]
    is_article: Callable[[str, str], bool]  # whether a relative pronoun is an article before this word
    frames: frozenset[str]  # open a clause that only says where something is known from ("wie X mitteilte")
    auxiliaries: frozenset[str]  # finite verbs whose participle or infinitive stands elsewhere in the clause
    is_report: Callable[[str], bool]  # whether a word can be a verb of saying
    prepositions: frozenset[str]
    reasons: Callable[[str], tuple[str, ...]]
    phrases: Mapping[str, re.Pattern[str]]
    no_claim: re.Pattern[str]  # demands, wishes, norms
    ranks: frozenset[str]  # make a verbless piece a claim ("seine erste Auslandsreise")
    furniture: re.Pattern[str]


def compile_stems(stems: Mapping[str, str], *, in_compounds: bool) -> dict[str, re.Pattern[str]]:
    """Beginnings of words by code, made to patterns; a full stop at the end of a stem ends the word as well.

    `in_compounds` finds a stem also after at least three letters of another word ("Artilleriegeschosse").
    """
    head = r"(?:\w*(?<=\w\w\w))?" if in_compounds else ""
    return {
        code: re.compile(rf"{head}(?:{'|'.join(_written(stem) for stem in listed.split())})")
        for code, listed in stems.items()
    }


def _written(stem: str) -> str:
    return re.escape(stem.rstrip(".")) + ("$" if stem.endswith(".") else "")
