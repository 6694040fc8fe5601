"""One article as a file."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from rest_framework.test import APIClient

from annotations.formats.registry import FORMATS
from annotations.models import Desk
from annotations.services.articles import BroughtIn
from tests.conftest import api_for
from tests.factories import bring_in, mark

pytestmark = pytest.mark.django_db


def address(brought_in: BroughtIn) -> str:
    return f"/api/v1/articles/{brought_in.article.pk}/export/"


def content(answer: Any) -> str:
    return b"".join(answer.streaming_content).decode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_comes_as_a_file(name: str, api: APIClient, with_suggestions: BroughtIn) -> None:
    answer = api.get(address(with_suggestions), {"as": name}, headers={"Accept": FORMATS[name].media_type})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == FORMATS[name].media_type
    file = f"article-{with_suggestions.article.pk}.{FORMATS[name].extension}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{file}"'
    assert len(b"".join(answer.streaming_content)) > 40


def test_filters_choose_the_marks(api: APIClient, editor: User, brought_in: BroughtIn) -> None:
    mark(editor, brought_in.version, "Händedruck")
    mark(editor, brought_in.version, "1.200", "figure")
    both = content(api.get(address(brought_in), {"as": "jsonl"}))
    assert len(json.loads(both)["annotations"]) == 2
    figures = content(
        api.get(address(brought_in), {"as": "jsonl", "kind": "figure", "state": ["accepted", "rejected"]})
    )
    assert [a["exact"] for a in json.loads(figures)["annotations"]] == ["1.200"]
    assert json.loads(content(api.get(address(brought_in), {"as": "jsonl", "verdict": "wrong"})))["annotations"] == []


def test_only_the_article_that_was_asked_for(api: APIClient, editor: User, brought_in: BroughtIn) -> None:
    bring_in(editor, "Ein anderer Text.")
    assert len(content(api.get(address(brought_in), {"as": "jsonl"})).splitlines()) == 1


@pytest.mark.parametrize("query", [{}, {"as": "docx"}, {"as": "csv", "state": "lost"}])
def test_says_what_is_wrong(query: dict[str, str], api: APIClient, brought_in: BroughtIn) -> None:
    answer = api.get(address(brought_in), query)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"].split(".")[0] in ("as", "state")


def test_an_article_somebody_may_not_see_is_not_there(colleague: User, editor: User) -> None:
    Desk.objects.create(name="Recherche", is_closed=True)
    closed = bring_in(editor, desk="Recherche")
    assert api_for(colleague).get(address(closed), {"as": "csv"}).status_code == 404
    assert api_for(editor).get(address(closed), {"as": "csv"}).status_code == 200


def test_the_page_offers_every_format(pages: Client, brought_in: BroughtIn) -> None:
    number = brought_in.article.pk
    html = pages.get(f"/articles/{number}/").content.decode()
    for name in FORMATS:
        assert f'href="/articles/{number}/export/?as={name}"' in html
    answer = pages.get(f"/articles/{number}/export/", {"as": "jsonl"})
    assert json.loads(content(answer))["title"] == brought_in.article.title
    assert pages.get(f"/articles/{number}/export/", {"as": "docx"}).status_code == 404
