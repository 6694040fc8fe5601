"""Where words belong, a number is a mistake: it is refused, and does not become the words."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from annotations.services.articles import BroughtIn
from tests.conftest import api_for

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("articles/", {"title": 5, "text": "Ein Satz."}, "title"),
        ("articles/", {"title": "Gipfel", "text": "Ein Satz.", "external_id": 5}, "external_id"),
        ("speakers/", {"name": 5}, "name"),
        ("speakers/", {"name": "Ilva Koren", "aliases": [5]}, "aliases"),
        ("sources/", {"title": 5}, "title"),
        ("tokens/", {"name": 5, "scopes": ["articles:read"]}, "name"),
    ],
)
def test_a_number_is_no_text(moderator: User, path: str, body: dict[str, Any], field: str) -> None:
    answer = api_for(moderator).post(f"/api/v1/{path}", body, format="json")
    assert answer.status_code == 400, answer.content
    assert any(error["field"].split(".")[0] == field for error in answer.json()["errors"]), answer.json()


def test_nor_is_it_the_new_title_of_an_article(api: APIClient, brought_in: BroughtIn) -> None:
    path = f"/api/v1/articles/{brought_in.article.pk}/"
    answer = api.patch(path, {"title": 5}, format="json", headers={"If-Match": api.get(path)["ETag"]})
    assert answer.status_code == 400
    assert api.get(path).json()["title"] == brought_in.article.title


def test_blanks_count_where_the_length_is_limited(api: APIClient, brought_in: BroughtIn) -> None:
    path = f"/api/v1/articles/{brought_in.article.pk}/"
    etag = api.get(path)["ETag"]
    answer = api.patch(path, {"byline": "Ilva Koren" + " " * 500}, format="json", headers={"If-Match": etag})
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["byline"]


def test_a_form_is_taken_only_where_a_file_is(api: APIClient) -> None:
    answer = api.patch("/api/v1/me/", {"theme": "dark"}, format="multipart")
    assert answer.status_code == 415
    assert answer.json()["code"] == "unsupported_media_type"
