"""Articles somebody wants as one file: the job, and what it wrote."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.job import Job


class Export(Job):
    """Whose it is decides what it holds: visibility is asked for again when the job runs."""

    class Error(models.TextChoices):
        WRITING = "writing", _("The file could not be written.")
        CRASHED = "crashed", _("The worker process was ended several times while writing the file.")
        NOT_ALLOWED = "not_allowed", _("Your role does not permit exports any more.")
        TOO_MANY_ROWS = "too_many_rows", _("Excel holds 1,048,575 rows. Choose CSV, or fewer articles.")

    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="exports", verbose_name=_("requested by")
    )
    form = models.CharField(_("format"), max_length=20)  # a name of `formats.registry.FORMATS`
    articles = models.JSONField(_("articles"))  # [number, …], as chosen when it was asked for
    choice = models.JSONField(_("choice of marks"))  # {"states", "kinds", "verdicts"}
    language = models.CharField(_("language of headings"), max_length=10)
    site = models.URLField(_("address of the desk"), max_length=300)
    article_count = models.PositiveIntegerField(_("articles written"), default=0)
    annotation_count = models.PositiveIntegerField(_("marks written"), default=0)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0)
    error = models.CharField(_("error"), max_length=15, choices=Error, blank=True)

    class Meta(Job.Meta):
        verbose_name = _("export")
        verbose_name_plural = _("exports")


class ExportChunk(models.Model):
    """A piece of the file, compressed by itself, so that writing and reading keep one piece in memory."""

    export = models.ForeignKey(Export, on_delete=models.CASCADE, related_name="chunks", verbose_name=_("export"))
    number = models.PositiveIntegerField(_("number"))
    content = models.BinaryField(_("content"))  # zlib

    class Meta:
        verbose_name = _("piece of an export")
        verbose_name_plural = _("pieces of exports")
        ordering = ["export_id", "number"]
        constraints = [models.UniqueConstraint(fields=["export", "number"], name="export_chunk_number_once")]

    def __str__(self) -> str:
        return f"{self.export_id}/{self.number}"
