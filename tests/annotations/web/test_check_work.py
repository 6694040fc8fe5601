"""Sharing out single facts, what a condition is about, and correcting what was published, on the pages."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from annotations.models import Annotation, Assignment, Correction, Event, Release, Source, SourceCopy
from annotations.roles import CHECKER, INTEGRATION
from annotations.services.articles import BroughtIn
from annotations.services.releases import release_article
from tests.conftest import client_of
from tests.factories import bring_in, check, make_source, make_user, mark

pytestmark = pytest.mark.django_db
TEXT = "Titel\n\nVorspann\n\nEs kamen 20 Gäste. Danach gab es Kuchen. Der Chor sang 3 Lieder."


@pytest.fixture
def desk(editor: User) -> BroughtIn:
    return bring_in(editor, TEXT)


@pytest.fixture
def facts(editor: User, desk: BroughtIn) -> list[Annotation]:
    return [mark(editor, desk.version, words) for words in ("Es kamen 20 Gäste", "gab es Kuchen")]


# --- Sharing out -----------------------------------------------------------------------------------------------------


def test_facts_are_shared_out_to_different_people(pages: Client, desk: BroughtIn, facts: list[Annotation]) -> None:
    path, checkers = f"/articles/{desk.article.pk}", [make_user(CHECKER), make_user(CHECKER)]
    for checker, fact in zip(checkers, facts, strict=True):
        pages.post(f"{path}/assign/", {"checker": checker.pk, "what": "facts", "fact": [fact.pk]})
    for checker, fact, other in zip(checkers, facts, reversed(facts), strict=True):
        queue = client_of(checker).get("/queue/").content.decode()
        assert fact.exact in queue
        assert other.exact not in queue
    page = pages.get(f"{path}/check/").content.decode()
    assert all(f"zugeteilt an {checker.username}" in page for checker in checkers)
    events = Event.objects.filter(object_type="assignment", verb="assigned")
    assert [event.new["annotation"] for event in events.order_by("id")] == [fact.pk for fact in facts]
    pages.post(f"{path}/assign/{Assignment.objects.get(checker=checkers[0]).pk}/")
    assert "Nichts wartet auf Sie" in client_of(checkers[0]).get("/queue/").content.decode()


def test_without_a_tick_nothing_is_shared_out(pages: Client, desk: BroughtIn, facts: list[Annotation]) -> None:
    elsewhere = mark(desk.article.uploader, bring_in(desk.article.uploader, "Drei Boote.").version, "Drei")
    body = {"checker": make_user(CHECKER).pk, "what": "facts", "fact": [elsewhere.pk, "x"]}
    answer = pages.post(f"/articles/{desk.article.pk}/assign/", body, follow=True).content.decode()
    assert "Haken Sie erst die Fakten an" in answer
    assert not Assignment.objects.exists()


def test_work_is_shared_out_only_to_who_may_check(pages: Client, desk: BroughtIn) -> None:
    body = {"checker": make_user(INTEGRATION).pk}
    assert pages.post(f"/articles/{desk.article.pk}/assign/", body).status_code == 404


# --- Conditions ------------------------------------------------------------------------------------------------------


def test_a_condition_names_what_stands_in_the_way(pages: Client, desk: BroughtIn, facts: list[Annotation]) -> None:
    check(desk.article.uploader, facts[1], "wrong", correction="gab es Torte")
    page = pages.get(f"/articles/{desk.article.pk}/check/").content.decode()
    listed = page.split('class="conditions"')[1].split("</section>")[0]
    for fact in facts:
        assert f'href="/articles/{desk.article.pk}/?mark={fact.pk}">„{fact.exact}“' in listed
    assert "„Der Chor sang 3 Lieder.“" in listed, "a sentence nobody has looked at"


@pytest.mark.parametrize(("language", "shown"), [("de", "„Es kamen 20 Gäste“"), ("en", "“Es kamen 20 Gäste”")])
def test_words_stand_in_the_quotation_marks_of_the_reader(
    language: str, shown: str, pages: Client, desk: BroughtIn, facts: list[Annotation]
) -> None:
    check(desk.article.uploader, facts[0], "wrong", correction="Es kamen 21 % mehr")
    for page in ("check", "proof"):
        said = pages.get(f"/articles/{desk.article.pk}/{page}/", headers={"Accept-Language": language})
        assert shown in said.content.decode()


def test_every_fact_leads_to_its_mark(pages: Client, desk: BroughtIn, facts: list[Annotation]) -> None:
    page = pages.get(f"/articles/{desk.article.pk}/check/").content.decode()
    table = page.split('id="facts-title"')[1]
    assert all(f'href="/articles/{desk.article.pk}/?mark={fact.pk}"' in table for fact in facts)


# --- Corrections -----------------------------------------------------------------------------------------------------


@pytest.fixture
def release(moderator: User, desk: BroughtIn, facts: list[Annotation]) -> Release:
    return release_article(article=desk.article, actor=moderator, reason="Eilt.")


def test_a_moderator_corrects_what_was_published(moderator: User, release: Release, facts: list[Annotation]) -> None:
    client, path = client_of(moderator), f"/dossiers/{release.pk}/"
    assert "Veröffentlichtes korrigieren" in client.get(path).content.decode()
    answer = client.post(f"{path}correct/", {"fact": facts[0].pk, "text": " Es waren 21. "}, follow=True)
    correction = Correction.objects.get()
    assert (correction.annotation, correction.release, correction.text) == (facts[0], release, "Es waren 21.")
    assert "Es waren 21." in answer.content.decode()
    assert Release.objects.get().dossier == release.dossier
    assert Event.objects.filter(verb="corrected", actor=moderator, object_id=facts[0].pk).count() == 1


def test_a_correction_says_something_about_a_fact_of_the_dossier(
    moderator: User, release: Release, facts: list[Annotation]
) -> None:
    client, path = client_of(moderator), f"/dossiers/{release.pk}/correct/"
    answer = client.post(path, {"fact": facts[0].pk, "text": " "}, follow=True).content.decode()
    assert "Schreiben Sie" in answer
    later = mark(moderator, release.version, "Der Chor sang")
    answer = client.post(path, {"fact": later.pk, "text": "Die Chöre"}, follow=True).content.decode()
    assert "nicht freigegeben" in answer
    assert client.post(path, {"fact": "x", "text": "y"}).status_code == 404
    assert not Correction.objects.exists()


def test_an_editor_is_offered_no_correction(pages: Client, release: Release) -> None:
    assert "Veröffentlichtes korrigieren" not in pages.get(f"/dossiers/{release.pk}/").content.decode()


# --- After a release -------------------------------------------------------------------------------------------------


def test_check_and_dossier_say_that_something_was_changed_since(
    pages: Client, editor: User, moderator: User, release: Release, facts: list[Annotation]
) -> None:
    check_page, dossier = f"/articles/{release.version.article_id}/check/", f"/dossiers/{release.pk}/"
    changed = "Nach dieser Freigabe wurde etwas geändert"
    assert " wieder geöffnet" not in pages.get(check_page).content.decode()
    assert changed not in pages.get(dossier).content.decode()
    check(editor, facts[0])
    said = pages.get(check_page).content.decode()
    assert f"von {editor.username} wieder geöffnet" in said
    assert changed in pages.get(dossier).content.decode()
    newer = release_article(article=release.version.article, actor=moderator, reason="Eilt.")
    assert " wieder geöffnet" not in pages.get(check_page).content.decode()
    assert changed in pages.get(dossier).content.decode(), "there is a newer one"
    assert changed not in pages.get(f"/dossiers/{newer.pk}/").content.decode()


# --- Sources ---------------------------------------------------------------------------------------------------------


def test_a_source_that_is_there_is_pointed_out_before_it_is_entered_twice(pages: Client) -> None:
    known = {"title": "Ratsprotokoll", "kind": "document", "level": "primary", "url": "https://rat.example/1"}
    pages.post("/sources/", known)
    for again in ({**known, "title": "Protokoll"}, {**known, "url": "", "title": "ratsprotokoll "}):
        answer = pages.post("/sources/", again)
        assert (answer.status_code, Source.objects.count()) == (400, 1)
        assert "gibt es anscheinend schon" in answer.content.decode()
        assert f'href="/sources/{Source.objects.get().pk}/"' in answer.content.decode().split("anscheinend schon")[1]
    pages.post("/sources/", {**known, "anyway": "1"})
    assert Source.objects.count() == 2
    pages.post("/sources/", {**known, "title": "Haushaltsplan", "url": ""})
    assert Source.objects.count() == 3


def test_a_copy_that_is_too_large_is_refused_in_words(pages: Client, editor: User, settings: Any) -> None:
    settings.UPLOAD_LIMIT_BYTES = 3
    body = {"file": SimpleUploadedFile("p.html", b"zu lang")}
    answer = pages.post(f"/sources/{make_source(editor).pk}/copies/", body, follow=True)
    assert answer.status_code == 200
    assert "Die Datei hat" in answer.content.decode()
    assert not SourceCopy.objects.exists()
