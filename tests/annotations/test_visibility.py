"""Who sees what: every door × role × own desk, other desk, embargo, assignment."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from annotations.models import Annotation, Article, Desk, Event
from annotations.roles import ADMINISTRATOR, CHECKER, EDITOR, INTEGRATION, MODERATOR
from annotations.services.assignments import assign
from tests.conftest import api_for
from tests.factories import bring_in, make_user, mark

pytestmark = pytest.mark.django_db

ROLES = (EDITOR, CHECKER, MODERATOR, ADMINISTRATOR, INTEGRATION)
# What the article is to the person → whether she sees it, if she is not an administrator.
SEEN = {
    "open": True,
    "own_closed": True,
    "other_closed": False,
    "embargoed": False,
    "own_embargoed": True,
    "embargo_over": True,
    "assigned_closed": True,
    "no_desk": True,
}
API = (
    "articles/{article}/",
    "articles/{article}/changes/",
    "articles/{article}/versions/",
    "articles/{article}/runs/",
    "articles/{article}/check/",
    "articles/{article}/release/",
    "articles/{article}/assignments/",
    "versions/{version}/",
    "runs/{run}/",
    "annotations/{annotation}/",
    "annotations/{annotation}/verdict/",
    "annotations/{annotation}/comments/",
    "annotations/{annotation}/corrections/",
)
PAGES = ("articles/{article}/", "articles/{article}/text/")


def situation(name: str, user: User) -> dict[str, int]:
    """An article of a stranger's, and the numbers of what belongs to it."""
    owner = make_user(EDITOR)
    closed = name.endswith("closed")
    desk = "" if name == "no_desk" else "Recherche"
    if desk:
        row = Desk.objects.create(name=desk, is_closed=closed)
        if name.startswith("own"):
            row.members.add(user)
    brought_in = bring_in(owner, desk=desk)
    annotation = mark(owner, brought_in.version, "Zweimal")
    if "embargo" in name:
        hours = -1 if name == "embargo_over" else 1
        Article.objects.update(embargo_until=timezone.now() + timedelta(hours=hours))
    if name == "assigned_closed":
        assign(article=brought_in.article, checker=user, actor=owner)
    return {
        "article": brought_in.article.pk,
        "version": brought_in.version.pk,
        "run": brought_in.run.pk,
        "annotation": annotation.pk,
    }


@pytest.mark.parametrize("name", SEEN)
@pytest.mark.parametrize("role", ROLES)
def test_every_door_shows_the_same(name: str, role: str) -> None:
    user = make_user(role)
    numbers = situation(name, user)
    seen = SEEN[name] or role == ADMINISTRATOR
    api = api_for(user)
    for path in API:
        status = api.get(f"/api/v1/{path.format(**numbers)}").status_code
        assert (path, status) == (path, 200 if seen else 404)
    for path in ("articles/", "annotations/"):
        assert (path, len(api.get(f"/api/v1/{path}").json()["results"])) == (path, int(seen))
    pages = Client()
    pages.force_login(user)
    for path in PAGES:
        status = pages.get(f"/{path.format(**numbers)}").status_code
        assert (path, status) == (path, 403 if role == INTEGRATION else 200 if seen else 404)


@pytest.mark.parametrize("role", [role for role in ROLES if role != ADMINISTRATOR])
def test_nobody_changes_what_she_does_not_see(role: str) -> None:
    user = make_user(role)
    numbers = situation("other_closed", user)
    api = api_for(user)
    body: Any = {"version": numbers["version"], "kind": "claim", "start": 0, "end": 3, "exact": "Der"}
    assert api.post("/api/v1/annotations/", body).status_code == 400
    headers = {"If-Match": f'"annotation-{numbers["annotation"]}-1"'}
    for path in ("accept", "reject", "verdict", "countersign"):
        status = api.post(
            f"/api/v1/annotations/{numbers['annotation']}/{path}/", {"status": "confirmed"}, headers=headers
        )
        assert status.status_code in (403, 404)
    operations = [{"op": "reject", "id": numbers["annotation"], "revision": 1}]
    answer = api.post("/api/v1/annotations/bulk/", {"operations": operations})
    assert answer.status_code in (403, 409)
    assert Annotation.objects.get().state == "accepted"


def test_an_embargo_is_set_by_page_and_api_and_recorded(editor: User, pages: Client) -> None:
    article = bring_in(editor).article
    form = {"title": "T", "language": "de", "published_on": "", "embargo_until": "2031-05-01T06:00"}
    assert pages.post(f"/articles/{article.pk}/edit/", form).status_code == 302
    other = api_for(make_user(EDITOR))
    assert other.get(f"/api/v1/articles/{article.pk}/").status_code == 404
    path = f"/api/v1/articles/{article.pk}/"
    current = api_for(editor).get(path).headers["ETag"]
    answer = api_for(editor).patch(path, {"embargo_until": None}, headers={"If-Match": current})
    assert answer.json()["embargo_until"] is None
    assert other.get(f"/api/v1/articles/{article.pk}/").status_code == 200
    told = [event.new["embargo_until"] for event in Event.objects.filter(verb="changed").order_by("id")]
    assert told == ["2031-05-01T04:00:00+00:00", None]
