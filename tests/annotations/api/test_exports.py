"""Exports over the API and on their page: asked for, followed, downloaded, removed; everybody sees her own."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from rest_framework.test import APIClient

from annotations import jobs
from annotations.models import Desk, Export
from annotations.services import exports
from annotations.services.articles import BroughtIn
from tests.conftest import api_for, api_with_token
from tests.factories import bring_in, make_token

pytestmark = pytest.mark.django_db
EXPORTS = "/api/v1/exports/"


def run() -> None:
    assert jobs.execute(exports.KIND)


def lines(answer: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in b"".join(answer.streaming_content).decode().splitlines()]


def test_a_selection_becomes_a_file(api: APIClient, editor: User, with_suggestions: BroughtIn) -> None:
    bring_in(editor, "Ein anderer Text.", desk="Kultur")
    answer = api.post(EXPORTS, {"as": "jsonl", "filters": {"desk": "Kultur"}})
    assert answer.status_code == 201
    job = answer.json()
    assert (job["state"], job["format"], job["download"]) == ("queued", "jsonl", None)
    assert api.get(f"{EXPORTS}{job['id']}/download/").json()["code"] == "export_not_ready"
    run()
    job = api.get(f"{EXPORTS}{job['id']}/").json()
    assert (job["state"], job["done"], job["total"], job["articles"]) == ("finished", 1, 1, 1)
    file = api.get(job["download"])
    assert file.headers["Content-Disposition"] == f'attachment; filename="export-{job["id"]}.jsonl"'
    assert int(file.headers["Content-Length"]) == job["size"]
    assert [line["desk"] for line in lines(file)] == ["Kultur"]


def test_articles_by_number_and_choice_of_marks(api: APIClient, editor: User, with_suggestions: BroughtIn) -> None:
    bring_in(editor, "Ein anderer Text.")
    body = {"as": "jsonl", "articles": [with_suggestions.article.pk], "kind": ["figure"]}
    job = api.post(EXPORTS, body).json()
    run()
    [line] = lines(api.get(f"{EXPORTS}{job['id']}/download/"))
    assert {a["kind"] for a in line["annotations"]} == {"figure"}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "as"),
        ({"as": "docx"}, "as"),
        ({"as": "csv", "articles": []}, "articles"),
        ({"as": "csv", "articles": [10**9]}, "articles"),
        ({"as": "csv", "filters": {"state": "lost"}}, "filters.state"),
        ({"as": "csv", "filters": {"colour": "blue"}}, "filters.colour"),
        ({"as": "csv", "filters": {"published_after": True}}, "filters.published_after"),
        ({"as": "csv", "filters": {"desk": ["Kultur"]}}, "filters.desk"),
        ({"as": "csv", "filters": {"search": None}}, "filters.search"),
        ({"as": "csv", "filters": {"state": ""}}, "filters.state"),
        ({"as": "csv", "state": ["lost"]}, "state"),
        ({"as": "csv", "verdict": {}}, "verdict"),
    ],
)
def test_says_what_is_wrong(body: dict[str, Any], field: str, api: APIClient, brought_in: BroughtIn) -> None:
    answer = api.post(EXPORTS, body)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"].startswith(field)
    assert not Export.objects.exists()


def test_articles_somebody_may_not_see_are_not_chosen(editor: User, colleague: User) -> None:
    Desk.objects.create(name="Recherche", is_closed=True)
    closed = bring_in(editor, desk="Recherche").article.pk
    answer = api_for(colleague).post(EXPORTS, {"as": "csv", "articles": [closed]})
    assert answer.json()["code"] == "nothing_to_export"


def test_everybody_sees_her_own(api: APIClient, colleague: User, brought_in: BroughtIn) -> None:
    number = api.post(EXPORTS, {"as": "csv"}).json()["id"]
    run()
    other = api_for(colleague)
    assert other.get(EXPORTS).json()["results"] == []
    for path in (f"{EXPORTS}{number}/", f"{EXPORTS}{number}/download/"):
        assert other.get(path).status_code == 404
    assert other.delete(f"{EXPORTS}{number}/").status_code == 404
    assert [job["id"] for job in api.get(EXPORTS).json()["results"]] == [number]
    assert api.delete(f"{EXPORTS}{number}/").status_code == 204
    assert not Export.objects.exists()


def test_a_token_needs_the_scope(integration: User, brought_in: BroughtIn) -> None:
    reading = api_with_token(make_token(integration, "articles:read", "annotations:read").shown_once)
    assert reading.post(EXPORTS, {"as": "csv"}).json()["code"] == "scope_missing"
    exporting = api_with_token(make_token(integration, "export").shown_once)
    assert exporting.post(EXPORTS, {"as": "csv"}).status_code == 201


def test_the_same_key_asks_once(api: APIClient, brought_in: BroughtIn) -> None:
    headers = {"Idempotency-Key": "5f0c"}
    first, second = (api.post(EXPORTS, {"as": "csv"}, headers=headers).json() for _ in range(2))
    assert first == second
    assert Export.objects.count() == 1


def test_the_page_goes_from_list_to_file(pages: Client, editor: User, brought_in: BroughtIn) -> None:
    bring_in(editor, "Ein anderer Text.", title="Kulturstück", desk="Kultur")
    html = pages.get("/articles/?desk=Kultur").content.decode()
    assert '<input type="hidden" name="desk" value="Kultur">' in html
    page = pages.post("/exports/new/", {"as": "jsonl", "desk": "Kultur"}, follow=True)
    export = Export.objects.get()
    assert f'data-job="/api/v1/exports/{export.pk}/"' in page.content.decode()
    run()
    assert f"/exports/{export.pk}/download/" in pages.get("/exports/").content.decode()
    assert [line["title"] for line in lines(pages.get(f"/exports/{export.pk}/download/"))] == ["Kulturstück"]
    pages.post(f"/exports/{export.pk}/discard/")
    assert not Export.objects.exists()


def test_the_page_shows_nothing_of_others(pages: Client, colleague: User, brought_in: BroughtIn) -> None:
    api_for(colleague).post(EXPORTS, {"as": "csv"})
    run()
    number = Export.objects.get().pk
    assert f"/exports/{number}/" not in pages.get("/exports/").content.decode()
    assert pages.get(f"/exports/{number}/download/").status_code == 404
    assert pages.post(f"/exports/{number}/discard/").status_code == 404


def test_filters_as_json_writes_them(api: APIClient, editor: User, brought_in: BroughtIn) -> None:
    chosen = {"uploaded_by": editor.pk, "has_open": False}
    assert api.post(EXPORTS, {"as": "csv", "filters": chosen}).status_code == 201


def test_an_unknown_filter_is_told_which_there_are(api: APIClient, brought_in: BroughtIn) -> None:
    detail = api.post(EXPORTS, {"as": "csv", "filters": {"colour": "blue"}}).json()["detail"]
    assert "desk" in detail
    assert "published_after" in detail
