"""What a person prefers, over the API, and that the pages follow."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from rest_framework.test import APIClient

from annotations.keys import DEFAULT_KEYS
from annotations.scopes import ANNOTATIONS_READ, ANNOTATIONS_WRITE, ARTICLES_READ
from tests.conftest import api_with_token
from tests.factories import make_token

pytestmark = pytest.mark.django_db
ME = "/api/v1/me/"


def test_whoever_has_set_nothing_has_the_defaults(api: APIClient, editor: User) -> None:
    said = api.get(ME).json()
    assert (said["theme"], said["language"], said["single_keys"], said["announce_marks"]) == ("system", "", True, False)
    assert said["keys"] == DEFAULT_KEYS
    assert (said["username"], said["name"]) == (editor.username, editor.username)


def test_one_thing_is_changed_and_the_rest_stays(api: APIClient) -> None:
    api.patch(ME, {"theme": "dark", "keys": {"accept": "y"}}, format="json")
    said = api.patch(ME, {"language": "en", "name": "Anna Maria Beck"}, format="json").json()
    assert (said["theme"], said["language"], said["name"]) == ("dark", "en", "Anna Maria Beck")
    assert said["keys"] == {**DEFAULT_KEYS, "accept": "y"}
    assert api.get(ME).json() == said


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"theme": "pink"}, "theme"),
        ({"language": "fr"}, "language"),
        ({"name": "x" * 151}, "name"),
        ({"keys": {"accept": "x"}}, "keys"),
        ({"keys": {"fly": "y"}}, "keys"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(api: APIClient, body: dict[str, object], field: str) -> None:
    before = api.get(ME).json()
    answer = api.patch(ME, {"single_keys": False, **body}, format="json")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"].startswith(field)
    assert api.get(ME).json() == before


def test_a_token_that_only_reads_changes_nothing_of_the_account(editor: User) -> None:
    reading = api_with_token(make_token(editor, ARTICLES_READ, ANNOTATIONS_READ).shown_once)
    assert reading.patch(ME, {"theme": "dark"}, format="json").json()["code"] == "scope_missing"
    writing = api_with_token(make_token(editor, ANNOTATIONS_WRITE).shown_once)
    assert writing.patch(ME, {"theme": "dark"}, format="json").status_code == 200


def test_the_pages_follow(api: APIClient, client: Client, editor: User) -> None:
    client.force_login(editor)
    assert "data-theme" not in client.get("/articles/").content.decode()
    api.patch(ME, {"theme": "dark", "language": "en"}, format="json")
    page = client.get("/articles/", headers={"Accept-Language": "de"}).content.decode()
    assert '<html lang="en" data-theme="dark">' in page
    missing = client.get("/nirgends/").content.decode()
    assert '<html lang="en" data-theme="dark">' in missing


def test_the_language_button_changes_the_account(api: APIClient, client: Client, editor: User) -> None:
    client.force_login(editor)
    client.post("/language/", {"language": "en", "next": "/articles/"})
    assert api.get(ME).json()["language"] == "en"
    client.post("/language/", {"language": "xx", "next": "/articles/"})
    assert api.get(ME).json()["language"] == "en"
    assert client.get("/language/").status_code == 302
