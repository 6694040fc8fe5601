"""Learns from the newsroom's decisions about quotes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from annotations.errors import BelegError
from annotations.services.learning import learn_from_decisions


class Command(BaseCommand):
    help = "Refits the quote suggestions to the decisions in completely annotated articles; kept in use only if better."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            model = learn_from_decisions()
        except BelegError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Learned from {model.articles} articles; scores on articles not seen while learning:")
        self.stdout.write(f"  {'':8}{'before':>8}{'after':>8}   (F1)")
        for name, before in model.before.items():
            if "f1" in before:
                self.stdout.write(f"  {name:8}{before['f1']:8.3f}{model.after[name]['f1']:8.3f}")
        self.stdout.write(
            f"Model {model.pk} is better and in use." if model.is_active else "Not better: nothing changes."
        )
