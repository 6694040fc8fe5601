"""The embedded runner: works on jobs from the database, the nightly ones too, without a broker."""

from __future__ import annotations

import logging
import os
import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections, connections

from annotations import jobs
from annotations.services.job_kinds import KINDS
from annotations.services.nightly import queue_nightly_work
from annotations.services.upkeep import keep_statistics

logger = logging.getLogger(__name__)

POLL_SECONDS = 0.5
SWEEP_EVERY_SECONDS = 5


class Command(BaseCommand):
    help = "Works on jobs as they come in, until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="work on what is due and end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        if once:
            queue_nightly_work()
            for kind in KINDS:
                while jobs.execute(kind):
                    pass
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: jobs.stop_requested.set())
        # A thread for each sort of job: a long export or a silent receiver must not keep suggestions waiting.
        threads = [threading.Thread(target=self._work_on, args=(kind,), name=kind.name) for kind in KINDS]
        for thread in threads:
            thread.start()
        parent = os.getppid()
        while not jobs.stop_requested.is_set() and os.getppid() == parent:
            self._guarded(self._sweep)
            self._wait(SWEEP_EVERY_SECONDS, parent)
        jobs.stop_requested.set()
        for thread in threads:
            thread.join()

    def _sweep(self) -> None:
        queue_nightly_work()
        keep_statistics()
        jobs.sweep(KINDS)

    def _work_on(self, kind: jobs.Kind) -> None:
        try:
            while not jobs.stop_requested.is_set():
                if not self._guarded(lambda: jobs.execute(kind)):
                    close_old_connections()
                    jobs.stop_requested.wait(POLL_SECONDS)
        finally:
            connections.close_all()

    def _guarded(self, act: Any) -> Any:
        """Neither a database that does not answer for a moment nor a fault of ours must end the runner's thread."""
        try:
            return act()
        except OperationalError as error:
            self.stderr.write(f"The database does not answer ({error}); trying again.")
        except Exception:
            logger.exception("The runner goes on after a fault.")
        close_old_connections()
        return None

    def _wait(self, seconds: float, parent: int) -> None:
        """Wakes up in between, to notice soon that the parent has gone."""
        waited = 0.0
        while waited < seconds and os.getppid() == parent and not jobs.stop_requested.wait(POLL_SECONDS):
            waited += POLL_SECONDS
