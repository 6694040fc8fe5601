"""Columns of a statement: the same values as the ORM gives, of every type and where there is nothing."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import User

from annotations.models import Annotation, Article, Figure
from annotations.queries.row_reader import read_columns
from annotations.services.articles import BroughtIn, change_article
from tests.factories import bring_in

pytestmark = pytest.mark.django_db


def test_columns_are_what_the_orm_gives(editor: User, with_suggestions: BroughtIn) -> None:
    other = bring_in(editor, "Ein anderer Text.", title="Zweiter")
    published = {"published_on": datetime.date(2026, 5, 3), "published_precision": "day"}
    change_article(article=other.article, values=published, actor=editor)
    articles = Article.objects.order_by("pk")
    columns = ("pk", "title", "published_on", "embargo_until", "created_at", "is_completely_annotated")
    assert read_columns(articles, *columns) == list(articles.values_list(*columns))
    marks = Annotation.objects.order_by("pk")
    columns = ("evidence", "confidence", "verdict__note", "figure__value", "figure__reading", "updated_at")
    assert read_columns(marks, *columns) == list(marks.values_list(*columns))
    assert Figure.objects.exists()


def test_no_rows(editor: User, brought_in: BroughtIn) -> None:
    assert read_columns(Article.objects.filter(pk__in=[]), "pk", "created_at") == []
    assert read_columns(Article.objects.filter(title="nirgends"), "pk", "created_at") == []
