"""Empties the bin, and removes old deliveries and exports; says what it did."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from annotations.services import exports, idempotency, webhook_deliveries
from annotations.services.moderation import BIN_DAYS
from annotations.services.purging import purge_everything


class Command(BaseCommand):
    help = (
        "Removes for good the marks and articles that have lain in the bin for so many days, the deliveries "
        "of webhooks as old, and the files of exports that are older than a week; the record stays."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=BIN_DAYS, help=f"days in the bin (default: {BIN_DAYS})")

    def handle(self, *args: Any, days: int, **options: Any) -> None:
        days = max(days, 0)
        kept = {
            "marks": f"in the bin for {days} days or longer",
            "articles": f"in the bin for {days} days or longer",
            "deliveries": f"{webhook_deliveries.KEPT_DAYS} days or older",
            "exports": f"older than {exports.KEPT_DAYS} days",
            "kept_answers": f"older than {idempotency.KEPT_HOURS} hours",
        }
        for what, number in purge_everything(days=days):
            self.stdout.write(f"{number} {what.replace('_', ' ')} removed that were {kept[what]}.")
