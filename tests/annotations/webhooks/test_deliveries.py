"""From the record to the receiver: nothing lost, nothing doubled, nothing told to whom may not hear it."""

from __future__ import annotations

import json
import time
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from standardwebhooks import Webhook

from annotations import jobs
from annotations.models import Annotation, Article, Desk, Event, WebhookAttempt, WebhookDelivery, WebhookEndpoint
from annotations.services import webhook_deliveries
from annotations.services.annotations import accept_annotation, create_annotation
from annotations.services.articles import BroughtIn
from annotations.services.moderation import hide_annotation
from annotations.services.webhook_deliveries import KIND, PAUSES_SECONDS
from annotations.services.webhook_signatures import secret_of
from annotations.services.webhooks import (
    change_webhook,
    create_webhook,
    pause_webhook,
    repeat_delivery,
    resume_webhook,
    rotate_secret,
    send_test,
)
from tests.factories import bring_in, make_source, mark, suggested
from tests.receiver import Receiver, answer, receiver

pytestmark = pytest.mark.django_db

ALL = WebhookEndpoint.EventType.values


def work(times: int = 100) -> int:
    """Does what is due, and says how much that was."""
    return sum(1 for _ in range(times) if jobs.execute(KIND))


def let_time_pass() -> None:
    """As if every pause were over."""
    WebhookDelivery.objects.filter(state="queued").update(due_at=Now())
    WebhookEndpoint.objects.update(resting_until=None)


def told(inbox: Receiver) -> list[str]:
    return [json.loads(message.body)["type"] for message in inbox.received]


def test_tells_what_happened_in_order(endpoint: WebhookEndpoint, inbox: Receiver, editor: User) -> None:
    suggested(editor)
    work()
    assert [kind for kind in told(inbox) if not kind.startswith("speaker")] == [
        "article.created",
        "version.created",
        "run.queued",
        "annotation.suggested",
        "run.finished",
    ]
    messages = [json.loads(m.body) for m in inbox.received]
    events = [event for message in messages for event in message["data"]["events"] if message["data"]["article"]]
    assert [event["number"] for event in events] == list(range(1, len(events) + 1))
    stored = Event.objects.filter(article__isnull=False).order_by("id")
    assert [event["id"] for event in events] == list(stored.values_list("id", flat=True))


def test_a_run_is_told_in_one_message(endpoint: WebhookEndpoint, inbox: Receiver, editor: User) -> None:
    suggested(editor)
    work()
    [message] = [json.loads(m.body) for m in inbox.received if b"annotation.suggested" in m.body]
    assert len(message["data"]["events"]) == Annotation.objects.count() > 3
    first = message["data"]["events"][0]
    assert first["new"]["exact"] == Annotation.objects.get(pk=first["object_id"]).exact


def test_the_outbox_is_written_with_the_change(endpoint: WebhookEndpoint, editor: User) -> None:
    with transaction.atomic():
        bring_in(editor)
        assert WebhookDelivery.objects.count() == 3
        transaction.set_rollback(True)
    assert WebhookDelivery.objects.count() == 0


def test_without_webhooks_a_change_costs_no_query_more(brought_in: BroughtIn, editor: User, integration: User) -> None:
    def queries(words: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as made:
            mark(editor, brought_in.version, words)
        return len([q for q in made if "SAVEPOINT" not in q["sql"]])

    mark(editor, brought_in.version, "Der")
    without = queries("Zweimal")
    with CaptureQueriesContext(connection) as made:
        mark(editor, brought_in.version, "Händedruck")
    assert not [q for q in made if "webhookendpoint" in q["sql"] and "event_count" not in q["sql"]]
    for _ in range(3):
        create_webhook(url="https://press.example/", event_types=ALL, actor=integration)
    assert queries("am Montag") == without + 2, "whatever the number of webhooks and events"


def test_tells_only_what_was_chosen(inbox: Receiver, integration: User, editor: User) -> None:
    create_webhook(url=inbox.url, event_types=["version.created", "source.created"], actor=integration)
    bring_in(editor)
    make_source(editor)
    work()
    assert sorted(told(inbox)) == ["source.created", "version.created"]


# --- Signatures ------------------------------------------------------------------------------------------------------


def test_is_signed_by_the_rules_of_standard_webhooks(
    endpoint: WebhookEndpoint, inbox: Receiver, brought_in: BroughtIn
) -> None:
    bring_in(brought_in.article.uploader, "Zwölf Gäste 👩‍👩‍👧 kamen.")
    work(1)
    [message] = inbox.received
    secret = secret_of(endpoint)
    assert secret.startswith("whsec_")
    assert Webhook(secret).verify(message.body, message.headers)["type"] == "article.created"
    with pytest.raises(Exception, match="No matching signature"):
        Webhook(secret).verify(message.body.replace(b"article", b"particle"), message.headers)


def test_both_secrets_sign_for_a_day(endpoint: WebhookEndpoint, inbox: Receiver, integration: User) -> None:
    old = secret_of(endpoint)
    endpoint = rotate_secret(endpoint=endpoint, actor=integration)
    new = secret_of(endpoint)
    assert new != old
    send_test(endpoint=endpoint)
    work()
    for secret in (old, new):
        assert Webhook(secret).verify(inbox.received[0].body, inbox.received[0].headers)["type"] == "webhook.test"
    WebhookEndpoint.objects.update(previous_until=timezone.now() - timedelta(seconds=1))
    send_test(endpoint=endpoint)
    work()
    last = inbox.received[-1]
    assert Webhook(new).verify(last.body, last.headers)
    with pytest.raises(Exception, match="No matching signature"):
        Webhook(old).verify(last.body, last.headers)


def test_no_secret_is_stored(endpoint: WebhookEndpoint, settings: Any) -> None:
    [row] = WebhookEndpoint.objects.values()
    secret = secret_of(endpoint)
    assert secret.removeprefix("whsec_") not in json.dumps(row, default=str)
    settings.SECRET_KEY = "x" * 50
    assert secret_of(endpoint) != secret, "it needs the installation's key as well"


# --- Receivers that misbehave ----------------------------------------------------------------------------------------


def test_a_receiver_that_fails_hears_it_later_under_the_same_id(
    endpoint: WebhookEndpoint, inbox: Receiver, editor: User
) -> None:
    inbox.behaviour = answer(500, b"Die Datenbank ist voll.\0")
    bring_in(editor)
    assert work() == 1, "the others wait behind it"
    delivery = WebhookDelivery.objects.order_by("pk")[0]
    [attempt] = delivery.tries.all()
    assert (attempt.status, attempt.excerpt) == (500, "Die Datenbank ist voll.")
    assert (delivery.state, delivery.attempts) == ("queued", 1)
    inbox.behaviour = answer(204)
    let_time_pass()
    work()
    assert told(inbox) == ["article.created", "article.created", "version.created", "run.queued"]
    assert inbox.received[0].headers["webhook-id"] == inbox.received[1].headers["webhook-id"] == delivery.webhook_id
    assert inbox.received[0].body == inbox.received[1].body
    endpoint.refresh_from_db()
    assert (endpoint.failures, endpoint.failing_since, endpoint.resting_until) == (0, None, None)


def test_an_endpoint_that_fails_rests(endpoint: WebhookEndpoint, inbox: Receiver, editor: User) -> None:
    """A dead receiver with many deliveries costs one attempt a pause, not one for each."""
    inbox.behaviour = answer(503)
    for number in range(5):
        bring_in(editor, f"Es waren {number} Gäste.")
    assert work() == 1
    endpoint.refresh_from_db()
    assert endpoint.failures == 1
    assert endpoint.resting_until is not None
    assert 4 < (endpoint.resting_until - timezone.now()).total_seconds() < 6


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_redirects_are_failures(status: int, endpoint: WebhookEndpoint, inbox: Receiver) -> None:
    with receiver() as elsewhere:
        inbox.behaviour = answer(status, Location=elsewhere.url)
        send_test(endpoint=endpoint)
        work()
        assert elsewhere.received == []
    attempt = WebhookAttempt.objects.get()
    assert attempt.status == status
    assert elsewhere.url in attempt.excerpt


def test_a_receiver_that_hangs_is_left_after_the_limit(
    endpoint: WebhookEndpoint, inbox: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook_deliveries, "post", lambda *a, **k: real_post(*a, **k, limit_seconds=0.3))
    inbox.behaviour = lambda request: time.sleep(3)
    send_test(endpoint=endpoint)
    work()
    [attempt] = WebhookAttempt.objects.all()
    assert (attempt.status, attempt.excerpt.split(":")[0]) == (None, "too_slow")


real_post = webhook_deliveries.post


def test_nothing_is_sent_inside(inbox: Receiver, settings: Any, integration: User) -> None:
    endpoint = create_webhook(url=inbox.url, event_types=ALL, actor=integration)
    settings.OUTGOING_ALLOWED_NETWORKS = []
    send_test(endpoint=endpoint)
    work()
    assert inbox.received == []
    assert WebhookAttempt.objects.get().excerpt.startswith("url_refused")


def test_after_a_day_of_failures_it_is_paused_with_a_notice_and_loses_nothing(
    endpoint: WebhookEndpoint,
    inbox: Receiver,
    editor: User,
    settings: Any,
    mailoutbox: list[Any],
    django_capture_on_commit_callbacks: Any,
) -> None:
    settings.EMAIL_HOST = "mail.example"
    User.objects.filter(pk=endpoint.owner_id).update(email="cms@press.example")
    inbox.behaviour = answer(500)
    bring_in(editor)
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(len(PAUSES_SECONDS) + 1):
            assert work() == 1
            let_time_pass()
    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.pause_reason) == ("paused", "failures")
    assert [(mail.to, "angehalten" in mail.subject) for mail in mailoutbox] == [(["cms@press.example"], True)]
    assert work() == 0
    bring_in(editor, "Während der Pause.")
    inbox.behaviour = answer(200)
    inbox.received.clear()
    resume_webhook(endpoint=endpoint, actor=endpoint.owner)
    work()
    assert told(inbox) == ["article.created", "version.created", "run.queued"] * 2
    assert set(WebhookDelivery.objects.values_list("state", flat=True)) == {"finished"}


def test_a_new_address_is_told_at_once_what_the_old_one_did_not_hear(
    endpoint: WebhookEndpoint, inbox: Receiver, editor: User
) -> None:
    old, missed = endpoint.url, ["article.created", "version.created", "run.queued"]
    inbox.behaviour = answer(500)
    bring_in(editor)
    assert work() == 1
    WebhookEndpoint.objects.update(resting_until=timezone.now() + timedelta(hours=10))
    WebhookDelivery.objects.filter(state="queued").update(due_at=timezone.now() + timedelta(hours=10))
    with receiver() as elsewhere:
        change_webhook(endpoint=endpoint, values={"description": "Redaktionssystem"}, actor=endpoint.owner)
        assert work() == 0
        change_webhook(endpoint=endpoint, values={"url": elsewhere.url}, actor=endpoint.owner)
        work()
        assert told(elsewhere) == missed
    endpoint.refresh_from_db()
    assert endpoint.url != old
    assert (endpoint.failures, endpoint.failing_since, endpoint.resting_until) == (0, None, None)


def test_a_paused_one_stays_paused_at_a_new_address(endpoint: WebhookEndpoint, inbox: Receiver, editor: User) -> None:
    """It keeps since when it failed, so that resuming finds what was given up."""
    inbox.behaviour = answer(410)
    bring_in(editor)
    assert work() == 1
    inbox.received.clear()
    with receiver() as elsewhere:
        change_webhook(endpoint=endpoint, values={"url": elsewhere.url}, actor=endpoint.owner)
        assert work() == 0
        endpoint.refresh_from_db()
        assert endpoint.state == "paused"
        assert endpoint.failing_since is not None
        resume_webhook(endpoint=endpoint, actor=endpoint.owner)
        work()
        assert told(elsewhere) == ["article.created", "version.created", "run.queued"]
    assert inbox.received == []


def test_gone_pauses_at_once(endpoint: WebhookEndpoint, inbox: Receiver, editor: User) -> None:
    inbox.behaviour = answer(410)
    bring_in(editor)
    assert work() == 1
    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.pause_reason) == ("paused", "gone")
    assert Event.objects.filter(object_type="webhook", verb="changed", actor=None).exists()


def test_failures_at_the_same_moment_count_once(endpoint: WebhookEndpoint, inbox: Receiver, editor: User) -> None:
    inbox.behaviour = answer(500)
    for number in range(3):
        bring_in(editor, f"Es waren {number} Gäste.")
    leases = [jobs.claim(WebhookDelivery) for _ in range(3)]
    for lease in leases:
        assert lease is not None
        KIND.work(WebhookDelivery.objects.get(pk=lease.job_id), lease)
    endpoint.refresh_from_db()
    assert endpoint.failures == 1


def test_pauses_grow_to_about_a_day() -> None:
    assert list(PAUSES_SECONDS) == sorted(PAUSES_SECONDS)
    assert 23 * 3600 < sum(PAUSES_SECONDS) < 24 * 3600
    assert len(PAUSES_SECONDS) + 1 == WebhookDelivery.ATTEMPTS_CAP


# --- Workers that die ------------------------------------------------------------------------------------------------


def test_a_killed_worker_loses_nothing(endpoint: WebhookEndpoint, inbox: Receiver, editor: User) -> None:
    bring_in(editor)
    lease = jobs.claim(WebhookDelivery)
    assert lease is not None
    assert work() == 0, "in order: what comes later waits for it"
    WebhookDelivery.objects.filter(pk=lease.job_id).update(lease_until=Now() - timedelta(seconds=1))
    work()
    assert told(inbox) == ["article.created", "version.created", "run.queued"]


def test_a_worker_that_lost_its_lease_writes_nothing(endpoint: WebhookEndpoint, inbox: Receiver) -> None:
    delivery = send_test(endpoint=endpoint)
    lease = jobs.claim(WebhookDelivery)
    assert lease is not None
    WebhookDelivery.objects.update(lease="another")
    with pytest.raises(jobs.LeaseLost):
        KIND.work(WebhookDelivery.objects.get(pk=delivery.pk), lease)
    assert WebhookAttempt.objects.count() == 0


def test_one_article_waits_for_itself_only(endpoint: WebhookEndpoint, inbox: Receiver, editor: User) -> None:
    first, second = bring_in(editor), bring_in(editor, "Ein zweiter Text.")
    assert jobs.claim(WebhookDelivery) is not None
    work()
    assert {json.loads(m.body)["data"]["article"]["id"] for m in inbox.received} == {second.article.pk}
    assert first.article.pk != second.article.pk


# --- Who may hear it -------------------------------------------------------------------------------------------------


def test_nothing_of_a_closed_desk_is_told(endpoint: WebhookEndpoint, inbox: Receiver, editor: User) -> None:
    Desk.objects.create(name="Recherche", is_closed=True)
    bring_in(editor, desk="Recherche")
    work()
    assert inbox.received == []
    assert set(WebhookDelivery.objects.values_list("state", "error")) == {("failed", "withheld")}
    endpoint.refresh_from_db()
    assert endpoint.failures == 0


def test_an_embargo_counts_when_it_is_sent(endpoint: WebhookEndpoint, inbox: Receiver, editor: User) -> None:
    bring_in(editor)
    Article.objects.update(embargo_until=timezone.now() + timedelta(hours=1))
    work()
    assert inbox.received == []


@pytest.mark.parametrize("loss", ["role", "account"])
def test_whoever_loses_the_right_hears_nothing(
    loss: str, endpoint: WebhookEndpoint, inbox: Receiver, editor: User
) -> None:
    bring_in(editor)
    if loss == "role":
        endpoint.owner.groups.clear()
    else:
        User.objects.filter(pk=endpoint.owner_id).update(is_active=False)
    assert work() == 1
    assert inbox.received == []
    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.pause_reason) == ("paused", "rights")
    assert WebhookDelivery.objects.filter(state="queued", attempts=0).count() == 3


def test_of_a_hidden_mark_only_that_is_told(
    endpoint: WebhookEndpoint, inbox: Receiver, brought_in: BroughtIn, editor: User, moderator: User
) -> None:
    outcome = create_annotation(version=brought_in.version, kind="claim", start=0, end=3, exact="Der", actor=editor)
    hide_annotation(annotation=outcome.annotation, actor=moderator, reason="Ein Name, der nicht genannt wird.")
    work()
    bodies = b"".join(m.body for m in inbox.received).decode()
    assert "annotation.hidden" in bodies
    assert '"Der"' not in bodies
    assert "nicht genannt" not in bodies


# --- By hand ---------------------------------------------------------------------------------------------------------


def test_a_delivery_can_be_repeated(endpoint: WebhookEndpoint, inbox: Receiver) -> None:
    delivery = send_test(endpoint=endpoint)
    work()
    repeat_delivery(delivery=WebhookDelivery.objects.get())
    work()
    assert [m.headers["webhook-id"] for m in inbox.received] == [delivery.webhook_id] * 2
    assert WebhookAttempt.objects.count() == 2


def test_while_paused_everything_waits(
    endpoint: WebhookEndpoint, inbox: Receiver, integration: User, with_suggestions: BroughtIn
) -> None:
    pause_webhook(endpoint=endpoint, reason="owner", actor=integration)
    annotation = Annotation.objects.order_by("pk")[0]
    accept_annotation(annotation=annotation, revision=1, actor=with_suggestions.article.uploader)
    assert work() == 0
    resume_webhook(endpoint=endpoint, actor=integration)
    work()
    assert told(inbox)[-1] == "annotation.accepted"
