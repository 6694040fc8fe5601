"""One command from nothing to a running desk on this machine."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from http.client import HTTPConnection, HTTPException
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connections

from annotations.sample.newsroom import is_desk_empty
from newsroom.environment import BASE_DIR, Environment
from newsroom.supervisor import CannotStart, check_port, lock_data_folder, supervise


class Command(BaseCommand):
    help = "Prepares the database, then starts web server and job runner until Ctrl-C."
    requires_system_checks = "__all__"

    def handle(self, *args: Any, **options: Any) -> None:
        environment: Environment = settings.ENVIRONMENT
        folder = settings.DATA_DIR
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not os.access(folder, os.W_OK):
                raise PermissionError(13, "no permission to write", str(folder))
            lock = lock_data_folder(folder)
            check_port(environment.host, environment.port)
            self._prepare(environment)
        except CannotStart as error:
            raise CommandError(str(error)) from error
        except (OSError, OperationalError) as error:
            raise CommandError(
                f"Beleg cannot write to its data folder {folder} ({error}).\n"
                "Give yourself the right to write there, or name another folder: BELEG_DATA=/path/to/folder make run"
            ) from error
        with lock:
            supervise(root=BASE_DIR, on_ready=lambda: self._announce(environment))
        self.stdout.write("\nBeleg has stopped. Everything is saved.")

    def _prepare(self, environment: Environment) -> None:
        self.stdout.write("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
        # Django tells of every file it replaces; a later start has nothing to say.
        logging.disable(logging.WARNING)
        call_command("collectstatic", verbosity=0, interactive=False)
        logging.disable(logging.NOTSET)
        if is_desk_empty() and self._wants_sample(environment):
            call_command("sample_newsroom", stdout=self.stdout)
        # The children open their own connections; one that is inherited would be shared.
        connections.close_all()

    def _wants_sample(self, environment: Environment) -> bool:
        if environment.sample != "ask":
            return environment.sample == "yes"
        if not sys.stdin.isatty():
            return True
        answer = input("The desk is empty. Create a sample newsroom with four accounts and four articles? [Y/n] ")
        if answer.strip().lower() in ("n", "no", "nein"):
            self.stdout.write("Create your first account with: .venv/bin/python manage.py createsuperuser")
            return False
        return True

    def _announce(self, environment: Environment) -> None:
        """Prints the address once somebody answers there."""

        def wait() -> None:
            host = "127.0.0.1" if environment.host == "0.0.0.0" else environment.host
            for _ in range(150):
                try:
                    # The port is open before the application behind it is loaded: only an answer counts.
                    server = HTTPConnection(host, environment.port, timeout=60)
                    server.request("HEAD", "/")
                    server.getresponse()
                    break
                except (OSError, HTTPException):
                    time.sleep(0.2)
            self.stdout.write(f"\nBeleg is ready: http://{host}:{environment.port}/   (Ctrl-C stops it)\n")
            self.stdout.flush()

        threading.Thread(target=wait, daemon=True).start()
