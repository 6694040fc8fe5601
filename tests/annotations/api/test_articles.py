"""Articles over the API."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models.functions import Now
from rest_framework.test import APIClient

from annotations.models import Article, OriginalFile, Presence, SuggestionRun
from annotations.services.articles import BroughtIn
from tests.conftest import api_for
from tests.factories import TEXT, bring_in, mark, suggested

pytestmark = pytest.mark.django_db
ARTICLES = "/api/v1/articles/"


def test_bringing_in_answers_text_version_and_run(api: APIClient) -> None:
    answer = api.post(ARTICLES, {"title": "Gipfel", "text": "Ha\u0308ndedruck\r\n", "published_on": "2023-09"})
    assert answer.status_code == 201
    body = answer.json()
    assert body["version"]["text"] == "Händedruck"
    assert body["version"]["sha256"] == hashlib.sha256("Händedruck".encode()).hexdigest()
    assert body["version"]["length"] == 10
    assert body["run"]["state"] == "queued"
    assert body["published_on"] == "2023-09"
    assert SuggestionRun.objects.get(pk=body["run"]["id"]).version_id == body["version"]["id"]


def test_a_file_is_kept_as_it_came(api: APIClient) -> None:
    content = "Händedruck\r\n".encode("cp1252")
    file = SimpleUploadedFile("gipfel.txt", content)
    answer = api.post(ARTICLES, {"title": "Gipfel", "file": file}, format="multipart")
    assert answer.status_code == 201
    assert answer.json()["version"]["text"] == "Händedruck"
    original = OriginalFile.objects.get()
    assert (bytes(original.content), original.encoding, original.name) == (content, "Windows-1252", "gipfel.txt")


def test_guesses_the_language_unless_it_is_named(api: APIClient) -> None:
    english = {"title": "x", "text": "The mayor said that the plan was not in the budget."}
    assert api.post(ARTICLES, english).json()["language"] == "en"
    assert api.post(ARTICLES, {**english, "language": "de"}).json()["language"] == "de"


def test_names_older_articles_with_the_same_text(api: APIClient, brought_in: BroughtIn) -> None:
    answer = api.post(ARTICLES, {"title": "Noch einmal", "text": TEXT})
    assert answer.json()["duplicates"] == [brought_in.article.pk]


def test_list_filters_and_pages(api: APIClient, editor: User, colleague: User) -> None:
    for number in range(5):
        bring_in(editor, title=f"Haushalt {number}", desk="Lokales")
    bring_in(colleague, title="Gipfel", desk="Ausland", language="en")
    assert len(api.get(ARTICLES).json()["results"]) == 6
    for query, found in {
        "search=gipfel": 1,
        "desk=Lokales": 5,
        "language=en": 1,
        f"uploaded_by={colleague.pk}": 1,
        "state=released": 0,
        "has_open=true": 0,
    }.items():
        assert len(api.get(f"{ARTICLES}?{query}").json()["results"]) == found, query
    first = api.get(f"{ARTICLES}?page_size=4").json()
    second = api.get(first["next"]).json()
    ids = [row["id"] for row in first["results"] + second["results"]]
    assert ids == sorted(ids, reverse=True)
    assert len(set(ids)) == 6


def test_change_of_metadata_is_recorded(api: APIClient, brought_in: BroughtIn) -> None:
    pk = brought_in.article.pk
    path = f"{ARTICLES}{pk}/"
    before = api.get(path)
    answer = api.patch(path, {"desk": "Kultur", "published_on": None}, headers={"If-Match": before.headers["ETag"]})
    assert answer.json()["desk"] == "Kultur"
    event = Article.objects.get(pk=pk).events.first()
    assert event is not None
    assert (event.verb, event.old, event.new) == ("changed", {"desk": ""}, {"desk": "Kultur"})


def test_versions_runs_and_asking_again(api: APIClient, brought_in: BroughtIn) -> None:
    pk = brought_in.article.pk
    [version] = api.get(f"{ARTICLES}{pk}/versions/").json()
    assert api.get(f"/api/v1/versions/{version['id']}/").json()["text"] == brought_in.version.text
    [run] = api.get(f"{ARTICLES}{pk}/runs/").json()
    assert api.get(f"/api/v1/runs/{run['id']}/").json()["state"] == "queued"
    again = api.post(f"{ARTICLES}{pk}/runs/")
    assert (again.status_code, again.json()["id"]) == (200, run["id"])
    SuggestionRun.objects.update(state="finished")
    assert api.post(f"{ARTICLES}{pk}/runs/").status_code == 201


def test_changes_since_an_event(api: APIClient, with_suggestions: BroughtIn) -> None:
    path = f"{ARTICLES}{with_suggestions.article.pk}/changes/"
    everything = api.get(path).json()
    assert len(everything["annotations"]) == sum(everything["run"]["counts"].values())
    assert everything["run"]["state"] == "finished"
    nothing = api.get(f"{path}?since={everything['next']}").json()
    assert (nothing["annotations"], nothing["next"]) == ([], everything["next"])
    one = everything["annotations"][0]
    api.post(f"/api/v1/annotations/{one['id']}/accept/", headers={"If-Match": one["etag"]})
    changed = api.get(f"{path}?since={everything['next']}").json()
    assert [(a["id"], a["state"]) for a in changed["annotations"]] == [(one["id"], "accepted")]


def test_orders_by_what_is_worth_checking(api: APIClient, editor: User) -> None:
    quiet = bring_in(editor, "Nichts.", title="A").article
    busy = suggested(editor, title="B").article
    claim = mark(editor, busy.versions.get(), "Die Kosten liegen", fields={"worthiness": "high"})
    type(claim).objects.filter(pk=claim.pk).update(state="suggested")
    first = api.get(f"{ARTICLES}?ordering=-open_high_claims").json()["results"]
    assert [row["id"] for row in first] == [busy.pk, quiet.pk]
    assert first[0]["open_high_claims"] >= 1
    assert first[1]["open_high_claims"] == 0
    assert [row["title"] for row in api.get(f"{ARTICLES}?ordering=title").json()["results"]] == ["A", "B"]
    unknown = api.get(f"{ARTICLES}?ordering=colour")
    assert unknown.status_code == 400
    assert "-open_high_claims" in unknown.json()["detail"]


def test_presence_is_told_only_by_those_who_show_it(api: APIClient, colleague: User, brought_in: BroughtIn) -> None:
    path = f"{ARTICLES}{brought_in.article.pk}/changes/"
    other = api_for(colleague)
    assert other.get(path).json()["present"] == []
    assert api.get(f"{path}?present=true").json()["present"] == []
    assert [p["id"] for p in other.get(f"{path}?present=true").json()["present"]] == [brought_in.article.uploader.pk]
    assert [p["id"] for p in api.get(f"{path}?present=true").json()["present"]] == [colleague.pk]
    Presence.objects.filter(user=colleague).update(seen_at=Now() - timedelta(seconds=26))
    assert api.get(f"{path}?present=true").json()["present"] == []


def test_an_article_comes_with_its_marks_where_they_are_asked_for(api: APIClient, with_suggestions: BroughtIn) -> None:
    path = f"{ARTICLES}{with_suggestions.article.pk}/"
    assert "annotations" not in api.get(path).json()
    marks = api.get(f"{path}?annotations=true").json()["annotations"]
    listed = api.get(f"/api/v1/annotations/?version={with_suggestions.version.pk}&page_size=500").json()["results"]
    assert sorted(marks, key=lambda mark: mark["id"]) == listed
    assert [mark["start"] for mark in marks] == sorted(mark["start"] for mark in marks)
