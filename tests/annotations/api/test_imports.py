"""Imports over the API and on their pages; everybody sees her own."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from rest_framework.test import APIClient

from annotations import jobs
from annotations.models import Annotation, Article, Import
from annotations.services import imports
from tests.conftest import api_for, api_with_token
from tests.factories import make_token

pytestmark = pytest.mark.django_db
IMPORTS = "/api/v1/imports/"
GOOD = {"title": "Bericht", "text": "Es kamen 20 Gäste.", "external_id": "7"}
MARKED = {**GOOD, "annotations": [{"kind": "figure", "start": 9, "end": 11, "exact": "20"}]}


def run() -> None:
    assert jobs.execute(imports.KIND)


def body(*rows: Any, **values: Any) -> dict[str, Any]:
    return {"format": "jsonl", "content": "\n".join(json.dumps(row) for row in rows), **values}


def test_every_row_has_its_result(api: APIClient) -> None:
    job = api.post(IMPORTS, body(MARKED, GOOD, {"title": "Leer", "text": " "})).json()
    assert (job["state"], job["created"]) == ("queued", 0)
    run()
    job = api.get(f"{IMPORTS}{job['id']}/").json()
    assert [job[name] for name in ("state", "done", "total", "created", "unchanged", "failed")] == [
        "finished",
        4,
        4,
        2,
        1,
        1,
    ]
    results = api.get(f"{IMPORTS}{job['id']}/results/").json()["results"]
    assert [(r["row"], r["item"], r["outcome"], r["object_type"]) for r in results] == [
        (1, 0, "created", "article"),
        (1, 1, "created", "annotation"),
        (2, 0, "unchanged", "article"),
        (3, 0, "failed", "article"),
    ]
    assert results[0]["object_id"] == results[2]["object_id"] == Article.objects.get().pk
    [failed] = api.get(f"{IMPORTS}{job['id']}/results/", {"outcome": "failed"}).json()["results"]
    assert failed["problem"]["code"] == "empty_text"
    assert failed["problem"]["detail"]


def test_sentences_are_in_the_language_of_who_asked(api: APIClient) -> None:
    number = api.post(IMPORTS, body({"title": "Leer", "text": " "}), headers={"Accept-Language": "en"}).json()["id"]
    run()
    [result] = api.get(f"{IMPORTS}{number}/results/").json()["results"]
    assert result["problem"]["detail"].startswith("The text is empty.")


def test_a_file_is_taken_as_well(api: APIClient) -> None:
    file = SimpleUploadedFile("bericht.jsonl", json.dumps(GOOD).encode())
    answer = api.post(IMPORTS, {"format": "jsonl", "file": file, "desk": "Kultur"}, format="multipart")
    assert (answer.status_code, answer.json()["name"]) == (201, "bericht.jsonl")
    run()
    assert Article.objects.get().desk == "Kultur"


@pytest.mark.parametrize("wrong", [{"format": "docx", "content": ""}, {"format": "jsonl"}, {"content": "{}"}])
def test_says_what_is_wrong(wrong: dict[str, Any], api: APIClient) -> None:
    answer = api.post(IMPORTS, wrong)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert not Import.objects.exists()


def test_a_file_that_is_too_large_is_refused(api: APIClient, settings: Any) -> None:
    settings.IMPORT_LIMIT_BYTES = 10
    answer = api.post(IMPORTS, body(GOOD))
    assert (answer.status_code, answer.json()["code"]) == (413, "file_too_large")


def test_accepted_needs_role_and_scope(editor: User, integration: User) -> None:
    asked = body(MARKED, accepted=True)
    assert api_for(integration).post(IMPORTS, asked).status_code == 403
    narrow = api_with_token(make_token(editor, "articles:write", "annotations:write").shown_once)
    assert narrow.post(IMPORTS, asked).json()["code"] == "scope_missing"
    wide = api_with_token(make_token(editor, "articles:write", "annotations:write", "moderate").shown_once)
    assert wide.post(IMPORTS, asked).status_code == 201
    run()
    assert Annotation.objects.get().state == "accepted"


def test_annotations_need_the_scope_to_write_them(editor: User) -> None:
    narrow = api_with_token(make_token(editor, "articles:write").shown_once)
    assert narrow.post(IMPORTS, body(MARKED)).json()["code"] == "scope_missing"


def test_everybody_sees_her_own(api: APIClient, colleague: User) -> None:
    number = api.post(IMPORTS, body(GOOD)).json()["id"]
    other = api_for(colleague)
    assert other.get(IMPORTS).json()["results"] == []
    assert other.get(f"{IMPORTS}{number}/").status_code == 404
    assert other.get(f"{IMPORTS}{number}/results/").status_code == 404


def test_the_page_goes_from_file_to_results(pages: Client) -> None:
    file = SimpleUploadedFile("bericht.jsonl", f"{json.dumps(MARKED)}\n=kaputt".encode())
    answer = pages.post("/imports/", {"form": "jsonl", "file": file}, follow=True)
    job = Import.objects.get()
    assert f'data-job="/api/v1/imports/{job.pk}/"' in answer.content.decode()
    run()
    html = pages.get(f"/imports/{job.pk}/").content.decode()
    assert f'href="/articles/{Article.objects.get().pk}/"' in html
    problems = pages.get(f"/imports/{job.pk}/?only=problems").content.decode()
    assert f'href="/articles/{Article.objects.get().pk}/"' not in problems
    rows = b"".join(pages.get(f"/imports/{job.pk}/results/").streaming_content).decode()
    assert rows.startswith("\ufeffrow;item;outcome")
    assert "row_unreadable" in rows
    assert "bericht.jsonl" in pages.get("/imports/").content.decode()


def test_the_page_of_somebody_else_is_not_there(pages: Client, colleague: User) -> None:
    api_for(colleague).post(IMPORTS, body(GOOD))
    number = Import.objects.get().pk
    assert pages.get(f"/imports/{number}/").status_code == 404
    assert pages.get(f"/imports/{number}/results/").status_code == 404
