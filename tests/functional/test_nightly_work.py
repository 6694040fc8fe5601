"""What is done every night, by real Celery workers over a real broker: done, once, and recorded."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.functional.desk import Desk, RedisServer, open_desk, wait_for

IN_THE_BIN = """
from datetime import timedelta
from django.contrib.auth.models import User
from django.utils import timezone
from annotations.models import Annotation
from annotations.services.annotations import create_annotation
from annotations.services.articles import ArticleFields, Manuscript, bring_in_article
actor = User.objects.create_user("anna")
for title, days in (("alt", 31), ("neu", 29)):
    made = bring_in_article(fields=ArticleFields(title=title), manuscript=Manuscript.pasted("Zwei Boote."), actor=actor)
    kind, exact = "figure", "Zwei"
    mark = create_annotation(version=made.version, kind=kind, start=0, end=4, exact=exact, actor=actor).annotation
    Annotation.objects.filter(pk=mark.pk).update(deleted_at=timezone.now() - timedelta(days=days))
"""


@pytest.fixture
def desk(tmp_path: Path, redis_server: RedisServer) -> Iterator[Desk]:
    with open_desk(tmp_path, on_postgres=True, REDIS_URL=redis_server.url) as desk:
        desk.manage("migrate", "-v0")
        desk.manage("shell", "-v0", "-c", IN_THE_BIN)
        yield desk


def test_two_workers_empty_the_bin_once(desk: Desk) -> None:
    for number in range(2):
        options = ("--concurrency", "1", "--loglevel", "INFO", "--hostname", f"worker{number}@%h")
        desk.start(sys.executable, "-m", "celery", "-A", "newsroom", "worker", *options)
    done = "SELECT task, state, attempts FROM annotations_nightlywork WHERE state <> 'queued' AND state <> 'running'"
    wait_for(lambda: len(desk.rows(done)) >= 2, seconds=90, why="both tasks of the last night ended")
    assert set(desk.rows(done)) == {("learn", "finished", 1), ("purge", "finished", 1)}
    binned = "SELECT a.title FROM annotations_annotation m JOIN annotations_articleversion v ON v.id = m.version_id "
    binned += "JOIN annotations_article a ON a.id = v.article_id WHERE m.deleted_at IS NOT NULL"
    assert desk.rows(binned) == [("neu",)]
    told = "SELECT object_id, new ->> 'marks' FROM annotations_event WHERE object_type = 'nightly_work'"
    assert sorted(marks or "" for _work, marks in desk.rows(told)) == ["", "1"]
    received = "annotations.work"
    assert any(received in desk.output(process) for process in desk.processes), "the broker told a worker of it"
