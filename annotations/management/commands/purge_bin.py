"""Empties the bin of what has lain there for thirty days, and says what it did."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from annotations.services.exports import KEPT_DAYS, purge_exports
from annotations.services.moderation import BIN_DAYS, purge_bin


class Command(BaseCommand):
    help = (
        "Removes for good the marks that have lain in the bin for so many days, and the files of exports that are "
        "older than a week; the record of both stays."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=BIN_DAYS, help=f"days in the bin (default: {BIN_DAYS})")

    def handle(self, *args: Any, days: int, **options: Any) -> None:
        removed = purge_bin(days=max(days, 0))
        self.stdout.write(f"{removed} marks removed that were in the bin for {days} days or longer.")
        self.stdout.write(f"{purge_exports()} exports removed that were older than {KEPT_DAYS} days.")
