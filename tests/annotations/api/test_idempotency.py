"""The same request again is answered, not done again."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models import Annotation, ApiToken, Article, Event, IdempotencyKey
from annotations.roles import EDITOR
from annotations.services.articles import BroughtIn
from annotations.services.idempotency import purge_keys
from tests.conftest import api_for
from tests.factories import TEXT, bring_in, make_user, mark

pytestmark = pytest.mark.django_db
ARTICLES = "/api/v1/articles/"
BODY = {"title": "Gipfel", "text": TEXT}


def key(value: str = "a-key") -> dict[str, str]:
    return {"Idempotency-Key": value}


def test_the_same_request_again_is_answered_as_before(api: APIClient) -> None:
    first = api.post(ARTICLES, BODY, headers=key())
    again = api.post(ARTICLES, BODY, headers=key())
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert "Idempotent-Replayed" not in first.headers
    assert again.headers["Idempotent-Replayed"] == "true"
    assert Article.objects.count() == 1


def test_another_request_under_the_same_key_is_refused(api: APIClient) -> None:
    api.post(ARTICLES, BODY, headers=key())
    answer = api.post(ARTICLES, {**BODY, "title": "Anderes"}, headers=key())
    assert (answer.status_code, answer.json()["code"]) == (422, "key_reused")
    assert Article.objects.count() == 1


def test_an_upload_is_recognised_by_its_bytes_not_its_wrapping(api: APIClient) -> None:
    def upload(content: bytes) -> int:
        file = SimpleUploadedFile("gipfel.txt", content)
        status: int = api.post(ARTICLES, {"title": "G", "file": file}, format="multipart", headers=key()).status_code
        return status

    assert [upload(b"Ein Text."), upload(b"Ein Text."), upload(b"Ein anderer.")] == [201, 201, 422]
    assert Article.objects.count() == 1


def test_what_failed_can_be_tried_again_with_the_same_key(api: APIClient, brought_in: BroughtIn) -> None:
    body = {"version": brought_in.version.pk, "kind": "claim", "start": 0, "end": 3, "exact": "Die"}
    assert api.post("/api/v1/annotations/", body, headers=key()).status_code == 400
    right = {**body, "exact": "Der"}
    assert api.post("/api/v1/annotations/", right, headers=key()).status_code == 201
    operations = {"operations": [{"op": "accept", "id": 999_999, "revision": 1}]}
    assert api.post("/api/v1/annotations/bulk/", operations, headers=key("b")).status_code == 409
    assert list(IdempotencyKey.objects.values_list("key", flat=True)) == ["a-key"]


def test_the_answer_keeps_its_etag(api: APIClient, brought_in: BroughtIn) -> None:
    body = {"version": brought_in.version.pk, "kind": "claim", "start": 0, "end": 3, "exact": "Der"}
    first, again = (api.post("/api/v1/annotations/", body, headers=key()) for _ in range(2))
    assert again.headers["ETag"] == first.headers["ETag"]
    assert Event.objects.filter(object_type="annotation").count() == 1


def test_keys_belong_to_a_person(api: APIClient, colleague: User) -> None:
    api.post(ARTICLES, BODY, headers=key())
    assert api_for(colleague).post(ARTICLES, {"title": "Ihres", "text": "Text."}, headers=key()).status_code == 201
    assert Article.objects.count() == 2


def test_a_token_is_not_kept_with_the_answer(api: APIClient) -> None:
    body = {"name": "Archiv", "scopes": ["articles:read"]}
    first = api.post("/api/v1/tokens/", body, headers=key())
    again = api.post("/api/v1/tokens/", body, headers=key())
    assert first.json()["token"].startswith("beleg_")
    assert again.json() == {**first.json(), "token": None}
    assert first.json()["token"] not in str(IdempotencyKey.objects.get().answer)
    assert ApiToken.objects.count() == 1


@pytest.mark.parametrize("wrong", ["", "ä", "x" * 201, "with space"])
def test_a_key_that_is_none_is_refused(api: APIClient, wrong: str) -> None:
    answer = api.post(ARTICLES, BODY, headers=key(wrong))
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, "invalid_key")
    assert not Article.objects.exists()


def test_a_key_is_kept_for_a_day(api: APIClient) -> None:
    api.post(ARTICLES, BODY, headers=key())
    assert purge_keys() == 0
    IdempotencyKey.objects.update(created_at=timezone.now() - timedelta(hours=25))
    assert api.post(ARTICLES, {**BODY, "title": "Am Tag danach"}, headers=key()).status_code == 201
    IdempotencyKey.objects.update(created_at=timezone.now() - timedelta(hours=25))
    assert purge_keys() == 1


@pytest.mark.django_db(transaction=True)
def test_twenty_five_keys_eight_times_each_at_once_make_twenty_five_rows() -> None:
    editor = make_user(EDITOR)
    version = bring_in(editor, "Wort für Wort. " * 30).version
    answers: list[tuple[int, int]] = []

    def post(number: int) -> None:
        start = number * 15
        body = {
            "version": version.pk,
            "kind": "claim",
            "start": start,
            "end": start + 8,
            "exact": version.text[start : start + 8],
        }
        try:
            answer = api_for(editor).post("/api/v1/annotations/", body, headers=key(f"key-{number}"))
            answers.append((answer.status_code, answer.json()["annotation"]["id"]))
        finally:
            connection.close()

    for number in range(25):
        threads = [threading.Thread(target=post, args=(number,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert Annotation.objects.count() == Event.objects.filter(object_type="annotation").count() == 25
    assert {status for status, _ in answers} == {201}
    assert set(Counter(pk for _status, pk in answers).values()) == {8}


@pytest.mark.parametrize("method", ["patch", "delete"])
def test_a_change_and_a_removal_are_answered_again(
    api: APIClient, editor: User, brought_in: BroughtIn, method: str
) -> None:
    """What is based on a revision that is gone by now would else be refused as somebody else's change."""
    fact = mark(editor, brought_in.version, "Händedruck")
    send = getattr(api, method)
    headers = {"If-Match": f'"annotation-{fact.pk}-{fact.revision}"', **key()}
    body = {"kind": "figure"} if method == "patch" else None
    first, again = (send(f"/api/v1/annotations/{fact.pk}/", body, headers=headers) for _ in range(2))
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.json() == first.json()
    assert again.headers["ETag"] == first.headers["ETag"]
    assert Event.objects.filter(object_type="annotation", object_id=fact.pk).count() == 2
