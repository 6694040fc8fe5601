"""Keeping webhooks: enter, change, rotate the secret, pause, resume, test, repeat a delivery."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from annotations import jobs
from annotations.errors import NotThere, WebhookPaused, WebhooksFull
from annotations.models import Event, WebhookDelivery, WebhookEndpoint
from annotations.outgoing import check_url
from annotations.services.events import Change, record_apart
from annotations.services.outbox import new_webhook_id
from annotations.services.snapshots import difference
from annotations.services.webhook_signatures import ROTATION, new_seed

logger = logging.getLogger(__name__)

State, PauseReason = WebhookEndpoint.State, WebhookEndpoint.PauseReason
LIMIT = 20  # webhooks of one person; every event costs a row for each that hears of it
TEST = "webhook.test"
_FIELDS = ("url", "description", "event_types")


def create_webhook(*, url: str, event_types: Sequence[str], actor: User, description: str = "") -> WebhookEndpoint:
    """Raises `UrlRefused`, or `WebhooksFull` where somebody has too many."""
    check_url(url)
    with transaction.atomic():
        User.objects.select_for_update().only("pk").get(pk=actor.pk)
        if WebhookEndpoint.objects.filter(owner=actor).count() >= LIMIT:
            raise WebhooksFull(limit=LIMIT)
        endpoint = WebhookEndpoint.objects.create(
            owner=actor,
            url=url,
            description=description,
            event_types=sorted(set(event_types)),
            secret_seed=new_seed(),
        )
        _record(endpoint, Event.Verb.CREATED, actor=actor, new=_recorded(endpoint))
    return endpoint


def change_webhook(*, endpoint: WebhookEndpoint, values: Mapping[str, Any], actor: User) -> WebhookEndpoint:
    """Changes `url`, `description` or `event_types`. Raises `UrlRefused`.

    What waits goes to the new address, at once: that the old one failed says nothing of it.
    """
    if "url" in values:
        check_url(values["url"])
    with transaction.atomic():
        current = _locked(endpoint)
        before = _recorded(current)
        for name in _FIELDS:
            setattr(current, name, values.get(name, getattr(current, name)))
        current.event_types = sorted(set(current.event_types))
        old, new = difference(before, _recorded(current))
        if new:
            current.save(update_fields=_FIELDS)
            if "url" in new and current.state == State.ACTIVE:
                _begin_anew(current)
            _record(current, Event.Verb.CHANGED, actor=actor, old=old, new=new)
    return current


def delete_webhook(*, endpoint: WebhookEndpoint, actor: User) -> None:
    """With its deliveries; the record keeps what it was."""
    with transaction.atomic():
        current = _locked(endpoint)
        _record(current, Event.Verb.DELETED, actor=actor, old=_recorded(current))
        current.delete()


def rotate_secret(*, endpoint: WebhookEndpoint, actor: User) -> WebhookEndpoint:
    """A new secret; the one before it signs for a day longer."""
    with transaction.atomic():
        current = _locked(endpoint)
        current.previous_seed, current.secret_seed = current.secret_seed, new_seed()
        current.previous_until = timezone.now() + ROTATION
        current.save(update_fields=["previous_seed", "secret_seed", "previous_until"])
        until = current.previous_until.isoformat()
        _record(current, Event.Verb.CHANGED, actor=actor, new={"secret": "rotated", "previous_until": until})
    return current


def pause_webhook(*, endpoint: WebhookEndpoint, reason: str, actor: User | None = None, because: str = "") -> None:
    """Nothing is sent any more; what is to be told waits. Its owner gets a notice unless she did it herself.

    `reason` is one of `PauseReason`; `because`, in a moderator's words, stays in the record.
    """
    with transaction.atomic():
        current = _locked(endpoint)
        if current.state == State.PAUSED:
            return
        current.state, current.pause_reason, current.paused_at = State.PAUSED, reason, timezone.now()
        current.save(update_fields=["state", "pause_reason", "paused_at"])
        new = {"state": str(State.PAUSED), "pause_reason": str(reason), **_because(because)}
        _record(current, Event.Verb.CHANGED, actor=actor, old={"state": str(State.ACTIVE)}, new=new)
        if current.owner != actor:
            transaction.on_commit(lambda: _notify(current))


def resume_webhook(*, endpoint: WebhookEndpoint, actor: User, because: str = "") -> WebhookEndpoint:
    """Sends what waits, in order, and once more what was given up since the trouble began."""
    with transaction.atomic():
        current = _locked(endpoint)
        was_paused = current.state == State.PAUSED
        current.state, current.pause_reason, current.paused_at = State.ACTIVE, "", None
        current.save(update_fields=["state", "pause_reason", "paused_at"])
        _begin_anew(current)
        if was_paused:
            new = {"state": str(State.ACTIVE), **_because(because)}
            _record(current, Event.Verb.CHANGED, actor=actor, old={"state": str(State.PAUSED)}, new=new)
    return current


def _begin_anew(endpoint: WebhookEndpoint) -> None:
    """As if it had never failed: what waits is due now, and what was given up since the trouble began once more."""
    since = endpoint.failing_since
    endpoint.failures, endpoint.failing_since, endpoint.resting_until = 0, None, None
    endpoint.save(update_fields=["failures", "failing_since", "resting_until"])
    if since is not None:
        _requeue(endpoint, Q(state="failed", finished_at__gte=since) & ~Q(error=WebhookDelivery.Error.WITHHELD))
    _requeue(endpoint, Q(state="queued"))


def send_test(*, endpoint: WebhookEndpoint, actor: User | None = None, because: str = "") -> WebhookDelivery:
    """A message that tells of nothing. Raises `WebhookPaused`."""
    with transaction.atomic():
        _check_sending(endpoint)
        delivery = WebhookDelivery.objects.create(
            endpoint=endpoint, webhook_id=new_webhook_id(), type=TEST, due_at=Now()
        )
        WebhookEndpoint.objects.filter(pk=endpoint.pk).update(resting_until=None)
        _record(endpoint, Event.Verb.QUEUED, actor=actor, new={"delivery": delivery.pk, **_because(because)})
        jobs.enqueue(WebhookDelivery, delivery.pk)
        delivery.refresh_from_db()
    return delivery


def repeat_delivery(*, delivery: WebhookDelivery, actor: User | None = None, because: str = "") -> None:
    """Sends it again at once, with the same webhook-id. One that is being sent goes on. Raises `WebhookPaused`."""
    with transaction.atomic():
        _check_sending(delivery.endpoint)
        WebhookEndpoint.objects.filter(pk=delivery.endpoint_id).update(resting_until=None)
        _requeue(delivery.endpoint, Q(pk=delivery.pk) & ~Q(state="running"))
        new = {"delivery": delivery.pk, **_because(because)}
        _record(delivery.endpoint, Event.Verb.QUEUED, actor=actor, new=new)
        jobs.enqueue(WebhookDelivery, delivery.pk)


def _check_sending(endpoint: WebhookEndpoint) -> None:
    """As it is now, and stays until the transaction ends. Raises `WebhookPaused`, or `NotThere`."""
    if _locked(endpoint).state == State.PAUSED:
        raise WebhookPaused()


def _requeue(endpoint: WebhookEndpoint, which: Q) -> None:
    waiting = {"state": "queued", "attempts": 0, "due_at": Now(), "hinted_at": None, "finished_at": None, "error": ""}
    endpoint.deliveries.filter(which).update(**waiting)


def _because(words: str) -> dict[str, str]:
    return {"reason": words} if words else {}


def _locked(endpoint: WebhookEndpoint) -> WebhookEndpoint:
    """Raises `NotThere` where it was deleted a moment ago."""
    rows = WebhookEndpoint.objects.select_for_update(of=("self",)).select_related("owner")
    current = rows.filter(pk=endpoint.pk).first()
    if current is None:
        raise NotThere(number=endpoint.pk)
    return current


def _recorded(endpoint: WebhookEndpoint) -> dict[str, Any]:
    return {name: getattr(endpoint, name) for name in _FIELDS}


def _record(
    endpoint: WebhookEndpoint,
    verb: str,
    *,
    actor: User | None,
    old: dict[str, Any] | None = None,
    new: dict[str, Any] | None = None,
) -> None:
    record_apart(actor=actor, change=Change(verb, "webhook", endpoint.pk, old=old or {}, new=new or {}))


def _notify(endpoint: WebhookEndpoint) -> None:
    """By mail, where mail is set up; the page and the admin panel show it in any case."""
    if not endpoint.owner.email or not settings.EMAIL_HOST:
        return
    said = _("The webhook “%(webhook)s” is paused: %(reason)s. What is to be told waits until you resume it.")
    text = said % {"webhook": endpoint, "reason": endpoint.get_pause_reason_display()}
    try:
        send_mail(_("A webhook is paused"), f"{text}\n\n{endpoint.url}", None, [endpoint.owner.email])
    except OSError as error:
        logger.warning("A notice could not be sent by mail (%s); it stands in the pages.", error)
