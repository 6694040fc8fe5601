"""Sharing out the work: who checks which article or fact."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction

from annotations.errors import ReasonMissing
from annotations.models import Annotation, Article, Assignment, Event
from annotations.services.events import Change, record
from annotations.services.locks import lock_articles


def assign(*, article: Article, checker: User, actor: User, annotation: Annotation | None = None) -> Assignment:
    """Gives the article, or one fact of it, to a checker. The same twice changes nothing."""
    with transaction.atomic():
        lock_articles([article.pk])
        assignment, is_new = Assignment.objects.get_or_create(
            article=article, annotation=annotation, checker=checker, defaults={"by": actor}
        )
        if is_new:
            _record(assignment, actor=actor, old=None, new=checker.pk)
    return assignment


def assign_facts(*, article: Article, facts: Sequence[Annotation], checker: User, actor: User) -> list[Assignment]:
    """Gives some facts of an article to a checker, all or none."""
    with transaction.atomic():
        return [assign(article=article, annotation=fact, checker=checker, actor=actor) for fact in facts]


def unassign(*, assignment: Assignment, actor: User) -> None:
    """Takes the work back; the record keeps who had it."""
    with transaction.atomic():
        lock_articles([assignment.article_id])
        current = Assignment.objects.filter(pk=assignment.pk).first()
        if current is not None:
            _record(current, actor=actor, old=current.checker_id, new=None)
            current.delete()


def reassign(*, assignment: Assignment, checker: User, actor: User, reason: str) -> bool:
    """Gives the work to somebody else, with the reason in the record. False where she has it already.

    Who has the same work by another assignment keeps that one alone. Raises `ReasonMissing`.
    """
    if not reason.strip():
        raise ReasonMissing()
    with transaction.atomic():
        lock_articles([assignment.article_id])
        current = Assignment.objects.filter(pk=assignment.pk).first()
        if current is None or current.checker_id == checker.pk:
            return False
        _record(current, actor=actor, old=current.checker_id, new=checker.pk, reason=reason.strip())
        twins = Assignment.objects.filter(article=current.article_id, annotation=current.annotation_id)
        if twins.filter(checker=checker).exists():
            current.delete()
        else:
            current.checker, current.by = checker, actor
            current.save(update_fields=["checker", "by"])
    return True


def _record(assignment: Assignment, *, actor: User, old: int | None, new: int | None, reason: str = "") -> None:
    change = Change(
        Event.Verb.ASSIGNED,
        "assignment",
        assignment.pk,
        old={"checker": old},
        new={"checker": new, "annotation": assignment.annotation_id, **({"reason": reason} if reason else {})},
    )
    record(article_id=assignment.article_id, actor=actor, changes=[change])
