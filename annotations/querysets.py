"""Filters that read aloud. Visibility is written here once, and every list uses it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

ATTEMPTS_CAP = 3  # attempts; a run that ended its worker this often is not tried again by itself


class ArticleQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> ArticleQuerySet:
        """Everybody who is signed in sees every article."""
        return self.all() if user.is_authenticated else self.none()


class AnnotationQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: AbstractBaseUser | AnonymousUser) -> AnnotationQuerySet:
        return self.all() if user.is_authenticated else self.none()

    def in_place(self) -> AnnotationQuerySet:
        """Not in the bin."""
        return self.filter(deleted_at__isnull=True)

    def awaiting_review(self) -> AnnotationQuerySet:
        return self.in_place().filter(state="suggested")


class SuggestionRunQuerySet(models.QuerySet[Any]):
    def active(self) -> SuggestionRunQuerySet:
        return self.filter(state__in=["queued", "running"])

    def runnable(self) -> SuggestionRunQuerySet:
        """Queued and due, or left by a worker whose lease has run out; by the database's clock."""
        return self.filter(
            Q(state="queued", due_at__lte=Now()) | Q(state="running", lease_until__lt=Now()), attempts__lt=ATTEMPTS_CAP
        )

    def overdue(self, *, seconds: float) -> SuggestionRunQuerySet:
        """Runnable for longer than that."""
        bound = Now() - timedelta(seconds=seconds)
        return self.runnable().filter(Q(state="queued", due_at__lte=bound) | Q(state="running", lease_until__lt=bound))

    def exhausted(self) -> SuggestionRunQuerySet:
        """Left by a worker, and tried as often as is allowed."""
        return self.filter(state="running", lease_until__lt=Now(), attempts__gte=ATTEMPTS_CAP)
