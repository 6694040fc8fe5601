"""What happened to something, in words: events with the names of what they are about, whatever their number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet

from annotations.models import (
    Annotation,
    ApiToken,
    Article,
    Desk,
    Event,
    SentenceReview,
    Source,
    SourceCopy,
    Speaker,
    WebhookEndpoint,
)
from annotations.narration import details, name_of, sentence
from annotations.queries.feed import events_visible_to

# How a row that is no annotation is called; what has no name of its own is missing.
_NAMES: dict[str, tuple[Any, Callable[[Any], str]]] = {
    "sentence": (SentenceReview, lambda row: row.exact),
    "speaker": (Speaker, lambda row: row.name),
    "source": (Source, lambda row: row.title),
    "source_copy": (SourceCopy.objects.defer("content"), lambda row: row.name),
    "desk": (Desk, lambda row: row.name),
    "token": (ApiToken, lambda row: row.name),
    "webhook": (WebhookEndpoint, str),
}


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a reader is told of it."""

    event: Event
    sentence: str
    details: list[str]


def article_history(article_id: int, user: User) -> QuerySet[Event]:
    """Everything that happened in an article and that she may read of, newest first."""
    return events_visible_to(user).filter(article=article_id).order_by("-number")


def last_reopening(article: Article) -> Event | None:
    """What opened the article again after its last release; None where nothing has. One query."""
    verbs = [Event.Verb.RELEASED, Event.Verb.REOPENED]
    last = Event.objects.filter(object_type="article", object_id=article.pk, verb__in=verbs).select_related("actor")
    event = last.order_by("-id").first()
    return event if event is not None and event.verb == Event.Verb.REOPENED else None


def object_history(object_type: str, object_id: int) -> QuerySet[Event]:
    """Everything that happened to one thing, newest first; of an article, all that happened in it."""
    if object_type == "article":
        return Event.objects.filter(article=object_id).order_by("-id")
    return Event.objects.filter(object_type=object_type, object_id=object_id).order_by("-id")


def tell(events: Sequence[Event]) -> list[Told]:
    """Reads the names of what the events are about: at most nine queries."""
    marks = _marks(events)
    rows = {kind: _rows(kind, events) for kind in {event.object_type for event in events} & set(_NAMES)}
    people = _people(events)
    return [
        Told(
            event,
            sentence(
                event,
                kind=marks[about].kind if (about := _mark_of(event)) in marks else "",
                words=_words(event, marks, rows),
                person=people.get(event.new.get("checker") or event.old.get("checker"), ""),
            ),
            details(event),
        )
        for event in events
    ]


def _mark_of(event: Event) -> int | None:
    number: int | None = event.object_id if event.object_type == "annotation" else event.new.get("annotation")
    return number


def _words(event: Event, marks: dict[int, Annotation], rows: dict[str, dict[int, Any]]) -> str:
    """As it was called then, where the event knows it; else as it is called now."""
    values = {**event.old, **event.new}
    about = _mark_of(event)
    if about is not None:
        return str(values.get("exact") or (marks[about].exact if about in marks else ""))
    if event.object_type in ("article", "assignment"):
        return event.article.title if event.article else ""
    for name in ("exact", "name", "title", "description", "url"):
        if values.get(name):
            return str(values[name])
    row = rows.get(event.object_type, {}).get(event.object_id)
    return _NAMES[event.object_type][1](row) if row is not None else ""


def _marks(events: Sequence[Event]) -> dict[int, Annotation]:
    numbers = {number for event in events if (number := _mark_of(event)) is not None}
    return Annotation.objects.only("kind", "exact").in_bulk(numbers) if numbers else {}


def _rows(kind: str, events: Sequence[Event]) -> dict[int, Any]:
    source = _NAMES[kind][0]
    queryset = source if isinstance(source, QuerySet) else source.objects.all()
    found: dict[int, Any] = queryset.in_bulk({event.object_id for event in events if event.object_type == kind})
    return found


def _people(events: Sequence[Event]) -> dict[int, str]:
    numbers = {values.get("checker") for event in events for values in (event.old, event.new)} - {None}
    return {user.pk: name_of(user) for user in User.objects.filter(pk__in=numbers)} if numbers else {}
