"""Who is at work on an article."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from annotations.models.article import Article


class Presence(models.Model):
    """The last sign of life of one person on one article. Says nothing about changes, so it leaves no event."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "user"], name="presence_once_per_person")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.article_id}"
