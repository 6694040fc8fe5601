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
_URGENCY = (Status.WRONG, Status.QUERY, Status.UNCHECKED, Status.AUTHOR_ALONE, Status.NOT_CHECKABLE, Status.CONFIRMED)


@dataclass(frozen=True, slots=True)
class ProofPiece:
    """A stretch of text over which the same facts lie; `status` is empty where there is none."""

    text: str
    status: str
    begins: bool  # a fact begins here: its sign stands before it
    is_due: bool  # checked, but a countersignature or a place in the source is missing
    is_unlooked: bool


@dataclass(frozen=True, slots=True)
class ProofBlock:
    """A paragraph, and those facts that begin in it and still need something, for its margin."""

    pieces: tuple[ProofPiece, ...]
    notes: tuple[Annotation, ...]


def status_of(fact: Annotation) -> str:
    return str(fact.verdict.status) if fact.verdict else str(Status.UNCHECKED)


def is_due(fact: Annotation) -> bool:
    verdict = fact.verdict
    return verdict is not None and (verdict.is_countersignature_due or verdict.is_too_vague)


def proof_of(version: ArticleVersion, facts: Sequence[Annotation]) -> list[ProofBlock]:
    """`facts` as `queries.checks.facts_of` reads them. One query for their parts, two for unlooked sentences."""
    prefetch_related_objects(facts, "parts")
    spans: list[tuple[int, int, Annotation | SentenceCoverage]] = [
        (start, end, fact) for fact in facts for start, end in marked_spans(fact)
    ]
    spans += [(sentence.start, sentence.end, sentence) for sentence in unlooked_sentences(version)]
    blocks = blocks_with_spans(version.text, spans)
    noted = [fact for fact in facts if is_due(fact) or status_of(fact) != Status.CONFIRMED]
    starts = [fact.start for fact in noted]  # in text order, as `facts` are
    found = []
    for block in blocks:
        end = block.start + sum(len(piece.text) for piece in block.pieces)
        notes = noted[bisect_left(starts, block.start) : bisect_left(starts, end)]
        found.append(ProofBlock(tuple(_pieces(block)), tuple(notes)))
    return found


def _pieces(block: MarkedBlock) -> Iterable[ProofPiece]:
    place = block.start
    for piece in block.pieces:
        facts = [mark for mark in piece.marks if isinstance(mark, Annotation)]
        status = min((status_of(fact) for fact in facts), key=_URGENCY.index, default="")
        yield ProofPiece(
            text=piece.text,
            status=status,
            begins=any(fact.start == place for fact in facts),
            is_due=any(is_due(fact) for fact in facts),
            is_unlooked=any(isinstance(mark, SentenceCoverage) for mark in piece.marks),
        )
        place += len(piece.text)
