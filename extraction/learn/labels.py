"""Labelled cases: every proposal of the patterns, and every possible speaker, with what people decided about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
_AS_CLOSE = 0.1  # of several cuts of one quote, those are right that come so near to the closest
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
    verdicts = list(_verdicts(reading, judged, article, gold))
    quotes = [
        QuoteCase(tuple(proposal.features), verdict)
        for proposal, verdict in zip(judged, verdicts, strict=True)
        if verdict is not None
    ]
    taught = _taught(reading, chosen, judged, verdicts, gold)
    speakers = [case for p in taught if (case := _speaker_case(reading, p, gold)) is not None]
    return Cases(tuple(quotes), tuple(speakers))


def _taught(
    reading: Reading,
    chosen: Sequence[Proposal],
    judged: Sequence[Proposal],
    verdicts: Sequence[bool | None],
    gold: Sequence[Marked],
) -> list[Proposal]:
    """Whose speakers are learned from: what was chosen, and the best proposal of each right quote that was not.

    A refitted verifier finds quotes the old one missed; their speakers would else be told by what others teach.
    """
    met = {_nearest(_words(reading, p.parts), p.type, gold)[0] for p in chosen}
    best: dict[int, Proposal] = {}
    for proposal, verdict in zip(judged, verdicts, strict=True):
        if not verdict:
            continue
        number, _ = _nearest(_words(reading, proposal.parts), proposal.type, gold)
        if number not in met and (number not in best or proposal.score > best[number].score):
            best[number] = proposal
    return [*chosen, *best.values()]


def _words(reading: Reading, parts: Sequence[Range]) -> frozenset[int]:
    return words_of(reading.text, [reading.span(first, last) for first, last in parts])


def _nearest(words: frozenset[int], type: QuoteType, gold: Sequence[Marked]) -> tuple[int, float]:
    """Place and overlap of the quote of this type that shares most with these words; -1 for none."""
    best = (-1, 0.0)
    for number, quote in enumerate(gold):
        if quote.type != type:
            continue
        rate = overlap(words, quote.words)
        # Sentences of one speech are marked as one quote: each of them is right.
        if type is QuoteType.INDIRECT_FREE_INDIRECT and words and words <= quote.words:
            rate = 1.0
        if rate > best[1]:
            best = (number, rate)
    return best


def _verdicts(
    reading: Reading, judged: Sequence[Proposal], article: TrainingArticle, gold: Sequence[Marked]
) -> Iterator[bool | None]:
    """Right, wrong, or None where nobody has decided, for each proposal.

    Of several cuts of one quote only the closest are right; the others teach nothing, they are neither what the
    person marked nor nothing.
    """
    rejected = [words_of(article.text, spans) for spans in article.rejected]
    contents = [_words(reading, proposal.parts) for proposal in judged]
    nearest = [_nearest(words, p.type, gold) for words, p in zip(contents, judged, strict=True)]
    closest: dict[int, float] = {}
    for number, rate in nearest:
        closest[number] = max(closest.get(number, 0.0), rate)
    for words, (number, rate) in zip(contents, nearest, strict=True):
        if rate >= _RIGHT_FROM:
            yield True if rate >= closest[number] - _AS_CLOSE else None
        elif rate >= _WRONG_BELOW:
            yield None
        elif article.is_complete or any(overlap(words, other) >= _RIGHT_FROM for other in rejected):
            yield False
        else:
            yield None


def _speaker_case(reading: Reading, proposal: Proposal, gold: Sequence[Marked]) -> SpeakerCase | None:
    if proposal.source is not None or proposal.host is not None:
        return None
    words = _words(reading, proposal.parts)
    match = max(gold, key=lambda quote: overlap(words, quote.words), default=None)
    if match is None or overlap(words, match.words) < _RIGHT_FROM or not match.speaker:
        return None
    possible = list(possible_speakers(reading, proposal, proposal.last_speaker, is_rich=True))
    right = frozenset(
        index for index, choice in enumerate(possible) if same_speaker(_words(reading, [choice.place]), match.speaker)
    )
    return SpeakerCase(tuple(tuple(choice.features) for choice in possible), right) if right else None
