"""One run of the engine over one version."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from annotations.models.article_version import ArticleVersion
from annotations.models.job import Job


class SuggestionRun(Job):
    class Error(models.TextChoices):
        ENGINE = "engine", _("The engine could not read this text.")
        CRASHED = "crashed", _("The worker process was ended several times while reading this text.")

    version = models.ForeignKey(
        ArticleVersion, on_delete=models.PROTECT, related_name="runs", verbose_name=_("version")
    )
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("requested by")
    )
    done = models.PositiveIntegerField(_("paragraphs done"), default=0)
    total = models.PositiveIntegerField(_("paragraphs in all"), default=0)
    counts = models.JSONField(_("suggestions per kind"), default=dict, blank=True)
    error = models.CharField(_("error"), max_length=10, choices=Error, blank=True)
    engine_version = models.CharField(_("engine version"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("suggestion run")
        verbose_name_plural = _("suggestion runs")
        ordering = ["-id"]
        indexes = [models.Index(fields=["state", "due_at"], name="run_by_state_and_time")]
        constraints = [
            models.UniqueConstraint(
                fields=["version"], condition=Q(state__in=["queued", "running"]), name="run_active_once_per_version"
            ),
            models.CheckConstraint(
                condition=Q(state="running") & ~Q(lease="") & Q(lease_until__isnull=False)
                | ~Q(state="running") & Q(lease="", lease_until__isnull=True),
                name="run_has_lease_while_running",
            ),
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="run_done_up_to_total"),
        ]
