"""Empties the bin, and removes old deliveries and exports; says what it did."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from annotations.services.article_purge import purge_articles
from annotations.services.exports import KEPT_DAYS, purge_exports
from annotations.services.moderation import BIN_DAYS, purge_bin
from annotations.services.webhook_deliveries import KEPT_DAYS as DELIVERIES_KEPT_DAYS
from annotations.services.webhook_deliveries import purge_deliveries


class Command(BaseCommand):
    help = (
        "Removes for good the marks and articles that have lain in the bin for so many days, the deliveries "
        "of webhooks as old, and the files of exports that are older than a week; the record stays."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=BIN_DAYS, help=f"days in the bin (default: {BIN_DAYS})")

    def handle(self, *args: Any, days: int, **options: Any) -> None:
        removed = purge_bin(days=max(days, 0))
        self.stdout.write(f"{removed} marks removed that were in the bin for {days} days or longer.")
        articles = f"{purge_articles(days=max(days, 0))} articles removed"
        self.stdout.write(f"{articles} that were in the bin for {days} days or longer.")
        deliveries = f"{purge_deliveries()} deliveries of webhooks removed"
        self.stdout.write(f"{deliveries} that were {DELIVERIES_KEPT_DAYS} days or older.")
        self.stdout.write(f"{purge_exports()} exports removed that were older than {KEPT_DAYS} days.")
