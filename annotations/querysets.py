"""Filters that read aloud. Visibility is written here once, and every list uses it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import Now

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser, AnonymousUser

SEE_ALL = "annotations.see_all_articles"
MODERATES = "annotations.use_admin"


def viewer(user: AbstractUser | AnonymousUser) -> int | None:
    """For whom visibility is asked: the number of somebody signed in, or None where she sees everything."""
    assert user.is_authenticated
    return None if user.has_perm(SEE_ALL) else user.pk


def _may_see(person: int, *, article: str = "") -> Q:
    """Which articles somebody may see, told by their desk, embargo, and what she has to do with them.

    `article` is the path to the article's columns, with its underscores. Desk names and numbers are asked for in
    subqueries: a list costs no query more.
    """
    from django.apps import apps

    desks = apps.get_model("annotations", "Desk").objects
    assigned = apps.get_model("annotations", "Assignment").objects.filter(checker=person).values("article")
    own_desks = desks.filter(members=person).values("name")
    is_own = Q(**{f"{article}uploader": person}) | Q(**{f"{article}desk__in": own_desks})
    is_own |= Q(**{f"{article.removesuffix('__')}__in" if article else "pk__in": assigned})
    is_open_desk = ~Q(**{f"{article}desk__in": desks.filter(is_closed=True).values("name")})
    is_free = Q(**{f"{article}embargo_until__isnull": True}) | Q(**{f"{article}embargo_until__lte": Now()})
    return is_own | (is_open_desk & is_free)


class ArticleQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: AbstractUser | AnonymousUser, *, in_bin: bool | None = False) -> ArticleQuerySet:
        """Not those of closed desks or under embargo, unless it is her desk, her article or her assignment.

        What lies in the bin is seen there alone, by who may take it out again: its owner and moderators; what was
        purged has no text any more and is seen nowhere. With None it makes no difference: the record tells of both.
        """
        from django.apps import apps

        if not user.is_authenticated:
            return self.none()
        if in_bin is False:
            return self.in_sight(viewer(user))
        found = self
        if in_bin:
            versions = apps.get_model("annotations", "ArticleVersion").objects
            found = found.filter(Exists(versions.filter(article=OuterRef("pk"))), deleted_at__isnull=False)
            if not user.has_perm(MODERATES):
                found = found.filter(uploader=user.pk)
        return found if user.has_perm(SEE_ALL) else found.filter(_may_see(user.pk))

    def in_sight(self, viewer: int | None) -> ArticleQuerySet:
        """As `visible_to`, outside the bin, for the `viewer` of somebody signed in."""
        found = self.filter(deleted_at__isnull=True)
        return found if viewer is None else found.filter(_may_see(viewer))

    def out_of_sight_of(self, user: AbstractUser) -> ArticleQuerySet:
        """The others, in the bin or not: few, or none. What is counted over all is quicker without these than one
        by one."""
        return self.none() if user.has_perm(SEE_ALL) else self.exclude(_may_see(user.pk))


class VersionQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: AbstractUser | AnonymousUser) -> VersionQuerySet:
        """Those of the articles she may see."""
        return self.in_sight(viewer(user)) if user.is_authenticated else self.none()

    def in_sight(self, viewer: int | None) -> VersionQuerySet:
        """As `visible_to`, for the `viewer` of somebody signed in."""
        found = self.filter(article__deleted_at__isnull=True)
        return found if viewer is None else found.filter(_may_see(viewer, article="article__"))


class AnnotationQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: AbstractUser | AnonymousUser) -> AnnotationQuerySet:
        """Those of the articles she may see, hidden ones not: these nobody sees outside the admin panel."""
        return self.in_sight(viewer(user)) if user.is_authenticated else self.none()

    def in_sight(self, viewer: int | None) -> AnnotationQuerySet:
        """As `visible_to`, for the `viewer` of somebody signed in.

        Asked of each row, not by a join: SQLite would begin with the articles, and sort two million marks for a page.
        """
        from django.apps import apps

        versions = apps.get_model("annotations", "ArticleVersion").objects.filter(pk=OuterRef("version"))
        return self.filter(Exists(versions.in_sight(viewer)), hidden_at__isnull=True)

    def in_place(self) -> AnnotationQuerySet:
        """Neither in the bin nor hidden."""
        return self.filter(deleted_at__isnull=True, hidden_at__isnull=True)

    def facts(self) -> AnnotationQuerySet:
        """Accepted marks: what is checked, proved and released."""
        return self.in_place().filter(state="accepted")

    def awaiting_review(self) -> AnnotationQuerySet:
        return self.in_place().filter(state="suggested")


class CommentQuerySet(models.QuerySet[Any]):
    def in_place(self) -> CommentQuerySet:
        """Without those their authors have taken back."""
        return self.filter(withdrawn_at__isnull=True)

    def open_threads(self) -> CommentQuerySet:
        return self.in_place().filter(parent=None, resolved_by=None)


# Of jobs, by the database's clock.
_DUE = Q(state="queued", due_at__lte=Now())
_LEFT_BEHIND = Q(state="running", lease_until__lt=Now())


class JobQuerySet(models.QuerySet[Any]):
    def active(self) -> JobQuerySet:
        return self.filter(state__in=["queued", "running"])

    def unhindered(self) -> JobQuerySet:
        """Those that may be tried when their time comes."""
        return self.filter(attempts__lt=self.model.ATTEMPTS_CAP)

    def runnable(self) -> JobQuerySet:
        """Queued and due, or left by a worker whose lease has run out."""
        return self.unhindered().filter(_DUE | _LEFT_BEHIND)

    def runnable_in_turn(self) -> tuple[JobQuerySet, JobQuerySet]:
        """The same: first those left behind, then those that are due, whichever has waited longest at the top.

        Each by itself is read along an index as far as it is needed; both together would all be sorted first.
        """
        both = (self.unhindered().filter(which) for which in (_LEFT_BEHIND, _DUE))
        left_behind, due = (found.order_by("due_at", "id") for found in both)
        return left_behind, due

    def overdue(self, *, seconds: float) -> JobQuerySet:
        """Runnable for longer than that."""
        bound = Now() - timedelta(seconds=seconds)
        return self.runnable().filter(Q(state="queued", due_at__lte=bound) | Q(state="running", lease_until__lt=bound))

    def exhausted(self) -> JobQuerySet:
        """Left by a worker, and tried as often as is allowed."""
        return self.filter(state="running", lease_until__lt=Now(), attempts__gte=self.model.ATTEMPTS_CAP)


class ImportQuerySet(JobQuerySet):
    def visible_to(self, user: AbstractUser | AnonymousUser) -> ImportQuerySet:
        """In the panel: her own; others' unless they are for a closed desk that is not hers, or have brought in or
        marked an article she may not see. The pages and the API show everybody only her own.

        What an import is for is known when it has been read to its end; until then, or if it never is, whoever works
        for a closed desk may have meant it for that.
        """
        from django.apps import apps

        if user.has_perm(SEE_ALL):
            return self
        rows = apps.get_model("annotations", "ImportResult").objects.filter(job=OuterRef("pk"))
        marks = apps.get_model("annotations", "Annotation").objects
        seen = apps.get_model("annotations", "Article").objects.visible_to(user, in_bin=None)
        desks = apps.get_model("annotations", "Desk").objects
        closed = desks.filter(is_closed=True).exclude(members=user.pk).values("name")
        articles = rows.filter(object_type="article", object_id__isnull=False)
        articles = articles.filter(~Exists(seen.filter(pk=OuterRef("object_id"))))
        unseen = marks.filter(pk=OuterRef("object_id")).filter(~Exists(seen.filter(pk=OuterRef("version__article"))))
        annotations = rows.filter(Exists(unseen), object_type="annotation")
        members = desks.filter(is_closed=True, members=OuterRef("requested_by")).exclude(members=user.pk)
        brought_in = apps.get_model("annotations", "Article").objects.filter(uploader=OuterRef("requested_by"))
        is_read = Q(state="finished") | ~Exists(members) & ~Exists(brought_in.filter(desk__in=closed))
        others = is_read & ~Q(desk__in=closed) & ~Exists(articles) & ~Exists(annotations)
        return self.filter(Q(requested_by=user.pk) | others)


class EventQuerySet(models.QuerySet[Any]):
    """What of it somebody may read, `queries.feed.events_visible_to` says."""


class WebhookDeliveryQuerySet(JobQuerySet):
    def unhindered(self) -> JobQuerySet:
        """Those of endpoints that are neither paused nor resting, in order per endpoint and article.

        The next of an article waits until the one before it was received or given up: a receiver never hears of a
        verdict before the mark it was given on.
        """
        from django.apps import apps

        endpoints = apps.get_model("annotations", "WebhookEndpoint").objects.filter(state="active")
        rested = endpoints.filter(Q(resting_until__isnull=True) | Q(resting_until__lte=Now()))
        same = self.model.objects.filter(endpoint=OuterRef("endpoint"), article=OuterRef("article"))
        # By hand: SQLite takes the index of what is ahead only where it can read the states it is made for.
        is_active = RawSQL("state IN ('queued', 'running')", (), output_field=models.BooleanField())
        ahead = same.filter(is_active, pk__lt=OuterRef("pk"))
        return super().unhindered().filter(~Exists(ahead), endpoint__in=rested.values("pk"))
