"""A broker that is gone, or accepts and says nothing, holds no request and loses no run."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.functional.desk import Desk, RedisServer, free_port, open_desk, wait_for

LONGEST_WAIT_SECONDS = 2


@pytest.fixture
def desk(tmp_path: Path, redis_server: RedisServer) -> Iterator[tuple[Desk, httpx.Client]]:
    port = free_port()
    with open_desk(tmp_path, REDIS_URL=redis_server.url, PORT=str(port)) as desk:
        desk.manage("migrate", "-v0")
        script = (
            "from django.contrib.auth.models import User, Group;"
            "User.objects.create_user('cms').groups.add(Group.objects.get(name='integration'))"
        )
        desk.manage("shell", "-v0", "-c", script)
        token = desk.manage("issue_token", "cms").strip()
        desk.start(sys.executable, "-m", "gunicorn", "newsroom.wsgi")
        headers = {"Authorization": f"Token {token}"}
        with httpx.Client(base_url=f"http://127.0.0.1:{port}/api/v1/", headers=headers, timeout=30) as client:
            wait_for(lambda: _answers(client), seconds=30, why="the web server answers")
            yield desk, client


def _answers(client: httpx.Client) -> bool:
    try:
        return client.get("me/").status_code == 200
    except httpx.TransportError:
        return False


def push(client: httpx.Client, number: int) -> float:
    """Seconds the request took."""
    begun = time.monotonic()
    answer = client.post("articles/", json={"title": str(number), "text": f"Es kamen {number + 2} Gäste."})
    assert answer.status_code == 201
    assert answer.json()["run"]["state"] == "queued"
    return time.monotonic() - begun


@pytest.mark.parametrize("how", ["killed", "frozen"])
def test_requests_go_on(desk: tuple[Desk, httpx.Client], redis_server: RedisServer, how: str) -> None:
    whole, client = desk
    push(client, 0)
    redis_server.kill() if how == "killed" else redis_server.freeze()
    # Not a measurement: a request that waits for the broker waits for ever, or 19 s.
    assert max(push(client, number) for number in range(1, 6)) < LONGEST_WAIT_SECONDS
    whole.start_manage("run_jobs")
    query = "SELECT count(*) FROM annotations_suggestionrun WHERE state = 'finished'"
    wait_for(lambda: whole.rows(query) == [(6,)], seconds=30, why="all runs finished without the broker")
