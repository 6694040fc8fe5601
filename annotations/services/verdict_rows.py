"""The rows of verdicts: storing a new one, and bringing an earlier one back when a change is undone."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from annotations.models import Annotation, Citation, Verdict


@dataclass(frozen=True, slots=True)
class CitationInput:
    """`source` is the number of a `Source`; `place` says where in it the fact stands ("S. 12", "Minute 4:10")."""

    source: int
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class VerdictInput:
    """What a checker says about a fact. `status` is one of `Verdict.Status`; "unchecked" takes a verdict away."""

    status: str
    note: str = ""
    correction: str = ""
    question: str = ""
    due_on: datetime.date | None = None
    citations: Sequence[CitationInput] = ()

    def says_the_same_as(self, verdict: Verdict | None) -> bool:
        if verdict is None:
            return self.status == Verdict.Status.UNCHECKED
        own = (self.status, self.note, self.correction, self.question, self.due_on)
        theirs = (verdict.status, verdict.note, verdict.correction, verdict.question, verdict.due_on)
        cited = [(c.source, c.place, c.note) for c in self.citations]
        return own == theirs and cited == [(c.source_id, c.place, c.note) for c in verdict.citations.all()]


def store_verdict(annotation: Annotation, wished: VerdictInput, *, risks: list[str], actor: User) -> Verdict:
    """A new row; earlier ones stay as they are."""
    verdict = Verdict.objects.create(
        annotation=annotation,
        status=wished.status,
        note=wished.note,
        correction=wished.correction,
        question=wished.question,
        due_on=wished.due_on,
        by=actor,
        risks=risks,
    )
    Citation.objects.bulk_create(
        Citation(verdict=verdict, source_id=c.source, place=c.place, note=c.note) for c in wished.citations
    )
    return verdict


def put_back_verdict(annotation: Annotation, values: Mapping[str, Any] | None) -> None:
    """Makes the recorded verdict current again, with the answer and the countersignature it had then.

    The annotation's own row is the caller's to save.
    """
    if values is None:
        annotation.verdict = None
        return
    verdict = annotation.verdicts.get(pk=values["id"])
    signer = values["countersigned_by"]
    if verdict.countersigned_by_id != signer:
        verdict.countersigned_by_id = signer
        verdict.countersigned_at = timezone.now() if signer else None
    verdict.answer, verdict.answered_by_id = values["answer"], values["answered_by"]
    verdict.save(update_fields=["countersigned_by", "countersigned_at", "answer", "answered_by"])
    annotation.verdict = verdict
