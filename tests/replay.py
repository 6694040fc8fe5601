"""The record replayed: reading an article's events from the first gives the present state."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from annotations.models import Article, Assignment, Comment, Correction, Event, Release
from annotations.queries.annotations import annotations_with_details
from annotations.services.snapshots import snapshot

State = dict[int, dict[str, Any]]


def replayed(article: Article) -> tuple[State, str]:
    """Annotations and the article's state as the events tell them; nothing else is read."""
    annotations: State = {}
    state = ""
    for event in Event.objects.filter(article=article).order_by("number"):
        if event.object_type == "annotation":
            annotations.setdefault(event.object_id, {}).update(event.new)
        elif event.object_type == "article":
            state = event.new.get("state", state)
    return annotations, state


def present(article: Article) -> State:
    rows = annotations_with_details().filter(version__article=article)
    return {row.pk: snapshot(row, row.parts.all(), row.kind_row) for row in rows}


def replayed_beside(article: Article) -> dict[str, dict[int, Any]]:
    """Comments with whether they are resolved, shared-out work, releases and corrections, as the events tell them."""
    told: dict[str, dict[int, Any]] = defaultdict(dict)
    for event in Event.objects.filter(article=article).order_by("number"):
        number, new = event.object_id, event.new
        if event.object_type == "comment":
            text, is_resolved, is_withdrawn = told["comments"].get(number, ("", False, False))
            states = new.get("resolved", is_resolved), new.get("withdrawn", is_withdrawn)
            told["comments"][number] = (new.get("text", text), *states)
        elif event.object_type == "assignment":
            told["work"][number] = new["checker"]
        elif event.verb == "released":
            told["releases"][new["release"]] = new["sha256"]
        elif event.verb == "corrected":
            told["corrections"][new["correction"]] = (number, new["text"])
    told["work"] = {number: checker for number, checker in told["work"].items() if checker is not None}
    return dict(told)


def present_beside(article: Article) -> dict[str, dict[int, Any]]:
    comments = Comment.objects.filter(annotation__version__article=article)
    corrections = Correction.objects.filter(release__version__article=article)
    found: dict[str, dict[int, Any]] = {
        "comments": {
            row.pk: (row.text, row.resolved_by_id is not None, row.withdrawn_at is not None) for row in comments
        },
        "work": {row.pk: row.checker_id for row in Assignment.objects.filter(article=article)},
        "releases": dict(Release.objects.filter(version__article=article).values_list("pk", "sha256")),
        "corrections": {row.pk: (row.annotation_id, row.text) for row in corrections},
    }
    return {name: rows for name, rows in found.items() if rows}


def assert_record_gives(article: Article) -> None:
    told, state = replayed(article)
    stands = present(article)
    assert set(told) == set(stands)
    for number, values in stands.items():
        assert {name: told[number][name] for name in values} == values
    assert state == Article.objects.get(pk=article.pk).state
    assert {name: rows for name, rows in replayed_beside(article).items() if rows} == present_beside(article)
