"""Reading annotations with all that belongs to them."""

from __future__ import annotations

from annotations.models import Annotation
from annotations.querysets import AnnotationQuerySet


def annotations_with_details() -> AnnotationQuerySet:
    """Two queries, whatever the number of rows: the annotations with their kind's own row, and all parts."""
    return (
        Annotation.objects.select_related("version", "creator", "quote__speaker", "claim__claimant", "figure")
        .defer("version__text")
        .prefetch_related("parts")
    )


def annotation_with_details(annotation_id: int) -> Annotation:
    """One annotation, with the text of its version. Raises `Annotation.DoesNotExist`."""
    found: Annotation = annotations_with_details().defer(None).get(pk=annotation_id)
    return found
