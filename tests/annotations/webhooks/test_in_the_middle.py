"""What happens to a webhook while it is told something, and what nobody expected of a receiver."""

from __future__ import annotations

import json
import threading
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client

from annotations import jobs
from annotations.jobs import execution
from annotations.models import Desk, WebhookAttempt, WebhookDelivery, WebhookEndpoint
from annotations.roles import EDITOR, INTEGRATION
from annotations.services import webhooks
from annotations.services.webhook_deliveries import KIND
from annotations.services.webhooks import create_webhook, resume_webhook, send_test
from tests.conftest import api_for
from tests.factories import bring_in, make_user
from tests.receiver import LOOPBACK, Receiver, answer, receiver

pytestmark = pytest.mark.django_db
ROUNDS = 5


def work() -> int:
    """Does what is due, and says how much that was."""
    number = 0
    while jobs.execute(KIND):
        number += 1
    return number


def removed(endpoint: WebhookEndpoint) -> None:
    WebhookEndpoint.objects.get(pk=endpoint.pk).delete()


# --- Removed meanwhile -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("act", ["send_test", "repeat_delivery", "pause_webhook", "resume_webhook", "rotate_secret"])
@pytest.mark.parametrize("door", ["api", "web"])
def test_what_was_removed_meanwhile_is_not_found(
    act: str, door: str, endpoint: WebhookEndpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery = send_test(endpoint=endpoint)
    own = {
        "send_test": "test/",
        "repeat_delivery": f"deliveries/{delivery.pk}/" + ("repeat/" if door == "api" else ""),
        "pause_webhook": "pause/",
        "resume_webhook": "resume/",
        "rotate_secret": "secret/",
    }
    real = getattr(webhooks, act)

    def removed_before(**values: Any) -> Any:
        removed(endpoint)
        return real(**values)

    monkeypatch.setattr(f"annotations.{door}.views.webhooks.{act}", removed_before)
    answered: Any
    if door == "api":
        answered = api_for(endpoint.owner).post(f"/api/v1/webhooks/{endpoint.pk}/{own[act]}")
    else:
        endpoint.owner.groups.add(Group.objects.get(name=EDITOR))
        browser = Client()
        browser.force_login(endpoint.owner)
        answered = browser.post(f"/profile/webhooks/{endpoint.pk}/{own[act]}", follow=True)
    assert answered.status_code == 404


def test_the_runner_claims_what_is_removed_at_that_moment(
    endpoint: WebhookEndpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    send_test(endpoint=endpoint)

    def claimed(*arguments: Any) -> Any:
        lease = jobs.claim(*arguments)
        removed(endpoint)
        return lease

    monkeypatch.setattr(execution, "claim", claimed)
    assert jobs.execute(KIND)
    assert not WebhookDelivery.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("status", [204, 500])
def test_it_is_removed_while_messages_are_sent(status: int, settings: Any) -> None:
    """On PostgreSQL each of the two took a row the other was waiting for."""
    settings.OUTGOING_ALLOWED_NETWORKS = LOOPBACK
    owner, editor = make_user(INTEGRATION), make_user(EDITOR)
    answers: list[int] = []
    with receiver(answer(status)) as inbox:
        for number in range(ROUNDS):
            endpoint = create_webhook(url=inbox.url, event_types=["article.created"], actor=owner)
            for text in range(3):
                bring_in(editor, f"Runde {number}, Text {text}.")
            acts = [work, work, partial(api_for(owner).delete, f"/api/v1/webhooks/{endpoint.pk}/")]
            told: list[Any] = []
            threads = [threading.Thread(target=run, args=(act, told)) for act in acts]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            assert len(told) == len(acts), "none of them failed"
            answers += [one.status_code for one in told if not isinstance(one, int)]
    assert answers == [204] * ROUNDS
    assert not WebhookDelivery.objects.exists()


def run(act: Any, told: list[Any]) -> None:
    try:
        told.append(act())
    finally:
        connection.close()


# --- Receivers -------------------------------------------------------------------------------------------------------


def test_nothing_is_lost_that_was_refused_while_another_message_arrived(
    endpoint: WebhookEndpoint, inbox: Receiver, editor: User
) -> None:
    """Of two that are under way the receiver takes one, after it has said of the other that it is gone."""
    first, second = bring_in(editor, "Der erste Text."), bring_in(editor, "Der zweite Text.")
    leases = [jobs.claim(WebhookDelivery), jobs.claim(WebhookDelivery)]
    for lease, status in zip(leases, (410, 200), strict=True):
        assert lease is not None
        inbox.behaviour = answer(status)
        KIND.work(WebhookDelivery.objects.get(pk=lease.job_id), lease)
    endpoint.refresh_from_db()
    assert endpoint.state == "paused"
    inbox.received.clear()
    resume_webhook(endpoint=endpoint, actor=endpoint.owner)
    work()
    told = [json.loads(message.body) for message in inbox.received]
    assert [m["data"]["article"]["id"] for m in told if m["type"] == "article.created"] == [first.article.pk]
    assert set(WebhookDelivery.objects.values_list("state", flat=True)) == {"finished"}
    assert second.article.pk in {m["data"]["article"]["id"] for m in told}


def test_headers_are_kept_as_far_as_they_can_be_stored(endpoint: WebhookEndpoint, inbox: Receiver) -> None:
    inbox.behaviour = answer(302, Location="/weiter\0hier")
    send_test(endpoint=endpoint)
    work()
    attempt = WebhookAttempt.objects.get()
    assert (attempt.status, attempt.excerpt.strip()) == (302, "→ /weiterhier")


# --- What waits behind -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("may_hear", [True, False])
def test_the_broker_is_told_of_the_next_when_its_turn_has_come(
    may_hear: bool,
    endpoint: WebhookEndpoint,
    editor: User,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    """When it was told before, no worker could have it yet: it waited for a sweep, each behind the other."""
    hinted: list[int] = []
    monkeypatch.setattr("annotations.jobs.hints.hint", lambda _model, number: hinted.append(number))
    article = bring_in(editor).article
    if not may_hear:
        article.desk = Desk.objects.create(name="Recherche", is_closed=True).name
        article.save()
    numbers = list(WebhookDelivery.objects.order_by("pk").values_list("pk", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        assert jobs.execute(KIND)
    assert hinted == numbers[1:2]
