"""Delivering: the job that tells an endpoint what is in its outbox, at least once.

A delivery that fails is tried again after the pauses below, for about a day. Its endpoint rests meanwhile, so that a
silent receiver with a thousand deliveries costs one attempt a pause. If all pauses passed without any success, the
endpoint is paused, and somebody has to look.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from annotations import jobs
from annotations.adapters.webhook_messages import annotation_of, message, test_message
from annotations.errors import OutsideFailed
from annotations.models import Job, WebhookAttempt, WebhookDelivery, WebhookEndpoint
from annotations.outgoing import post
from annotations.queries.webhooks import KEEP, events_of, hidden_among, may_be_told
from annotations.services.webhook_signatures import signed_headers
from annotations.services.webhooks import pause_webhook

# Seconds after the first, second … failure; 23 h 42 min in all. The first catch a restart, the last a night.
PAUSES_SECONDS = (5, 30, 120, 600, 1800, 3600, 7200, 14400, 21600, 36000)
KEPT_DAYS = 30  # deliveries older than that are removed, those of a webhook that stays paused too
_JITTER = 0.1  # of a pause, so that receivers that come back are not met by everything at once
_EXCERPT = 1000  # characters
_GONE = 410
Error = WebhookDelivery.Error


@dataclass(frozen=True, slots=True)
class _Outcome:
    """`status` is None where nobody answered; `excerpt` is what was answered, or why not."""

    status: int | None
    excerpt: str
    duration_ms: int

    @property
    def is_received(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


def _work(delivery: WebhookDelivery, lease: jobs.Lease) -> None:
    endpoint = WebhookEndpoint.objects.select_related("owner").get(pk=delivery.endpoint_id)
    if not (endpoint.owner.is_active and endpoint.owner.has_perm(KEEP)):
        pause_webhook(endpoint=endpoint, reason=WebhookEndpoint.PauseReason.RIGHTS)
        jobs.give_back(lease, counts_as_attempt=False)
        return
    body = _body(delivery, endpoint)
    if body is None:
        with transaction.atomic():
            jobs.end(lease, state=Job.State.FAILED, error=Error.WITHHELD)
            _hint_at_next(delivery)
        return
    with jobs.Heartbeat(lease):
        outcome = _send(endpoint, delivery, body)
    with transaction.atomic():
        # Before the delivery's own row, as whoever removes the webhook does: none of them waits for the other.
        current = WebhookEndpoint.objects.select_for_update(no_key=True).filter(pk=endpoint.pk).first()
        if current is None:
            raise jobs.LeaseLost
        jobs.hold(lease)
        WebhookAttempt.objects.create(
            delivery=delivery, status=outcome.status, duration_ms=outcome.duration_ms, excerpt=outcome.excerpt
        )
        if outcome.is_received:
            jobs.end(lease, state=Job.State.FINISHED, error="")
            _after_success(current)
            _hint_at_next(delivery)
        else:
            _after_failure(delivery, current, lease, outcome)


KIND = jobs.Kind(model=WebhookDelivery, work=_work, error=Error.INTERNAL)


def purge_deliveries() -> int:
    """Removes what was to be told thirty days ago and longer; how many deliveries."""
    old = timezone.now() - timedelta(days=KEPT_DAYS)
    _rows, removed = WebhookDelivery.objects.filter(queued_at__lt=old).exclude(state="running").delete()
    return removed.get("annotations.WebhookDelivery", 0)


def _body(delivery: WebhookDelivery, endpoint: WebhookEndpoint) -> bytes | None:
    """None where its owner may not hear of it."""
    if not may_be_told(endpoint.owner, delivery):
        return None
    events = events_of(delivery)
    if not events:
        return test_message(delivery)
    about = [number for event in events if (number := annotation_of(event)) is not None]
    return message(delivery, events, hidden=hidden_among(about))


def _send(endpoint: WebhookEndpoint, delivery: WebhookDelivery, body: bytes) -> _Outcome:
    signed = signed_headers(endpoint, webhook_id=delivery.webhook_id, body=body, at=timezone.now())
    began = time.monotonic()
    status, excerpt = None, ""
    try:
        answer = post(endpoint.url, body=body, headers={"Content-Type": "application/json", **signed})
        status, excerpt = answer.status, answer.content.decode("utf-8", "replace")
        if answer.location:
            excerpt = f"→ {answer.location}\n{excerpt}"
    except OutsideFailed as error:
        excerpt = f"{error.code}: {error}"
    excerpt = excerpt.replace("\0", "")  # in headers too; PostgreSQL stores none
    return _Outcome(status, excerpt[:_EXCERPT], int((time.monotonic() - began) * 1000))


def _after_success(endpoint: WebhookEndpoint) -> None:
    """A paused endpoint keeps since when it failed, whatever was still under way: resuming looks for what was lost."""
    if endpoint.failures and endpoint.state == WebhookEndpoint.State.ACTIVE:
        well = {"failures": 0, "failing_since": None, "resting_until": None}
        WebhookEndpoint.objects.filter(pk=endpoint.pk).update(**well)


def _hint_at_next(delivery: WebhookDelivery) -> None:
    """Tells the broker of the one that waited for this: when it was told before, no worker could have it yet."""
    if delivery.article_id is None:
        return
    same = WebhookDelivery.objects.filter(endpoint=delivery.endpoint_id, article=delivery.article_id)
    behind = same.filter(pk__gt=delivery.pk, state=Job.State.QUEUED).order_by("pk")
    if (number := behind.values_list("pk", flat=True).first()) is not None:
        jobs.enqueue(WebhookDelivery, number)


def _after_failure(delivery: WebhookDelivery, endpoint: WebhookEndpoint, lease: jobs.Lease, outcome: _Outcome) -> None:
    """In the transaction that stores the attempt: the delivery's next try or end, and the endpoint's rest or pause."""
    is_gone = outcome.status == _GONE
    if is_gone or delivery.attempts > len(PAUSES_SECONDS):
        error = Error.REFUSED if outcome.status is not None else Error.UNREACHABLE
        jobs.end(lease, state=Job.State.FAILED, error=error)
        _hint_at_next(delivery)
    else:
        jobs.give_back(lease, pause_seconds=_pause_seconds(delivery.attempts))
    started = delivery.started_at or delivery.queued_at
    # What several workers sent at the same moment is one failure: the rest has begun since this attempt did.
    is_counted = endpoint.resting_until is None or endpoint.resting_until <= started
    failures = endpoint.failures + is_counted
    WebhookEndpoint.objects.filter(pk=endpoint.pk).update(
        failures=failures,
        failing_since=endpoint.failing_since or started,
        resting_until=Now() + timedelta(seconds=_pause_seconds(failures)) if is_counted else endpoint.resting_until,
    )
    if is_gone:
        pause_webhook(endpoint=endpoint, reason=WebhookEndpoint.PauseReason.GONE)
    elif failures > len(PAUSES_SECONDS):
        pause_webhook(endpoint=endpoint, reason=WebhookEndpoint.PauseReason.FAILURES)


def _pause_seconds(failures: int) -> float:
    pause = PAUSES_SECONDS[min(failures, len(PAUSES_SECONDS)) - 1]
    return pause * random.uniform(1 - _JITTER, 1 + _JITTER)
