"""Bad input gets a sentence and a code, changes nothing, and is never a 500."""

from __future__ import annotations

import io
import json
from base64 import b64encode
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from rest_framework.test import APIClient

from annotations.models import Annotation, Article
from annotations.services.articles import BroughtIn
from tests.conftest import api_for

pytestmark = pytest.mark.django_db
ARTICLES, ANNOTATIONS = "/api/v1/articles/", "/api/v1/annotations/"
HUGE = "9" * 33


def assert_problem(answer: Any, status: int, code: str) -> dict[str, Any]:
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    document: dict[str, Any] = answer.json()
    codes = {document["code"], *(error["code"] for error in document.get("errors", []))}
    assert code in codes, document
    assert document["status"] == status
    assert document["detail"]
    return document


@pytest.mark.parametrize(
    ("values", "status", "code"),
    [
        ({"text": ""}, 400, "empty_text"),
        ({"text": " \n\u200b"}, 400, "empty_text"),
        ({"text": "a" * 1_000_001}, 400, "text_too_long"),
        ({"text": "a\x00b"}, 400, "null_characters_not_allowed"),
        ({"text": 7, "title": "\x00"}, 400, "null_characters_not_allowed"),
        ({"text": "x", "title": ""}, 400, "blank"),
        ({"text": "x", "published_on": "14.9.2023"}, 400, "invalid"),
        ({"text": "x", "language": "fr"}, 400, "invalid_choice"),
        ({"text": "x", "source_url": "javascript:alert(1)"}, 400, "invalid"),
        ({}, 400, "text_or_file"),
    ],
)
def test_article(api: APIClient, values: dict[str, Any], status: int, code: str) -> None:
    assert_problem(api.post(ARTICLES, {"title": "T", **values}), status, code)
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "status", "code"),
    [
        ("empty.txt", b" ", 400, "empty_text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 400, "not_plain_text"),
        ("report.txt", b"%PDF-1.7 ...", 400, "not_plain_text"),
        ("half.txt", b"\xff\xfea", 400, "not_plain_text"),
        ("large.txt", b"a" * (25 * 2**20), 413, "file_too_large"),
    ],
)
def test_file(api: APIClient, name: str, content: bytes, status: int, code: str) -> None:
    file = SimpleUploadedFile(name, content)
    assert_problem(api.post(ARTICLES, {"title": "T", "file": file}, format="multipart"), status, code)
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"start": -1}, "min_value"),
        ({"end": 10_000}, "span_outside_text"),
        ({"end": 0}, "span_outside_text"),
        ({"exact": "Handschlag"}, "span_mismatch"),
        ({"kind": "rumour"}, "invalid_choice"),
        ({"start": int(HUGE)}, "max_value"),
        ({"version": int(HUGE)}, "max_value"),
        ({"version": 999_999}, "does_not_exist"),
        ({"start": "eins"}, "invalid"),
        ({"exact": None}, "null"),
        ({"exact": "a\x00"}, "null_characters_not_allowed"),
        ({"quote": {"type": "direct"}}, "wrong_kind_fields"),
        ({"parts": [{"role": "counted", "start": 0, "end": 3, "exact": "Der"}]}, "parts_invalid"),
        ({"unit": "bytes"}, "invalid_choice"),
    ],
)
def test_annotation(api: APIClient, brought_in: BroughtIn, change: dict[str, Any], code: str) -> None:
    start = brought_in.version.text.index("Händedruck")
    good = {"version": brought_in.version.pk, "kind": "claim", "start": start, "end": start + 10, "exact": "Händedruck"}
    assert_problem(api.post(ANNOTATIONS, {**good, **change}), 400, code)
    assert not Annotation.objects.exists()


def test_span_that_cuts_an_emoji(api: APIClient, brought_in: BroughtIn) -> None:
    start = brought_in.version.text.index("👩")
    body = {"version": brought_in.version.pk, "kind": "claim", "start": start, "end": start + 1, "exact": "👩"}
    assert_problem(api.post(ANNOTATIONS, body), 400, "span_cuts_character")


def test_mismatch_names_both_strings(api: APIClient, brought_in: BroughtIn) -> None:
    body = {"version": brought_in.version.pk, "kind": "claim", "start": 0, "end": 3, "exact": "Die"}
    document = assert_problem(api.post(ANNOTATIONS, body), 400, "span_mismatch")
    assert (document["expected"], document["found"]) == ("Die", "Der")


def test_errors_speak_the_language_of_the_request(api: APIClient) -> None:
    said = {
        language: api.post(ARTICLES, {"title": "T", "text": ""}, headers={"Accept-Language": language}).json()["detail"]
        for language in ("de", "en")
    }
    assert "leer" in said["de"]
    assert "empty" in said["en"]


@pytest.mark.parametrize(
    "path",
    [
        f"{ARTICLES}{HUGE}/",
        f"{ANNOTATIONS}{HUGE}/",
        "/api/v1/articles/12345/",
        "/api/v1/nothing/here/",
        f"/api/v1/runs/{HUGE}/",
    ],
)
def test_unknown_addresses(api: APIClient, path: str) -> None:
    assert_problem(api.get(path), 404, "not_found")


@pytest.mark.parametrize(
    "query",
    [
        f"uploaded_by={HUGE}",
        "state=perhaps",
        "has_open=perhaps&state=x",
        "published_after=yesterday",
        "cursor=zz",
    ],
)
def test_bad_filters(api: APIClient, query: str) -> None:
    answer = api.get(f"{ARTICLES}?{query}")
    assert answer.status_code in (400, 404), answer.content
    assert answer.json()["detail"]


@pytest.mark.parametrize("query", [f"page_size={HUGE}", f"page={HUGE}", "page_size=0500"])
def test_large_pages_are_bounded(api: APIClient, query: str) -> None:
    assert api.get(f"{ARTICLES}?{query}").status_code == 200


@pytest.mark.parametrize("size", ["0", "-1", "", "x", "1.5", "٣"])
def test_page_sizes_that_are_none(api: APIClient, size: str) -> None:
    answer = api.get(f"{ARTICLES}?page_size={size}")
    assert answer.status_code == 400
    assert answer.json()["errors"][0] | {"detail": ""} == {
        "field": "page_size",
        "code": "invalid_page_size",
        "detail": "",
    }


@pytest.mark.parametrize(
    "query", ["state=", "has_open=", "published_after=", "uploaded_by=", "has_open=banana", "state=x"]
)
def test_filters_without_a_usable_value_never_give_the_whole_list(api: APIClient, query: str) -> None:
    answer = api.get(f"{ARTICLES}?{query}")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == query.partition("=")[0]


@pytest.mark.parametrize(
    ("moment", "status"),
    [("2026-05-04T09:30:00%2B22:16", 200), ("0001-01-01T00:00:00%2B23:00", 400), ("2026-02-30T00:00:00Z", 400)],
)
def test_odd_moments(api: APIClient, moment: str, status: int) -> None:
    """PostgreSQL itself refuses the first one's offset."""
    assert api.get(f"/api/v1/annotations/?created_after={moment}").status_code == status


@pytest.mark.parametrize("text", [12.5, 0, True, None, ["Zwölf Gäste."], {"text": "Zwölf Gäste."}])
def test_what_is_no_text_becomes_none(api: APIClient, brought_in: BroughtIn, text: object) -> None:
    for path in (ARTICLES, f"{ARTICLES}{brought_in.article.pk}/versions/"):
        answer = api.post(path, {"title": "Neu", "text": text} if path == ARTICLES else {"text": text})
        assert answer.status_code == 400, path
        assert answer.json()["errors"][0]["field"] == "text"
    assert brought_in.article.versions.count() == 1


def test_a_moment_from_before_time_zones_can_be_read_by_machines(api: APIClient, brought_in: BroughtIn) -> None:
    """Local time was not yet ahead by whole minutes."""
    path = f"{ARTICLES}{brought_in.article.pk}/"
    etag = api.get(path).headers["ETag"]
    answer = api.patch(path, {"embargo_until": "1756-11-19T21:25:21Z"}, headers={"If-Match": etag})
    assert (answer.status_code, answer.json()["embargo_until"]) == (200, "1756-11-19T21:25:21Z")


@pytest.mark.parametrize("since", [HUGE, "-1", "x"])
def test_bad_since(api: APIClient, brought_in: BroughtIn, since: str) -> None:
    answer = api.get(f"{ARTICLES}{brought_in.article.pk}/changes/?since={since}")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "since"


def test_body_that_is_no_json(api: APIClient) -> None:
    answer = api.post(ARTICLES, "{broken", content_type="application/json")
    assert_problem(answer, 400, "parse_error")


def test_lone_surrogate(api: APIClient) -> None:
    answer = api.post(ARTICLES, b'{"title": "T", "text": "a\\ud83db"}', content_type="application/json")
    assert_problem(answer, 400, "surrogate_characters_not_allowed")


def test_method_that_is_not_there(api: APIClient, brought_in: BroughtIn) -> None:
    assert_problem(api.put(f"{ARTICLES}{brought_in.article.pk}/"), 405, "method_not_allowed")


def test_undo_of_an_event_that_is_not_there(api: APIClient, brought_in: BroughtIn) -> None:
    body = {"version": brought_in.version.pk, "kind": "claim", "start": 0, "end": 3, "exact": "Der"}
    made = api.post(ANNOTATIONS, body).json()["annotation"]
    assert_problem(api.post(f"{ANNOTATIONS}{made['id']}/undo/", {"event": 999_999}), 404, "not_found")


def test_missing_csrf_token_saves_nothing_and_says_so(pages: Client) -> None:
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = pages.cookies
    answer = strict.post(ARTICLES, {"title": "T", "text": "x"}, content_type="application/json")
    assert_problem(answer, 403, "csrf_failed")
    assert not Article.objects.exists()


@pytest.mark.parametrize("path", ["articles/", "annotations/", "annotations/bulk/", "exports/", "me/", "changes/"])
def test_every_address_says_what_it_takes(administrator: User, path: str) -> None:
    answer = api_for(administrator).options(f"/api/v1/{path}")
    assert answer.status_code == 200
    assert "GET" in answer["Allow"] or "POST" in answer["Allow"]


@pytest.mark.parametrize("accept", ["text/html", "application/yaml", "x", "image/png"])
def test_a_form_nobody_writes(api: APIClient, accept: str) -> None:
    assert_problem(api.get(ARTICLES, headers={"Accept": accept}), 406, "not_acceptable")


@pytest.mark.parametrize("opened", ["[", '{"a":'])
def test_json_that_is_nested_too_deeply(api: APIClient, opened: str) -> None:
    answer = api.generic("POST", ARTICLES, opened * 50_000, content_type="application/json")
    assert_problem(answer, 400, "parse_error")


@pytest.mark.parametrize(
    ("path", "position"),
    [
        ("articles/", ""),
        ("articles/", "x"),
        ("annotations/", "2026-01-01"),
        ("events/", "NaN"),
        ("articles/?ordering=-open_suggestions", "many"),
        ("articles/?ordering=title", "\0"),
        ("tokens/", "9" * 30),
    ],
)
def test_a_cursor_whose_position_is_none(api: APIClient, path: str, position: str) -> None:
    cursor = b64encode(f"p={quote(position)}".encode()).decode()
    separator = "&" if "?" in path else "?"
    assert_problem(api.get(f"/api/v1/{path}{separator}cursor={quote(cursor)}"), 400, "invalid_cursor")


def test_a_body_beyond_every_limit(api: APIClient) -> None:
    length = str(200 * 2**20)
    answer = api.generic("POST", ARTICLES, "{}", content_type="application/json", CONTENT_LENGTH=length)
    assert_problem(answer, 413, "request_too_large")


def test_without_the_last_slash_the_same_request_is_asked_for_with_it(api: APIClient) -> None:
    answer = api.post(ARTICLES.removesuffix("/"), {"title": "T", "text": "Ein Satz."})
    assert (answer.status_code, answer.headers["Location"]) == (308, ARTICLES), "301 would make a GET of it"


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("sources/", {"title": "T", "kind": "\ud800"}),
        ("articles/", {"title": "T", "text": "Ein Satz.", "language": "a\udfff"}),
        ("exports/", {"as": "csv", "filters": {"\ud800": "x"}}),
        ("tokens/", {"name": "T", "scopes": ["\ud800"]}),
    ],
)
def test_half_a_surrogate_pair_is_quoted_as_a_question_mark(api: APIClient, path: str, body: dict[str, Any]) -> None:
    answer = api.generic("POST", f"/api/v1/{path}", json.dumps(body), content_type="application/json")
    assert "?" in assert_problem(answer, 400, answer.json()["code"])["detail"]


def test_a_connection_that_breaks_off_is_no_fault_of_ours(api: APIClient) -> None:
    class Broken(io.RawIOBase):
        def read(self, _size: int = -1) -> bytes:
            raise ConnectionResetError

    for path, kind in (("/api/v1/imports/", "multipart/form-data; boundary=x"), (ARTICLES, "application/json")):
        sent: Any = {"wsgi.input": Broken(), "CONTENT_LENGTH": "900"}
        assert_problem(api.generic("POST", path, b"{", content_type=kind, **sent), 400, "bad_request")
