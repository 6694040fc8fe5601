"""Thirty runs, and everything that works on them killed in between: none lost, none doubled."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.functional.desk import Desk, RedisServer, children_of, kill_all, open_desk, wait_for

RUNS = 30
BRING_IN = f"""
from django.contrib.auth.models import User
from annotations.services.articles import ArticleFields, Manuscript, bring_in_article
actor = User.objects.create_user("anna")
paragraph = "Am Montag kamen {{n}} Gäste, sagte Ilse Kern. Es seien 12 Prozent mehr als im Mai gewesen.\\n\\n"
for n in range({RUNS}):
    text = paragraph.format(n=n + 2) * 250
    bring_in_article(fields=ArticleFields(title=str(n)), manuscript=Manuscript.pasted(text), actor=actor)
"""


@pytest.fixture
def embedded(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path, LEASE_SECONDS="3") as desk:
        desk.manage("migrate", "-v0")
        desk.manage("shell", "-v0", "-c", BRING_IN)
        yield desk


@pytest.fixture
def distributed(tmp_path: Path, redis_server: RedisServer) -> Iterator[Desk]:
    with open_desk(tmp_path, on_postgres=True, LEASE_SECONDS="3", REDIS_URL=redis_server.url) as desk:
        desk.manage("migrate", "-v0")
        desk.manage("shell", "-v0", "-c", BRING_IN)
        yield desk


def start_worker(desk: Desk) -> int:
    options = ("--concurrency", "1", "--loglevel", "WARNING")
    return desk.start(sys.executable, "-m", "celery", "-A", "newsroom", "worker", *options).pid


def in_the_middle(desk: Desk, act: Callable[[], None]) -> None:
    """Acts while a run is at work that has not been interrupted yet: three interruptions would rightly end it."""
    query = "SELECT id FROM annotations_suggestionrun WHERE state = 'running' AND attempts = 1 AND lease_until > {}"
    now = "now()" if desk.postgres else "strftime('%Y-%m-%d %H:%M:%f', 'now')"
    wait_for(lambda: desk.rows(query.format(now)), seconds=60, why="a run is at work")
    act()


def finished(desk: Desk) -> int:
    [(number,)] = desk.rows("SELECT count(*) FROM annotations_suggestionrun WHERE state = 'finished'")
    return int(number)


def assert_none_lost_none_doubled(desk: Desk) -> None:
    wait_for(lambda: finished(desk) == RUNS, seconds=120, why=f"all {RUNS} runs finished")
    doubled = desk.rows(
        'SELECT version_id, kind, "start", "end" FROM annotations_annotation '
        'GROUP BY version_id, kind, "start", "end" HAVING count(*) > 1'
    )
    assert doubled == []
    per_version = desk.rows("SELECT version_id, count(*) FROM annotations_annotation GROUP BY version_id")
    assert len(per_version) == RUNS
    assert len({number for _version, number in per_version}) == 1, "every text is alike, so are its suggestions"
    [(told,)] = desk.rows("SELECT count(*) FROM annotations_event WHERE verb = 'suggested'")
    assert told == sum(number for _version, number in per_version)
    [(ended,)] = desk.rows("SELECT count(*) FROM annotations_event WHERE verb = 'finished' AND object_type = 'run'")
    assert ended == RUNS


def test_embedded_runner_is_killed_five_times(embedded: Desk) -> None:
    for _ in range(5):
        runner = embedded.start_manage("run_jobs")
        in_the_middle(embedded, runner.kill)
        runner.wait()
    [(interrupted,)] = embedded.rows("SELECT count(*) FROM annotations_suggestionrun WHERE attempts > 0")
    assert interrupted >= 1
    embedded.start_manage("run_jobs")
    assert_none_lost_none_doubled(embedded)


def test_worker_child_and_broker_are_killed(distributed: Desk, redis_server: RedisServer) -> None:
    worker = start_worker(distributed)

    for _ in range(2):
        in_the_middle(distributed, lambda: kill_all(*children_of(worker)))
        time.sleep(1)
    in_the_middle(distributed, redis_server.kill)
    time.sleep(1)
    redis_server.start()
    in_the_middle(distributed, lambda: kill_all(*children_of(worker), worker))
    start_worker(distributed)
    assert_none_lost_none_doubled(distributed)
