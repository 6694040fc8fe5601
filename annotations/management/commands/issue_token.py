"""Prints a token for the API."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from knox.models import AuthToken


class Command(BaseCommand):
    help = "Prints a new API token of a user. It is shown this once and kept as a digest only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--days", type=int, default=365, help="days until it expires (default: 365)")

    def handle(self, *args: Any, username: str, days: int, **options: Any) -> None:
        try:
            user = User.objects.get(username=username)
        except User.DoesNotExist as error:
            known = ", ".join(User.objects.order_by("username").values_list("username", flat=True)[:10])
            raise CommandError(f"There is no user “{username}”. Known: {known or 'none yet'}.") from error
        if not 1 <= days <= 3650:
            raise CommandError("--days must lie between 1 and 3650.")
        _token, shown_once = AuthToken.objects.create(user=user, expiry=timedelta(days=days))
        self.stdout.write(shown_once)
