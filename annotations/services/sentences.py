"""Waving a sentence through: it was read, and there is nothing in it to check."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from annotations.models import ArticleVersion, Event, SentenceReview
from annotations.services.events import Change, record
from annotations.services.locks import lock_articles
from annotations.spans import check_span


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The row as it is now, and the event; no event where nothing had to change."""

    review: SentenceReview
    event: Event | None


def wave_through(*, version: ArticleVersion, start: int, end: int, exact: str, actor: User) -> Reviewed:
    """Twice is no conflict: the first decision stands. Raises an `InvalidSpan`."""
    check_span(version.text, start=start, end=end, exact=exact)
    with transaction.atomic():
        lock_articles([version.article_id])  # two who decide on the same sentence at once make one row
        place = {"version": version, "start": start, "end": end}
        review = SentenceReview.objects.filter(**place).first()
        if review is not None and review.withdrawn_at is None:
            return Reviewed(review, None)
        verb = Event.Verb.CREATED if review is None else Event.Verb.RESTORED
        review = review or SentenceReview(**place, exact=exact)
        review.by, review.at, review.withdrawn_at = actor, timezone.now(), None
        review.save()
        return Reviewed(review, _recorded(review, verb=verb, actor=actor))


def take_back(*, review: SentenceReview, actor: User) -> Reviewed:
    """The sentence counts as unread again, unless a mark says otherwise. Twice is no conflict."""
    with transaction.atomic():
        lock_articles([review.version.article_id])
        current = SentenceReview.objects.select_related("version", "by").get(pk=review.pk)
        if current.withdrawn_at is not None:
            return Reviewed(current, None)
        current.withdrawn_at = timezone.now()
        current.save(update_fields=["withdrawn_at"])
        return Reviewed(current, _recorded(current, verb=Event.Verb.DELETED, actor=actor))


def _recorded(review: SentenceReview, *, verb: str, actor: User) -> Event:
    is_waved = verb != Event.Verb.DELETED
    place = {"start": review.start, "end": review.end, "exact": review.exact} if verb == Event.Verb.CREATED else {}
    change = Change(
        verb,
        "sentence",
        review.pk,
        old={} if verb == Event.Verb.CREATED else {"is_waved": not is_waved},
        new={**place, "is_waved": is_waved},
    )
    [event] = record(article_id=review.version.article_id, actor=actor, changes=[change])
    return event
