"""A whole desk of its own for one test: database, settings, processes, all gone afterwards."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
import pytest

from tests import services

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(what: Callable[[], Any], *, seconds: float, why: str) -> Any:
    """The first truthy answer. Fails the test when there is none in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if answer := what():
            return answer
        time.sleep(0.05)
    raise AssertionError(f"not within {seconds} s: {why}")


@dataclass
class Desk:
    data: Path
    environment: dict[str, str]
    postgres: str = ""  # the address of the desk's own database, empty on SQLite
    processes: list[subprocess.Popen[str]] = field(default_factory=list)

    def manage(self, *arguments: str) -> str:
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self, *command: str) -> subprocess.Popen[str]:
        """In a process group of its own, so that a test can kill all of it."""
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=(self.data / f"out-{len(self.processes)}").open("w"),
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.processes.append(process)
        return process

    def start_manage(self, *arguments: str) -> subprocess.Popen[str]:
        return self.start(sys.executable, "manage.py", *arguments)

    def output(self, process: subprocess.Popen[str]) -> str:
        return (self.data / f"out-{self.processes.index(process)}").read_text()

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        if self.postgres:
            with psycopg.connect(self.postgres) as connection:
                return connection.execute(query).fetchall()
        with contextlib.closing(sqlite3.connect(self.data / "beleg.sqlite3", timeout=20)) as connection:
            return connection.execute(query).fetchall()

    def end(self) -> None:
        for process in self.processes:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def kill_all(*process_ids: int) -> None:
    for process_id in process_ids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process_id, signal.SIGKILL)


def children_of(process_id: int) -> list[int]:
    """By /proc, which only Linux has; elsewhere the test is skipped."""
    if sys.platform != "linux":
        pytest.skip("needs /proc to find the processes it kills")
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process_id:
            found.append(int(path.parent.name))
    return found


@contextlib.contextmanager
def open_desk(data: Path, *, on_postgres: bool = False, **environment: str) -> Iterator[Desk]:
    names = ("DATABASE_URL", "REDIS_URL", "BELEG_DATA", "PORT", "SAMPLE")
    inherited = {name: value for name, value in os.environ.items() if name not in names}
    values = {
        **inherited,
        "BELEG_DATA": str(data),
        "SECRET_KEY": "t" * 50,
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
    }
    address = ""
    if on_postgres:
        services.need_postgres()
        name = f"beleg_test_{uuid4().hex[:12]}"
        with psycopg.connect(services.POSTGRES_URL, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        address = urlunsplit(urlsplit(services.POSTGRES_URL)._replace(path=f"/{name}"))
        values["DATABASE_URL"] = address
    desk = Desk(data=data, environment={**values, **environment}, postgres=address)
    try:
        yield desk
    finally:
        desk.end()
        if on_postgres:
            with psycopg.connect(services.POSTGRES_URL, autocommit=True) as connection:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


class RedisServer:
    """A broker a test may kill, stop answering, and start again."""

    def __init__(self, folder: Path) -> None:
        self.program = services.need_redis_server()
        self.folder = folder
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        self.process = subprocess.Popen(
            [self.program, "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self.folder)],
            stdout=subprocess.DEVNULL,
        )
        wait_for(self._answers, seconds=10, why="redis-server listens")

    def _answers(self) -> bool:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            return True
        return False

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def freeze(self) -> None:
        """Accepts connections and answers nothing."""
        assert self.process is not None
        self.process.send_signal(signal.SIGSTOP)

    def end(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
