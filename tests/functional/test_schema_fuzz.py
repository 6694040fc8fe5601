"""The API against its own schema: generated requests, good and bad, find no answer the schema does not announce."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.functional.desk import ROOT, Desk, free_port, open_desk, wait_for

# Enough to meet every operation in each phase. More is a matter of patience: raise both by hand.
BUDGET = ("--max-examples", "2", "--max-time", "45", "--seed", "1")
PHASES = "examples,coverage,fuzzing,stateful"
OPEN_RUNS = "SELECT count(*) FROM annotations_suggestionrun WHERE state <> 'finished'"
ADD_WEBHOOK = """
from django.contrib.auth.models import User
from annotations.services.webhooks import create_webhook
create_webhook(url="http://127.0.0.1:9/", event_types=["article.created"], actor=User.objects.get(username="{name}"))
"""


@pytest.mark.parametrize("on_postgres", [False, True], ids=["sqlite", "postgres"])
def test_generated_requests_find_nothing_undocumented(tmp_path: Path, on_postgres: bool) -> None:
    settings = {"API_REQUESTS_PER_MINUTE": "1000000", "OUTGOING_ALLOWED_NETWORKS": "127.0.0.0/8"}
    with open_desk(tmp_path, on_postgres=on_postgres, **settings) as desk:
        token = _furnish(desk)
        url = _serve(desk)
        command = [
            *(Path(sys.executable).with_name("schemathesis"), "--config-file", "tests/functional/schemathesis.toml"),
            *("run", f"{url}/schema/?format=json", "--header", f"Authorization: Token {token}"),
            *("--phases", PHASES, *BUDGET),
            *("--exclude-operation-id", "tokens_destroy"),  # it would revoke the token everything is asked with
        ]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        with httpx.Client(headers={"Authorization": f"Token {token}"}) as client:
            still_let_in = client.get(f"{url}/me/").status_code
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert still_let_in == 200, "the token was lost on the way, and what came after was refused unseen"


def _furnish(desk: Desk) -> str:
    """The sample newsroom with its suggestions and a webhook, so that number 1 exists. An administrator's token."""
    desk.manage("migrate", "-v0")
    accounts = desk.manage("sample_newsroom")
    administrator = next(line.split()[0] for line in accounts.splitlines() if "(administrator)" in line)
    desk.manage("shell", "-v0", "-c", ADD_WEBHOOK.format(name=administrator))
    runner = desk.start_manage("run_jobs")
    wait_for(lambda: desk.rows(OPEN_RUNS) == [(0,)], seconds=60, why="the sample's runs are finished")
    runner.kill()
    return desk.manage("issue_token", administrator).split()[-1]


def _serve(desk: Desk) -> str:
    """Address of the API. Nobody works on jobs: what is asked for stays queued."""
    address = f"127.0.0.1:{free_port()}"
    desk.start(sys.executable, "-m", "gunicorn", "newsroom.wsgi", "--bind", address)
    url = f"http://{address}/api/v1"
    wait_for(lambda: _answers(url), seconds=30, why="the API answers")
    return url


def _answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/me/").status_code == 401
    except httpx.TransportError:
        return False
