"""What a webhook's receiver gets: events as plain values, in the form of Standard Webhooks."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from annotations.models import Event, WebhookDelivery


def test_message(delivery: WebhookDelivery) -> bytes:
    """A message that tells of nothing: to see whether it arrives."""
    return _body(delivery.type, delivery.queued_at.isoformat(), {"article": None, "events": []})


def message(delivery: WebhookDelivery, events: Sequence[Event], *, hidden: Collection[int]) -> bytes:
    """`hidden` are annotations a moderator has hidden: that something was done to them is told, not what they are."""
    about = delivery.article
    article = {"id": about.pk, "external_id": about.external_id} if about else None
    told = [_told(event, is_hidden=annotation_of(event) in hidden) for event in events]
    return _body(delivery.type, events[-1].at.isoformat(), {"article": article, "events": told})


def annotation_of(event: Event) -> int | None:
    """The mark an event is about, itself or through its comment."""
    number: int | None = event.object_id if event.object_type == "annotation" else event.new.get("annotation")
    return number


def _told(event: Event, *, is_hidden: bool) -> dict[str, Any]:
    old, new = ({}, {"hidden": True}) if is_hidden else (event.old, event.new)
    return {
        "id": event.pk,
        "number": event.number,
        "at": event.at.isoformat(),
        "actor": event.actor_id,
        "verb": event.verb,
        "object_type": event.object_type,
        "object_id": event.object_id,
        "old": old,
        "new": new,
    }


def _body(kind: str, timestamp: str, content: dict[str, Any]) -> bytes:
    """The same bytes for the same events: what is signed is what is sent."""
    return json.dumps({"type": kind, "timestamp": timestamp, "data": content}, ensure_ascii=False).encode()
