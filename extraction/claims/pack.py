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
    infinitive_marker: frozenset[str]
    coordinators: frozenset[str]
    cut: frozenset[str]
    kept: frozenset[str]
    relatives: frozenset[str]
    frames: frozenset[str]  # open a clause that only says where something is known from ("wie X mitteilte")
    auxiliaries: frozenset[str]  # finite verbs whose participle or infinitive stands elsewhere in the clause
    is_report: Callable[[str], bool]  # whether a word can be a verb of saying
    prepositions: frozenset[str]
    reasons: Callable[[str], tuple[str, ...]]
    phrases: Mapping[str, re.Pattern[str]]
    no_claim: re.Pattern[str]  # demands, wishes, norms
    ranks: frozenset[str]  # make a verbless piece a claim ("seine erste Auslandsreise")
    furniture: re.Pattern[str]
