"""Reading annotations with all that belongs to them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from django.db.models import OuterRef, Prefetch

from annotations.models import Annotation, ArticleVersion, Comment
from annotations.queries.counting import number_per
from annotations.queries.pages import in_order
from annotations.querysets import AnnotationQuerySet


def annotations_with_details() -> AnnotationQuerySet:
    """Five queries at most, whatever the number of rows: annotations with kind's row and verdict; their versions
    without texts; parts; sources."""
    return _with_details().all()


def with_details(numbers: Sequence[int]) -> list[Annotation]:
    """Those annotations with all that belongs to them, in the order given; what is gone by now is left out.

    For lists over many articles: which rows a page has is asked first, without joins. PostgreSQL would join two million
    rows, in the order in which more than eight joins are written, before it picks fifty.
    """
    return in_order(annotations_with_details(), numbers)


def with_articles(numbers: Sequence[int]) -> list[Annotation]:
    """The same, for pages that name the article of each."""
    return in_order(annotations_with_details().prefetch_related("version__article"), numbers)


def annotations_of(version: ArticleVersion) -> AnnotationQuerySet:
    """The same of one version, which each of them then knows: one query less."""
    return _detailed(version.annotations.all())


@cache
def _with_details() -> AnnotationQuerySet:
    """Never evaluated itself, only copied: putting it together takes longer than the database takes to answer.

    The version is no join, which SQLite would begin with: it would sort all marks of all articles for one page.
    """
    versions = Prefetch("version", ArticleVersion.objects.defer("text"))
    return _detailed(Annotation.objects.all()).prefetch_related(versions)


def _detailed(annotations: AnnotationQuerySet) -> AnnotationQuerySet:
    return (
        _with_comment_counts(annotations)
        .select_related(
            "creator",
            "quote__speaker__merged_into",
            "claim__claimant__merged_into",
            "figure",
            "verdict__by",
            "verdict__countersigned_by",
            "verdict__answered_by",
        )
        .prefetch_related("parts", "verdict__citations__source")
    )


def _with_comment_counts(annotations: AnnotationQuerySet) -> AnnotationQuerySet:
    comments = Comment.objects.filter(annotation=OuterRef("pk"))
    return with_open_threads(annotations.annotate(comment_count=number_per("annotation", comments)))


def with_open_threads(annotations: AnnotationQuerySet) -> AnnotationQuerySet:
    """Adds `open_comment_count`."""
    threads = Comment.objects.filter(annotation=OuterRef("pk"), parent=None, resolved_by=None)
    return annotations.annotate(open_comment_count=number_per("annotation", threads))


def annotation_with_details(annotation_id: int) -> Annotation:
    """One annotation, with the text of its version. Raises `Annotation.DoesNotExist`."""
    found: Annotation = _one_with_details().get(pk=annotation_id)
    return found


@cache
def _one_with_details() -> AnnotationQuerySet:
    """Without joins for what most annotations do not have, such as a verdict: that is asked for when it is needed."""
    return (
        _with_comment_counts(Annotation.objects.all())
        .select_related("version", "creator", "quote", "claim", "figure")
        .prefetch_related("parts", "verdict__citations__source")
    )
