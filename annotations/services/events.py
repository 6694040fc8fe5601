"""Writing the record: every change leaves an event in its own transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import connection
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
    """Writes the events of one article in order. Must run inside the transaction of the change itself."""
    return record_many(actor=actor, changes={article_id: changes})


def record_many(*, actor: AbstractBaseUser | None, changes: Mapping[int, Sequence[Change]]) -> list[Event]:
    """Writes the events of each article, by its number, in order: in a fixed number of statements.

    Raising an article's count first locks its row, so that a reader who asks for "what came after n" never
    sees a number appear below one already seen. What a person changes in a released article opens it again.
    Webhooks are told by rows of the same transaction; where there are none, that costs no query.
    """
    changes = {article_id: own for article_id, own in changes.items() if own}
    if not changes:
        return []
    articles = Article.objects.filter(pk__in=changes)
    if (
        len(changes) > 1 and connection.features.has_select_for_update
    ):  # in one order, so that two who change the same articles never wait for each other
        list(articles.select_for_update().order_by("pk").values_list("pk"))
    _count(changes)
    rows = list(articles.values_list("pk", "event_count", "state", has_listeners()))
    first = {pk: newest - len(changes[pk]) + 1 for pk, newest, _state, _heard in rows}
    released = {pk for pk, _newest, state, _heard in rows if state == Article.State.RELEASED and actor is not None}
    if reopened := {pk for pk in released if any(_reopens(change) for change in changes[pk])}:
        articles.filter(pk__in=reopened).update(event_count=F("event_count") + 1, state=Article.State.IN_CHECK)
        changes |= {pk: [*changes[pk], _reopening(pk)] for pk in reopened}
    events = Event.objects.bulk_create(
        _row(change, actor=actor, article_id=pk, number=number)
        for pk, own in changes.items()
        for number, change in enumerate(own, start=first[pk])
    )
    if any(heard for *_rest, heard in rows):
        _tell(events)
    return events


def record_first(*, actor: AbstractBaseUser | None, changes: Mapping[Article, Sequence[Change]]) -> None:
    """Writes the first events of articles that were stored in this very transaction: nobody else knows them yet."""
    _count({article.pk: own for article, own in changes.items()})
    events = Event.objects.bulk_create(
        _row(change, actor=actor, article_id=article.pk, number=number)
        for article, own in changes.items()
        for number, change in enumerate(own, start=1)
    )
    if WebhookEndpoint.objects.exists():
        _tell(events)


def _count(changes: Mapping[int, Sequence[Change]]) -> None:
    """One statement for each number of events an article has; as a rule they all have the same."""
    for number in {len(own) for own in changes.values()}:
        counted = [pk for pk, own in changes.items() if len(own) == number]
        Article.objects.filter(pk__in=counted).update(event_count=F("event_count") + number)


def _tell(events: Sequence[Event]) -> None:
    for _article, of_article in groupby(events, key=lambda event: event.article_id):
        put_in_outbox(list(of_article))


def _reopening(article_id: int) -> Change:
    old, new = {"state": str(Article.State.RELEASED)}, {"state": str(Article.State.IN_CHECK)}
    return Change(Event.Verb.REOPENED, "article", article_id, old=old, new=new)


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
