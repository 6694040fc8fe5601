"""The record replayed: reading an article's events from the first gives the present state."""

from __future__ import annotations

from typing import Any

from annotations.models import Article, Event
from annotations.queries.annotations import annotations_with_details
from annotations.services.snapshots import snapshot


def replayed(article: Article) -> tuple[dict[int, dict[str, Any]], str]:
    """Annotations and the article's state as the events tell them; nothing else is read."""
    annotations: dict[int, dict[str, Any]] = {}
    state = ""
    for event in Event.objects.filter(article=article).order_by("number"):
        if event.object_type == "annotation":
            annotations.setdefault(event.object_id, {}).update(event.new)
        elif event.object_type == "article":
            state = event.new.get("state", state)
    return annotations, state


def present(article: Article) -> dict[int, dict[str, Any]]:
    rows = annotations_with_details().filter(version__article=article)
    return {row.pk: snapshot(row, row.parts.all(), row.kind_row) for row in rows}


def assert_record_gives(article: Article) -> None:
    told, state = replayed(article)
    stands = present(article)
    assert set(told) == set(stands)
    for number, values in stands.items():
        assert {name: told[number][name] for name in values} == values
    assert state == Article.objects.get(pk=article.pk).state
