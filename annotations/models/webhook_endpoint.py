"""Where the record is told to, as it is written: an address of somebody's, with what she wants to hear of."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class WebhookEndpoint(models.Model):
    class EventType(models.TextChoices):
        """Object and verb of the record's events; the one list of what can be heard of."""

        ARTICLE_CREATED = "article.created", _("an article was brought in")
        ARTICLE_CHANGED = "article.changed", _("what is known of an article was changed")
        ARTICLE_RELEASED = "article.released", _("an article was released")
        ARTICLE_REOPENED = "article.reopened", _("a released article was opened again")
        ARTICLE_DELETED = "article.deleted", _("an article was moved to the bin")
        ARTICLE_RESTORED = "article.restored", _("an article was taken out of the bin")
        VERSION_CREATED = "version.created", _("a version of a text came in")
        RUN_QUEUED = "run.queued", _("suggestions were asked for")
        RUN_FINISHED = "run.finished", _("suggestions are there")
        RUN_FAILED = "run.failed", _("a suggestion run failed")
        ANNOTATION_SUGGESTED = "annotation.suggested", _("marks were suggested")
        ANNOTATION_SUPERSEDED = "annotation.superseded", _("suggestions were withdrawn")
        ANNOTATION_CREATED = "annotation.created", _("a mark was made by hand")
        ANNOTATION_ACCEPTED = "annotation.accepted", _("a mark was accepted")
        ANNOTATION_REJECTED = "annotation.rejected", _("a mark was rejected")
        ANNOTATION_CHANGED = "annotation.changed", _("a mark was changed")
        ANNOTATION_DELETED = "annotation.deleted", _("a mark was moved to the bin")
        ANNOTATION_RESTORED = "annotation.restored", _("a mark was taken out of the bin")
        ANNOTATION_UNDONE = "annotation.undone", _("a change of a mark was undone")
        ANNOTATION_HIDDEN = "annotation.hidden", _("a mark was hidden")
        ANNOTATION_SHOWN = "annotation.shown", _("a hidden mark was shown again")
        ANNOTATION_CHECKED = "annotation.checked", _("a verdict was set")
        ANNOTATION_SIGNED = "annotation.signed", _("a verdict was countersigned")
        ANNOTATION_ANSWERED = "annotation.answered", _("a query was answered")
        ANNOTATION_CORRECTED = "annotation.corrected", _("what was published was corrected")
        COMMENT_COMMENTED = "comment.commented", _("a mark was commented on")
        COMMENT_DELETED = "comment.deleted", _("a comment was taken back")
        COMMENT_RESTORED = "comment.restored", _("a comment was put back in place")
        COMMENT_RESOLVED = "comment.resolved", _("a thread was resolved")
        COMMENT_REOPENED = "comment.reopened", _("a thread was opened again")
        ASSIGNMENT_ASSIGNED = "assignment.assigned", _("work was shared out or taken back")
        SOURCE_CREATED = "source.created", _("a source was entered")
        SOURCE_CHANGED = "source.changed", _("a source was changed")
        SPEAKER_CREATED = "speaker.created", _("a speaker was entered")
        SPEAKER_CHANGED = "speaker.changed", _("a speaker was changed")
        SPEAKER_MERGED = "speaker.merged", _("two speakers were merged")
        SPEAKER_RESTORED = "speaker.restored", _("merged speakers were split again")

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        PAUSED = "paused", _("paused")

    class PauseReason(models.TextChoices):
        OWNER = "owner", _("paused by hand")
        FAILURES = "failures", _("no delivery succeeded for about a day")
        GONE = "gone", _("the receiver said that it is gone (410)")
        RIGHTS = "rights", _("the owner's account may no longer keep webhooks")

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="webhooks", verbose_name=_("owner")
    )
    url = models.URLField(_("address on the web"), max_length=2000)
    description = models.CharField(_("what for"), max_length=200, blank=True)
    event_types = models.JSONField(_("events"))  # a list of `EventType`
    # The secrets are derived from these and the installation's key (`services.webhook_signatures`), never stored.
    secret_seed = models.CharField(max_length=32)
    previous_seed = models.CharField(max_length=32, blank=True)
    previous_until = models.DateTimeField(_("previous secret valid until"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=6, choices=State, default=State.ACTIVE)
    paused_at = models.DateTimeField(_("paused at"), null=True, blank=True)
    pause_reason = models.CharField(_("why paused"), max_length=8, choices=PauseReason, blank=True)
    # Deliveries in a row that failed; the next is not tried before `resting_until`, whichever it is.
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0)
    failing_since = models.DateTimeField(_("failing since"), null=True, blank=True)
    resting_until = models.DateTimeField(_("not tried before"), null=True, blank=True)
    created_at = models.DateTimeField(_("entered at"), auto_now_add=True)

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="active", paused_at__isnull=True, pause_reason="")
                | Q(state="paused", paused_at__isnull=False) & ~Q(pause_reason=""),
                name="webhook_paused_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.description or self.url
