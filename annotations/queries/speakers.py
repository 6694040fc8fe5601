"""Reading the register of speakers, and what each has said."""

from __future__ import annotations

from django.db.models import Count, F, Q, QuerySet

from annotations.models import Annotation, Speaker
from annotations.queries.annotations import annotations_with_details
from annotations.queries.articles import newest_versions
from annotations.querysets import AnnotationQuerySet


def speakers_with_counts(words: str = "") -> QuerySet[Speaker]:
    """Entries that stand for themselves, with `quote_count` of their own and merged quotes that are not rejected."""
    states = [Annotation.State.SUGGESTED, Annotation.State.ACCEPTED]
    in_place = Q(
        annotation__deleted_at=None,
        annotation__hidden_at=None,
        annotation__state__in=states,
        annotation__version__in=newest_versions(),
    )
    own = Count("quotes", distinct=True, filter=_prefixed("quotes__", in_place))
    merged = Count("merged_from__quotes", distinct=True, filter=_prefixed("merged_from__quotes__", in_place))
    found = Speaker.objects.filter(merged_into=None).annotate(quote_count=own + merged)
    for word in words.split():
        found = found.filter(
            Q(name__icontains=word) | Q(function__icontains=word) | Q(merged_from__name__icontains=word)
        )
    return found.order_by("name", "function", "id").distinct()


def _prefixed(prefix: str, condition: Q) -> Q:
    return Q(*((f"{prefix}{name}", value) for name, value in condition.children))  # type: ignore[misc]


def quotes_of(speaker: Speaker) -> AnnotationQuerySet:
    """What the speaker said, also under merged names, in the order of publication; the undated last."""
    spoken = Q(quote__speaker=speaker) | Q(quote__speaker__merged_into=speaker)
    return (
        annotations_with_details()
        .in_place()
        .filter(spoken, state__in=["suggested", "accepted"], version__in=newest_versions())
        .order_by(F("version__article__published_on").asc(nulls_last=True), "version__article_id", "start", "id")
    )
