"""The rows of verdicts: storing a new one, and bringing an earlier one back when a change is undone."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import prefetch_related_objects
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


def copy_verdicts(pairs: Sequence[tuple[Verdict, Annotation]]) -> None:
    """Each verdict, with its citations, people and times, also for the annotation beside it, which then has it.

    The annotations' own rows are the caller's to save. Four statements per 500.
    """
    names = [f.attname for f in Verdict._meta.concrete_fields if f.attname not in ("id", "annotation_id")]
    rows = [Verdict(annotation=a, **{name: getattr(verdict, name) for name in names}) for verdict, a in pairs]
    Verdict.objects.bulk_create(rows, batch_size=500)
    for (verdict, annotation), row in zip(pairs, rows, strict=True):
        row.at = verdict.at  # the time of the check, not of the copy
        annotation.verdict = row
    Verdict.objects.bulk_update(rows, ["at"], batch_size=500)
    citations = [
        Citation(verdict=row, source_id=c.source_id, place=c.place, note=c.note)
        for (verdict, _annotation), row in zip(pairs, rows, strict=True)
        for c in verdict.citations.all()
    ]
    Citation.objects.bulk_create(citations, batch_size=500)
    prefetch_related_objects(rows, "citations")  # what the events record is read from them
