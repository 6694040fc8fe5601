"""What the fast output says is what the framework would have said."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from rest_framework import serializers
from rest_framework.utils.encoders import JSONEncoder

from annotations.api.serializers.annotations import AnnotationSerializer
from annotations.api.serializers.articles import ArticleDetailSerializer
from annotations.api.serializers.events import EventSerializer
from annotations.models import Annotation, Event
from annotations.queries.annotations import annotations_with_details
from annotations.queries.articles import article_in_full, articles_with_counts
from annotations.services.comments import add_comment
from annotations.services.verdicts import countersign
from tests.factories import check, make_source, mark, suggested

pytestmark = pytest.mark.django_db


def written(value: Any) -> Any:
    return json.loads(json.dumps(value, cls=JSONEncoder))


def by_the_framework(serializer: Any, row: Any) -> Any:
    return written(serializers.Serializer.to_representation(serializer(row), row))


def test_annotations_of_all_kinds_and_states(editor: User, colleague: User, monkeypatch: pytest.MonkeyPatch) -> None:
    version = suggested(editor).version
    quote = mark(editor, version, "Wir bauen bis 2027 zwölf neue Schulen", "quote", fields={"speaker": "Anna Beck"})
    claim = mark(editor, version, "Zweimal", fields={"claimant": "Verwaltung"})
    checked = check(editor, quote, "confirmed", source=make_source(editor), place="S. 4")
    countersign(annotation=quote, revision=checked.revision, actor=colleague)
    check(editor, claim, "query", question="Wann?")
    add_comment(annotation=claim, text="Bitte prüfen.", actor=editor)
    rows = list(annotations_with_details())
    assert {row.kind for row in rows} == set(Annotation.Kind.values)
    fast = written(AnnotationSerializer(rows, many=True).data)
    monkeypatch.setattr(AnnotationSerializer, "to_representation", serializers.Serializer.to_representation)
    assert fast == written(AnnotationSerializer(rows, many=True).data)


def test_an_article_and_its_events(editor: User) -> None:
    article = article_in_full(articles_with_counts().get(pk=suggested(editor, published_on=None).article.pk))
    assert written(ArticleDetailSerializer(article).data) == by_the_framework(ArticleDetailSerializer, article)
    for event in Event.objects.select_related("actor"):
        assert written(EventSerializer(event).data) == by_the_framework(EventSerializer, event)
