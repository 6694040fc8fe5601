"""The quote layer's weights as learned from this newsroom's decisions."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class LearnedModel(models.Model):
    """One refit, kept whether or not it was better. Without an active row the shipped weights are in use."""

    created_at = models.DateTimeField(_("learned at"), auto_now_add=True)
    learned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,  # null: the nightly job
        blank=True,
        related_name="+",
        verbose_name=_("asked for by"),
    )
    engine_version = models.CharField(_("engine version"), max_length=20)
    articles = models.PositiveIntegerField(_("articles learned from"))
    weights = models.JSONField(_("weights"))
    # {"typed": {"precision", "recall", "f1"}, …}, on articles the weights had not seen
    before = models.JSONField(_("scores before"))
    after = models.JSONField(_("scores after"))
    is_better = models.BooleanField(_("better than before"))
    is_active = models.BooleanField(_("in use"), default=False)

    class Meta:
        verbose_name = _("learned model")
        verbose_name_plural = _("learned models")
        ordering = ["-id"]
        permissions = [("use_learnedmodel", "Can learn from decisions and switch between learned models")]
        constraints = [
            models.UniqueConstraint(fields=["is_active"], condition=Q(is_active=True), name="one_learned_model_active")
        ]

    def __str__(self) -> str:
        return f"{self.pk}"
