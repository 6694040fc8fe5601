"""Seeing a job through: claim it, work on it, try again after a failure, call it failed when that was too often."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now

from annotations.jobs.hints import hint
from annotations.jobs.leases import Lease, LeaseLost, StopRequested, claim, end, give_back, stop_requested
from annotations.models import Job

logger = logging.getLogger(__name__)

RETRY_PAUSE_SECONDS = (1, 5)  # after the first and the second failed attempt
HINT_AGAIN_SECONDS = 30  # a queued job whose hint is older than this is hinted again
OVERDUE_SECONDS = 60  # a worker's sweep executes jobs itself that have waited this long


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of job.

    `work` gets the row and its lease, runs outside any transaction and ends the job itself (`leases.end`); `error`
    is the code of `model.error` for what it raises, `record_failure` is told in the transaction that calls it failed.
    """

    model: type[Job]
    work: Callable[[Any, Lease], None]
    error: str
    record_failure: Callable[[Any], None] = lambda job: None

    @property
    def name(self) -> str:
        return str(self.model._meta.model_name)


def execute(kind: Kind, job_id: int | None = None) -> bool:
    """Claims a job, this one or the one that waits longest, and sees it through. False where there was none."""
    lease = claim(kind.model, job_id)
    if lease is None:
        return False
    _settle_memory()
    job = kind.model.objects.filter(pk=lease.job_id).first()
    if job is None:  # removed at this very moment, with what it belongs to
        return True
    try:
        kind.work(job, lease)
    except LeaseLost:
        logger.warning("%s %s was taken over; its result is discarded here.", kind.name, job.pk)
    except StopRequested:
        give_back(lease, counts_as_attempt=False)
    except Exception as error:
        logger.exception("%s %s failed in attempt %s.", kind.name, job.pk, job.attempts)
        _after_failure(kind, job, lease, error)
    return True


@cache
def _settle_memory() -> None:
    """Once a process: what is loaded before its first job stays. Looking through it for garbage again and again took a
    fifth of an import's time.
    """
    gc.freeze()


def _after_failure(kind: Kind, job: Job, lease: Lease, error: Exception) -> None:
    """Another attempt after a pause, or the end with a sentence a person can read."""
    if job.attempts < kind.model.ATTEMPTS_CAP:
        give_back(lease, pause_seconds=RETRY_PAUSE_SECONDS[min(job.attempts, len(RETRY_PAUSE_SECONDS)) - 1])
        return
    detail = f"{type(error).__name__}: {error}"[:2000]
    try:
        with transaction.atomic():
            end(lease, state=Job.State.FAILED, error=kind.error, error_detail=detail)
            kind.record_failure(kind.model.objects.get(pk=job.pk))
    except LeaseLost:
        logger.warning("%s %s was taken over after it had failed here.", kind.name, job.pk)


def sweep(kinds: Iterable[Kind]) -> None:
    """Hints forgotten jobs again and calls those failed that ended their workers too often."""
    again = Now() - timedelta(seconds=HINT_AGAIN_SECONDS)
    for kind in kinds:
        jobs = kind.model.objects
        if settings.REDIS_URL:
            for job_id in list(jobs.runnable().exclude(hinted_at__gt=again).values_list("pk", flat=True)[:100]):
                hint(kind.model, job_id)
        for job_id in list(jobs.exhausted().values_list("pk", flat=True)[:100]):
            _fail_exhausted(kind, job_id)


def _fail_exhausted(kind: Kind, job_id: int) -> None:
    with transaction.atomic():
        changed = kind.model.objects.exhausted().filter(pk=job_id)
        if changed.update(
            state=Job.State.FAILED,
            lease="",
            lease_until=None,
            finished_at=Now(),
            error="crashed",
            error_detail=f"attempts: {kind.model.ATTEMPTS_CAP}",
        ):
            kind.record_failure(kind.model.objects.get(pk=job_id))


def execute_overdue(kinds: Iterable[Kind]) -> None:
    """Works on jobs no worker was told of, one after the other, until none waits too long."""
    for kind in kinds:
        overdue = kind.model.objects.overdue(seconds=OVERDUE_SECONDS).order_by("due_at")
        while (job_id := overdue.values_list("pk", flat=True).first()) is not None and not stop_requested.is_set():
            execute(kind, job_id)
