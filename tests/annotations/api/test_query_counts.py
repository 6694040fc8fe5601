"""No list asks the database more often because it has more rows."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from annotations.services.articles import BroughtIn
from tests.conftest import api_for
from tests.factories import suggested

pytestmark = pytest.mark.django_db


def queries(client: Client | APIClient, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/articles/",
        "/api/v1/annotations/",
        "/api/v1/articles/{article}/",
        "/api/v1/articles/{article}/changes/",
        "/api/v1/articles/{article}/sentences/",
        "/articles/",
        "/articles/{article}/",
        "/articles/{article}/text/",
    ],
)
def test_constant_for_readers(path: str, editor: User, pages: Client, with_suggestions: BroughtIn) -> None:
    client = api_for(editor) if path.startswith("/api") else pages
    full = path.format(article=with_suggestions.article.pk)
    client.get(full)
    few = queries(client, full)
    for number in range(6):
        suggested(
            editor, f"Am {number + 1}. Mai kamen {number + 20} Gäste, sagte Karl Kern {number}. Es waren {number + 50}."
        )
    assert queries(client, full) == few


@pytest.mark.parametrize("model", ["article", "annotation", "suggestionrun", "event", "speaker", "articleversion"])
def test_constant_in_the_admin(model: str, editor: User, moderator: User, with_suggestions: BroughtIn) -> None:
    client = Client()
    client.force_login(moderator)
    path = f"/admin/annotations/{model}/"
    client.get(path)
    few = queries(client, path)
    for number in range(4):
        suggested(editor, f"Es kamen {number + 20} Gäste, sagte Karl Kern {number}.")
    assert queries(client, path) == few
