"""What became of the marks of an article's version in the one after it."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Exists, F, OuterRef

from annotations.models import Annotation, ArticleVersion
from annotations.queries.annotations import annotations_of
from annotations.queries.prepared import PreparedForViewer
from annotations.querysets import AnnotationQuerySet

_IN_SIGHT: PreparedForViewer[ArticleVersion] = PreparedForViewer(
    lambda viewer, number: ArticleVersion.objects.in_sight(viewer).filter(pk=number), int
)


def version_in_sight(number: int, user: User | AnonymousUser) -> ArticleVersion | None:
    """The version, unless there is none or its article is none of those the user may see."""
    return _IN_SIGHT.first(user, number)


def version_before(version: ArticleVersion) -> ArticleVersion | None:
    return ArticleVersion.objects.filter(article=version.article_id, number=version.number - 1).first()


def left_behind(old: ArticleVersion) -> AnnotationQuerySet:
    """Accepted marks of an old version that are in no later one, in text order."""
    copies = Annotation.objects.filter(carried_from=OuterRef("pk"))
    return annotations_of(old).facts().filter(~Exists(copies)).order_by("start", "id")


def unchecked_again(new: ArticleVersion) -> AnnotationQuerySet:
    """Facts that were checked in the version before and lost their verdict because other words stand there now."""
    return (
        annotations_of(new)
        .facts()
        .filter(verdict=None, carried_from__verdict__isnull=False)
        .exclude(carried_from__exact=F("exact"))
        .select_related("carried_from__verdict")
        .order_by("start", "id")
    )
