"""Precision, recall and overlap of quotes: the one scorer for tests, benchmarks and learning.

Quotes are compared by their words: punctuation and quotation marks do not count. Two quotes meet when the
intersection over union of their words is at least one half.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

MEETS_FROM = 0.5  # intersection over union; the figure of the quotation corpora
_WORD = re.compile(r"\w+")

Places = Sequence[Sequence[int]]


class Marked(NamedTuple):
    """One quote to be compared: the word starts of its content and of its speaker, and its type."""

    words: frozenset[int]
    type: str
    speaker: frozenset[int]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Score:
    """Counts from which precision, recall and F1 follow."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.gold + other.gold)


NOTHING = Score(0, 0, 0)


@dataclass(frozen=True)
class QuoteScores:
    """`met`: spans meet; `typed`: with the same type; `exact`: the same words and type; `joint`: typed and speaker."""

    met: Score = NOTHING
    typed: Score = NOTHING
    exact: Score = NOTHING
    joint: Score = NOTHING
    speaker: Score = NOTHING  # over the quotes that meet and have a speaker in the gold

    def __add__(self, other: QuoteScores) -> QuoteScores:
        return QuoteScores(
            self.met + other.met,
            self.typed + other.typed,
            self.exact + other.exact,
            self.joint + other.joint,
            self.speaker + other.speaker,
        )


def words_of(text: str, places: Places) -> frozenset[int]:
    """The starts of the words that lie at least half inside the places."""
    starts = set()
    for start, end in places:
        for match in _WORD.finditer(text, max(0, start), end):
            starts.add(match.start())
    return frozenset(starts)


def marked(text: str, *, spans: Places, type: str, speaker: Places) -> Marked:
    places = tuple((start, end) for start, end in spans)
    return Marked(words_of(text, spans), type, words_of(text, speaker), places)


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Intersection over union."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def pair(found: Sequence[Marked], gold: Sequence[Marked]) -> list[tuple[int, int]]:
    """One-to-one pairs (found, gold) that meet, best overlap first, the same type preferred."""
    rated = [
        (overlap(f.words, g.words) + (0.01 if f.type == g.type else 0.0), i, j)
        for i, f in enumerate(found)
        for j, g in enumerate(gold)
    ]
    pairs: list[tuple[int, int]] = []
    used_found: set[int] = set()
    used_gold: set[int] = set()
    for rate, i, j in sorted(rated, key=lambda item: (-item[0], item[1], item[2])):
        if rate < MEETS_FROM:
            break
        if i not in used_found and j not in used_gold and overlap(found[i].words, gold[j].words) >= MEETS_FROM:
            used_found.add(i)
            used_gold.add(j)
            pairs.append((i, j))
    return pairs


def same_speaker(one: frozenset[int], other: frozenset[int]) -> bool:
    """Half of the words in common, or one inside the other; no speaker on both sides agrees too."""
    if not one or not other:
        return not one and not other
    return overlap(one, other) >= MEETS_FROM or one <= other or other <= one


def score_quotes(found: Sequence[Marked], gold: Sequence[Marked]) -> QuoteScores:
    """The scores of one text; add them up for many."""
    pairs = [(found[i], gold[j]) for i, j in pair(found, gold)]
    named = [(f, g) for f, g in pairs if g.speaker]
    return QuoteScores(
        met=_score(len(pairs), found, gold),
        typed=_score(_count(f.type == g.type for f, g in pairs), found, gold),
        exact=_score(_count(f.type == g.type and f.words == g.words for f, g in pairs), found, gold),
        joint=_score(_count(f.type == g.type and same_speaker(f.speaker, g.speaker) for f, g in pairs), found, gold),
        speaker=_score(_count(same_speaker(f.speaker, g.speaker) for f, g in named), named, named),
    )


def _count(truths: Iterable[bool]) -> int:
    return sum(1 for truth in truths if truth)


def _score(right: int, found: Collection[object], gold: Collection[object]) -> Score:
    return Score(right, len(found), len(gold))
