"""A real browser against a real server, with a real worker process on the same database."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import services
from tests.factories import make_user
from tests.functional.desk import ROOT, RedisServer
from tests.settings import WORKER_DATA

PASSWORD = "sehr-geheim-1"
expect.set_options(timeout=10_000)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {
        "executable_path": services.need_chromium(),
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
    }


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    return {"locale": "de-DE", "viewport": {"width": 1280, "height": 850}}


def worker_environment() -> dict[str, str]:
    """The settings of a worker process that finds the test database."""
    inherited = {n: v for n, v in os.environ.items() if n not in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")}
    values = {**inherited, "BELEG_DATA": str(WORKER_DATA), "SECRET_KEY": "t" * 50}
    if settings.ENVIRONMENT.database_url:
        base = settings.ENVIRONMENT.database_url.rpartition("/")[0]
        values["DATABASE_URL"] = f"{base}/{connection.settings_dict['NAME']}"
    return values


@pytest.fixture
def worker(transactional_db: None) -> Iterator[None]:
    """Celery over Redis where the suite runs with a broker, else the embedded runner."""
    command = [sys.executable, "manage.py", "run_jobs"]
    if settings.REDIS_URL:
        command = [sys.executable, "-m", "celery", "-A", "newsroom", "worker", "--concurrency", "1"]
    process = subprocess.Popen(
        command, cwd=ROOT, env=worker_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    yield
    process.terminate()
    process.wait(20)


@pytest.fixture
def signed_in(page: Page, live_server: LiveServer) -> Page:
    """An editor at the list of articles."""
    make_user("editor", username="anna", password=PASSWORD)
    page.goto(live_server.url)
    page.get_by_label("Benutzername").fill("anna")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("heading", name="Artikel", exact=True)).to_be_visible()
    return page


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path)
    server.start()
    yield server
    server.end()
