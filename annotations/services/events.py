"""Writing the record: every change leaves an event in its own transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.db import connection
from django.db.models import F

from annotations.models import Article, Event, WebhookEndpoint
from annotations.services.locks import lock_articles
from annotations.services.outbox import put_in_outbox, type_of
from annotations.services.rows import insert, unsaved


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
    if len(changes) > 1:
        lock_articles(changes)
    counted = _count(changes)
    first = {article.number: article.events - len(changes[article.number]) + 1 for article in counted}
    released = {article.number for article in counted if article.state == Article.State.RELEASED and actor is not None}
    if reopened := {pk for pk in released if any(_reopens(change) for change in changes[pk])}:
        articles = Article.objects.filter(pk__in=reopened)
        articles.update(event_count=F("event_count") + 1, state=Article.State.IN_CHECK)
        changes |= {pk: [*changes[pk], _reopening(pk)] for pk in reopened}
    events = insert(
        _row(change, actor=actor, article_id=pk, number=number)
        for pk, own in changes.items()
        for number, change in enumerate(own, start=first[pk])
    )
    if any(article.is_heard for article in counted):
        _tell(events)
    return events


def record_first(*, actor: AbstractBaseUser | None, changes: Mapping[Article, Sequence[Change]]) -> None:
    """Writes the first events of articles that were stored in this very transaction: nobody else knows them yet."""
    counted = _count({article.pk: own for article, own in changes.items()})
    events = insert(
        _row(change, actor=actor, article_id=article.pk, number=number)
        for article, own in changes.items()
        for number, change in enumerate(own, start=1)
    )
    if any(article.is_heard for article in counted):
        _tell(events)


class _Counted(NamedTuple):
    """An article whose count was raised; is_heard: whether there is any webhook at all."""

    number: int
    events: int
    state: str
    is_heard: bool


# By hand: the ORM cannot return what it has updated, and every change of anything comes by here.
_COUNT = """
    UPDATE annotations_article SET event_count = event_count + %s WHERE id IN ({places})
    RETURNING id, event_count, state, EXISTS (SELECT 1 FROM annotations_webhookendpoint)
"""


def _count(changes: Mapping[int, Sequence[Change]]) -> list[_Counted]:
    """One statement for each number of events an article has; as a rule they all have the same."""
    counted: list[_Counted] = []
    with connection.cursor() as cursor:
        for number in {len(own) for own in changes.values()}:
            articles = [pk for pk, own in changes.items() if len(own) == number]
            cursor.execute(_COUNT.format(places=", ".join(["%s"] * len(articles))), [number, *articles])
            counted += [_Counted(*row) for row in cursor.fetchall()]
    return counted


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
    return unsaved(
        Event,
        article_id=article_id,
        number=number,
        actor_id=actor.pk if actor else None,
        verb=change.verb,
        object_type=change.object_type,
        object_id=change.object_id,
        old=change.old,
        new=change.new,
    )
