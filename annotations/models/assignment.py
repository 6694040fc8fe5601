"""Who is to check what: a whole article, or one fact of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from annotations.models.article import Article


class Assignment(models.Model):
    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, related_name="assignments", verbose_name=_("article")
    )
    annotation = models.ForeignKey(  # null: the whole article
        Annotation,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="assignments",
        verbose_name=_("annotation"),
    )
    checker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="assignments", verbose_name=_("checker")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("assigned by")
    )
    at = models.DateTimeField(_("assigned at"), auto_now_add=True)

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "checker"],
                condition=Q(annotation__isnull=True),
                name="assignment_once_per_article_and_checker",
            ),
            models.UniqueConstraint(
                fields=["annotation", "checker"],
                condition=Q(annotation__isnull=False),
                name="assignment_once_per_fact_and_checker",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.checker}: {self.article}"
