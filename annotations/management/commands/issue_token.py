"""Prints a token for the API."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from annotations.errors import BelegError
from annotations.scopes import SCOPES
from annotations.services.tokens import LONGEST_DAYS, create_token


class Command(BaseCommand):
    help = "Prints a new API token of a user. It is shown this once and kept as a digest only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--name", default="issue_token", help="what uses it (default: issue_token)")
        parser.add_argument(
            "--scopes",
            default=",".join(SCOPES),
            help=f"what it may be used for, of {' '.join(SCOPES)}, separated by commas (default: all)",
        )
        parser.add_argument("--days", type=int, default=365, help="days until it expires (default: 365)")

    def handle(self, *args: Any, username: str, name: str, scopes: str, days: int, **options: Any) -> None:
        try:
            user = User.objects.get(username=username)
        except User.DoesNotExist as error:
            known = ", ".join(User.objects.order_by("username").values_list("username", flat=True)[:10])
            raise CommandError(f"There is no user “{username}”. Known: {known or 'none yet'}.") from error
        if not 1 <= days <= LONGEST_DAYS:
            raise CommandError(f"--days must lie between 1 and {LONGEST_DAYS}.")
        wanted = [scope.strip() for scope in scopes.split(",") if scope.strip()]
        try:
            made = create_token(owner=user, name=name[:100], scopes=wanted, days=days, actor=user)
        except BelegError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(made.shown_once)
