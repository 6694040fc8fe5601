"""Telling the broker that a job waits. Never the only way a job is found: the sweep finds what nobody was told of."""

from __future__ import annotations

import logging
import time

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now

from annotations.models import Job

logger = logging.getLogger(__name__)

# A broker that accepts and says nothing must not hold a request, nor the sweep of a worker. These are the hint's
# own: a worker's connection waits for messages for longer than this.
_TRANSPORT = {"socket_timeout": 0.5, "socket_connect_timeout": 0.5}
_RETRIES = {"max_retries": 1, "interval_start": 0.1, "interval_step": 0.1, "interval_max": 0.1}
PAUSE_SECONDS = 10  # after a failed hint the broker is left alone for this long

_silent_until = 0.0  # by the monotonic clock of this process


def enqueue(model: type[Job], job_id: int) -> None:
    """Tells the broker once the transaction is committed. Never raises."""
    transaction.on_commit(lambda: hint(model, job_id))


def hint(model: type[Job], job_id: int) -> None:
    global _silent_until
    if not settings.REDIS_URL or time.monotonic() < _silent_until:
        return
    from annotations.tasks import work

    name = model._meta.model_name
    try:
        with current_app.connection_for_write(transport_options=_TRANSPORT) as broker:
            work.apply_async((name, job_id), connection=broker, retry_policy=_RETRIES)  # type: ignore[call-arg]
    except Exception as error:
        _silent_until = time.monotonic() + PAUSE_SECONDS
        logger.warning("The broker could not be told of %s %s (%s); the sweep will find it.", name, job_id, error)
    else:
        model.objects.filter(pk=job_id, state=model.State.QUEUED).update(hinted_at=Now())
