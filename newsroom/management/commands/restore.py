"""Puts an archive back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from newsroom.archive import ArchiveError, read_archive


class Command(BaseCommand):
    help = "Puts a backup in the place of the database. Stop the desk first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the archive that `backup` wrote")
        parser.add_argument("--replace", action="store_true", help="also where there are articles: they are replaced")

    def handle(self, *args: Any, file: Path, replace: bool, **options: Any) -> None:
        try:
            manifest = read_archive(file, replace=replace)
        except ArchiveError as error:
            raise CommandError(str(error)) from error
        call_command("migrate", verbosity=0)  # the backup may be older than this version
        self.stdout.write(f"Restored what was at the desk on {manifest['made_at']}.")
