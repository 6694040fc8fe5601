"""Reading the register of speakers, and what each has said."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db.models import F, OuterRef, Q, QuerySet

from annotations.models import Annotation, Quote, Speaker
from annotations.queries.annotations import annotations_with_details
from annotations.queries.articles import is_in_sight, is_of_newest
from annotations.queries.counting import number_per
from annotations.querysets import AnnotationQuerySet


def speakers_with_counts(user: User, words: str = "") -> QuerySet[Speaker]:
    """Entries that stand for themselves, with `quote_count` of their own and merged quotes that are not rejected and
    that the user may see."""
    own = number_per("speaker", _counted(user, speaker=OuterRef("pk")))
    merged = number_per("speaker__merged_into", _counted(user, speaker__merged_into=OuterRef("pk")))
    found = Speaker.objects.filter(merged_into=None).annotate(quote_count=own + merged)
    for word in words.split():
        # A list, made once: asked of each entry, SQLite would read the whole register for each.
        also_named = Speaker.objects.filter(merged_into__isnull=False, name__icontains=word).values("merged_into")
        found = found.filter(Q(name__icontains=word) | Q(function__icontains=word) | Q(pk__in=also_named))
    return found.order_by("name", "function", "id")


def _counted(user: User, **whose: Any) -> QuerySet[Quote]:
    states = [Annotation.State.SUGGESTED, Annotation.State.ACCEPTED]
    return Quote.objects.filter(
        is_of_newest("annotation__version"),
        is_in_sight("annotation__version", user),
        **whose,
        annotation__deleted_at=None,
        annotation__hidden_at=None,
        annotation__state__in=states,
    )


def quotes_of(speaker: Speaker) -> AnnotationQuerySet:
    """What the speaker said, also under merged names, in the order of publication; the undated last."""
    spoken = Quote.objects.filter(Q(speaker=speaker) | Q(speaker__merged_into=speaker)).values("annotation")
    return (
        annotations_with_details()
        .in_place()
        .filter(is_of_newest("version"), pk__in=spoken, state__in=["suggested", "accepted"])
        .order_by(F("version__article__published_on").asc(nulls_last=True), "version__article_id", "start", "id")
    )
