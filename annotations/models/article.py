"""One piece of journalism."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annotations.querysets import ArticleQuerySet


class Article(models.Model):
    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        IN_CHECK = "in_check", _("In check")
        RELEASED = "released", _("Released")
        ARCHIVED = "archived", _("Archived")

    class Language(models.TextChoices):
        GERMAN = "de", _("German")
        ENGLISH = "en", _("English")

    class Precision(models.TextChoices):
        DAY = "day", _("Day")
        MONTH = "month", _("Month")
        YEAR = "year", _("Year")

    title = models.CharField(_("title"), max_length=300)
    byline = models.CharField(_("byline"), max_length=300, blank=True)
    outlet = models.CharField(_("outlet"), max_length=200, blank=True)
    source_url = models.URLField(_("source URL"), max_length=2000, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=Language, default=Language.GERMAN)
    # The first day of the month or year where the precision says so; null where nobody knows.
    published_on = models.DateField(_("published on"), null=True, blank=True)
    published_precision = models.CharField(_("precision of the date"), max_length=5, choices=Precision, blank=True)
    desk = models.CharField(_("desk"), max_length=100, blank=True, db_index=True)  # the name of a `Desk`, if it has one
    # Until then only its desk, who brought it in and who checks it see it.
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True)
    # The number another system has for it, never empty; null where it came from none.
    external_id = models.CharField(_("number elsewhere"), max_length=200, null=True, blank=True)  # noqa: DJ001
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT, db_index=True)
    # A person has marked every quote there is: only here does silence teach the engine that something is none.
    is_completely_annotated = models.BooleanField(_("completely annotated"), default=False)
    uploader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="articles", verbose_name=_("brought in by")
    )
    created_at = models.DateTimeField(_("brought in at"), auto_now_add=True, db_index=True)
    deleted_at = models.DateTimeField(_("moved to the bin at"), null=True, blank=True)
    # The number of the newest event of this article. Whoever writes an event raises it first, which locks the
    # row: events of one article become visible in the order of their numbers.
    event_count = models.PositiveIntegerField(default=0, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-id"]
        permissions = [
            ("use_pages", "Can use the newsroom's pages"),
            ("use_admin", "Can use the admin panel"),
            ("see_all_articles", "Sees articles of closed desks and under embargo"),
            ("export_article", "Can export articles with their marks"),
        ]
        indexes = [
            models.Index(fields=["title", "-id"], name="article_by_title"),
            models.Index(fields=["published_on"], name="article_by_date"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["outlet", "external_id"],
                condition=Q(external_id__isnull=False),
                name="article_external_id_once_per_outlet",
            ),
            models.CheckConstraint(condition=~Q(title=""), name="article_has_title"),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True, published_precision="")
                | Q(published_on__isnull=False, published_precision__in=["day", "month", "year"]),
                name="article_date_has_precision",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "in_check", "released", "archived"]), name="article_state_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title
