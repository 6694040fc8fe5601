"""The record over the API: each change once, in order, and only what one may see."""

from __future__ import annotations

import threading
from collections import defaultdict
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils import timezone
from rest_framework.test import APIClient

from annotations.models import Annotation, Article, Event
from annotations.queries.annotations import annotations_with_details
from annotations.queries.feed import horizon
from annotations.roles import EDITOR
from annotations.services.annotations import accept_annotation, delete_annotation, reject_annotation
from annotations.services.articles import BroughtIn, change_article, delete_article
from annotations.services.moderation import hide_annotation
from annotations.services.snapshots import article_values, snapshot
from tests.conftest import api_for, api_with_token
from tests.factories import bring_in, check, make_source, make_token, make_user, mark, suggested

pytestmark = pytest.mark.django_db
EVENTS, CHANGES = "/api/v1/events/", "/api/v1/changes/"


def everything(api: APIClient, path: str = f"{EVENTS}?page_size=40") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    address: str | None = path
    while address:
        page = api.get(address).json()
        found += page["results"]
        address = page["next"]
    return found


def test_reading_from_the_first_event_rebuilds_the_present_state(api: APIClient, editor: User) -> None:
    article = suggested(editor).article
    first, second, third, *_rest = Annotation.objects.order_by("id")
    accept_annotation(annotation=first, revision=1, actor=editor)
    reject_annotation(annotation=second, revision=1, actor=editor, reason="irrelevant")
    delete_annotation(annotation=third, revision=1, actor=editor)
    check(editor, first, "confirmed", source=make_source(editor), place="S. 4")
    change_article(article=article, values={"desk": "Kultur"}, actor=editor)

    told: dict[tuple[str, int], dict[str, Any]] = defaultdict(dict)
    events = everything(api)
    for event in events:
        told[event["object_type"], event["object_id"]].update(event["new"])

    assert [event["id"] for event in events] == sorted({event["id"] for event in events})
    rows = list(annotations_with_details())
    assert len(rows) > 5
    for row in rows:
        values = snapshot(row, row.parts.all(), row.kind_row)
        assert {name: told["annotation", row.pk].get(name) for name in values} == values
    current = Article.objects.get()
    values = {name: value for name, value in article_values(current).items() if name != "state"}
    assert {name: told["article", article.pk][name] for name in values} == values


def test_an_event_says_who_what_and_from_what_to_what(api: APIClient, editor: User, brought_in: BroughtIn) -> None:
    change_article(article=brought_in.article, values={"desk": "Kultur"}, actor=editor)
    [event] = api.get(f"{EVENTS}?verb=changed").json()["results"]
    assert (event["actor"]["id"], event["object_type"], event["old"], event["new"]) == (
        editor.pk,
        "article",
        {"desk": ""},
        {"desk": "Kultur"},
    )
    assert api.get(f"{EVENTS}?since={event['id']}").json()["results"] == []
    assert api.get(f"{EVENTS}?article={brought_in.article.pk}&actor={editor.pk}").json()["results"][0]["number"] == 1


def test_what_one_may_not_see_is_not_told(api: APIClient, colleague: User, moderator: User) -> None:
    brought_in = bring_in(colleague)
    hidden = mark(colleague, brought_in.version, "Zweimal")
    hide_annotation(annotation=hidden, actor=moderator, reason="Persönlichkeitsrecht.")
    make_token(colleague)
    assert not [e for e in everything(api) if e["object_type"] in ("annotation", "token")]
    assert not [e for e in everything(api_for(moderator)) if e["object_type"] == "annotation"], "but in the panel"
    assert hidden.pk in api.get(CHANGES).json()["gone"]["annotations"], "a copy elsewhere has to take it out"
    Article.objects.update(embargo_until=timezone.now() + timedelta(hours=1))
    assert everything(api) == []
    assert api.get(CHANGES).json()["articles"] == []


def test_the_feed_gives_the_present_state_of_what_changed(api: APIClient, editor: User) -> None:
    brought_in = suggested(editor)
    start = api.get(CHANGES).json()
    assert [article["id"] for article in start["articles"]] == [brought_in.article.pk]
    assert (start["versions"][0]["article"], start["runs"][0]["state"]) == (brought_in.article.pk, "finished")
    assert len(start["annotations"]) == Annotation.objects.count()
    assert api.get(f"{CHANGES}?since={start['next']}").json() == {
        "next": start["next"],
        "has_more": False,
        "articles": [],
        "versions": [],
        "runs": [],
        "annotations": [],
        "gone": {"articles": [], "annotations": []},
    }
    one = start["annotations"][0]
    api.post(f"/api/v1/annotations/{one['id']}/accept/", headers={"If-Match": one["etag"]})
    after = api.get(f"{CHANGES}?since={start['next']}").json()
    assert [(a["id"], a["state"]) for a in after["annotations"]] == [(one["id"], "accepted")]
    delete_article(article=brought_in.article, actor=editor)
    gone = api.get(f"{CHANGES}?since={after['next']}").json()
    assert gone["gone"] == {"articles": [brought_in.article.pk], "annotations": []}


def test_a_long_feed_comes_in_pieces(api: APIClient, editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotations.queries.feed.FEED_LIMIT", 4)
    suggested(editor)
    since, seen = 0, set()
    while True:
        piece = api.get(f"{CHANGES}?since={since}").json()
        seen |= {annotation["id"] for annotation in piece["annotations"]}
        since = piece["next"]
        if not piece["has_more"]:
            break
    assert seen == set(Annotation.objects.values_list("pk", flat=True))
    assert since == Event.objects.order_by("-pk")[0].pk


def test_a_token_without_the_scope_gets_no_annotations(editor: User) -> None:
    suggested(editor)
    body = api_with_token(make_token(editor, "articles:read").shown_once).get(CHANGES).json()
    assert body["articles"]
    assert body["annotations"] == []


@pytest.mark.django_db(transaction=True)
def test_no_event_appears_below_one_that_was_read() -> None:
    """The slow writer got the lower number; until it is through, the quick one's event waits."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time: numbers are given in the order of their transactions")
    editor = make_user(EDITOR)
    slow, quick = bring_in(editor).article, bring_in(editor, "Ein anderer Text.").article
    before = horizon()
    wrote, may_end = threading.Event(), threading.Event()

    def write_slowly() -> None:
        try:
            with transaction.atomic():
                change_article(article=slow, values={"desk": "A"}, actor=editor)
                wrote.set()
                may_end.wait(10)
        finally:
            connection.close()

    writer = threading.Thread(target=write_slowly)
    writer.start()
    assert wrote.wait(10)
    change_article(article=quick, values={"desk": "B"}, actor=editor)
    api = api_for(editor)
    assert api.get(f"{EVENTS}?since={before}").json()["results"] == []
    may_end.set()
    writer.join()
    told = api.get(f"{EVENTS}?since={before}").json()["results"]
    assert [event["new"]["desk"] for event in told] == ["A", "B"]


def test_an_article_that_comes_back_brings_its_marks_along(editor: User) -> None:
    api = api_for(editor)
    made = bring_in(editor)
    fact = mark(editor, made.version, "Händedruck")
    path = f"/api/v1/articles/{made.article.pk}/"
    api.delete(path, headers={"If-Match": api.get(path).headers["ETag"]})
    away = api.get("/api/v1/changes/?since=0").json()
    assert away["gone"]["annotations"] == [fact.pk]
    assert api.post(f"{path}restore/").status_code == 200
    back = api.get(f"/api/v1/changes/?since={away['next']}").json()
    assert [annotation["id"] for annotation in back["annotations"]] == [fact.pk]
