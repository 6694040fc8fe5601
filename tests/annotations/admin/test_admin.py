"""The admin panel: lists open, history is read-only, actions go through the services."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from annotations.models import Annotation, Article, Desk, Event, Release, Speaker, SuggestionRun
from annotations.services import annotations as service
from annotations.services.articles import BroughtIn
from annotations.services.releases import correct_published
from tests.factories import check, first_suggestion, mark, things_to_check

pytestmark = pytest.mark.django_db
ADMIN = "/admin/annotations/"
LISTS = ["article", "articleversion", "annotation", "suggestionrun", "event", "speaker"]


@pytest.fixture
def panel(moderator: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(moderator)
    return client


def act(panel: Client, model: str, action: str, *pks: int) -> str:
    body = {"action": action, "_selected_action": list(pks), "reason": "Nach Rücksprache"}
    return panel.post(f"{ADMIN}{model}/", body, follow=True).content.decode()


@pytest.mark.parametrize("model", [*LISTS, "verdict", "source", "comment", "assignment", "release", "correction"])
def test_lists_and_objects_open(panel: Client, moderator: User, model: str, with_suggestions: BroughtIn) -> None:
    things_to_check(with_suggestions)
    correct_published(annotation=Release.objects.get().version.annotations.get(), text="elf", actor=moderator)
    page = panel.get(f"{ADMIN}{model}/")
    assert page.status_code == 200
    assert panel.get(f"{ADMIN}{model}/?q=Artikel").status_code == 200
    pk = page.context["cl"].queryset.order_by("pk").first().pk
    assert panel.get(f"{ADMIN}{model}/{pk}/change/").status_code == 200


@pytest.mark.parametrize("model", ["articleversion", "annotation", "suggestionrun", "event"])
def test_history_is_not_edited(panel: Client, model: str, with_suggestions: BroughtIn) -> None:
    pk = panel.get(f"{ADMIN}{model}/").context["cl"].queryset.order_by("pk").first().pk
    assert panel.post(f"{ADMIN}{model}/{pk}/change/", {"text": "x", "exact": "x"}).status_code == 403
    assert panel.post(f"{ADMIN}{model}/{pk}/delete/", {"post": "yes"}).status_code == 403
    assert panel.get(f"{ADMIN}{model}/add/").status_code == 403


def test_actions_accept_reject_restore(panel: Client, moderator: User, with_suggestions: BroughtIn) -> None:
    first, second, *_ = Annotation.objects.order_by("id")
    act(panel, "annotation", "accept", first.pk, second.pk)
    assert set(Annotation.objects.filter(state="accepted")) == {first, second}
    act(panel, "annotation", "reject", first.pk)
    assert Annotation.objects.get(pk=first.pk).state == "rejected"
    service.delete_annotation(annotation=first, revision=3, actor=moderator)
    act(panel, "annotation", "restore", first.pk)
    assert Annotation.objects.get(pk=first.pk).deleted_at is None
    verbs = list(
        Event.objects.filter(object_id=first.pk, actor=moderator).order_by("id").values_list("verb", flat=True)
    )
    assert verbs == ["accepted", "rejected", "deleted", "restored"]


def test_an_action_is_all_or_nothing(panel: Client, moderator: User, with_suggestions: BroughtIn) -> None:
    first, second, *_ = Annotation.objects.order_by("id")
    service.delete_annotation(annotation=second, revision=1, actor=moderator)
    page = act(panel, "annotation", "accept", first.pk, second.pk)
    assert "Nichts geändert" in page
    assert Annotation.objects.get(pk=first.pk).state == "suggested"


def test_a_failed_run_is_tried_again(panel: Client, brought_in: BroughtIn) -> None:
    SuggestionRun.objects.update(state="failed", error="engine")
    act(panel, "suggestionrun", "try_again", brought_in.run.pk)
    assert list(SuggestionRun.objects.order_by("id").values_list("state", flat=True)) == ["failed", "queued"]


def test_change_of_an_article_leaves_an_event(panel: Client, moderator: User, brought_in: BroughtIn) -> None:
    values = {"title": "Neuer Titel", "language": "de", "state": "in_check", "published_on": "", "desk": "Kultur"}
    panel.post(f"{ADMIN}article/{brought_in.article.pk}/change/", values)
    assert Article.objects.get().title == "Neuer Titel"
    event = Event.objects.filter(verb="changed").get()
    assert event.actor == moderator
    assert event.new == {"title": "Neuer Titel", "state": "in_check", "desk": "Kultur"}


def test_administrator_cannot_make_herself_a_superuser(administrator: User) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(administrator)
    path = f"/admin/auth/user/{administrator.pk}/change/"
    assert client.get(path).status_code == 200
    client.post(path, {"username": administrator.username, "is_active": "on", "is_superuser": "on", "is_staff": "on"})
    administrator.refresh_from_db()
    assert not administrator.is_superuser


def test_moderator_does_not_see_accounts(panel: Client) -> None:
    assert panel.get("/admin/auth/user/").status_code == 403


def test_a_suggestion_shows_its_own_kind(panel: Client, with_suggestions: BroughtIn) -> None:
    figure = first_suggestion(with_suggestions.article)
    page = panel.get(f"{ADMIN}annotation/{figure.pk}/change/").content.decode()
    assert "figure-0" in page
    assert '<div class="readonly">Sekunden</div>' in page  # not the code that is stored
    assert "quote-0" not in page


def test_an_action_without_a_reason_changes_nothing(panel: Client, with_suggestions: BroughtIn) -> None:
    first = Annotation.objects.order_by("id")[0]
    body = {"action": "reject", "_selected_action": [first.pk], "reason": " "}
    assert "Schreiben Sie, warum" in panel.post(f"{ADMIN}annotation/", body, follow=True).content.decode()
    assert Annotation.objects.get(pk=first.pk).state == "suggested"


def test_the_reason_stays_in_the_record_and_undo_still_works(
    panel: Client, moderator: User, with_suggestions: BroughtIn
) -> None:
    first = Annotation.objects.order_by("id")[0]
    act(panel, "annotation", "reject", first.pk)
    event = Event.objects.filter(actor=moderator).get()
    assert event.new["reason"] == "Nach Rücksprache"
    assert service.undo(annotation=first, event=event, actor=moderator).annotation.state == "suggested"


def test_hidden_marks_are_shown_again(panel: Client, editor: User, brought_in: BroughtIn) -> None:
    fact = mark(editor, brought_in.version, "Zweimal")
    act(panel, "annotation", "hide", fact.pk)
    assert Annotation.objects.get(pk=fact.pk).hidden_at is not None
    assert fact in panel.get(f"{ADMIN}annotation/?hidden=yes").context["cl"].queryset
    act(panel, "annotation", "show", fact.pk)
    assert Annotation.objects.get(pk=fact.pk).hidden_at is None


def test_dashboard_counts_what_wants_attention(panel: Client, editor: User, brought_in: BroughtIn) -> None:
    check(editor, mark(editor, brought_in.version, "Wir bauen bis 2027 zwölf neue Schulen", "quote"))
    SuggestionRun.objects.update(state="failed", error="engine")
    page = panel.get("/admin/")
    counts = {count.code: count for _name, count in page.context["counts"]}
    assert (counts["unsigned"].number, counts["failed_runs"].number, counts["overdue"].number) == (1, 1, 0)
    for count in counts.values():
        assert panel.get(f"/admin/{count.path}").status_code == 200
    [shown] = panel.get(f"/admin/{counts['unsigned'].path}").context["cl"].queryset
    assert shown.exact == "Wir bauen bis 2027 zwölf neue Schulen"


def test_speakers_are_merged_and_split(panel: Client) -> None:
    first, second = (Speaker.objects.create(name=name) for name in ("Beck", "Anna Beck"))
    act(panel, "speaker", "merge", first.pk, second.pk)
    assert Speaker.objects.get(pk=second.pk).merged_into == first
    assert "gehört schon zu einem anderen" in act(panel, "speaker", "merge", first.pk, second.pk)
    act(panel, "speaker", "split", second.pk)
    assert Speaker.objects.get(pk=second.pk).merged_into is None


def test_a_desk_is_kept_with_its_members(panel: Client, administrator: User, editor: User) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(administrator)
    values = {"name": "Recherche", "is_closed": "on", "countersigned_risks": ["accusation"], "members": [editor.pk]}
    assert client.post(f"{ADMIN}desk/add/", values).status_code == 302
    desk = Desk.objects.get()
    assert (desk.is_closed, desk.countersigned_risks, list(desk.members.all())) == (True, ["accusation"], [editor])
    assert Event.objects.get(object_type="desk").new["members"] == [editor.pk]
    assert panel.get(f"{ADMIN}desk/add/").status_code == 403


def test_no_form_releases_an_article(panel: Client, brought_in: BroughtIn) -> None:
    path = f"{ADMIN}article/{brought_in.article.pk}/change/"
    panel.post(path, {"title": "T", "language": "de", "state": "released", "published_on": "", "desk": ""})
    assert Article.objects.get().state == "draft"
