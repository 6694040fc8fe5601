"""Reading threads, and who was called in them."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import QuerySet

from annotations.models import Annotation, Comment, Mention


def threads_of(annotation: Annotation) -> QuerySet[Comment]:
    """Comments and answers that were not taken back, oldest first, with people: two queries."""
    return (
        Comment.objects.in_place()
        .filter(annotation=annotation)
        .select_related("author", "resolved_by")
        .prefetch_related("mentioned")
        .order_by("id")
    )


def unseen_mentions(user: User) -> QuerySet[Mention]:
    """Newest first, without those of marks that are gone or that she may no longer see."""
    visible = Annotation.objects.visible_to(user).filter(deleted_at=None)
    return (
        Mention.objects.filter(user=user, seen_at=None, comment__withdrawn_at=None, comment__annotation__in=visible)
        .select_related("comment__author", "comment__annotation__version__article")
        .defer("comment__annotation__version__text")
        .order_by("-id")
    )
