"""Articles over the API: who was faster, numbers elsewhere, the bin, new versions."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from rest_framework.test import APIClient

from annotations.models import Article, ArticleVersion, Desk, Event
from annotations.roles import EDITOR
from annotations.services.articles import BroughtIn
from annotations.services.releases import release_article
from tests.conftest import api_for
from tests.factories import TEXT, bring_in, make_user, mark

pytestmark = pytest.mark.django_db
ARTICLES = "/api/v1/articles/"


def test_a_change_without_a_state_is_asked_for_one(api: APIClient, brought_in: BroughtIn) -> None:
    path = f"{ARTICLES}{brought_in.article.pk}/"
    for answer in (api.patch(path, {"desk": "Kultur"}), api.delete(path)):
        assert (answer.status_code, answer.json()["code"]) == (428, "revision_required")
    assert Article.objects.get().desk == ""


def test_whoever_is_slower_is_shown_the_present_state(api: APIClient, brought_in: BroughtIn) -> None:
    path = f"{ARTICLES}{brought_in.article.pk}/"
    read = {"If-Match": api.get(path).headers["ETag"]}
    assert api.patch(path, {"desk": "Kultur"}, headers=read).status_code == 200
    for stale in (api.patch(path, {"desk": "Sport"}, headers=read), api.delete(path, headers=read)):
        assert (stale.status_code, stale.json()["code"]) == (412, "stale_revision")
        assert stale.json()["current"]["desk"] == "Kultur"
        assert stale.json()["current"]["etag"] == api.get(path).headers["ETag"]


def test_another_articles_state_is_stale(api: APIClient, editor: User, brought_in: BroughtIn) -> None:
    other = api.get(f"{ARTICLES}{bring_in(editor, 'Anderer Text.').article.pk}/").headers["ETag"]
    answer = api.patch(f"{ARTICLES}{brought_in.article.pk}/", {"desk": "K"}, headers={"If-Match": other})
    assert answer.status_code == 412


@pytest.mark.parametrize(("kind", "body"), [("sources", {"title": "B"}), ("speakers", {"function": "B"})])
def test_registers_are_changed_by_whoever_read_last(kind: str, body: dict[str, str], moderator: User) -> None:
    api = api_for(moderator)
    made = api.post(f"/api/v1/{kind}/", {"title": "A", "name": "A"}).json()
    path = f"/api/v1/{kind}/{made['id']}/"
    assert api.patch(path, body).status_code == 428
    assert api.patch(path, body, headers={"If-Match": made["etag"]}).status_code == 200
    stale = api.patch(path, {**body, "name": "C"}, headers={"If-Match": made["etag"]})
    assert stale.status_code == 412
    assert stale.json()["current"] == api.get(path).json()


def test_a_number_elsewhere_is_there_once_per_outlet(api: APIClient) -> None:
    body = {"title": "Gipfel", "text": TEXT, "outlet": "Morgenblatt", "external_id": "cms-17"}
    first = api.post(ARTICLES, body)
    again = api.post(ARTICLES, body)
    assert (first.status_code, again.status_code) == (201, 409)
    assert (again.json()["code"], again.json()["article"]) == ("external_id_taken", first.json()["id"])
    assert api.post(ARTICLES, {**body, "outlet": "Abendblatt"}).status_code == 201
    found = api.get(f"{ARTICLES}?external_id=cms-17&outlet=Abendblatt").json()["results"]
    assert [row["outlet"] for row in found] == ["Abendblatt"]
    assert Article.objects.count() == 2
    etag = api.get(f"{ARTICLES}{found[0]['id']}/").headers["ETag"]
    moved = api.patch(f"{ARTICLES}{found[0]['id']}/", {"outlet": "Morgenblatt"}, headers={"If-Match": etag})
    assert moved.json()["code"] == "external_id_taken"


def test_who_has_the_number_is_told_only_to_those_who_may_see_it(api: APIClient, colleague: User) -> None:
    bring_in(colleague, desk="Recherche", outlet="M", external_id="x")
    Desk.objects.create(name="Recherche", is_closed=True)
    answer = api.post(ARTICLES, {"title": "T", "text": "Text.", "outlet": "M", "external_id": "x"})
    assert (answer.status_code, answer.json()["article"]) == (409, None)


def test_the_bin_takes_all_out_of_sight_and_gives_it_back(api: APIClient, editor: User) -> None:
    brought_in = bring_in(editor)
    annotation = mark(editor, brought_in.version, "Zweimal")
    pk = brought_in.article.pk
    path = f"{ARTICLES}{pk}/"
    binned = api.delete(path, headers={"If-Match": api.get(path).headers["ETag"]})
    assert binned.status_code == 200
    assert binned.json()["deleted_at"] is not None
    for gone in (path, f"/api/v1/versions/{brought_in.version.pk}/", f"/api/v1/annotations/{annotation.pk}/"):
        assert api.get(gone).status_code == 404
    assert api.get(ARTICLES).json()["results"] == api.get("/api/v1/annotations/").json()["results"] == []
    assert [row["id"] for row in api.get(f"{ARTICLES}?deleted=true").json()["results"]] == [pk]
    assert api.post(f"{path}restore/").json()["deleted_at"] is None
    assert api.get(f"/api/v1/annotations/{annotation.pk}/").status_code == 200
    assert list(Event.objects.filter(object_type="article").order_by("number").values_list("verb", flat=True)) == [
        "created",
        "deleted",
        "restored",
    ]


def test_only_her_own_unless_she_moderates(
    api: APIClient, colleague: User, moderator: User, brought_in: BroughtIn
) -> None:
    path = f"{ARTICLES}{brought_in.article.pk}/"
    etag = {"If-Match": api.get(path).headers["ETag"]}
    assert api_for(colleague).delete(path, headers=etag).json()["code"] == "not_allowed"
    assert api_for(moderator).delete(path, headers=etag).status_code == 200
    assert api_for(colleague).get(f"{ARTICLES}?deleted=true").json()["results"] == []
    assert api_for(colleague).post(f"{path}restore/").status_code == 404
    assert api.post(f"{path}restore/").status_code == 200


def test_what_was_signed_for_stays(api: APIClient, moderator: User, brought_in: BroughtIn) -> None:
    release_article(article=brought_in.article, actor=moderator, reason="Eilt.")
    path = f"{ARTICLES}{brought_in.article.pk}/"
    answer = api.delete(path, headers={"If-Match": api.get(path).headers["ETag"]})
    assert (answer.status_code, answer.json()["code"]) == (409, "was_released")


def test_the_pages_bin_and_restore(pages: Client, brought_in: BroughtIn) -> None:
    pk = brought_in.article.pk
    assert "Papierkorb" in pages.get(f"/articles/{pk}/edit/").content.decode()
    after = pages.post(f"/articles/{pk}/delete/", follow=True).content.decode()
    assert brought_in.article.title in after
    assert pages.get(f"/articles/{pk}/").status_code == 404
    assert brought_in.article.title not in pages.get("/articles/").content.decode()
    assert pages.post(f"/articles/{pk}/restore/", follow=True).status_code == 200
    assert brought_in.article.title in pages.get("/articles/").content.decode()


def test_the_panel_bins_with_a_reason(moderator: User, brought_in: BroughtIn) -> None:
    panel = Client()
    panel.force_login(moderator)
    action: dict[str, Any] = {"action": "to_bin", "_selected_action": [brought_in.article.pk]}
    panel.post("/admin/annotations/article/", {**action, "reason": ""})
    assert Article.objects.get().deleted_at is None
    panel.post("/admin/annotations/article/", {**action, "reason": "Doppelt eingebracht."})
    assert Article.objects.get().deleted_at is not None
    assert Event.objects.order_by("id").last().new["reason"] == "Doppelt eingebracht."
    assert brought_in.article.title in panel.get("/admin/annotations/article/?bin=yes").content.decode()


def test_a_changed_text_becomes_a_version_and_marks_move_along(
    api: APIClient, editor: User, brought_in: BroughtIn
) -> None:
    mark(editor, brought_in.version, "Zweimal")
    lost = mark(editor, brought_in.version, "Laut Polizei kamen rund 1.200 Menschen")
    path = f"{ARTICLES}{brought_in.article.pk}/versions/"
    text = "Vorab.\n\n" + TEXT[: TEXT.index("Laut Polizei")]
    answer = api.post(path, {"text": text})
    assert answer.status_code == 201
    body = answer.json()
    assert (body["version"]["number"], body["moved"], body["left"]) == (2, 1, [lost.pk])
    assert body["run"]["state"] == "queued"
    again = api.post(path, {"text": text})
    assert (again.status_code, again.json()["version"]["id"]) == (200, body["version"]["id"])
    assert ArticleVersion.objects.count() == 2
    assert api.post(path, {"text": " "}).json()["code"] == "empty_text"


@pytest.mark.django_db(transaction=True)
def test_of_eight_changes_with_one_state_exactly_one_wins_twenty_five_times() -> None:
    editor = make_user(EDITOR)
    article = bring_in(editor).article
    annotation = mark(editor, article.versions.get(), "Zweimal")
    path, mark_path = f"{ARTICLES}{article.pk}/", f"/api/v1/annotations/{annotation.pk}/"
    for _round in range(25):
        states = {p: api_for(editor).get(p).headers["ETag"] for p in (path, mark_path)}
        answers: list[tuple[str, int]] = []

        def change(number: int, states: dict[str, str] = states, answers: Any = answers, turn: int = _round) -> None:
            name = f"Stimme {turn}-{number}"
            values = {path: {"byline": name}, mark_path: {"claim": {"claimant": name}}}
            try:
                for where, body in values.items():
                    answer = api_for(editor).patch(where, body, headers={"If-Match": states[where]})
                    answers.append((where, answer.status_code))
            finally:
                connection.close()

        threads = [threading.Thread(target=change, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for where in (path, mark_path):
            assert sorted(status for at, status in answers if at == where) == [200] + [412] * 7
    assert Event.objects.filter(verb="changed").count() == 50
