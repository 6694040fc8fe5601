"""What is done every night: once, by whichever worker looks first, and with a record of what came of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from annotations import jobs
from annotations.models import Annotation, Event, NightlyWork
from annotations.services import nightly
from annotations.services.articles import BroughtIn
from annotations.services.nightly import SCHEDULE, queue_nightly_work
from annotations.tasks import nightly as remind
from newsroom import celery_app
from tests.factories import mark

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")


def at(hour: int, minute: int, day: int = 20) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN)


def queued() -> list[tuple[str, date]]:
    return list(NightlyWork.objects.order_by("pk").values_list("task", "night"))


def in_bin(actor: User, brought_in: BroughtIn) -> Annotation:
    old = mark(actor, brought_in.version, "Händedruck")
    Annotation.objects.filter(pk=old.pk).update(deleted_at=timezone.now() - timedelta(days=31))
    return old


def test_each_is_queued_once_a_night_from_its_time_on() -> None:
    queue_nightly_work(at(2, 29))
    night_before = [("learn", date(2026, 11, 19)), ("purge", date(2026, 11, 19))]
    assert queued() == night_before  # the desk was off when they were due
    queue_nightly_work(at(2, 30))
    queue_nightly_work(at(2, 59))
    assert queued() == [*night_before, ("learn", date(2026, 11, 20))]
    queue_nightly_work(at(3, 0))
    queue_nightly_work(at(23, 59))
    assert queued()[3:] == [("purge", date(2026, 11, 20))]
    queue_nightly_work(at(4, 0, day=23))  # nights nobody was there for are not made up for one by one
    assert queued()[4:] == [("learn", date(2026, 11, 23)), ("purge", date(2026, 11, 23))]


def test_looking_costs_one_query(django_assert_num_queries: Any) -> None:
    queue_nightly_work(at(4, 0))
    with django_assert_num_queries(1):
        queue_nightly_work(at(5, 0))


def test_the_embedded_runner_does_it_and_says_what_it_did(editor: User, moderator: User, brought_in: BroughtIn) -> None:
    old = in_bin(editor, brought_in)
    call_command("run_jobs", "--once")
    call_command("run_jobs", "--once")
    assert not Annotation.objects.filter(pk=old.pk).exists()
    purge, learn = NightlyWork.objects.get(task="purge"), NightlyWork.objects.get(task="learn")
    assert purge.state == learn.state == NightlyWork.State.FINISHED
    assert (purge.counts["marks"], purge.counts["articles"]) == (1, 0)
    assert learn.counts == {"learned_from": 0}
    event = Event.objects.get(object_type="nightly_work", object_id=purge.pk)
    assert (event.verb, event.actor, event.new["marks"]) == ("finished", None, 1)
    client = Client()
    client.force_login(moderator)
    listed = client.get("/admin/annotations/nightlywork/", headers={"Accept-Language": "de"}).content.decode()
    assert "Markierungen entfernt: 1" in listed
    assert "nichts zu tun" in listed


def test_what_fails_is_tried_again_and_then_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> dict[str, int]:
        raise RuntimeError("disk full")

    monkeypatch.setitem(nightly._DOING, NightlyWork.Task.PURGE, fails)
    queue_nightly_work()
    work = NightlyWork.objects.get(task="purge")
    for _attempt in range(NightlyWork.ATTEMPTS_CAP):
        NightlyWork.objects.update(due_at=timezone.now() - timedelta(seconds=1))
        assert jobs.execute(nightly.KIND, work.pk)
    work.refresh_from_db()
    assert (work.state, work.error, work.error_detail) == ("failed", "internal", "RuntimeError: disk full")
    assert Event.objects.get(object_type="nightly_work").verb == "failed"


def test_a_beat_reminds_the_desk_once_a_night() -> None:
    [entry] = celery_app.conf.beat_schedule.values()
    assert entry["task"] == remind.name
    remind()
    remind()
    assert NightlyWork.objects.count() == len(SCHEDULE)
