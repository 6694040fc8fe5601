"""The record replayed: reading an article's events from the first gives the present state."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User

from annotations.models import Annotation, Article, Event
from annotations.queries.annotations import annotations_with_details
from annotations.services.annotations import accept_annotation, delete_annotation, reject_annotation, undo
from annotations.services.releases import release_article, reopen_article
from annotations.services.snapshots import snapshot
from annotations.services.verdicts import answer_query, countersign
from tests.factories import check, make_source, suggested

pytestmark = pytest.mark.django_db


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


def test_the_whole_loop_can_be_replayed(editor: User, colleague: User, moderator: User) -> None:
    article = suggested(editor).article
    first, second, third, fourth, fifth, *_ = Annotation.objects.order_by("id")
    for suggestion in (first, second, third, fourth):
        accept_annotation(annotation=suggestion, revision=1, actor=editor)
    reject_annotation(annotation=fifth, revision=1, actor=editor, reason="irrelevant")
    confirmed = check(editor, first, "confirmed", source=make_source(editor), place="S. 4")
    countersign(annotation=first, revision=confirmed.revision, actor=colleague)
    check(colleague, second, "wrong", correction="zwölf")
    asked = check(colleague, third, "query", question="Woher?")
    answer_query(annotation=third, revision=asked.revision, answer="Protokoll", actor=editor)
    check(colleague, fourth, "author_alone")
    undo(annotation=fourth, event=Event.objects.filter(verb="checked").order_by("-id")[0], actor=colleague)
    delete_annotation(annotation=fifth, revision=2, actor=editor)
    release_article(article=article, actor=moderator, reason="Eilt")
    reopen_article(article=article, actor=moderator, reason="Neue Lage")

    told, state = replayed(article)
    stands = present(article)
    assert set(told) == set(stands)
    for number, values in stands.items():
        assert {name: told[number][name] for name in values} == values
    assert state == Article.objects.get(pk=article.pk).state == "in_check"
