"""The life of a suggestion run as a job: hint, claim, heartbeat, finish, sweep. Knows nothing of what a run does.

The row is the truth and the broker only a hint: a lost message costs a moment, never a run. All times are the
database's, because workers' clocks differ.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from celery import current_app
from django.conf import settings
from django.db import close_old_connections, connection, transaction
from django.db.models import F, Value
from django.db.models.functions import Now

from annotations.models import SuggestionRun
from annotations.querysets import ATTEMPTS_CAP, SuggestionRunQuerySet

logger = logging.getLogger(__name__)

RUN_LIMIT_SECONDS = 120  # a run that takes longer is stuck: its worker is ended, the attempt counts
RETRY_PAUSE_SECONDS = (1, 5)  # after the first and the second failed attempt
# A broker that accepts and says nothing must not hold a request, nor the sweep of a worker. These are the hint's
# own: a worker's connection waits for messages for longer than this.
_HINT_TRANSPORT = {"socket_timeout": 0.5, "socket_connect_timeout": 0.5}
_HINT_RETRIES = {"max_retries": 1, "interval_start": 0.1, "interval_step": 0.1, "interval_max": 0.1}
HINT_PAUSE_SECONDS = 10  # after a failed hint the broker is left alone for this long
HINT_AGAIN_SECONDS = 30  # a queued run whose hint is older than this is hinted again
OVERDUE_SECONDS = 60  # a worker's sweep executes runs itself that have waited this long
_STUCK_EXIT_STATUS = 70


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on a run until the lease runs out; the token tells two workers of one run apart."""

    run_id: int
    token: str


class LeaseLost(Exception):
    """Another worker has the run, or it has been ended: stop, and store nothing."""


class StopRequested(Exception):
    """The worker is being stopped: give the lease back and leave."""


stop_requested = threading.Event()  # set by a worker's signal handler


# --- Hint ------------------------------------------------------------------------------------------------------------

_broker_silent_until = 0.0  # by the monotonic clock of this process


def enqueue_suggestions(run_id: int) -> None:
    """Tells the broker once the transaction is committed. Never raises: the sweep finds runs nobody was told of."""
    transaction.on_commit(lambda: _hint(run_id))


def _hint(run_id: int) -> None:
    global _broker_silent_until
    if not settings.REDIS_URL or time.monotonic() < _broker_silent_until:
        return
    from annotations.tasks import suggest

    try:
        with current_app.connection_for_write(transport_options=_HINT_TRANSPORT) as broker:
            suggest.apply_async((run_id,), connection=broker, retry_policy=_HINT_RETRIES)  # type: ignore[call-arg]
    except Exception as error:
        _broker_silent_until = time.monotonic() + HINT_PAUSE_SECONDS
        logger.warning("The broker could not be told of run %s (%s); the sweep will find it.", run_id, error)
    else:
        SuggestionRun.objects.filter(pk=run_id, state=SuggestionRun.State.QUEUED).update(hinted_at=Now())


# --- Claim, heartbeat, finish ----------------------------------------------------------------------------------------


def claim(run_id: int | None = None) -> Lease | None:
    """Takes the run, or the one that has waited longest. None where there is nothing to take.

    One conditional update decides: exactly one worker sees a changed row.
    """
    runnable = SuggestionRun.objects.runnable()
    wanted = runnable.filter(pk=run_id) if run_id is not None else runnable.order_by("due_at", "id")
    if connection.features.has_select_for_update_skip_locked:
        wanted = wanted.select_for_update(skip_locked=True)
    token = uuid4().hex
    with transaction.atomic():
        picked = wanted.values_list("pk", flat=True).first()
        if picked is None:
            return None
        changed = runnable.filter(pk=picked).update(
            state=SuggestionRun.State.RUNNING,
            lease=token,
            lease_until=Now() + timedelta(seconds=settings.LEASE_SECONDS),
            attempts=F("attempts") + 1,
            started_at=Now(),
            done=0,
            total=0,
        )
    return Lease(run_id=picked, token=token) if changed else None


def _mine(lease: Lease) -> SuggestionRunQuerySet:
    return SuggestionRun.objects.filter(pk=lease.run_id, lease=lease.token, state=SuggestionRun.State.RUNNING)


def hold(lease: Lease) -> None:
    """Locks the run's row in the caller's transaction. Raises `LeaseLost` if it is somebody else's by now."""
    if not _mine(lease).update(lease_until=Now() + timedelta(seconds=settings.LEASE_SECONDS)):
        raise LeaseLost


def end(lease: Lease, *, state: str, **values: object) -> None:
    """Ends the run in the caller's transaction. Raises `LeaseLost`, which must roll that transaction back."""
    values = {"finished_at": Now(), **values}
    if not _mine(lease).update(state=state, lease="", lease_until=None, **values):
        raise LeaseLost


def give_back(lease: Lease, *, pause_seconds: float = 0, counts_as_attempt: bool = True) -> None:
    """Puts the run back in the queue, due after the pause. A worker that is stopped does not use up an attempt."""
    _mine(lease).update(
        state=SuggestionRun.State.QUEUED,
        lease="",
        lease_until=None,
        hinted_at=None,
        due_at=Now() + timedelta(seconds=pause_seconds),
        attempts=F("attempts") - Value(0 if counts_as_attempt else 1),
    )


class Heartbeat:
    """Keeps the lease alive from a thread of its own, and carries the progress along."""

    def __init__(self, lease: Lease) -> None:
        self._lease = lease
        self._stop = threading.Event()
        self._lost = False
        self._progress = (0, 0)
        self._deadline = time.monotonic() + RUN_LIMIT_SECONDS
        self._thread = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

    def progress(self, done: int, total: int) -> None:
        """Paragraphs done of total. Raises `LeaseLost` once the run is somebody else's, or `StopRequested`."""
        self._progress = (done, total)
        if self._lost:
            raise LeaseLost
        if stop_requested.is_set():
            raise StopRequested

    def _beat(self) -> None:
        # Often enough that the editor sees it move, and three times within every lease.
        interval = min(1.0, settings.LEASE_SECONDS / 3)
        try:
            while not self._stop.wait(interval):
                if time.monotonic() > self._deadline:
                    # Nothing else stops a computation that never ends; the row counts the attempts.
                    logger.error("Run %s took longer than %s s.", self._lease.run_id, RUN_LIMIT_SECONDS)
                    os._exit(_STUCK_EXIT_STATUS)
                self._lost = not self._extend()
        finally:
            connection.close()

    def _extend(self) -> bool:
        done, total = self._progress
        try:
            until = Now() + timedelta(seconds=settings.LEASE_SECONDS)
            return bool(_mine(self._lease).update(lease_until=until, done=done, total=total))
        except Exception:
            logger.exception("The lease of run %s could not be extended.", self._lease.run_id)
            close_old_connections()
            return True  # unknown; the end of the run decides by the token

    def __enter__(self) -> Heartbeat:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._stop.set()
        self._thread.join()


# --- Sweep -----------------------------------------------------------------------------------------------------------


def sweep() -> list[int]:
    """Hints forgotten runs again; returns those that ended their workers too often and must be called failed."""
    again = Now() - timedelta(seconds=HINT_AGAIN_SECONDS)
    forgotten = SuggestionRun.objects.runnable().exclude(hinted_at__gt=again)
    if settings.REDIS_URL:
        for run_id in list(forgotten.values_list("pk", flat=True)[:100]):
            _hint(run_id)
    return list(SuggestionRun.objects.exhausted().values_list("pk", flat=True)[:100])


def fail_exhausted(run_id: int) -> bool:
    """Calls a run failed that was tried as often as is allowed. True if this call did it."""
    changed = SuggestionRun.objects.exhausted().filter(pk=run_id)
    return bool(
        changed.update(
            state=SuggestionRun.State.FAILED,
            lease="",
            lease_until=None,
            finished_at=Now(),
            error=SuggestionRun.Error.CRASHED,
            error_detail=f"attempts: {ATTEMPTS_CAP}",
        )
    )
