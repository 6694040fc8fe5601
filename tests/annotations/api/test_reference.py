"""The schema and its page: one language, whoever reads them."""

from __future__ import annotations

import pytest
from django.test import Client
from rest_framework.test import APIClient

pytestmark = pytest.mark.django_db


def test_the_schema_does_not_change_with_the_readers_language(api: APIClient) -> None:
    german = api.get("/api/v1/schema/", headers={"Accept-Language": "de"})
    english = api.get("/api/v1/schema/", headers={"Accept-Language": "en"})
    assert german.status_code == 200
    assert german.content == english.content
    assert "How long the last attempt took" in german.content.decode()


def test_the_page_speaks_the_readers_language_around_the_reference(client: Client) -> None:
    german = client.get("/api/v1/docs/", headers={"Accept-Language": "de"}).content.decode()
    english = client.get("/api/v1/docs/", headers={"Accept-Language": "en"}).content.decode()
    assert "Die Beschreibung selbst ist auf Englisch." in german
    reference = german.partition('<div lang="en">')[2].partition("</main>")[0]
    assert "Articles, newest first" in reference
    assert "Answers" in reference
    assert "Antworten" not in reference
    assert reference == english.partition('<div lang="en">')[2].partition("</main>")[0]


def test_the_page_is_only_read() -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.head("/api/v1/docs/").status_code == 200
    for method in ("POST", "DELETE"):
        answer = client.generic(method, "/api/v1/docs/")
        assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")
        assert answer.json()["code"] == "method_not_allowed"
        assert method in answer.json()["detail"]
