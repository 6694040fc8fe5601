"""Somebody has read a sentence and found nothing in it that needs checking."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

from annotations.models.article_version import ArticleVersion


class SentenceReview(models.Model):
    """`version.text[start:end] == exact`, held by a trigger as for annotations. Taken back, the row stays."""

    version = models.ForeignKey(
        ArticleVersion, on_delete=models.PROTECT, related_name="sentence_reviews", verbose_name=_("version")
    )
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    exact = models.TextField(_("exact words"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("waved through by")
    )
    at = models.DateTimeField(_("waved through at"))
    withdrawn_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    class Meta:
        verbose_name = _("sentence waved through")
        verbose_name_plural = _("sentences waved through")
        ordering = ["version_id", "start", "id"]
        constraints = [
            models.UniqueConstraint(fields=["version", "start", "end"], name="sentence_review_once_per_place"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="sentence_review_start_before_end"),
            models.CheckConstraint(
                condition=Q(end=F("start") + Length("exact")), name="sentence_review_exact_as_long_as_span"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.start}–{self.end}"
