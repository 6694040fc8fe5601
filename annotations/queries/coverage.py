"""Which sentences that say something checkable have been looked at, and which nobody has."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice

from annotations.models import Annotation, ArticleVersion, SentenceReview
from extraction.checkable import CheckableSentence, checkable_sentences

_TEXTS_REMEMBERED = 16  # a version's text never changes, so neither do its sentences

MARKED, WAVED, UNLOOKED = "marked", "waved", "unlooked"


@dataclass(frozen=True, slots=True)
class SentenceCoverage:
    """A sentence with a figure, name, date, superlative or verb of saying; place in code points.

    `state` is "marked" where a person has accepted or rejected a mark that overlaps it, "waved" where somebody
    recorded that there is nothing to check (`review` says who), else "unlooked".
    """

    start: int
    end: int
    signals: tuple[str, ...]
    state: str
    review: SentenceReview | None = None


def sentence_coverage(
    version: ArticleVersion, *, decided: Iterable[tuple[int, int]] | None = None
) -> list[SentenceCoverage]:
    """Every checkable sentence of the version, in text order. Two queries, three if the article is not loaded.

    `decided` are the places of what is in place and accepted or rejected: one query less.
    """
    if decided is None:
        marks = Annotation.objects.in_place().filter(version=version)
        states = [Annotation.State.ACCEPTED, Annotation.State.REJECTED]
        decided = marks.filter(state__in=states).values_list("start", "end")
    overlaps = _Overlaps(decided)
    reviews = sorted(waved_through(version), key=lambda review: review.end)
    ends = [review.end for review in reviews]
    found = []
    for sentence in _checkable(version.text, version.article.language):
        reaching = islice(reviews, bisect_right(ends, sentence.start), None)
        review = next((review for review in reaching if review.start < sentence.end), None)
        marked = overlaps.overlap(sentence.start, sentence.end)
        state = MARKED if marked else WAVED if review else UNLOOKED
        signals = tuple(str(signal) for signal in sentence.signals)
        found.append(SentenceCoverage(sentence.start, sentence.end, signals, state, review))
    return found


def unlooked_sentences(
    version: ArticleVersion, *, decided: Iterable[tuple[int, int]] | None = None
) -> list[SentenceCoverage]:
    """Those nobody has looked at: what the proof tints, and what a release may be held up by."""
    return [sentence for sentence in sentence_coverage(version, decided=decided) if sentence.state == UNLOOKED]


def waved_through(version: ArticleVersion) -> Iterator[SentenceReview]:
    """The decisions that stand, in text order."""
    standing = SentenceReview.objects.filter(version=version, withdrawn_at__isnull=True)
    yield from standing.select_related("by").order_by("start")


@lru_cache(maxsize=_TEXTS_REMEMBERED)
def _checkable(text: str, language: str) -> tuple[CheckableSentence, ...]:
    return checkable_sentences(text, language)


class _Overlaps:
    """Answers whether any of many spans overlaps a place, in O(log n)."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _end in ordered]
        self._furthest = list(accumulate((end for _start, end in ordered), max))

    def overlap(self, start: int, end: int) -> bool:
        """Among the spans that begin before `end`, whether the one that reaches furthest goes beyond `start`."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start
