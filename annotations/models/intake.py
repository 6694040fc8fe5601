"""What an editor has handed in and not yet saved: survives a closed tab and an expired session."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.article import Article


class Intake(models.Model):
    uploader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="intakes", verbose_name=_("brought in by")
    )
    # Null: what was handed in is to become an article of its own, not a new version of one.
    article = models.ForeignKey(
        Article, on_delete=models.CASCADE, null=True, blank=True, related_name="intakes", verbose_name=_("article")
    )
    name = models.CharField(_("file name"), max_length=255, blank=True)  # empty where text was pasted
    content = models.BinaryField(_("content"))
    created_at = models.DateTimeField(_("brought in at"), auto_now_add=True)

    class Meta:
        verbose_name = _("started intake")
        verbose_name_plural = _("started intakes")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name or f"{self.pk}"
