"""Reading what was found out about one fact."""

from __future__ import annotations

from django.db.models import QuerySet

from annotations.models import Annotation, Verdict


def verdicts_of(annotation: Annotation) -> QuerySet[Verdict]:
    """All that were ever given, newest first, with people and sources: two queries more at most."""
    return (
        Verdict.objects.filter(annotation=annotation)
        .select_related("by", "answered_by", "countersigned_by")
        .prefetch_related("citations__source")
        .order_by("-id")
    )
