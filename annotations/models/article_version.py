"""One canonical text of an article, and what it was made from."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annotations.models.article import Article
from annotations.querysets import VersionQuerySet


class ArticleVersion(models.Model):
    """Never changes: a trigger of the database refuses a change of its text."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="versions", verbose_name=_("article"))
    number = models.PositiveIntegerField(_("number"))
    text = models.TextField(_("text"))
    length = models.PositiveIntegerField(_("length in code points"))
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)  # of the text in UTF-8, in hexadecimal
    canonical_rules = models.PositiveSmallIntegerField(_("number of the canonical text's rule set"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("created by")
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("article version")
        verbose_name_plural = _("article versions")
        ordering = ["article_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_number_once_per_article"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_number_from_one"),
            models.CheckConstraint(condition=~Q(text=""), name="version_has_text"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}/{self.number}"


class OriginalFile(models.Model):
    """The bytes as they came. In the database, so that they are stored with the version or not at all."""

    version = models.OneToOneField(
        ArticleVersion, on_delete=models.CASCADE, primary_key=True, related_name="original", verbose_name=_("version")
    )
    name = models.CharField(_("file name"), max_length=255, blank=True)  # empty where text was pasted or pushed
    encoding = models.CharField(_("encoding"), max_length=20)
    content = models.BinaryField(_("content"))

    class Meta:
        verbose_name = _("original file")
        verbose_name_plural = _("original files")

    def __str__(self) -> str:
        return self.name or f"{self.version_id}.txt"
