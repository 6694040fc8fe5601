"""Who may do what over the API: every endpoint, every role, and nobody at all."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from annotations.api.concurrency import etag
from annotations.models import Annotation, Article, Event, Source, Speaker, WebhookEndpoint
from annotations.roles import ADMINISTRATOR, CHECKER, EDITOR, INTEGRATION, MODERATOR
from annotations.services.articles import BroughtIn
from annotations.services.sentences import wave_through
from tests.conftest import api_for
from tests.factories import TEXT, bring_in, make_token, make_user, things_to_check
from tests.schema_conformity import ConformingClient

pytestmark = pytest.mark.django_db

PEOPLE = (EDITOR, CHECKER, MODERATOR, ADMINISTRATOR)
BRINGING = (EDITOR, MODERATOR, ADMINISTRATOR, INTEGRATION)
HEADS = (MODERATOR, ADMINISTRATOR)
EVERYBODY = (*PEOPLE, INTEGRATION)
CREATE_MANY = {
    "operations": [{"op": "create", "version": 1, "kind": "claim", "start": 0, "end": 3, "exact": "Der"}],
    "atomic": False,
}
LISTENING = (*HEADS, INTEGRATION)
# method, path, body, roles it is open to
ENDPOINTS: list[tuple[str, str, Any, tuple[str, ...]]] = [
    ("get", "articles/", None, EVERYBODY),
    ("post", "articles/", {"title": "T", "text": "Text."}, BRINGING),
    ("get", "articles/{article}/", None, EVERYBODY),
    ("patch", "articles/{article}/", {"desk": "Kultur"}, BRINGING),
    ("delete", "articles/{own_article}/", None, BRINGING),
    ("post", "articles/{own_article}/restore/", None, BRINGING),
    ("get", "articles/{article}/versions/", None, EVERYBODY),
    ("post", "articles/{article}/versions/", {"text": "Ein neuer Text."}, BRINGING),
    ("get", "articles/{article}/runs/", None, EVERYBODY),
    ("post", "articles/{article}/runs/", None, EVERYBODY),
    ("get", "articles/{article}/changes/", None, EVERYBODY),
    ("get", "articles/{article}/sentences/", None, EVERYBODY),
    ("post", "articles/{article}/sentences/", {"start": 0, "end": 3, "exact": "Der"}, PEOPLE),
    ("delete", "articles/{article}/sentences/{sentence}/", None, PEOPLE),
    ("get", "articles/{article}/export/?as=jsonl", None, EVERYBODY),
    ("get", "exports/", None, EVERYBODY),
    ("post", "exports/", {"as": "csv"}, EVERYBODY),
    ("get", "imports/", None, BRINGING),
    ("post", "imports/", {"format": "jsonl", "content": ""}, BRINGING),
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
    ("post", "annotations/bulk/", CREATE_MANY, EVERYBODY),
    ("get", "annotations/{annotation}/verdict/", None, EVERYBODY),
    ("post", "annotations/{fact}/verdict/", {"status": "author_alone"}, PEOPLE),
    ("post", "annotations/{checked}/countersign/", None, PEOPLE),
    ("post", "annotations/{asked}/answer/", {"answer": "So steht es im Protokoll."}, PEOPLE),
    ("get", "annotations/{annotation}/comments/", None, EVERYBODY),
    ("post", "annotations/{annotation}/comments/", {"text": "Stimmt das?"}, PEOPLE),
    ("post", "comments/{comment}/resolve/", None, PEOPLE),
    ("post", "comments/{comment}/reopen/", None, PEOPLE),
    ("get", "annotations/{annotation}/corrections/", None, EVERYBODY),
    ("post", "annotations/{released}/corrections/", {"text": "Es waren elf."}, HEADS),
    ("get", "articles/{article}/check/", None, EVERYBODY),
    ("get", "articles/{article}/release/", None, EVERYBODY),
    ("post", "articles/{article}/release/", {"reason": "Der Druck wartet."}, HEADS),
    ("post", "articles/{released_article}/reopen/", {"reason": "Neue Lage."}, HEADS),
    ("get", "releases/{release}/", None, EVERYBODY),
    ("get", "articles/{article}/assignments/", None, EVERYBODY),
    ("post", "articles/{article}/assignments/", {"checker": "{person}"}, PEOPLE),
    ("delete", "assignments/{assignment}/", None, PEOPLE),
    ("get", "queue/", None, EVERYBODY),
    ("get", "sources/", None, EVERYBODY),
    ("post", "sources/", {"title": "Protokoll"}, PEOPLE),
    ("get", "sources/{source}/", None, EVERYBODY),
    ("patch", "sources/{source}/", {"title": "Protokoll"}, PEOPLE),
    ("get", "sources/{source}/facts/", None, EVERYBODY),
    ("get", "sources/{source}/copies/", None, EVERYBODY),
    ("post", "sources/{source}/copies/", {"fetch": True}, PEOPLE),
    ("get", "sources/{source}/fetches/", None, EVERYBODY),
    ("get", "sources/{source}/fetches/{fetch}/", None, EVERYBODY),
    ("get", "speakers/", None, EVERYBODY),
    ("post", "speakers/", {"name": "Neue Stimme"}, HEADS),
    ("get", "speakers/{speaker}/", None, EVERYBODY),
    ("patch", "speakers/{speaker}/", {"function": "Sprecherin"}, HEADS),
    ("get", "speakers/{speaker}/quotes/", None, EVERYBODY),
    ("post", "speakers/{speaker}/merge/", {"into": "{other_speaker}"}, HEADS),
    ("post", "speakers/{merged_speaker}/split/", None, HEADS),
    ("get", "changes/", None, EVERYBODY),
    ("get", "events/", None, EVERYBODY),
    ("get", "tokens/", None, EVERYBODY),
    ("post", "tokens/", {"name": "Archiv", "scopes": ["articles:read"]}, EVERYBODY),
    ("get", "webhooks/", None, LISTENING),
    ("post", "webhooks/", {"url": "https://cms.example/", "event_types": ["run.finished"]}, LISTENING),
    ("get", "webhooks/{webhook}/", None, LISTENING),
    ("patch", "webhooks/{webhook}/", {"description": "CMS"}, LISTENING),
    ("delete", "webhooks/{webhook}/", None, LISTENING),
    ("post", "webhooks/{webhook}/rotate-secret/", None, LISTENING),
    ("post", "webhooks/{webhook}/pause/", None, LISTENING),
    ("post", "webhooks/{webhook}/resume/", None, LISTENING),
    ("post", "webhooks/{webhook}/test/", None, LISTENING),
    ("get", "webhooks/{webhook}/deliveries/", None, LISTENING),
    ("post", "webhooks/{webhook}/deliveries/{delivery}/repeat/", None, LISTENING),
    ("get", "me/", None, EVERYBODY),
    ("patch", "me/", {"theme": "dark"}, EVERYBODY),
    ("get", "schema/", None, (*EVERYBODY, "nobody")),
]


@pytest.fixture
def numbers(with_suggestions: BroughtIn) -> dict[str, int]:
    """What the table names: one of each thing an endpoint is about."""
    article, version = with_suggestions.article, with_suggestions.version
    return {
        "article": article.pk,
        "version": version.pk,
        "run": with_suggestions.run.pk,
        "annotation": Annotation.objects.order_by("id")[0].pk,
        "own_article": bring_in(with_suggestions.article.uploader).article.pk,
        "sentence": _waved_through(with_suggestions),
        **things_to_check(with_suggestions),
    }


def _waved_through(brought_in: BroughtIn) -> int:
    version, words = brought_in.version, brought_in.version.text[:3]
    actor = brought_in.article.uploader
    number: int = wave_through(version=version, start=0, end=3, exact=words, actor=actor).review.pk
    return number


def ask(client: APIClient, method: str, path: str, body: Any, numbers: dict[str, int]) -> int:
    full = path.format(**numbers)
    if body and "start" in body:
        body = {**body, "version": numbers["version"]}
    if body:
        body = {name: numbers[v[1:-1]] if str(v).startswith("{") else v for name, v in body.items()}
    headers = {}
    models = {"annotations": Annotation, "articles": Article, "sources": Source, "speakers": Speaker}
    kind, number = full.split("/")[:2]
    if kind in models and number.isdigit():
        headers = {"If-Match": etag(models[kind].objects.get(pk=number))}
    status: int = getattr(client, method)(f"/api/v1/{full}", body, headers=headers).status_code
    return status


@pytest.mark.parametrize(("method", "path", "body", "open_to"), ENDPOINTS, ids=lambda v: str(v)[:40])
@pytest.mark.parametrize("role", [*EVERYBODY, "nobody"])
def test_role(method: str, path: str, body: Any, open_to: tuple[str, ...], role: str, numbers: dict[str, int]) -> None:
    user = make_user(None if role == "nobody" else role)
    Article.objects.filter(pk=numbers["own_article"]).update(uploader=user)
    WebhookEndpoint.objects.update(owner=user)  # everybody keeps her own
    status = ask(api_for(user), method, path, body, numbers)
    assert status in (200, 201, 202, 204) if role in open_to else status == 403


@pytest.mark.parametrize(("method", "path", "body", "_open_to"), ENDPOINTS, ids=lambda v: str(v)[:40])
def test_anonymous_is_told_to_sign_in(
    method: str, path: str, body: Any, _open_to: tuple[str, ...], numbers: dict[str, int]
) -> None:
    before = Annotation.objects.values_list("pk", "revision")
    assert ask(api_for(None), method, path, body, numbers) == 401
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

    tested = {re.sub(r"\{\w+\}", "<int:pk>", path.split("?")[0]) for _method, path, _body, _roles in ENDPOINTS}
    named = {re.sub(r"<int:\w+>", "<int:pk>", str(p.pattern)) for p in urlpatterns}
    # Undo needs an event, the documentation is open to everybody, and these are seen by their owner alone.
    own = {f"{name}/<int:pk>/" for name in ("tokens", "exports", "imports")}
    own |= {"exports/<int:pk>/download/", "imports/<int:pk>/results/"}
    assert named - tested == {"annotations/<int:pk>/undo/", *own, "docs/"}


def test_token_opens_the_api_and_is_kept_as_a_digest(integration: User, with_suggestions: BroughtIn) -> None:
    made = make_token(integration)
    token = made.shown_once
    assert token.startswith("beleg_")
    assert token not in made.token.secret.digest
    client = ConformingClient()
    assert client.get("/api/v1/me/", headers={"Authorization": f"Token {token}"}).json()["roles"] == ["integration"]
    assert client.get("/api/v1/me/", headers={"Authorization": "Token beleg_wrong"}).status_code == 401


def test_a_person_who_loses_the_role_loses_the_right_at_once(integration: User) -> None:
    token = make_token(integration).shown_once
    integration.groups.clear()
    answer = ConformingClient().post(
        "/api/v1/articles/", {"title": "T", "text": TEXT}, headers={"Authorization": f"Token {token}"}
    )
    assert answer.status_code == 403
