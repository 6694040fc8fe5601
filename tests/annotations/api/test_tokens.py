"""Tokens: made, narrowed, used up, revoked."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models import ApiToken, Event
from annotations.roles import ADMINISTRATOR, EDITOR, MODERATOR
from annotations.scopes import SCOPES, covers, scope_of
from annotations.services.articles import BroughtIn
from annotations.services.tokens import MOST_TOKENS
from tests.conftest import api_for, api_with_token
from tests.factories import TEXT, make_token, make_user

pytestmark = pytest.mark.django_db
TOKENS = "/api/v1/tokens/"
ARTICLES = "/api/v1/articles/"


def test_a_token_is_shown_once_and_never_again(api: APIClient, editor: User) -> None:
    answer = api.post(TOKENS, {"name": "Archiv", "scopes": ["articles:read"], "days": 30})
    assert answer.status_code == 201
    token = answer.json()["token"]
    assert api_with_token(token).get("/api/v1/me/").json()["username"] == editor.username
    [listed] = api.get(TOKENS).json()["results"]
    assert "token" not in listed
    assert token.startswith(listed["prefix"])
    assert token not in str(Event.objects.filter(object_type="token").values())
    lifetime = ApiToken.objects.get().secret.expiry - timezone.now()
    assert timedelta(days=29) < lifetime <= timedelta(days=30)


@pytest.mark.parametrize(
    ("scopes", "method", "path", "status"),
    [
        (["articles:read"], "get", "articles/", 200),
        (["articles:write"], "get", "articles/", 200),
        (["annotations:read"], "get", "articles/", 403),
        (["articles:read"], "post", "articles/", 403),
        (["articles:write"], "post", "articles/", 201),
        (["articles:read"], "get", "annotations/", 403),
        (["annotations:read"], "get", "annotations/", 200),
        (["moderate"], "post", "speakers/", 201),
        (["annotations:write"], "post", "speakers/", 403),
    ],
)
def test_scopes_narrow_what_the_role_permits(scopes: list[str], method: str, path: str, status: int) -> None:
    client = api_with_token(make_token(make_user(MODERATOR), *scopes).shown_once)
    answer = getattr(client, method)(f"/api/v1/{path}", {"title": "T", "text": "Text.", "name": "Stimme"})
    assert answer.status_code == status
    if status == 403:
        assert answer.json()["code"] == "scope_missing"
        assert re.search("“|„", answer.json()["detail"]), "names the scope"


def test_a_scope_gives_nothing_the_role_does_not_permit(integration: User) -> None:
    client = api_with_token(make_token(integration, "moderate").shown_once)
    answer = client.post("/api/v1/speakers/", {"name": "Stimme"})
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")


def test_every_permission_a_view_names_belongs_to_a_scope() -> None:
    from annotations.api.urls import urlpatterns

    views = [pattern.callback.view_class for pattern in urlpatterns if hasattr(pattern.callback, "view_class")]
    named = {p for view in views for p in getattr(view, "required_permissions", {}).values()}
    assert len(named) > 20
    assert {scope_of(permission) for permission in named} <= set(SCOPES)
    assert not covers([], "annotations.view_article")


def test_an_expired_token_opens_nothing_and_says_so(api: APIClient, editor: User) -> None:
    made = make_token(editor)
    made.token.secret.expiry = timezone.now() - timedelta(seconds=1)
    made.token.secret.save()
    answer = api_with_token(made.shown_once).get(ARTICLES)
    assert answer.status_code == 401
    assert "abgelaufen" in answer.json()["detail"]
    assert api.get(TOKENS).json()["results"][0]["is_expired"]


def test_a_token_of_somebody_who_left_opens_nothing(editor: User) -> None:
    made = make_token(editor)
    User.objects.update(is_active=False)
    assert api_with_token(made.shown_once).get(ARTICLES).status_code == 401


def test_revoking_is_at_once_and_in_the_record(api: APIClient, editor: User) -> None:
    made = make_token(editor)
    assert api.delete(f"{TOKENS}{made.token.pk}/").status_code == 204
    assert api_with_token(made.shown_once).get(ARTICLES).status_code == 401
    event = Event.objects.filter(object_type="token").first()
    assert (event.verb, event.actor, event.old["prefix"]) == ("deleted", editor, made.token.prefix)


def test_tokens_of_others_are_not_there(colleague: User, api: APIClient) -> None:
    made = make_token(colleague)
    assert api.get(TOKENS).json()["results"] == []
    assert api.get(f"{TOKENS}{made.token.pk}/").status_code == 404
    assert api.delete(f"{TOKENS}{made.token.pk}/").status_code == 404


def test_a_token_makes_none_that_may_more(editor: User) -> None:
    client = api_with_token(make_token(editor, "articles:read").shown_once)
    refused = client.post(TOKENS, {"name": "mehr", "scopes": ["articles:read", "articles:write"]})
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (400, "scope_missing")
    assert client.post(TOKENS, {"name": "gleich", "scopes": ["articles:read"]}).status_code == 201


def test_the_use_is_noted_to_the_minute(editor: User) -> None:
    made = make_token(editor)
    client = api_with_token(made.shown_once)
    client.get(ARTICLES)
    first = ApiToken.objects.get().last_used_at
    client.get(ARTICLES)
    assert first is not None
    assert ApiToken.objects.get().last_used_at == first
    ApiToken.objects.update(last_used_at=timezone.now() - timedelta(minutes=2))
    client.get(ARTICLES)
    assert ApiToken.objects.get().last_used_at > first


def test_too_many_requests_are_told_how_long_to_wait(editor: User, settings: object) -> None:
    settings.API_REQUESTS_PER_MINUTE = 6
    busy, other = (api_with_token(make_token(editor).shown_once) for _ in range(2))
    assert [busy.get(ARTICLES).status_code for _ in range(7)] == [200] * 6 + [429]
    refused = busy.get(ARTICLES)
    assert 1 <= int(refused.headers["Retry-After"]) <= 10
    assert (refused.json()["code"], refused.json()["title"]) == ("throttled", "Zu viele Anfragen")
    assert other.get(ARTICLES).status_code == 200
    assert api_for(editor).get(ARTICLES).status_code == 200


def test_one_person_cannot_have_tokens_without_end(api: APIClient, editor: User) -> None:
    for _ in range(MOST_TOKENS):
        make_token(editor)
    answer = api.post(TOKENS, {"name": "noch einer", "scopes": ["export"]})
    assert (answer.status_code, answer.json()["code"]) == (409, "too_many_tokens")


def test_the_page_makes_shows_once_and_revokes(pages: Client, editor: User) -> None:
    made = pages.post("/profile/tokens/", {"name": "Archiv", "scopes": ["articles:read"], "days": "30"})
    [token] = set(re.findall(r"beleg_[0-9a-f]{30,}", made.content.decode()))
    assert made.headers["Cache-Control"] == "no-store"
    assert api_with_token(token).get(ARTICLES).status_code == 200
    listed = pages.get("/profile/tokens/").content.decode()
    assert token not in listed
    assert "Archiv" in listed
    refused = pages.post("/profile/tokens/", {"name": "Archiv", "days": "30"})
    assert "mindestens eines" in refused.content.decode()
    assert pages.post(f"/profile/tokens/{ApiToken.objects.get().pk}/revoke/").status_code == 302
    assert api_with_token(token).get(ARTICLES).status_code == 401


def test_the_panel_makes_and_revokes_with_a_reason(brought_in: BroughtIn) -> None:
    administrator, owner = make_user(ADMINISTRATOR), make_user(EDITOR)
    panel = Client()
    panel.force_login(administrator)
    form = {"owner": owner.pk, "name": "CMS", "scopes": ["articles:write"], "days": 90}
    said = panel.post("/admin/annotations/apitoken/add/", form, follow=True).content.decode()
    [token] = set(re.findall(r"beleg_[0-9a-f]{30,}", said))
    assert api_with_token(token).post(ARTICLES, {"title": "T", "text": TEXT}).status_code == 201
    pk = ApiToken.objects.get().pk
    page = panel.get(f"/admin/annotations/apitoken/{pk}/change/").content.decode()
    assert token not in page
    assert ApiToken.objects.get().prefix in page
    action = {"action": "revoke", "_selected_action": [pk]}
    panel.post("/admin/annotations/apitoken/", {**action, "reason": " "})
    assert ApiToken.objects.count() == 1, "not without a reason"
    panel.post("/admin/annotations/apitoken/", {**action, "reason": "Rechner verloren."})
    assert api_with_token(token).get(ARTICLES).status_code == 401
    event = Event.objects.filter(object_type="token", verb="deleted").get()
    assert (event.actor, event.new["reason"]) == (administrator, "Rechner verloren.")
