"""Every page of the panel in every role and language, what it lets see, and what its dashboard counts."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import partial
from html import unescape
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations.models import (
    Annotation,
    Article,
    Desk,
    Event,
    NightlyWork,
    Release,
    SourceFetch,
    Speaker,
    SuggestionRun,
)
from annotations.roles import ADMINISTRATOR, CHECKER, EDITOR, INTEGRATION, MODERATOR
from annotations.services.annotations import accept_annotation, reject_annotation
from annotations.services.articles import BroughtIn, Manuscript, delete_article
from annotations.services.comments import add_comment
from annotations.services.desks import save_desk
from annotations.services.releases import correct_published
from annotations.services.versions import add_version
from tests.conftest import client_of
from tests.factories import TEXT, bring_in, check, make_token, make_user, mark, suggested, things_to_check

pytestmark = pytest.mark.django_db
MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
LONG_AGO = datetime.date(2020, 1, 1)


def panel_of(user: User, language: str = "de") -> Client:
    client = client_of(user)
    client.cookies["django_language"] = language
    return client


def index_of(model: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


@pytest.fixture
def full(with_suggestions: BroughtIn, moderator: User) -> BroughtIn:
    """A desk with one of nearly everything."""
    things_to_check(with_suggestions)
    make_token(moderator)
    correct_published(annotation=Release.objects.get().version.annotations.get(), text="elf", actor=moderator)
    save_desk(Desk(name="Lokales"), members=[], actor=moderator)
    return with_suggestions


def pages_of(model: Any) -> Iterator[str]:
    """List, search, form for a new one, and one object with its history and removal."""
    index = index_of(model)
    yield from (index, f"{index}?q=x", f"{index}add/")
    row = model._default_manager.order_by("pk").first()
    if row is not None:
        yield from (f"{index}{row.pk}/{page}/" for page in ("change", "history", "delete"))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("role", ["superuser", ADMINISTRATOR, MODERATOR])
def test_every_page_opens_or_is_refused(role: str, language: str, full: BroughtIn) -> None:
    user = make_user(None if role == "superuser" else role, is_superuser=role == "superuser")
    client = panel_of(user, language)
    for model in MODELS:
        for path in pages_of(model):
            status = client.get(path).status_code
            assert (path, status in (200, 302, 403)) == (path, True), status
        lists = client.get(index_of(model))
        if lists.status_code == 200:
            assert f'lang="{language}"' in lists.content.decode()


def test_every_filter_narrows_its_list(administrator: User, full: BroughtIn) -> None:
    client = panel_of(administrator)
    for model in MODELS:
        lists = client.get(index_of(model))
        for filters in lists.context["cl"].filter_specs if lists.status_code == 200 else ():
            choices = list(filters.choices(lists.context["cl"]))
            for choice in (choices[1], choices[-1]) if len(choices) > 1 else ():
                path = index_of(model) + choice["query_string"]
                assert (path, client.get(path).status_code) == (path, 200)


@pytest.mark.parametrize("role", [EDITOR, CHECKER, INTEGRATION, None])
def test_the_panel_is_closed_to_everybody_else(role: str | None, full: BroughtIn) -> None:
    client = panel_of(make_user(role))
    for model in MODELS:
        for path in pages_of(model):
            assert (path, client.get(path).status_code in (302, 403)) == (path, True)
        action = {"action": "reject", "_selected_action": [1], "reason": "x"}
        assert client.post(index_of(model), action).status_code in (302, 403)


@pytest.mark.parametrize(("role", "is_seen"), [(MODERATOR, False), (ADMINISTRATOR, True)])
@pytest.mark.parametrize("is_closed", [True, False])
def test_no_list_shows_an_article_out_of_sight(role: str, is_seen: bool, is_closed: bool, full: BroughtIn) -> None:
    """Of another, closed desk, or under embargo: every list of what belongs to articles, and every page of it."""
    Desk.objects.create(name="Recherche", is_closed=is_closed)
    embargo = None if is_closed else timezone.now() + datetime.timedelta(hours=1)
    Article.objects.update(desk="Recherche", embargo_until=embargo)
    client = panel_of(make_user(role))
    for model, panel in admin.site._registry.items():
        if getattr(panel, "article_path", ""):
            lists = client.get(index_of(model)).context["cl"].queryset
            lists = lists.filter(article__isnull=False) if model is Event else lists
            assert (model, lists.exists()) == (model, is_seen)
            row = model._default_manager.filter(article__isnull=False) if model is Event else model._default_manager
            for page in ("change", "history"):
                status = client.get(f"{index_of(model)}{row.first().pk}/{page}/").status_code
                assert (model, page, status == 200) == (model, page, is_seen), status
    counts = {count.code: count.number for _words, count in client.get("/admin/").context["counts"]}
    assert bool(counts["disputed"]) == bool(counts["in_check"]) == is_seen


def test_everything_has_a_history_in_words(administrator: User, full: BroughtIn) -> None:
    client, silent, seen = panel_of(administrator), [], 0
    for model in MODELS:
        row = model._default_manager.order_by("pk").first()
        if row is not None and model._meta.app_label == "annotations":
            page = client.get(f"{index_of(model)}{row.pk}/history/").content.decode()
            seen += 1
            if '<ol class="record">' not in page or "Es ist nichts aufgezeichnet" in page:
                silent.append(model.__name__)
    assert silent == []
    assert seen > 15


def test_a_page_that_could_not_be_fetched_is_said_in_words(moderator: User, full: BroughtIn) -> None:
    SourceFetch.objects.update(state="failed", error="too_large", status=200)
    client = panel_of(moderator)
    assert "Die Seite ist größer als 5" in client.get("/admin/annotations/sourcefetch/").content.decode()
    number = SourceFetch.objects.get().pk
    assert "die Seite „" in client.get(f"/admin/annotations/sourcefetch/{number}/history/").content.decode()


# --- The dashboard ---------------------------------------------------------------------------------------------------


def test_each_number_is_the_length_of_the_list_behind_it(editor: User, moderator: User) -> None:
    desk = bring_in(editor)
    quote = check(editor, mark(editor, desk.version, "Wir bauen bis 2027 zwölf neue Schulen", "quote"))
    asked = check(editor, mark(editor, desk.version, "Händedruck"), "query", question="Wer?", due_on=LONG_AGO)
    thread = add_comment(annotation=quote, text="Wirklich?", actor=editor)
    add_comment(annotation=quote, text="Ja.", actor=editor, parent=thread)
    add_version(article=desk.article, manuscript=Manuscript.pasted(TEXT + " Ende."), actor=editor)
    gone = bring_in(editor, "Es kamen zwölf Gäste.")
    check(editor, mark(editor, gone.version, "Es kamen zwölf Gäste"), "query", question="Wer?", due_on=LONG_AGO)
    delete_article(article=gone.article, actor=editor)
    SuggestionRun.objects.filter(version=desk.version).update(state="failed", error="engine")
    tonight = timezone.localdate()
    for task, ago, state in (("learn", 2, "failed"), ("learn", 1, "finished"), ("purge", 1, "failed")):
        values = {"state": state, "error": "internal" if state == "failed" else ""}
        night = tonight - datetime.timedelta(days=ago)
        NightlyWork.objects.create(task=task, night=night, due_at=timezone.now(), **values)
    client = panel_of(moderator)
    counts = [count for _words, count in client.get("/admin/").context["counts"]]
    for count in counts:
        listed = client.get(f"/admin/{count.path}").context["cl"].queryset.count()
        assert (count.code, listed) == (count.code, count.number)
    numbers = {count.code: count.number for count in counts}
    expected = {"failed_runs": 1, "failed_nights": 1, "disputed": 1, "overdue": 1, "unsigned": 1, "in_check": 1}
    assert {code: numbers[code] for code in expected} == expected
    assert asked.verdict is not None


def test_a_rule_leads_to_its_rejected_suggestions(editor: User, moderator: User) -> None:
    Desk.objects.create(name="Recherche", is_closed=True)
    text = " ".join(f"Es kamen {number} Gäste." for number in range(20, 26))
    for desk in ("Lokales", "Recherche"):
        found = Annotation.objects.filter(version=suggested(editor, text, desk=desk).version, kind="figure")
        for number, figure in enumerate(found):
            act = accept_annotation if number % 3 else partial(reject_annotation, reason="irrelevant")
            act(annotation=figure, revision=figure.revision, actor=editor)
    client = panel_of(moderator)
    [path] = re.findall(
        r'href="(annotations/annotation/\?rule=[^"]+)">2</a></td><td>33 %', client.get("/admin/").content.decode()
    )
    listed = client.get(f"/admin/{unescape(path)}").context["cl"].queryset
    assert {(mark.state, mark.version.article.desk) for mark in listed} == {("rejected", "Lokales")}
    assert listed.count() == 2


# --- Decisions in bulk -----------------------------------------------------------------------------------------------


def act(client: Client, model: str, action: str, *rows: Any, reason: str = "Nach Rücksprache") -> str:
    body = {"action": action, "_selected_action": [row.pk for row in rows], "reason": reason}
    return client.post(f"/admin/annotations/{model}/", body, follow=True).content.decode()


def states(*rows: Annotation) -> list[str]:
    return [str(Annotation.objects.get(pk=row.pk).state) for row in rows]


def test_a_bulk_decision_is_undone_and_done_again(moderator: User, with_suggestions: BroughtIn) -> None:
    client = panel_of(moderator)
    first, second, third, *_rest = Annotation.objects.order_by("id")
    page = act(client, "annotation", "reject", first, second)
    assert f"?id__in={first.pk},{second.pk}" in page
    shown = client.get(f"/admin/annotations/annotation/?id__in={first.pk},{second.pk}").context["cl"].queryset
    assert set(shown) == {first, second}
    assert "Nichts geändert" in act(client, "annotation", "undo", first, second, reason="")
    assert "Nichts geändert" in act(client, "annotation", "undo", first, third), "there is nothing of hers to undo"
    assert states(first, second) == ["rejected", "rejected"]
    act(client, "annotation", "undo", first, second, reason="Verlesen")
    assert states(first, second) == ["suggested", "suggested"]
    events = Event.objects.filter(verb="undone", actor=moderator).order_by("id")
    assert [(e.object_id, e.new["reason"]) for e in events] == [(first.pk, "Verlesen"), (second.pk, "Verlesen")]
    act(client, "annotation", "undo", first)
    assert states(first, second) == ["rejected", "suggested"]


def test_nobody_undoes_what_somebody_else_did(moderator: User, with_suggestions: BroughtIn) -> None:
    first = Annotation.objects.order_by("id")[0]
    act(panel_of(moderator), "annotation", "reject", first)
    other = panel_of(make_user(MODERATOR))
    assert "Nichts geändert" in act(other, "annotation", "undo", first)
    act(other, "annotation", "accept", first)
    assert "Nichts geändert" in act(panel_of(moderator), "annotation", "undo", first), "it is another's by now"
    assert states(first) == ["accepted"]


def test_speakers_are_merged_and_split_for_a_reason(moderator: User) -> None:
    client = panel_of(moderator)
    first, second = (Speaker.objects.create(name=name) for name in ("Beck", "Anna Beck"))
    for action in ("merge", "split"):
        before = list(Speaker.objects.order_by("pk").values_list("merged_into", flat=True))
        assert "Schreiben Sie, warum" in act(client, "speaker", action, first, second, reason=" ")
        assert list(Speaker.objects.order_by("pk").values_list("merged_into", flat=True)) == before
        act(client, "speaker", action, *([first, second] if action == "merge" else [second]))
    told = Event.objects.filter(object_type="speaker", object_id=second.pk).order_by("id")
    assert [(e.verb, e.new["reason"]) for e in told] == [
        ("merged", "Nach Rücksprache"),
        ("restored", "Nach Rücksprache"),
    ]


def test_no_action_of_any_list_is_done_without_a_reason(administrator: User, full: BroughtIn) -> None:
    client, tried = panel_of(make_user(None, is_superuser=True)), set()
    events = Event.objects.count()
    for model in MODELS:
        row = model._default_manager.order_by("pk").first()
        form = client.get(index_of(model)).context["action_form"]
        for action, _words in form.fields["action"].choices if row and form else ():
            if action:
                body = {"action": action, "_selected_action": [row.pk], "to": administrator.pk, "reason": " "}
                said = client.post(index_of(model), body, follow=True).content.decode()
                assert (action, "Schreiben Sie, warum" in said) == (action, True)
                tried.add(action)
    assert tried >= {"try_again", "pause", "resume", "test", "repeat", "revoke", "reassign", "merge", "to_bin", "hide"}
    assert Event.objects.count() == events


@pytest.mark.parametrize("language", ["de", "en"])
def test_why_a_run_was_tried_again_stands_in_its_history(
    language: str, moderator: User, with_suggestions: BroughtIn
) -> None:
    client = panel_of(moderator, language)
    listed = client.get("/admin/annotations/suggestionrun/").content.decode()
    assert re.search({"de": r">Zitat \d+ · Behauptung", "en": r">Quote \d+ · Claim"}[language], listed)
    SuggestionRun.objects.update(state="failed", error="engine")
    act(client, "suggestionrun", "try_again", SuggestionRun.objects.get(), reason="Speicher war voll")
    newest = SuggestionRun.objects.order_by("-id")[0]
    assert newest.state == "queued"
    history = client.get(f"/admin/annotations/suggestionrun/{newest.pk}/history/").content.decode()
    assert "Speicher war voll" in history


def test_articles_go_to_the_bin_all_or_none(moderator: User, editor: User) -> None:
    client = panel_of(moderator)
    first, second = (bring_in(editor, f"Text {number}.").article for number in range(2))
    assert "Schreiben Sie, warum" in act(client, "article", "to_bin", first, reason="")
    act(client, "article", "to_bin", first, second)
    assert not Article.objects.filter(deleted_at=None).exists()
    assert Event.objects.filter(object_type="article", verb="deleted", actor=moderator).count() == 2
