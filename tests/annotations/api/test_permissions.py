"""Who may do what over the API: every endpoint, every role, and nobody at all."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from knox.models import AuthToken
from rest_framework.test import APIClient

from annotations.models import Annotation, Event
from annotations.roles import ADMINISTRATOR, EDITOR, INTEGRATION, MODERATOR
from annotations.services.articles import BroughtIn
from annotations.services.sentences import wave_through
from tests.conftest import api_for
from tests.factories import TEXT, make_user

pytestmark = pytest.mark.django_db

PEOPLE = (EDITOR, MODERATOR, ADMINISTRATOR)
EVERYBODY = (*PEOPLE, INTEGRATION)
# method, path, body, roles it is open to
ENDPOINTS: list[tuple[str, str, Any, tuple[str, ...]]] = [
    ("get", "articles/", None, EVERYBODY),
    ("post", "articles/", {"title": "T", "text": "Text."}, EVERYBODY),
    ("get", "articles/{article}/", None, EVERYBODY),
    ("patch", "articles/{article}/", {"desk": "Kultur"}, EVERYBODY),
    ("get", "articles/{article}/versions/", None, EVERYBODY),
    ("get", "articles/{article}/runs/", None, EVERYBODY),
    ("post", "articles/{article}/runs/", None, EVERYBODY),
    ("get", "articles/{article}/changes/", None, EVERYBODY),
    ("get", "articles/{article}/sentences/", None, EVERYBODY),
    ("post", "articles/{article}/sentences/", {"start": 0, "end": 3, "exact": "Der"}, PEOPLE),
    ("delete", "articles/{article}/sentences/{sentence}/", None, PEOPLE),
    ("get", "versions/{version}/", None, EVERYBODY),
    ("get", "runs/{run}/", None, EVERYBODY),
    ("get", "annotations/", None, EVERYBODY),
    ("post", "annotations/", {"kind": "claim", "start": 0, "end": 3, "exact": "Der"}, EVERYBODY),
    ("get", "annotations/{annotation}/", None, EVERYBODY),
    ("patch", "annotations/{annotation}/", {"kind": "claim"}, PEOPLE),
    ("delete", "annotations/{annotation}/", None, PEOPLE),
    ("post", "annotations/{annotation}/accept/", None, PEOPLE),
    ("post", "annotations/{annotation}/reject/", None, PEOPLE),
    ("post", "annotations/{annotation}/restore/", None, PEOPLE),
    ("post", "annotations/bulk/", {"operations": [{"op": "accept", "id": 1, "revision": 1}], "atomic": False}, PEOPLE),
    ("get", "me/", None, EVERYBODY),
    ("get", "schema/", None, (*EVERYBODY, "nobody")),
]


def ask(client: APIClient, method: str, path: str, body: Any, article: BroughtIn) -> int:
    annotation = Annotation.objects.order_by("id")[0]
    numbers = {"article": article.article.pk, "version": article.version.pk, "run": article.run.pk}
    if "{sentence}" in path:
        start, end = 0, 3
        place = {"version": article.version, "start": start, "end": end, "exact": article.version.text[start:end]}
        numbers["sentence"] = wave_through(**place, actor=article.article.uploader).review.pk
    full = path.format(**numbers, annotation=annotation.pk)
    if body and "start" in body:
        body = {**body, "version": article.version.pk}
    headers = {"If-Match": f'"annotation-{annotation.pk}-{annotation.revision}"'}
    status: int = getattr(client, method)(f"/api/v1/{full}", body, headers=headers).status_code
    return status


@pytest.mark.parametrize(("method", "path", "body", "open_to"), ENDPOINTS, ids=lambda v: str(v)[:40])
@pytest.mark.parametrize("role", [*EVERYBODY, "nobody"])
def test_role(
    method: str, path: str, body: Any, open_to: tuple[str, ...], role: str, with_suggestions: BroughtIn
) -> None:
    client = api_for(make_user(None if role == "nobody" else role))
    status = ask(client, method, path, body, with_suggestions)
    assert status in (200, 201) if role in open_to else status == 403


@pytest.mark.parametrize(("method", "path", "body", "_open_to"), ENDPOINTS, ids=lambda v: str(v)[:40])
def test_anonymous_is_told_to_sign_in(
    method: str, path: str, body: Any, _open_to: tuple[str, ...], with_suggestions: BroughtIn
) -> None:
    before = Annotation.objects.values_list("pk", "revision")
    assert ask(api_for(None), method, path, body, with_suggestions) == 401
    assert set(Annotation.objects.values_list("pk", "revision")) == set(before)


@pytest.mark.parametrize(("role", "status"), [(INTEGRATION, 403), (None, 403), ("anonymous", 401), (EDITOR, 403)])
def test_undo(role: str | None, status: int, with_suggestions: BroughtIn) -> None:
    """The editor's role lets her in; that the event is not hers, the service says."""
    event = Event.objects.filter(verb="suggested")[0]
    client = api_for(None if role == "anonymous" else make_user(role))
    answer = client.post(f"/api/v1/annotations/{event.object_id}/undo/", {"event": event.pk})
    assert answer.status_code == status
    assert (answer.json()["code"] == "not_allowed") == (role == EDITOR)


def test_every_endpoint_stands_in_the_table() -> None:
    from annotations.api.urls import urlpatterns

    tested = {
        path.split("/")[-2] if "{" not in path.split("/")[-2] else path.split("/")[0] for _m, path, _b, _r in ENDPOINTS
    }
    named = {str(p.pattern).rstrip("/").split("/")[-1] for p in urlpatterns}
    assert {n for n in named if "<" not in n} - tested == {"undo"}, "undo has its own tests: it needs an event"


def test_token_opens_the_api_and_is_kept_as_a_digest(integration: User, with_suggestions: BroughtIn) -> None:
    stored, token = AuthToken.objects.create(user=integration)
    assert token.startswith("beleg_")
    assert token not in stored.digest
    client = APIClient()
    assert client.get("/api/v1/me/", headers={"Authorization": f"Token {token}"}).json()["roles"] == ["integration"]
    assert client.get("/api/v1/me/", headers={"Authorization": "Token beleg_wrong"}).status_code == 401


def test_a_person_who_loses_the_role_loses_the_right_at_once(integration: User) -> None:
    _stored, token = AuthToken.objects.create(user=integration)
    integration.groups.clear()
    answer = APIClient().post(
        "/api/v1/articles/", {"title": "T", "text": TEXT}, headers={"Authorization": f"Token {token}"}
    )
    assert answer.status_code == 403
