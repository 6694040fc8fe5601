"""Sharing out the work: who checks which article or fact."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from annotations.models import Annotation, Article, Assignment, Event
from annotations.services.events import Change, record


def assign(*, article: Article, checker: User, actor: User, annotation: Annotation | None = None) -> Assignment:
    """Gives the article, or one fact of it, to a checker. The same twice changes nothing."""
    with transaction.atomic():
        assignment, is_new = Assignment.objects.get_or_create(
            article=article, annotation=annotation, checker=checker, defaults={"by": actor}
        )
        if is_new:
            _record(assignment, actor=actor, old=None, new=checker.pk)
    return assignment


def unassign(*, assignment: Assignment, actor: User) -> None:
    """Takes the work back; the record keeps who had it."""
    with transaction.atomic():
        current = Assignment.objects.select_for_update(of=("self",)).filter(pk=assignment.pk).first()
        if current is not None:
            _record(current, actor=actor, old=current.checker_id, new=None)
            current.delete()


def _record(assignment: Assignment, *, actor: User, old: int | None, new: int | None) -> None:
    change = Change(
        Event.Verb.ASSIGNED,
        "assignment",
        assignment.pk,
        old={"checker": old},
        new={"checker": new, "annotation": assignment.annotation_id},
    )
    record(article_id=assignment.article_id, actor=actor, changes=[change])
