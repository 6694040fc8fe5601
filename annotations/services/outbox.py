"""Webhooks' outbox: what is to be told is written in the transaction of the events it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from uuid import uuid4

from django.db import connection
from django.db.models.functions import Now

from annotations import jobs
from annotations.models import Event, WebhookDelivery, WebhookEndpoint

# Events in one delivery. A run that finds 800 marks is told in two messages, not in 800.
BATCH = 500


def type_of(event: Event) -> str:
    return f"{event.object_type}.{event.verb}"


def put_in_outbox(events: Sequence[Event]) -> None:
    """Writes the deliveries of what has just been recorded: of one article, or one event of none. Two statements.

    A paused endpoint's are written too and wait. Whether its owner may see the article is asked when they are sent.
    """
    endpoints = _listening()
    batches = [batch for _type, same in groupby(events, key=type_of) for batch in _batches(list(same))]
    deliveries = [
        WebhookDelivery(
            endpoint=endpoint,
            webhook_id=new_webhook_id(),
            type=type_of(batch[0]),
            article_id=batch[0].article_id,
            first_event=batch[0],
            last_event=batch[-1],
            due_at=Now(),
        )
        for batch in batches
        for endpoint in endpoints
        if type_of(batch[0]) in endpoint.event_types
    ]
    for delivery in WebhookDelivery.objects.bulk_create(deliveries):
        jobs.enqueue(WebhookDelivery, delivery.pk)


def _listening() -> list[WebhookEndpoint]:
    """All there are, which stay until the deliveries are stored: who removes one waits, and nobody waits for another
    writer. The ORM has no word for the weakest lock of PostgreSQL.
    """
    locked = "FOR KEY SHARE" if connection.vendor == "postgresql" else ""
    return list(
        WebhookEndpoint.objects.raw(f"SELECT id, event_types FROM annotations_webhookendpoint ORDER BY id {locked}")
    )


def new_webhook_id() -> str:
    return f"msg_{uuid4().hex}"


def _batches(events: list[Event]) -> list[list[Event]]:
    return [events[start : start + BATCH] for start in range(0, len(events), BATCH)]
