"""What only a quote has."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annotations.models.annotation import Annotation
from annotations.models.speaker import Speaker


class Quote(models.Model):
    class Type(models.TextChoices):
        DIRECT = "direct", _("direct")
        INDIRECT = "indirect", _("indirect")
        FREE_INDIRECT = "free_indirect", _("free indirect")
        INDIRECT_FREE_INDIRECT = "indirect_free_indirect", _("reported speech without a frame")
        REPORTED = "reported", _("told speech act")

    annotation = models.OneToOneField(
        Annotation, on_delete=models.CASCADE, primary_key=True, related_name="quote", verbose_name=_("annotation")
    )
    type = models.CharField(_("type"), max_length=22, choices=Type, default=Type.DIRECT)
    speaker = models.ForeignKey(
        Speaker, on_delete=models.PROTECT, null=True, blank=True, related_name="quotes", verbose_name=_("speaker")
    )

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        indexes = [models.Index(fields=["type", "annotation"], name="quote_by_type")]
        constraints = [
            models.CheckConstraint(
                condition=Q(type__in=["direct", "indirect", "free_indirect", "indirect_free_indirect", "reported"]),
                name="quote_type_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.annotation_id}"
