"""The named sign-off: what was released, and what had to be put right afterwards."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from annotations.models.article_version import ArticleVersion


class Release(models.Model):
    """Freezes text, facts, verdicts and sources in `dossier`, which is JSON and never changes."""

    version = models.ForeignKey(
        ArticleVersion, on_delete=models.PROTECT, related_name="releases", verbose_name=_("article version")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="releases", verbose_name=_("signed by")
    )
    at = models.DateTimeField(_("signed at"), auto_now_add=True)
    reason = models.TextField(_("reason"), blank=True)  # why open conditions were passed over
    open_conditions = models.JSONField(_("open conditions"), default=dict, blank=True)  # {code: number}
    dossier = models.JSONField(_("dossier"))
    sha256 = models.CharField("SHA-256", max_length=64)  # of the dossier as canonical JSON

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.version} {self.at:%Y-%m-%d}"


class Correction(models.Model):
    """What was published wrong and put right, attached to the fact."""

    release = models.ForeignKey(
        Release, on_delete=models.PROTECT, related_name="corrections", verbose_name=_("release")
    )
    annotation = models.ForeignKey(
        Annotation, on_delete=models.PROTECT, related_name="corrections", verbose_name=_("annotation")
    )
    text = models.TextField(_("correction"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("corrected by")
    )
    at = models.DateTimeField(_("corrected at"), auto_now_add=True)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="correction_has_text")]

    def __str__(self) -> str:
        return self.text[:80]
