"""Fills an empty desk with a newsroom to try it in."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from annotations.sample.newsroom import create_sample_newsroom, is_desk_empty


class Command(BaseCommand):
    help = "Creates three accounts and four articles on an empty desk, and prints the passwords once."

    def handle(self, *args: Any, **options: Any) -> None:
        if not is_desk_empty():
            raise CommandError("This desk is in use already; the sample newsroom goes into an empty one only.")
        self.stdout.write("A sample newsroom was created. These passwords are shown this once:")
        for account in create_sample_newsroom():
            self.stdout.write(f"  {account.username:<12} {account.password}   ({account.role})")
