"""What every job's row has. The row is the job: a broker's message is only a hint.

queued ──claim──▶ running ──end──▶ finished
  ▲                 │  │
  └─give back───────┘  └─attempts used up──▶ failed
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from annotations.querysets import JobQuerySet


class Job(models.Model):
    """A subclass adds what it is about, and `error` with choices that have at least `CRASHED`."""

    class State(models.TextChoices):
        QUEUED = "queued", _("Queued")
        RUNNING = "running", _("Running")
        FINISHED = "finished", _("Finished")
        FAILED = "failed", _("Failed")

    # Attempts. A job that ended its worker this often is not tried again by itself.
    ATTEMPTS_CAP: ClassVar[int] = 3

    state = models.CharField(_("state"), max_length=8, choices=State, default=State.QUEUED)
    queued_at = models.DateTimeField(_("queued at"), auto_now_add=True)
    due_at = models.DateTimeField(_("due at"))  # not claimed before: the pause after a failed attempt
    hinted_at = models.DateTimeField(_("broker told at"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    lease = models.CharField(_("lease"), max_length=32, blank=True)  # the token of the worker that has the job
    lease_until = models.DateTimeField(_("lease until"), null=True, blank=True)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("in all"), default=0)
    error_detail = models.TextField(_("error in technical words"), blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-id"]
        indexes = [models.Index(fields=["state", "due_at"], name="%(class)s_due")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="running") & ~Q(lease="") & Q(lease_until__isnull=False)
                | ~Q(state="running") & Q(lease="", lease_until__isnull=True),
                name="%(class)s_has_lease_while_running",
            ),
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="%(class)s_done_up_to_total"),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"
