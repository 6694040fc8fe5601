"""Who has a run: one worker at a time, until its lease runs out."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models.functions import Now

from annotations import jobs
from annotations.models import Event, SuggestionRun
from annotations.queries.runs import is_waiting_for_worker
from annotations.services import suggestions
from annotations.services.articles import BroughtIn
from tests.factories import bring_in, make_user


def expire(run: SuggestionRun, *, attempts: int = 1) -> None:
    """As if the worker had been killed a while ago."""
    past = Now() - timedelta(seconds=90)
    SuggestionRun.objects.filter(pk=run.pk).update(
        state="running", lease="dead", lease_until=past, attempts=attempts, started_at=past
    )


@pytest.mark.django_db
def test_a_run_is_claimed_once(brought_in: BroughtIn) -> None:
    assert jobs.claim(SuggestionRun, brought_in.run.pk) is not None
    assert jobs.claim(SuggestionRun, brought_in.run.pk) is None
    assert jobs.claim(SuggestionRun) is None


@pytest.mark.django_db
def test_the_oldest_due_run_comes_first(editor: User) -> None:
    first, second = bring_in(editor).run, bring_in(editor, "Ein anderer Text.").run
    SuggestionRun.objects.filter(pk=second.pk).update(due_at=Now() - timedelta(seconds=50))
    assert [lease.job_id for lease in (jobs.claim(SuggestionRun), jobs.claim(SuggestionRun)) if lease] == [
        second.pk,
        first.pk,
    ]


@pytest.mark.django_db
def test_a_run_that_is_not_due_waits(brought_in: BroughtIn) -> None:
    SuggestionRun.objects.update(due_at=Now() + timedelta(seconds=60))
    assert jobs.claim(SuggestionRun) is None


@pytest.mark.django_db
def test_an_expired_lease_is_taken_over_and_the_old_worker_stores_nothing(brought_in: BroughtIn) -> None:
    old = jobs.claim(SuggestionRun)
    assert old is not None
    SuggestionRun.objects.update(lease_until=Now() - timedelta(seconds=1))
    new = jobs.claim(SuggestionRun)
    assert new is not None
    with pytest.raises(jobs.LeaseLost):
        jobs.end(old, state="finished")
    jobs.end(new, state="finished")


@pytest.mark.django_db
def test_a_worker_that_stops_gives_the_run_back_without_using_up_an_attempt(brought_in: BroughtIn) -> None:
    jobs.stop_requested.set()
    try:
        assert suggestions.execute_run()
    finally:
        jobs.stop_requested.clear()
    run = SuggestionRun.objects.get()
    assert (run.state, run.attempts) == ("queued", 0)


@pytest.mark.django_db
def test_a_run_that_ended_its_worker_three_times_is_called_failed(brought_in: BroughtIn) -> None:
    expire(brought_in.run, attempts=3)
    assert jobs.claim(SuggestionRun) is None
    jobs.sweep([suggestions.KIND])
    run = SuggestionRun.objects.get()
    assert (run.state, run.error) == ("failed", "crashed")
    assert Event.objects.filter(verb="failed").count() == 1


@pytest.mark.django_db
def test_a_run_nobody_was_told_of_is_found_by_the_sweep(brought_in: BroughtIn) -> None:
    SuggestionRun.objects.update(due_at=Now() - timedelta(seconds=61))
    jobs.execute_overdue([suggestions.KIND])
    assert SuggestionRun.objects.get().state == "finished"


@pytest.mark.django_db
def test_says_that_no_worker_is_there_and_only_then(editor: User, brought_in: BroughtIn) -> None:
    run = brought_in.run
    assert not is_waiting_for_worker(run), "it has only just come in"
    SuggestionRun.objects.update(due_at=Now() - timedelta(seconds=20))
    assert is_waiting_for_worker(run)
    other = bring_in(editor, "Ein anderer Text.").run
    assert jobs.claim(SuggestionRun, other.pk) is not None
    assert not is_waiting_for_worker(run), "somebody is at work on another one"


@pytest.mark.django_db(transaction=True)
def test_eight_workers_share_twenty_runs_without_doubling_one() -> None:
    actor = make_user("editor")
    for number in range(20):
        bring_in(actor, f"Text Nummer {number}.")
    claimed: list[int] = []

    def work() -> None:
        try:
            while (lease := jobs.claim(SuggestionRun)) is not None:
                claimed.append(lease.job_id)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(claimed) == len(set(claimed)) == 20


@pytest.mark.django_db(transaction=True)
def test_heartbeat_extends_the_lease_and_carries_progress() -> None:
    bring_in(make_user("editor"))
    lease = jobs.claim(SuggestionRun)
    assert lease is not None
    SuggestionRun.objects.update(lease_until=Now() + timedelta(seconds=2))
    before = SuggestionRun.objects.get().lease_until
    with jobs.Heartbeat(lease) as heartbeat:
        heartbeat.progress(1, 3)
        threading.Event().wait(1.6)
    run = SuggestionRun.objects.get()
    assert run.lease_until > before
    assert (run.done, run.total) == (1, 3)


@pytest.mark.django_db(transaction=True)
def test_heartbeat_tells_the_worker_that_its_run_is_gone() -> None:
    bring_in(make_user("editor"))
    lease = jobs.claim(SuggestionRun)
    assert lease is not None
    with jobs.Heartbeat(lease) as heartbeat:
        SuggestionRun.objects.update(lease="someone-else")
        threading.Event().wait(1.4)
        with pytest.raises(jobs.LeaseLost):
            heartbeat.progress(1, 3)
