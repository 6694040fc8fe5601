"""What facts are checked against: reusable records, so that one report is one source."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Source(models.Model):
    class Kind(models.TextChoices):
        DOCUMENT = "document", _("document")
        PERSON = "person", _("person")
        WEB_PAGE = "web_page", _("web page")
        DATABASE = "database", _("database")
        OBSERVATION = "observation", _("own observation")
        ARCHIVE = "archive", _("archive")

    class Level(models.TextChoices):
        PRIMARY = "primary", _("primary")
        SECONDARY = "secondary", _("secondary")

    kind = models.CharField(_("kind"), max_length=11, choices=Kind, default=Kind.DOCUMENT)
    level = models.CharField(_("primary or secondary"), max_length=9, choices=Level, default=Level.PRIMARY)
    title = models.CharField(_("title"), max_length=300)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    url = models.URLField(_("address on the web"), max_length=2000, blank=True)
    dated = models.DateField(_("date"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by")
    )
    created_at = models.DateTimeField(_("entered at"), auto_now_add=True)

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["title", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="source_has_title"),
            models.CheckConstraint(
                condition=Q(kind__in=["document", "person", "web_page", "database", "observation", "archive"]),
                name="source_kind_known",
            ),
            models.CheckConstraint(condition=Q(level__in=["primary", "secondary"]), name="source_level_known"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.publisher})" if self.publisher else self.title


class SourceCopy(models.Model):
    """A frozen copy: what the source said when it was looked at. Never changed, only added to."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="copies", verbose_name=_("source"))
    name = models.CharField(_("file name"), max_length=255)
    content_type = models.CharField(_("type"), max_length=100)
    content = models.BinaryField(_("content"))
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField("SHA-256", max_length=64)
    url = models.URLField(_("fetched from"), max_length=2000, blank=True)  # empty: somebody uploaded it
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("kept by")
    )
    created_at = models.DateTimeField(_("kept at"), auto_now_add=True)

    class Meta:
        verbose_name = _("frozen copy")
        verbose_name_plural = _("frozen copies")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name
