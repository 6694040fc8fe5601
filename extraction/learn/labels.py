"""Labelled cases: every proposal of the patterns, and every possible speaker, with what people decided about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.candidates import QuoteType
from extraction.document import Document
from extraction.lang.base import load_pack
from extraction.learn.examples import TrainingArticle
from extraction.quotes.candidate import Proposal, Range
from extraction.quotes.engine import choose
from extraction.quotes.model import Model
from extraction.quotes.reading import Reading
from extraction.quotes.speakers import possible_speakers
from extraction.scoring import Marked, marked, overlap, same_speaker, words_of

_RIGHT_FROM = 0.6  # overlap with a person's quote from which a proposal is a right one
_WRONG_BELOW = 0.4  # below, it is wrong; in between it teaches nothing


@dataclass(frozen=True)
class QuoteCase:
    features: tuple[str, ...]
    is_right: bool


@dataclass(frozen=True)
class SpeakerCase:
    """The possible speakers of one quote; `right` are the places in `choices` that name its speaker."""

    choices: tuple[tuple[str, ...], ...]
    right: frozenset[int]


@dataclass(frozen=True)
class Cases:
    quotes: tuple[QuoteCase, ...]
    speakers: tuple[SpeakerCase, ...]


def label(article: TrainingArticle, model: Model) -> Cases:
    """The cases of one article, as `model` and the patterns see it."""
    reading = Reading(Document(article.text, article.lang), load_pack(article.lang))
    judged: list[Proposal] = []
    chosen = choose(reading, model, tick=lambda: None, judged=judged)
    gold = [marked(article.text, spans=q.spans, type=q.type, speaker=q.speaker) for q in article.quotes]
    rejected = [words_of(article.text, spans) for spans in article.rejected]
    quotes = []
    for proposal in judged:
        verdict = _verdict(reading, proposal, article, gold, rejected)
        if verdict is not None:
            quotes.append(QuoteCase(tuple(proposal.features), verdict))
    speakers = [case for p in chosen if (case := _speaker_case(reading, p, gold)) is not None]
    return Cases(tuple(quotes), tuple(speakers))


def _words(reading: Reading, parts: Sequence[Range]) -> frozenset[int]:
    return words_of(reading.text, [reading.span(first, last) for first, last in parts])


def _verdict(
    reading: Reading,
    proposal: Proposal,
    article: TrainingArticle,
    gold: Sequence[Marked],
    rejected: Sequence[frozenset[int]],
) -> bool | None:
    """Right, wrong, or None where nobody has decided."""
    words = _words(reading, proposal.parts)
    best = max((overlap(words, quote.words) for quote in gold if quote.type == proposal.type), default=0.0)
    if proposal.type is QuoteType.INDIRECT_FREE_INDIRECT and best < _RIGHT_FROM:
        # Sentences of one speech are marked as one quote: each of them is right.
        whole = any(words <= quote.words for quote in gold if quote.type == proposal.type)
        best = 1.0 if whole and words else best
    if best >= _RIGHT_FROM:
        return True
    if best >= _WRONG_BELOW:
        return None
    if article.is_complete or any(overlap(words, other) >= _RIGHT_FROM for other in rejected):
        return False
    return None


def _speaker_case(reading: Reading, proposal: Proposal, gold: Sequence[Marked]) -> SpeakerCase | None:
    if proposal.source is not None or proposal.host is not None:
        return None
    words = _words(reading, proposal.parts)
    match = max(gold, key=lambda quote: overlap(words, quote.words), default=None)
    if match is None or overlap(words, match.words) < _RIGHT_FROM or not match.speaker:
        return None
    possible = list(possible_speakers(reading, proposal, proposal.last_speaker))
    right = frozenset(
        index for index, choice in enumerate(possible) if same_speaker(_words(reading, [choice.place]), match.speaker)
    )
    return SpeakerCase(tuple(tuple(choice.features) for choice in possible), right) if right else None
