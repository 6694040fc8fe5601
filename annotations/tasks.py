"""Celery's doors to the services: load, call one service. The outcome stands in the run's row."""

from __future__ import annotations

import logging
import threading
from typing import Any

from celery import shared_task
from celery.signals import worker_ready, worker_shutting_down
from django.db import connections

from annotations import jobs
from annotations.services.job_kinds import KINDS, kind_named
from annotations.services.nightly import queue_nightly_work
from annotations.services.upkeep import keep_statistics

logger = logging.getLogger(__name__)

SWEEP_SECONDS = 5


@shared_task(name="annotations.work")
def work(kind: str, job_id: int) -> None:
    """Works on the job if it is still to be had. Running it twice changes nothing."""
    if (found := kind_named(kind)) is not None:
        jobs.execute(found, job_id)


@shared_task(name="annotations.nightly")
def nightly() -> None:
    """What the last night was due for, if nobody has queued it yet."""
    queue_nightly_work()


@worker_ready.connect
def start_sweeper(**_signal: Any) -> None:
    """Every worker queues what is due at night and looks for jobs nobody was told of: the broker may be gone."""
    threading.Thread(target=_sweep_until_stopped, name="sweeper", daemon=True).start()


@worker_shutting_down.connect
def stop_sweeper(**_signal: Any) -> None:
    jobs.stop_requested.set()


def _sweep_until_stopped() -> None:
    while not jobs.stop_requested.wait(SWEEP_SECONDS):
        try:
            queue_nightly_work()
            keep_statistics()
            jobs.sweep(KINDS)
            jobs.execute_overdue(KINDS)
        except Exception:
            logger.exception("A sweep failed; the next one follows.")
        finally:
            # Between sweeps no connection is open that a child forked meanwhile would share.
            connections.close_all()
