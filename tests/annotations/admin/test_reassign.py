"""Giving work to somebody else from the panel: all or nothing, with a reason, in the record."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from annotations.models import Assignment, Event
from annotations.roles import CHECKER, EDITOR
from annotations.services.articles import BroughtIn
from annotations.services.assignments import assign
from tests.factories import make_user, mark

pytestmark = pytest.mark.django_db
LIST = "/admin/annotations/assignment/"


@pytest.fixture
def ill(editor: User, brought_in: BroughtIn) -> User:
    """A checker with an article and a fact of it to check."""
    checker = make_user(CHECKER)
    assign(article=brought_in.article, checker=checker, actor=editor)
    fact = mark(editor, brought_in.version, "Händedruck")
    assign(article=brought_in.article, annotation=fact, checker=checker, actor=editor)
    return checker


@pytest.fixture
def panel(moderator: User) -> Client:
    client = Client()
    client.force_login(moderator)
    return client


def give(panel: Client, **values: Any) -> str:
    numbers = list(Assignment.objects.values_list("pk", flat=True))
    form = {"action": "reassign", "_selected_action": numbers, **values}
    return panel.post(LIST, form, follow=True).content.decode()


def test_gives_many_with_one_event_each(panel: Client, ill: User, moderator: User) -> None:
    colleague = make_user(CHECKER)
    assert "2 Zuteilungen geändert." in give(panel, to=colleague.pk, reason="Krank.")
    assert set(Assignment.objects.values_list("checker", "by")) == {(colleague.pk, moderator.pk)}
    events = Event.objects.filter(verb="assigned", actor=moderator)
    assert [(e.old["checker"], e.new["checker"], e.new["reason"]) for e in events] == [
        (ill.pk, colleague.pk, "Krank.")
    ] * 2


@pytest.mark.parametrize(
    ("values", "said"), [({"reason": "Krank."}, "Wählen Sie, an wen"), ({"to": "colleague"}, "Schreiben Sie, warum")]
)
def test_changes_nothing_without_person_or_reason(values: dict[str, str], said: str, panel: Client, ill: User) -> None:
    colleague = make_user(CHECKER)
    values = {name: str(colleague.pk) if value == "colleague" else value for name, value in values.items()}
    assert said in give(panel, **values)
    assert set(Assignment.objects.values_list("checker", flat=True)) == {ill.pk}
    assert not Event.objects.filter(old__checker=ill.pk).exists()


def test_whoever_has_the_work_already_has_it_once(panel: Client, ill: User, editor: User) -> None:
    colleague = make_user(CHECKER)
    article = Assignment.objects.filter(annotation=None).get().article
    assign(article=article, checker=colleague, actor=editor)
    give(panel, to=colleague.pk, reason="Krank.")
    assert set(Assignment.objects.values_list("checker", "annotation__exact")) == {
        (colleague.pk, None),
        (colleague.pk, "Händedruck"),
    }
    assert Assignment.objects.count() == 2


def test_only_checkers_can_be_chosen(panel: Client, ill: User, integration: User) -> None:
    give(panel, to=integration.pk, reason="Krank.")
    assert set(Assignment.objects.values_list("checker", flat=True)) == {ill.pk}


def test_an_editor_has_no_panel(ill: User) -> None:
    client = Client()
    client.force_login(make_user(EDITOR))
    give(client, to=make_user(CHECKER).pk, reason="Krank.")
    assert set(Assignment.objects.values_list("checker", flat=True)) == {ill.pk}


def test_the_history_says_to_whom_and_why(panel: Client, ill: User) -> None:
    colleague = make_user(CHECKER, first_name="Jo", last_name="Lind")
    give(panel, to=colleague.pk, reason="Krank.")
    article = Assignment.objects.filter(annotation=None).get().article
    shown = panel.get(f"/articles/{article.pk}/history/").content.decode()
    assert "hat Jo Lind am" in shown
    assert "Begründung: Krank." in shown


def test_the_list_names_the_fact_or_the_whole_article(moderator: User, ill: User) -> None:
    client = Client()
    client.force_login(moderator)
    listed = client.get(LIST, headers={"Accept-Language": "de"}).content.decode()
    assert "Behauptung „Händedruck“" in listed
    assert "der ganze Artikel" in listed
