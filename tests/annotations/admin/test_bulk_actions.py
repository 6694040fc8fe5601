"""Every action on many things in the panel: one event for each that changed, with the reason, and all or none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from annotations.models import (
    Annotation,
    ApiToken,
    Article,
    Assignment,
    Event,
    LearnedModel,
    Speaker,
    SuggestionRun,
    WebhookDelivery,
    WebhookEndpoint,
)
from annotations.services.annotations import accept_annotation, delete_annotation
from annotations.services.articles import delete_article
from annotations.services.assignments import assign
from annotations.services.moderation import hide_annotation
from annotations.services.speakers import merge_speakers
from annotations.services.webhooks import pause_webhook, send_test
from tests.factories import bring_in, make_token, make_user, make_webhook, suggested

pytestmark = pytest.mark.django_db
REASON = "Nach Rücksprache mit der Chefin vom Dienst"
Rows = list[Any]


def _suggestions(actor: User) -> Rows:
    return list(Annotation.objects.filter(version=suggested(actor).version).order_by("id")[:2])


def _binned(actor: User) -> Rows:
    return [delete_annotation(annotation=a, revision=a.revision, actor=actor).annotation for a in _suggestions(actor)]


def _accepted(actor: User) -> Rows:
    return [accept_annotation(annotation=a, revision=a.revision, actor=actor).annotation for a in _suggestions(actor)]


def _hidden(actor: User) -> Rows:
    return [hide_annotation(annotation=a, actor=actor, reason="x").annotation for a in _suggestions(actor)]


def _articles(actor: User) -> Rows:
    return [bring_in(actor, f"Es kamen {number} Gäste.").article for number in (20, 21)]


def _binned_articles(actor: User) -> Rows:
    return [delete_article(article=article, actor=actor) for article in _articles(actor)]


def _runs(actor: User) -> Rows:
    runs = [bring_in(actor, f"Es kamen {number} Gäste.").run for number in (20, 21)]
    SuggestionRun.objects.update(state="failed", error="engine")
    return runs


def _assignments(actor: User) -> Rows:
    return [assign(article=article, checker=make_user("checker"), actor=actor) for article in _articles(actor)]


def _speakers(actor: User) -> Rows:
    return [Speaker.objects.create(name=name) for name in ("Anna Beck", "A. Beck")]


def _merged(actor: User) -> Rows:
    kept, *others = (Speaker.objects.create(name=name) for name in ("Anna Beck", "A. Beck", "Beck"))
    for other in others:
        merge_speakers(kept=kept, merged=other, actor=actor)
    return others


def _tokens(actor: User) -> Rows:
    return [make_token(actor).token for _number in range(2)]


def _webhooks(actor: User) -> Rows:
    return [make_webhook(actor, f"https://press.example/{number}") for number in range(2)]


def _paused(actor: User) -> Rows:
    for endpoint in (hooks := _webhooks(actor)):
        pause_webhook(endpoint=endpoint, actor=actor, reason=WebhookEndpoint.PauseReason.OWNER)
    return hooks


def _deliveries(actor: User) -> Rows:
    made = [send_test(endpoint=endpoint) for endpoint in _webhooks(actor)]
    WebhookDelivery.objects.update(state="failed", error="status")
    return made


# Model, action; what it is done to, and how many events it leaves: one each, but two entries become one by one.
ACTIONS: dict[tuple[type[Model], str], tuple[Callable[[User], Rows], int]] = {
    (Annotation, "accept"): (_suggestions, 2),
    (Annotation, "reject"): (_suggestions, 2),
    (Annotation, "restore"): (_binned, 2),
    (Annotation, "undo"): (_accepted, 2),
    (Annotation, "hide"): (_suggestions, 2),
    (Annotation, "show"): (_hidden, 2),
    (Article, "to_bin"): (_articles, 2),
    (Article, "restore"): (_binned_articles, 2),
    (SuggestionRun, "try_again"): (_runs, 2),
    (Assignment, "reassign"): (_assignments, 2),
    (Speaker, "merge"): (_speakers, 1),
    (Speaker, "split"): (_merged, 2),
    (ApiToken, "revoke"): (_tokens, 2),
    (WebhookEndpoint, "pause"): (_webhooks, 2),
    (WebhookEndpoint, "resume"): (_paused, 2),
    (WebhookEndpoint, "test"): (_webhooks, 2),
    (WebhookDelivery, "repeat"): (_deliveries, 2),
}
# One at a time: tests/annotations/services/test_learning.py.
ELSEWHERE = {(LearnedModel, "use"), (LearnedModel, "use_shipped")}


@pytest.fixture
def superuser(db: None) -> User:
    return make_user(None, is_superuser=True)


def act(client: Client, model: type[Model], action: str, numbers: Rows, **more: Any) -> str:
    path = reverse(f"admin:annotations_{model._meta.model_name}_changelist")
    body = {"action": action, "_selected_action": numbers, "reason": REASON, **more}
    in_bin = "?bin=yes" if model is Article and action == "restore" else ""
    return client.post(path + in_bin, body, follow=True).content.decode()


@pytest.mark.parametrize(("model", "action"), ACTIONS, ids=lambda part: getattr(part, "__name__", part))
def test_one_event_each_with_the_reason(model: type[Model], action: str, superuser: User) -> None:
    make, number = ACTIONS[model, action]
    rows, client = make(superuser), Client()
    client.force_login(superuser)
    before = Event.objects.count()
    act(client, model, action, [row.pk for row in rows], to=make_user("checker").pk)
    told = list(Event.objects.order_by("id")[before:])
    assert [(event.actor, event.new.get("reason")) for event in told] == [(superuser, REASON)] * number
    assert len({event.object_id for event in told}) == number


def test_every_action_is_tried_here() -> None:
    named = set()
    for model, panel in admin.site._registry.items():
        named |= {(model, action) for action in panel.actions or () if model._meta.app_label == "annotations"}
    assert {(model, action) for model, action in named if (model, action) not in ELSEWHERE} == set(ACTIONS)


@pytest.mark.parametrize("action", ["accept", "reject", "undo", "merge", "split"])
def test_nothing_happens_where_one_of_them_cannot_be_done(action: str, superuser: User) -> None:
    """One mark is in the bin, one entry is merged already, or is not."""
    client = Client()
    client.force_login(superuser)
    if action in ("merge", "split"):
        model: type[Model] = Speaker
        rows = [*_merged(superuser), Speaker.objects.create(name="Karl Kern")]
    else:
        model, rows = Annotation, _suggestions(superuser)
        other = make_user("editor")
        delete_annotation(annotation=rows[1], revision=rows[1].revision, actor=other)
        Annotation.objects.filter(pk=rows[1].pk).update(deleted_at=timezone.now() - timedelta(hours=1))
    before = Event.objects.count()
    assert "Nichts geändert" in act(client, model, action, [row.pk for row in rows])
    assert Event.objects.count() == before


@pytest.mark.parametrize("sent", ["", "zwölf", "9" * 20, "٣"])
def test_what_is_no_row_is_said_and_nothing_is_done(client: Client, moderator: User, sent: str) -> None:
    first = _articles(moderator)[0]
    client.force_login(moderator)
    told = act(client, Article, "to_bin", [first.pk, sent])
    assert f"Nichts geändert: Es gibt nichts mit der Nummer {sent[:19]}" in told
    first.refresh_from_db()
    assert first.deleted_at is None
