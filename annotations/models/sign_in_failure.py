"""A sign-in that failed: counted, so that nobody can guess on and on. Rows go once they no longer count."""

from __future__ import annotations

from django.db import models


class SignInFailure(models.Model):
    name = models.CharField(max_length=150)  # as entered, in small letters; there may be no such account
    address = models.CharField(max_length=45)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["name", "at"], name="sign_in_failure_by_name"),
            models.Index(fields=["address", "at"], name="sign_in_failure_by_address"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.at:%Y-%m-%d %H:%M}"
