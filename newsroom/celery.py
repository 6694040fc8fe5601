"""The Celery application: its limits, each with its reason. The job itself is a row; a message is only a hint."""

from __future__ import annotations

import os

from celery import Celery
from celery.schedules import crontab

from newsroom.environment import read_environment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

app = Celery("newsroom")


def _configure() -> None:
    environment = read_environment()
    app.conf.update(
        broker_url=environment.redis_url,
        result_backend=None,
        task_ignore_result=True,  # the outcome stands in the row
        task_acks_late=True,  # a hint is done when its job is done
        worker_prefetch_multiplier=1,  # no hint waits behind a long job while another worker is idle
        task_time_limit=930,  # seconds; above the longest deadline a job keeps itself (exports, imports)
        worker_max_tasks_per_child=500,  # returns memory that a very long article took
        worker_enable_remote_control=True,  # without it a worker never reconnects after Redis has died
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        # Seconds; redelivery after a killed worker in 11 s instead of 92 s.
        broker_transport_options={"unacked_restore_throttle": 1},
        accept_content=["json"],
        task_serializer="json",
        enable_utc=True,
        timezone="UTC",
        # Workers look by themselves; where there is a beat, it reminds them. The times stand in services/nightly.py.
        beat_schedule={"nightly": {"task": "annotations.nightly", "schedule": crontab(minute="*/30")}},
    )


_configure()
app.autodiscover_tasks(["annotations"])
