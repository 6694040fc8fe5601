"""Writes the whole desk into one archive."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from newsroom.archive import ArchiveError, write_archive


class Command(BaseCommand):
    help = "Writes the database with all files into one archive, while the desk goes on, and verifies it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the archive, beleg-2026-11-25.zip; must not exist yet")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            manifest = write_archive(file)
        except ArchiveError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{file}: {manifest['size']} bytes of {manifest['vendor']}, verified.")
