"""Reading annotations with all that belongs to them."""

from __future__ import annotations

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from annotations.models import Annotation, Comment
from annotations.querysets import AnnotationQuerySet


def annotations_with_details() -> AnnotationQuerySet:
    """Four queries at most, whatever the number of rows: annotations with kind's row and verdict, parts, sources."""
    return (
        Annotation.objects.select_related(
            "version__article",
            "creator",
            "quote__speaker__merged_into",
            "claim__claimant__merged_into",
            "figure",
            "verdict__by",
            "verdict__countersigned_by",
            "verdict__answered_by",
        )
        .defer("version__text")
        .prefetch_related("parts", "verdict__citations__source")
        .annotate(
            comment_count=_number_of(Comment.objects.all()),
            open_comment_count=_number_of(Comment.objects.filter(parent=None, resolved_by=None)),
        )
    )


def _number_of(comments: QuerySet[Comment]) -> Coalesce:
    counted = comments.filter(annotation=OuterRef("pk")).order_by().values("annotation").annotate(n=Count("pk"))
    return Coalesce(Subquery(counted.values("n"), output_field=IntegerField()), 0)


def annotation_with_details(annotation_id: int) -> Annotation:
    """One annotation, with the text of its version. Raises `Annotation.DoesNotExist`."""
    found: Annotation = annotations_with_details().defer(None).get(pk=annotation_id)
    return found
