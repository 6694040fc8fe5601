"""Which services this machine has. A test that needs a missing one is skipped and says so; in CI it fails."""

from __future__ import annotations

import os
import shutil
from functools import cache
from urllib.parse import urlsplit

import psycopg
import pytest
import redis

POSTGRES_URL = os.environ.get("TEST_POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres")
REDIS_URL = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/9")
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)


def need(reason: str) -> None:
    """The service is missing: skip, or fail where CI promises it."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI has to have it: {reason}")
    pytest.skip(reason)


@cache
def postgres_problem() -> str:
    try:
        psycopg.connect(POSTGRES_URL, connect_timeout=2).close()
    except psycopg.Error as error:
        return f"no PostgreSQL at {urlsplit(POSTGRES_URL).hostname} ({str(error).splitlines()[0]})"
    return ""


@cache
def redis_problem() -> str:
    try:
        redis.Redis.from_url(REDIS_URL, socket_connect_timeout=2).ping()
    except redis.RedisError as error:
        return f"no Redis at {urlsplit(REDIS_URL).hostname} ({error})"
    return ""


def need_postgres() -> None:
    if problem := postgres_problem():
        need(problem)


def need_redis() -> None:
    if problem := redis_problem():
        need(problem)


def need_redis_server() -> str:
    """The path of a server program a test may start, kill and start again."""
    path = shutil.which("redis-server")
    if path is None:
        need("no redis-server program to start and kill")
    return str(path)


def need_chromium() -> str:
    if CHROMIUM is None:
        need("no Chromium; on Debian: apt install chromium")
    return str(CHROMIUM)
