"""A file of articles or annotations somebody handed in: the job, the file, and what became of each row."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from annotations.models.job import Job
from annotations.querysets import ImportQuerySet


class Import(Job):
    class Form(models.TextChoices):
        JSONL = "jsonl", _("JSON Lines: articles, annotations, or both")
        ZIP = "zip", _("ZIP of text files: articles")
        JSONLD = "jsonld", _("W3C Web Annotation: annotations")
        LABELSTUDIO = "labelstudio", _("Label Studio: annotations")
        DOCCANO = "doccano", _("doccano: annotations")

    class Error(models.TextChoices):
        READING = "reading", _("The file could not be imported.")
        CRASHED = "crashed", _("The worker process was ended several times while reading the file.")
        UNREADABLE = "unreadable", _("The file is not in the format that was named.")
        NOT_ALLOWED = "not_allowed", _("Your role does not permit this import any more.")

    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="imports", verbose_name=_("requested by")
    )
    form = models.CharField(_("format"), max_length=11, choices=Form)
    name = models.CharField(_("file name"), max_length=255, blank=True)
    desk = models.CharField(_("desk"), max_length=100, blank=True)  # of articles that name none
    language = models.CharField(_("language of sentences"), max_length=10)
    # Somebody who may decide said so: annotations arrive accepted instead of suggested.
    is_accepting = models.BooleanField(_("annotations count as accepted"), default=False)
    created = models.PositiveIntegerField(_("created"), default=0)
    unchanged = models.PositiveIntegerField(_("there already"), default=0)
    failed = models.PositiveIntegerField(_("failed"), default=0)
    error = models.CharField(_("error"), max_length=11, choices=Error, blank=True)

    objects: ClassVar[Any] = ImportQuerySet.as_manager()

    class Meta(Job.Meta):
        verbose_name = _("import")
        verbose_name_plural = _("imports")


class ImportFile(models.Model):
    """Kept until the job has ended."""

    job = models.OneToOneField(
        Import, on_delete=models.CASCADE, primary_key=True, related_name="file", verbose_name=_("import")
    )
    content = models.BinaryField(_("content"))

    class Meta:
        verbose_name = _("file of an import")
        verbose_name_plural = _("files of imports")

    def __str__(self) -> str:
        return f"{self.job_id}"


class ImportResult(models.Model):
    """What became of one row, or of one annotation in it."""

    class Outcome(models.TextChoices):
        CREATED = "created", _("created")
        UNCHANGED = "unchanged", _("there already")
        FAILED = "failed", _("failed")

    job = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="results", verbose_name=_("import"))
    row = models.PositiveIntegerField(_("row"))  # line, file or task, from 1
    item = models.PositiveIntegerField(_("annotation of the row"))  # from 1; 0: the row itself
    outcome = models.CharField(_("outcome"), max_length=9, choices=Outcome)
    object_type = models.CharField(_("of what"), max_length=10)  # "article", "annotation"; empty where unreadable
    object_id = models.BigIntegerField(_("number of the object"), null=True, blank=True)
    code = models.CharField(_("problem"), max_length=40, blank=True)
    detail = models.TextField(_("what to do"), blank=True)

    class Meta:
        verbose_name = _("result of an import")
        verbose_name_plural = _("results of imports")
        ordering = ["job_id", "row", "item"]
        constraints = [models.UniqueConstraint(fields=["job", "row", "item"], name="import_result_once_per_item")]

    def __str__(self) -> str:
        return f"{self.row}.{self.item} {self.outcome}"
