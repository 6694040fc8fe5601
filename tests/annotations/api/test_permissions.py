"""Who may do what over the API: every endpoint, every role, and nobody at all."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from rest_framework.test import APIClient

from annotations import jobs
from annotations.api.concurrency import etag
from annotations.models import (
    Annotation,
    Article,
    Comment,
    Desk,
    Event,
    Export,
    Import,
    Quote,
    Source,
    Speaker,
    WebhookEndpoint,
)
from annotations.queries.exports import AnnotationChoice
from annotations.roles import ADMINISTRATOR, CHECKER, EDITOR, INTEGRATION, MODERATOR
from annotations.services import exports, imports
from annotations.services.articles import BroughtIn
from annotations.services.sentences import wave_through
from tests.conftest import api_for
from tests.factories import TEXT, bring_in, check, make_token, make_user, things_to_check
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
# What of the names in an address leads to an article.
OF_AN_ARTICLE = {"article", "version", "run", "annotation", "fact", "checked", "asked", "comment", "sentence"} | {
    "released",
    "released_article",
    "release",
    "assignment",
}
# What the article is to the person, and whether she sees it without being an administrator.
SIGHT = {"open": True, "own_closed": True, "other_closed": False, "embargoed": False, "own_embargoed": True}
# method, path, roles it is open to; everybody sees her own alone
OF_ONES_OWN = [
    ("delete", "tokens/{token}/", None),
    ("get", "exports/{export}/", None),
    ("get", "exports/{export}/download/", None),
    ("get", "imports/{import}/", "annotations.add_import"),
    ("get", "imports/{import}/results/", "annotations.add_import"),
]
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
    ("delete", "comments/{comment}/", None, PEOPLE),
    ("post", "comments/{comment}/restore/", None, PEOPLE),
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
    Comment.objects.update(author=user)  # and takes back her own
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


def _placed(name: str, user: User) -> None:
    """Every article there is, at a desk that is to the person what `name` says."""
    desk = Desk.objects.create(name="Recherche", is_closed=name.endswith("closed"))
    if name.startswith("own"):
        desk.members.add(user)
    embargo = timezone.now() + timedelta(hours=1) if "embargo" in name else None
    Article.objects.update(desk=desk.name, embargo_until=embargo)


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("role", EVERYBODY)
def test_articles_of_other_desks_and_under_embargo(role: str, sight: str, numbers: dict[str, int]) -> None:
    """Reading where it is seen; where it is not, nothing of it is there for any method."""
    user = make_user(role)
    _placed(sight, user)
    is_seen = SIGHT[sight] or role == ADMINISTRATOR
    events = Event.objects.count()
    client = api_for(user)
    for method, path, body, open_to in ENDPOINTS:
        if not OF_AN_ARTICLE & set(re.findall(r"\{(\w+)\}", path)) or (is_seen and method != "get"):
            continue
        expected = 403 if role not in open_to else 200 if is_seen else 404
        assert (method, path, ask(client, method, path, body, numbers)) == (method, path, expected)
    assert Event.objects.count() == events


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("role", EVERYBODY)
def test_lists_hold_what_one_sees(role: str, sight: str, numbers: dict[str, int]) -> None:
    user = make_user(role)
    fact = Annotation.objects.get(pk=numbers["fact"])
    spoken = Quote.objects.exclude(speaker=None).select_related("speaker")[0]
    check(fact.version.article.uploader, fact, "confirmed", source=Source.objects.get(pk=numbers["source"]))
    _placed(sight, user)
    is_seen = SIGHT[sight] or role == ADMINISTRATOR
    client = api_for(user)
    lists = (
        "articles/",
        "annotations/",
        f"sources/{numbers['source']}/facts/",
        f"speakers/{spoken.speaker_id}/quotes/",
    )
    for path in lists:
        assert (path, bool(client.get(f"/api/v1/{path}").json()["results"])) == (path, is_seen)
    told = client.get("/api/v1/events/?page_size=500").json()["results"]
    assert bool([event for event in told if event["article"] is not None]) == is_seen
    fed = client.get("/api/v1/changes/").json()
    assert [bool(fed[name]) for name in ("articles", "versions", "runs", "annotations")] == [is_seen] * 4
    assert is_seen or client.get("/api/v1/queue/").json()["results"] == []
    chosen = client.post("/api/v1/exports/", {"as": "jsonl"})
    assert chosen.status_code == (201 if is_seen else 400)
    [source] = client.get("/api/v1/sources/").json()["results"]
    assert bool(source["fact_count"]) == is_seen


@pytest.mark.parametrize("is_own", [True, False])
@pytest.mark.parametrize("role", [*EVERYBODY, "nobody"])
def test_what_is_ones_own(role: str, is_own: bool, numbers: dict[str, int]) -> None:
    user, owner = make_user(None if role == "nobody" else role), make_user(ADMINISTRATOR)
    chosen, site = AnnotationChoice(), "https://beleg.example"
    export = exports.request_export(articles=[numbers["article"]], form="jsonl", choice=chosen, site=site, actor=owner)
    assert jobs.execute(exports.KIND, export.pk)
    made = make_token(user if is_own else owner).token
    job = imports.request_import(form="jsonl", content=b"{}", name="a.jsonl", actor=owner)
    if is_own:
        Export.objects.update(requested_by=user)
        Import.objects.update(requested_by=user)
    own = {"token": made.pk, "export": export.pk, "import": job.pk}
    for method, path, permission in reversed(OF_ONES_OWN):  # the token is deleted last
        status = ask(api_for(user), method, path, None, own)
        may = role != "nobody" and (permission is None or user.has_perm(permission))
        assert (path, status in (200, 204) if may and is_own else status) == (
            path,
            True if may and is_own else 404 if may else 403,
        )


def test_every_endpoint_stands_in_the_table() -> None:
    from annotations.api.urls import urlpatterns

    tested = {re.sub(r"\{\w+\}", "<int:pk>", path.split("?")[0]) for _method, path, _body, _roles in ENDPOINTS}
    named = {re.sub(r"<int:\w+>", "<int:pk>", str(p.pattern)) for p in urlpatterns}
    tested |= {re.sub(r"\{\w+\}", "<int:pk>", path) for _method, path, _permission in OF_ONES_OWN}
    # Undo needs an event and has a test of its own; the documentation is open to everybody.
    assert named - tested == {"annotations/<int:pk>/undo/", "docs/"}


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
