"""One run of the engine over one version. The row is the job.

queued ──claim──▶ running ──finish──▶ finished
  ▲                 │  │
  └─release, retry──┘  └─attempts used up──▶ failed
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from annotations.models.article_version import ArticleVersion
from annotations.querysets import SuggestionRunQuerySet


class SuggestionRun(models.Model):
    class State(models.TextChoices):
        QUEUED = "queued", _("Queued")
        RUNNING = "running", _("Running")
        FINISHED = "finished", _("Finished")
        FAILED = "failed", _("Failed")

    class Error(models.TextChoices):
        ENGINE = "engine", _("The engine could not read this text.")
        CRASHED = "crashed", _("The worker process was ended several times while reading this text.")

    version = models.ForeignKey(
        ArticleVersion, on_delete=models.PROTECT, related_name="runs", verbose_name=_("version")
    )
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("requested by")
    )
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.QUEUED)
    queued_at = models.DateTimeField(_("queued at"), auto_now_add=True)
    due_at = models.DateTimeField(_("due at"))  # not claimed before: the pause after a failed attempt
    hinted_at = models.DateTimeField(_("broker told at"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    lease = models.CharField(_("lease"), max_length=32, blank=True)  # the token of the worker that has the run
    lease_until = models.DateTimeField(_("lease until"), null=True, blank=True)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    done = models.PositiveIntegerField(_("paragraphs done"), default=0)
    total = models.PositiveIntegerField(_("paragraphs in all"), default=0)
    counts = models.JSONField(_("suggestions per kind"), default=dict, blank=True)
    error = models.CharField(_("error"), max_length=10, choices=Error, blank=True)
    error_detail = models.TextField(_("error in technical words"), blank=True)
    engine_version = models.CharField(_("engine version"), max_length=20, blank=True)

    objects = SuggestionRunQuerySet.as_manager()

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

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"
