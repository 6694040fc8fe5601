"""The append-only record of every change."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annotations.models.article import Article
from annotations.querysets import EventQuerySet


class Event(models.Model):
    """Written in the transaction of the change; a trigger of the database refuses to alter it."""

    # Changes that belong to no article and that everybody at the desk may read of.
    REGISTERS = ("speaker", "source", "source_copy", "source_fetch")

    class Verb(models.TextChoices):
        CREATED = "created", _("created")
        SUGGESTED = "suggested", _("suggested")
        ACCEPTED = "accepted", _("accepted")
        REJECTED = "rejected", _("rejected")
        CHANGED = "changed", _("changed")
        DELETED = "deleted", _("moved to the bin")
        RESTORED = "restored", _("taken out of the bin")
        SUPERSEDED = "superseded", _("superseded")
        CARRIED = "carried", _("carried to a new version")
        UNDONE = "undone", _("undone")
        QUEUED = "queued", _("queued")
        STARTED = "started", _("started")
        FINISHED = "finished", _("finished")
        FAILED = "failed", _("failed")
        CHECKED = "checked", _("checked")
        SIGNED = "signed", _("countersigned")
        ANSWERED = "answered", _("answered")
        COMMENTED = "commented", _("commented")
        RESOLVED = "resolved", _("resolved")
        REOPENED = "reopened", _("reopened")
        ASSIGNED = "assigned", _("assigned")
        RELEASED = "released", _("released")
        CORRECTED = "corrected", _("corrected")
        HIDDEN = "hidden", _("hidden")
        SHOWN = "shown", _("shown again")
        MERGED = "merged", _("merged")
        PURGED = "purged", _("removed for good")

    # Null where the change is nobody's article's: a learned model put into use.
    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("article")
    )
    number = models.PositiveIntegerField(_("number within the article"), null=True, blank=True)  # from 1, without gaps
    # Null: a machine did it.
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("who"),
    )
    verb = models.CharField(_("what"), max_length=10, choices=Verb)
    object_type = models.CharField(_("of what"), max_length=20)  # "annotation", "run", "sentence" …
    object_id = models.BigIntegerField(_("number of the object"))
    old = models.JSONField(_("old values"), default=dict, blank=True)
    new = models.JSONField(_("new values"), default=dict, blank=True)
    at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["object_type", "object_id"], name="event_of_object"),
            models.Index(fields=["verb", "at"], name="event_by_verb_and_time"),  # decisions of the last weeks
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="event_number_once_per_article"),
            models.CheckConstraint(
                condition=Q(article__isnull=True, number__isnull=True) | Q(article__isnull=False, number__isnull=False),
                name="event_numbered_within_its_article",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}/{self.number} {self.verb} {self.object_type} {self.object_id}"
