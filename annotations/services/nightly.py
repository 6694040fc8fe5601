"""What the desk does by itself every night, with or without a broker, and the record of what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models.functions import Now
from django.utils.timezone import localtime

from annotations import jobs
from annotations.errors import NothingToLearnFrom
from annotations.models import Event, NightlyWork
from annotations.services.events import Change, record_apart
from annotations.services.learning import learn_from_decisions
from annotations.services.purging import purge_everything

LIMIT_SECONDS = 900  # a first purge of a large desk takes minutes
# From when on each is due, in the desk's time zone. At night: a refit keeps a core busy for some seconds.
SCHEDULE: dict[NightlyWork.Task, time] = {
    NightlyWork.Task.LEARN: time(2, 30),
    NightlyWork.Task.PURGE: time(3, 0),
}


def queue_nightly_work(now: datetime | None = None) -> None:
    """Queues what the last night was due for and nobody has queued yet; a desk that was off then does it now.

    Every worker asks every few seconds: where all is queued, that is one query.
    """
    due = {(task.value, _night(at, localtime(now))) for task, at in SCHEDULE.items()}
    nights = {night for _task, night in due}
    missing = due - set(NightlyWork.objects.filter(night__in=nights).values_list("task", "night"))
    for task, night in sorted(missing):
        with transaction.atomic():
            # Another worker may have been faster: the constraint keeps one of the two.
            work, is_new = NightlyWork.objects.get_or_create(task=task, night=night, defaults={"due_at": Now()})
            if is_new:
                jobs.enqueue(NightlyWork, work.pk)


def _night(at: time, now: datetime) -> date:
    return now.date() if now.time() >= at else now.date() - timedelta(days=1)


def _learn() -> dict[str, int]:
    """Where nothing is flagged as completely annotated there is nothing to do."""
    try:
        model = learn_from_decisions()
    except NothingToLearnFrom:
        return {"learned_from": 0}
    return {"learned_from": model.articles, "put_into_use": int(model.is_active)}


_DOING: dict[str, Callable[[], dict[str, int]]] = {
    NightlyWork.Task.LEARN: _learn,
    NightlyWork.Task.PURGE: lambda: dict(purge_everything()),
}


def _work(job: NightlyWork, lease: jobs.Lease) -> None:
    """Done twice, it finds nothing left to do."""
    with jobs.Heartbeat(lease, limit_seconds=LIMIT_SECONDS):
        counts = _DOING[job.task]()
    with transaction.atomic():
        jobs.end(lease, state=NightlyWork.State.FINISHED, error="", counts=counts)
        _record(job, Event.Verb.FINISHED, counts)


def _record_failure(job: NightlyWork) -> None:
    _record(job, Event.Verb.FAILED, {"error": job.error})


def _record(job: NightlyWork, verb: Event.Verb, values: dict[str, int] | dict[str, str]) -> None:
    record_apart(actor=None, change=Change(verb, "nightly_work", job.pk, new={"task": job.task, **values}))


KIND = jobs.Kind(model=NightlyWork, work=_work, error=NightlyWork.Error.INTERNAL, record_failure=_record_failure)
