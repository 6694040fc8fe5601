"""Whoever works on jobs also sees to it that SQLite knows its tables."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.functional.desk import RedisServer, open_desk, wait_for

BRING_IN = """
from django.contrib.auth.models import User
from annotations.services.articles import ArticleFields, Manuscript, bring_in_article
actor = User.objects.create_user("anna")
bring_in_article(fields=ArticleFields(title="Rat"), manuscript=Manuscript.pasted("Der Rat tagt."), actor=actor)
"""
WORKER = ("-m", "celery", "-A", "newsroom", "worker", "--concurrency", "1", "--loglevel", "WARNING")


def assert_gathers_statistics(folder: Path, *command: str, **environment: str) -> None:
    with open_desk(folder, **environment) as desk:
        desk.manage("migrate", "-v0")
        desk.manage("shell", "-v0", "-c", BRING_IN)
        desk.start(sys.executable, *command)
        table = "SELECT name FROM sqlite_master WHERE name = 'sqlite_stat1'"
        wait_for(lambda: desk.rows(table), seconds=60, why="statistics were gathered")
        assert desk.rows("SELECT 1 FROM sqlite_stat1 WHERE tbl = 'annotations_article'")


def test_the_embedded_runner_gathers_statistics(tmp_path: Path) -> None:
    assert_gathers_statistics(tmp_path, "manage.py", "run_jobs")


def test_a_worker_gathers_statistics(tmp_path: Path, redis_server: RedisServer) -> None:
    assert_gathers_statistics(tmp_path, *WORKER, REDIS_URL=redis_server.url)
