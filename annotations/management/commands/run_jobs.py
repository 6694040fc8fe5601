"""The embedded runner: works on suggestion runs from the database, without a broker."""

from __future__ import annotations

import os
import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections

from annotations import jobs
from annotations.services.suggestions import execute_run, sweep

POLL_SECONDS = 0.5
SWEEP_EVERY_POLLS = 10  # every 5 s


class Command(BaseCommand):
    help = "Works on suggestion runs as they come in, until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="work on what is due and end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: jobs.stop_requested.set())
        parent = os.getppid()
        polls = 0
        while not jobs.stop_requested.is_set() and os.getppid() == parent:
            try:
                if polls % SWEEP_EVERY_POLLS == 0:
                    sweep()
                polls += 1
                if execute_run():
                    continue
            except OperationalError as error:
                self.stderr.write(f"The database does not answer ({error}); trying again.")
            if once:
                return
            close_old_connections()
            jobs.stop_requested.wait(POLL_SECONDS)
