"""The proof: the text with every fact as it stands in the check, and the sentences nobody has looked at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from annotations.models import Annotation, ArticleVersion, Verdict
from annotations.queries.coverage import SentenceCoverage, unlooked_sentences
from annotations.queries.marked_text import MarkedBlock, blocks_with_spans, marked_spans

Status = Verdict.Status
# Where several facts share words, the one that needs most is shown.
DUE = "due"
_URGENCY = (
    Status.WRONG,
    Status.QUERY,
    Status.UNCHECKED,
    DUE,
    Status.AUTHOR_ALONE,
    Status.NOT_CHECKABLE,
    Status.CONFIRMED,
)


@dataclass(frozen=True, slots=True)
class ProofPiece:
    """A stretch of text over which the same facts lie; `status` is empty where there is none.

    A status is a verdict's, or "due": checked, but a countersignature or a place in the source is missing.
    """

    text: str
    status: str
    sign: str  # the status of what begins here: its sign stands before it
    is_unlooked: bool


@dataclass(frozen=True, slots=True)
class ProofBlock:
    """A paragraph; for its margin, what begins in it: facts of which something is to say, and how many are open."""

    pieces: tuple[ProofPiece, ...]
    notes: tuple[Annotation, ...]
    unchecked: int


def shown_as(fact: Annotation) -> str:
    """Its verdict's status, or "due"."""
    if (verdict := fact.verdict) is None:
        return str(Status.UNCHECKED)
    is_due = verdict.is_countersignature_due or verdict.is_too_vague
    return DUE if is_due and verdict.status != Status.WRONG else str(verdict.status)


def proof_of(version: ArticleVersion, facts: Sequence[Annotation]) -> list[ProofBlock]:
    """`facts` as `queries.checks.facts_of` reads them. One query for their parts, two for unlooked sentences."""
    prefetch_related_objects(facts, "parts")
    spans: list[tuple[int, int, Annotation | SentenceCoverage]] = [
        (start, end, fact) for fact in facts for start, end in marked_spans(fact)
    ]
    spans += [(sentence.start, sentence.end, sentence) for sentence in unlooked_sentences(version)]
    blocks = blocks_with_spans(version.text, spans)
    starts = [fact.start for fact in facts]  # in text order
    found = []
    for block in blocks:
        end = block.start + sum(len(piece.text) for piece in block.pieces)
        here = facts[bisect_left(starts, block.start) : bisect_left(starts, end)]
        notes = tuple(fact for fact in here if fact.verdict and shown_as(fact) != Status.CONFIRMED)
        found.append(ProofBlock(tuple(_pieces(block)), notes, sum(fact.verdict is None for fact in here)))
    return found


def _pieces(block: MarkedBlock) -> Iterable[ProofPiece]:
    place = block.start
    for piece in block.pieces:
        facts = [mark for mark in piece.marks if isinstance(mark, Annotation)]
        yield ProofPiece(
            text=piece.text,
            status=_most_urgent(facts),
            sign=_most_urgent([fact for fact in facts if fact.start == place]),
            is_unlooked=any(isinstance(mark, SentenceCoverage) for mark in piece.marks),
        )
        place += len(piece.text)


def _most_urgent(facts: Iterable[Annotation]) -> str:
    return min((shown_as(fact) for fact in facts), key=_URGENCY.index, default="")
