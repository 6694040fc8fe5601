"""What only a claim has."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from annotations.models.speaker import Speaker


class Claim(models.Model):
    class Type(models.TextChoices):
        EVENT = "event", _("event or property")
        NUMERICAL = "numerical", _("numerical")
        QUOTE = "quote", _("that somebody said so")
        CAUSAL = "causal", _("cause")
        POSITION = "position", _("position")
        FORECAST = "forecast", _("forecast")

    class Worthiness(models.TextChoices):
        HIGH = "high", _("high")
        MEDIUM = "medium", _("medium")
        LOW = "low", _("low")

    annotation = models.OneToOneField(
        Annotation, on_delete=models.CASCADE, primary_key=True, related_name="claim", verbose_name=_("annotation")
    )
    type = models.CharField(_("type"), max_length=9, choices=Type, default=Type.EVENT)
    # Null: the article asserts it in its own voice.
    claimant = models.ForeignKey(
        Speaker, on_delete=models.PROTECT, null=True, blank=True, related_name="claims", verbose_name=_("claimant")
    )
    worthiness = models.CharField(_("worth checking"), max_length=6, choices=Worthiness, default=Worthiness.MEDIUM)
    score = models.FloatField(_("score of worthiness"), null=True, blank=True)  # orders suggestions; null by hand
    reasons = models.JSONField(_("reasons"), default=list, blank=True)  # [{"code", "evidence": [start, end]}, …]

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        indexes = [models.Index(fields=["worthiness", "annotation"], name="claim_by_worthiness")]
        constraints = [
            models.CheckConstraint(
                condition=Q(type__in=["event", "numerical", "quote", "causal", "position", "forecast"]),
                name="claim_type_known",
            ),
            models.CheckConstraint(
                condition=Q(worthiness__in=["high", "medium", "low"]), name="claim_worthiness_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.worthiness} {self.annotation_id}"
