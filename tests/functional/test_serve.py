"""One command from nothing to a running desk, as a new user would start it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.functional.desk import ROOT, Desk, children_of, free_port, open_desk, wait_for

READY = re.compile(r"Beleg is ready: (http://\S+)/")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path / "data", PORT=str(free_port())) as desk:
        desk.data.mkdir()
        yield desk


def serve(desk: Desk) -> subprocess.Popen[str]:
    process = desk.start_manage("serve")
    wait_for(lambda: READY.search(desk.output(process)), seconds=60, why="the desk is ready")
    return process


def is_listening(desk: Desk) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", int(desk.environment["PORT"]))) == 0


def processes_of(process: subprocess.Popen[str]) -> set[int]:
    """All descendants."""
    family, newest = set[int](), [process.pid]
    while newest:
        newest = [child for pid in newest for child in children_of(pid)]
        family.update(newest)
    return family


def alive(process_ids: set[int]) -> set[int]:
    def is_alive(pid: int) -> bool:
        try:
            return " Z " not in Path(f"/proc/{pid}/stat").read_text()
        except OSError:
            return False

    return {pid for pid in process_ids if is_alive(pid)}


def test_empty_desk_gets_a_sample_newsroom_that_goes_through_the_job(desk: Desk) -> None:
    process = serve(desk)
    said = desk.output(process)
    [(username, password)] = re.findall(r"^\s+(redaktion)\s+(\S+)", said, re.M)
    with httpx.Client(base_url=READY.search(said)[1], follow_redirects=True) as client:
        page = client.get("/")
        [token] = set(re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text))
        form = {"csrfmiddlewaretoken": token, "username": username, "password": password}
        assert "Händedruck und harte Zahlen" in client.post("/sign-in/", data=form).text
        assert client.get("/static/beleg.svg").status_code == 200
        query = "SELECT count(*) FROM annotations_suggestionrun WHERE state = 'finished'"
        wait_for(lambda: desk.rows(query) == [(4,)], seconds=30, why="the samples have their suggestions")
        found = client.get("/api/v1/annotations/?kind=figure&search=40-sekündigen").json()["results"]
        assert [(row["figure"]["value"], row["figure"]["unit"]) for row in found] == [(40, "s")]


def test_later_starts_show_no_passwords_and_make_no_samples(desk: Desk) -> None:
    first = serve(desk)
    os.kill(first.pid, signal.SIGINT)
    assert first.wait(20) == 0
    second = serve(desk)
    assert "password" not in desk.output(second)
    assert desk.rows("SELECT count(*) FROM annotations_article") == [(4,)]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_stopping_it_stops_everything(desk: Desk, number: signal.Signals) -> None:
    process = serve(desk)
    family = processes_of(process)
    assert len(family) >= 3, "web server, its worker, job runner"
    os.kill(process.pid, number)
    process.wait(20)
    wait_for(lambda: not alive(family), seconds=20, why="all children are gone")
    assert not is_listening(desk)


def test_a_child_that_dies_is_started_again(desk: Desk) -> None:
    process = serve(desk)
    before = processes_of(process)
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    wait_for(lambda: len(alive(processes_of(process) - before)) >= 3, seconds=30, why="new children")
    wait_for(lambda: is_listening(desk), seconds=30, why="the web server listens again")


def refused(desk: Desk, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env={**desk.environment, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_second_start_on_the_same_data_is_refused(desk: Desk) -> None:
    serve(desk)
    message = refused(desk, PORT=str(free_port()))
    assert "already" in message
    assert "BELEG_DATA=" in message


def test_a_taken_port_is_said(desk: Desk) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", int(desk.environment["PORT"])))
        other.listen()
        message = refused(desk)
    assert desk.environment["PORT"] in message
    assert "PORT=" in message


def test_a_folder_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    message = refused(desk, BELEG_DATA=str(tmp_path / "file" / "data"))
    assert "BELEG_DATA=" in message


def test_all_wrong_settings_are_told_at_once(desk: Desk) -> None:
    message = refused(desk, PORT="http", DATABASE_URL="mysql://x", LEASE_SECONDS="0")
    for name in ("PORT", "DATABASE_URL", "LEASE_SECONDS"):
        assert name in message
