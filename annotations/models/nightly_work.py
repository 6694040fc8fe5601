"""What the desk does by itself once a night: a job like any other, and the record of what came of it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.job import Job


class NightlyWork(Job):
    """One task of one night. That there is only one row of it is what makes it happen once, whoever asks."""

    class Task(models.TextChoices):
        LEARN = "learn", _("learn from decisions")
        PURGE = "purge", _("remove for good what was kept long enough")

    class Error(models.TextChoices):
        INTERNAL = "internal", _("It could not be done. It is tried again the next night.")
        CRASHED = "crashed", _("The worker process was ended several times while it was done.")

    task = models.CharField(_("task"), max_length=5, choices=Task)
    night = models.DateField(_("night"))  # the day it began to be due, in the desk's time zone
    # How many of what, {name: number}; empty until it is done.
    counts = models.JSONField(_("how many"), default=dict, blank=True)
    error = models.CharField(_("error"), max_length=8, choices=Error, blank=True)

    class Meta(Job.Meta):
        verbose_name = _("nightly work")
        verbose_name_plural = _("nightly work")
        constraints = [
            *Job.Meta.constraints,
            models.UniqueConstraint(fields=["task", "night"], name="nightly_work_once_a_night"),
        ]
