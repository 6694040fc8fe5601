"""Web server and job runner on one machine: started together, restarted when they end, stopped together."""

from __future__ import annotations

import ctypes
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

_PR_SET_PDEATHSIG = 1
_BACK_OFF_SECONDS = (0.5, 1, 2, 5, 10, 30)
_STEADY_SECONDS = 30  # a child that ran this long is not in a crash loop
_STOP_SECONDS = 12  # for running requests and the job at hand; then the children are killed
_POLL_SECONDS = 0.2


class CannotStart(Exception):
    """The message says why and what to do."""


def lock_data_folder(folder: Path) -> IO[str]:
    """Held for as long as the file is open. Raises `CannotStart` if another supervisor has it."""
    file = (folder / "supervisor.lock").open("a+", encoding="ascii")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.seek(0)
        raise CannotStart(
            f"Beleg is running on {folder} already (process {file.read().strip() or 'unknown'}).\n"
            "Stop it there with Ctrl-C, or start this one on another folder: BELEG_DATA=/path/to/folder make run"
        ) from error
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return file


def check_port(host: str, port: int) -> None:
    """Raises `CannotStart` if nobody can listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError as error:
            raise CannotStart(
                f"You may not listen on port {port}. Choose one above 1023: PORT=8001 make run"
            ) from error
        except OSError as error:
            raise CannotStart(
                f"Port {port} of {host} cannot be used ({error.strerror}).\n"
                f"Choose another: PORT={port % 65535 + 1} make run"
            ) from error


@dataclass
class _Child:
    name: str
    command: list[str]
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    failures: int = 0
    restart_at: float = field(default=0.0)

    def start(self) -> None:
        self.process = subprocess.Popen(
            self.command, env={**os.environ, **self.environment}, preexec_fn=_die_with_parent, start_new_session=True
        )
        self.started_at = time.monotonic()

    def look_after(self) -> None:
        """Starts the child again, after a pause that grows while it keeps ending at once."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.restart_at:
                self.start()
            return
        status = self.process.poll()
        if status is None:
            return
        self.failures = 0 if now - self.started_at > _STEADY_SECONDS else self.failures + 1
        pause = _BACK_OFF_SECONDS[min(self.failures, len(_BACK_OFF_SECONDS) - 1)]
        sys.stderr.write(f"The {self.name} ended (status {status}); starting it again in {pause} s.\n")
        self.process, self.restart_at = None, now + pause


def _die_with_parent() -> None:
    """On Linux the kernel ends a child whose supervisor is gone, however that went."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def supervise(*, root: Path, on_ready: Callable[[], None]) -> None:
    """Runs until SIGINT or SIGTERM; all children are gone when it returns."""
    python = sys.executable
    children = [
        _Child("web server", [python, "-m", "gunicorn", "newsroom.wsgi", "--log-level", "warning"], {"PWD": str(root)}),
        _Child("job runner", [python, str(root / "manage.py"), "run_jobs"], {}),
    ]
    stopping: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, _frame: stopping.append(received))
    try:
        for child in children:
            child.start()
        on_ready()
        while not stopping:
            time.sleep(_POLL_SECONDS)
            for child in children:
                child.look_after()
    finally:
        _stop(children)


def _stop(children: list[_Child]) -> None:
    running = [child.process for child in children if child.process is not None]
    for process in running:
        process.terminate()
    deadline = time.monotonic() + _STOP_SECONDS
    for process in running:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
