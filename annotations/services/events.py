"""Writing the record: every change leaves an event in its own transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import F

from annotations.models import Article, Event, WebhookEndpoint
from annotations.services.outbox import has_listeners, put_in_outbox, type_of


@dataclass(frozen=True, slots=True)
class Change:
    """One event yet to be written; `old` and `new` hold only what differs and can be written as JSON."""

    verb: str
    object_type: str
    object_id: int
    old: dict[str, Any] = field(default_factory=dict)
    new: dict[str, Any] = field(default_factory=dict)


def record_apart(*, actor: AbstractBaseUser | None, change: Change) -> Event:
    """Writes the event of a change that belongs to no article, inside the transaction of the change itself."""
    event = _row(change, actor=actor)
    event.save()
    if type_of(event) in WebhookEndpoint.EventType.values:
        put_in_outbox([event])
    return event


def record(*, article_id: int, actor: AbstractBaseUser | None, changes: Sequence[Change]) -> list[Event]:
    """Writes the events in order. Must run inside the transaction of the change itself.

    Raising the article's count first locks its row, so that a reader who asks for "what came after n" never
    sees a number appear below one already seen. What a person changes in a released article opens it again.
    Webhooks are told by rows of the same transaction; where there are none, that costs no query.
    """
    if not changes:
        return []
    article = Article.objects.filter(pk=article_id)
    article.update(event_count=F("event_count") + len(changes))
    newest, state, is_listened_to = article.values_list("event_count", "state", has_listeners()).get()
    first = newest - len(changes) + 1
    if state == Article.State.RELEASED and actor is not None and any(_reopens(change) for change in changes):
        article.update(event_count=F("event_count") + 1, state=Article.State.IN_CHECK)
        states = {"old": {"state": state}, "new": {"state": str(Article.State.IN_CHECK)}}
        changes = [*changes, Change(Event.Verb.REOPENED, "article", article_id, **states)]
    events = Event.objects.bulk_create(
        _row(change, actor=actor, article_id=article_id, number=number)
        for number, change in enumerate(changes, start=first)
    )
    if is_listened_to:
        put_in_outbox(events)
    return events


def record_first(*, actor: AbstractBaseUser | None, changes: Mapping[Article, Sequence[Change]]) -> None:
    """Writes the first events of articles that were stored in this very transaction: nobody else knows them yet."""
    for number in {len(own) for own in changes.values()}:
        counted = [article.pk for article, own in changes.items() if len(own) == number]
        Article.objects.filter(pk__in=counted).update(event_count=number)
    events = Event.objects.bulk_create(
        _row(change, actor=actor, article_id=article.pk, number=number)
        for article, own in changes.items()
        for number, change in enumerate(own, start=1)
    )
    if WebhookEndpoint.objects.exists():
        for _article, of_article in groupby(events, key=lambda event: event.article_id):
            put_in_outbox(list(of_article))


def _reopens(change: Change) -> bool:
    """Marks, verdicts and texts are what was signed for; talk about them, suggestions and shared work are not."""
    return change.object_type in ("annotation", "version") and change.verb not in (
        Event.Verb.SUGGESTED,
        Event.Verb.CORRECTED,
        Event.Verb.HIDDEN,
        Event.Verb.SHOWN,
        Event.Verb.PURGED,
    )


def _row(
    change: Change, *, actor: AbstractBaseUser | None, article_id: int | None = None, number: int | None = None
) -> Event:
    return Event(
        article_id=article_id,
        number=number,
        actor_id=actor.pk if actor else None,
        verb=change.verb,
        object_type=change.object_type,
        object_id=change.object_id,
        old=change.old,
        new=change.new,
    )
