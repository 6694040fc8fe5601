"""Who has a job: one worker at a time, until its lease runs out."""

from __future__ import annotations

import logging
import os
import threading
import time
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.db import close_old_connections, connection, transaction
from django.db.models import F, Value
from django.db.models.functions import Now

from annotations.models import Job
from annotations.querysets import JobQuerySet

logger = logging.getLogger(__name__)

JOB_LIMIT_SECONDS = 120  # a job that takes longer is stuck: its worker is ended, the attempt counts
_STUCK_EXIT_STATUS = 70


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on a job until the lease runs out; the token tells two workers of one job apart."""

    model: type[Job]
    job_id: int
    token: str


class LeaseLost(Exception):
    """Another worker has the job, or it has been ended: stop, and store nothing."""


class StopRequested(Exception):
    """The worker is being stopped: give the lease back and leave."""


stop_requested = threading.Event()  # set by a worker's signal handler


def claim(model: type[Job], job_id: int | None = None) -> Lease | None:
    """Takes the job, or the one that has waited longest. None where there is nothing to take.

    One conditional update decides: exactly one worker sees a changed row.
    """
    runnable = model.objects.runnable()
    candidates = model.objects.runnable_in_turn() if job_id is None else (runnable.filter(pk=job_id),)
    # Looked for beforehand: an idle worker must not hold up SQLite's writers.
    wanted = next((found for found in candidates if found.exists()), None)
    if wanted is None:
        return None
    if connection.features.has_select_for_update_skip_locked:
        wanted = wanted.select_for_update(skip_locked=True)
    token = uuid4().hex
    with transaction.atomic():
        picked = wanted.values_list("pk", flat=True).first()
        if picked is None:
            return None
        changed = runnable.filter(pk=picked).update(
            state=Job.State.RUNNING,
            lease=token,
            lease_until=Now() + timedelta(seconds=settings.LEASE_SECONDS),
            attempts=F("attempts") + 1,
            started_at=Now(),
            done=0,
            total=0,
        )
    return Lease(model=model, job_id=picked, token=token) if changed else None


def _mine(lease: Lease) -> JobQuerySet:
    return lease.model.objects.filter(pk=lease.job_id, lease=lease.token, state=Job.State.RUNNING)


def hold(lease: Lease) -> None:
    """Locks the job's row in the caller's transaction. Raises `LeaseLost` if it is somebody else's by now."""
    if not _mine(lease).update(lease_until=Now() + timedelta(seconds=settings.LEASE_SECONDS)):
        raise LeaseLost


def end(lease: Lease, *, state: str, **values: object) -> None:
    """Ends the job in the caller's transaction. Raises `LeaseLost`, which must roll that transaction back."""
    values = {"finished_at": Now(), **values}
    if not _mine(lease).update(state=state, lease="", lease_until=None, **values):
        raise LeaseLost


def give_back(lease: Lease, *, pause_seconds: float = 0, counts_as_attempt: bool = True) -> None:
    """Puts the job back in the queue, due after the pause. A worker that is stopped does not use up an attempt."""
    # A sum of times has other digits than a time on SQLite, and would be later than "now" within the same millisecond.
    due_at = Now() + timedelta(seconds=pause_seconds) if pause_seconds else Now()
    _mine(lease).update(
        state=Job.State.QUEUED,
        lease="",
        lease_until=None,
        hinted_at=None,
        due_at=due_at,
        attempts=F("attempts") - Value(0 if counts_as_attempt else 1),
    )


class Heartbeat:
    """Keeps the lease alive from a thread of its own, and carries the progress along."""

    def __init__(self, lease: Lease, *, limit_seconds: float = JOB_LIMIT_SECONDS) -> None:
        self._lease = lease
        self._limit_seconds = limit_seconds
        self._stop = threading.Event()
        self._lost = False
        self._progress = (0, 0)
        self._deadline = time.monotonic() + limit_seconds
        self._thread = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

    def progress(self, done: int, total: int) -> None:
        """Done of total. Raises `LeaseLost` once the job is somebody else's, or `StopRequested`."""
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
                    logger.error("%s took longer than %s s.", self._lease, self._limit_seconds)
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
            logger.exception("%s could not be extended.", self._lease)
            close_old_connections()
            return True  # unknown; the end of the job decides by the token

    def __enter__(self) -> Heartbeat:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._stop.set()
        self._thread.join()
