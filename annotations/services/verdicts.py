"""Checking facts: verdicts with their sources, countersignatures, answers of authors.

Each is a change of the annotation: it carries the revision it is based on, leaves one event, and can be undone.
"""

from __future__ import annotations

from dataclasses import replace

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from annotations.errors import (
    CorrectionMissing,
    FourEyes,
    NoOpenQuery,
    NotAccepted,
    NothingToSign,
    QuestionMissing,
    SourceUnknown,
)
from annotations.models import Annotation, Article, Event, Source, Verdict
from annotations.queries.risks import required_risks
from annotations.services.annotations import Outcome, apply_change
from annotations.services.events import Change, record
from annotations.services.verdict_rows import VerdictInput, store_verdict

Status = Verdict.Status


def set_verdict(*, annotation: Annotation, revision: int, verdict: VerdictInput, actor: User) -> Outcome:
    """The same verdict by the same person twice is no conflict; a countersignature ends with a new verdict.

    Raises `StaleRevision`, `InBin`, `NotAccepted`, `CorrectionMissing`, `QuestionMissing` or `SourceUnknown`.
    """
    wished = _checked(verdict)

    def apply(current: Annotation) -> None:
        _require_fact(current)
        present = current.verdict
        if wished.says_the_same_as(present) and (present is None or present.by_id == actor.pk):
            return
        if wished.status == Status.UNCHECKED:
            current.verdict = None
            return
        current.verdict = store_verdict(current, wished, risks=required_risks(current), actor=actor)

    with transaction.atomic():
        outcome = apply_change(annotation, verb=Event.Verb.CHECKED, actor=actor, revision=revision, changes=apply)
        _begin_check(outcome.annotation.version.article_id, actor=actor)
    return outcome


def _begin_check(article_id: int, *, actor: User) -> None:
    """With its first verdict a draft is in check."""
    draft, in_check = str(Article.State.DRAFT), str(Article.State.IN_CHECK)
    if Article.objects.filter(pk=article_id, state=draft).update(state=in_check):
        change = Change(Event.Verb.CHANGED, "article", article_id, old={"state": draft}, new={"state": in_check})
        record(article_id=article_id, actor=actor, changes=[change])


def countersign(*, annotation: Annotation, revision: int, actor: User) -> Outcome:
    """A second person stands up for the verdict. Raises `FourEyes` for whoever set it, and `NothingToSign`."""

    def apply(current: Annotation) -> None:
        _require_fact(current)
        verdict = current.verdict
        if verdict is None or verdict.status == Status.QUERY:
            raise NothingToSign()
        if verdict.by_id == actor.pk:
            raise FourEyes()
        if verdict.countersigned_by_id is None:
            verdict.countersigned_by, verdict.countersigned_at = actor, timezone.now()
            verdict.save(update_fields=["countersigned_by", "countersigned_at"])

    return apply_change(annotation, verb=Event.Verb.SIGNED, actor=actor, revision=revision, changes=apply)


def answer_query(*, annotation: Annotation, revision: int, answer: str, actor: User) -> Outcome:
    """Keeps what the author answered; what it means for the fact, a checker decides next. Raises `NoOpenQuery`."""

    def apply(current: Annotation) -> None:
        verdict = current.verdict
        if verdict is None or verdict.status != Status.QUERY:
            raise NoOpenQuery()
        if verdict.answer != answer:
            verdict.answer, verdict.answered_by = answer, actor
            verdict.save(update_fields=["answer", "answered_by"])

    return apply_change(annotation, verb=Event.Verb.ANSWERED, actor=actor, revision=revision, changes=apply)


def _require_fact(annotation: Annotation) -> None:
    if annotation.deleted_at is not None or annotation.state != Annotation.State.ACCEPTED:
        raise NotAccepted()


def _checked(verdict: VerdictInput) -> VerdictInput:
    """Without what does not belong to its status: a correction is said of what is wrong, a question of a query."""
    wished = replace(
        verdict,
        correction=verdict.correction.strip() if verdict.status == Status.WRONG else "",
        question=verdict.question.strip() if verdict.status == Status.QUERY else "",
        due_on=verdict.due_on if verdict.status == Status.QUERY else None,
        citations=() if verdict.status == Status.UNCHECKED else tuple(dict.fromkeys(verdict.citations)),
    )
    if wished.status == Status.WRONG and not wished.correction:
        raise CorrectionMissing()
    if wished.status == Status.QUERY and not wished.question:
        raise QuestionMissing()
    named = {citation.source for citation in wished.citations}
    if unknown := named - set(Source.objects.filter(pk__in=named).values_list("pk", flat=True)):
        raise SourceUnknown(numbers=", ".join(str(number) for number in sorted(unknown)))
    return wished
