"""What is to be told to an endpoint: a job, written in the transaction of the events it tells of."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from annotations.models.article import Article
from annotations.models.event import Event
from annotations.models.job import Job
from annotations.models.webhook_endpoint import WebhookEndpoint
from annotations.querysets import WebhookDeliveryQuerySet


class WebhookDelivery(Job):
    """Events of one kind, written together: those of its article from `first_event` to `last_event`.

    The events themselves never change, so every attempt says the same. Neither event: a test.
    """

    class Error(models.TextChoices):
        CRASHED = "crashed", _("The worker process was ended several times while delivering.")
        REFUSED = "refused", _("The receiver did not answer with a status from 200 to 299.")
        UNREACHABLE = "unreachable", _("The receiver could not be reached.")
        WITHHELD = "withheld", _("Nothing was sent: the owner may not see this article.")
        INTERNAL = "internal", _("The delivery could not be made.")

    # One attempt more than there are pauses between them (`services.webhook_deliveries`): about a day.
    ATTEMPTS_CAP: ClassVar[int] = 11

    endpoint = models.ForeignKey(
        WebhookEndpoint, on_delete=models.CASCADE, related_name="deliveries", verbose_name=_("webhook")
    )
    webhook_id = models.CharField("webhook-id", max_length=40, unique=True)  # the same in every attempt
    type = models.CharField(_("events"), max_length=31)
    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("article")
    )
    first_event = models.ForeignKey(Event, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    last_event = models.ForeignKey(Event, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    error = models.CharField(_("error"), max_length=11, choices=Error, blank=True)

    objects: ClassVar[Any] = WebhookDeliveryQuerySet.as_manager()

    class Meta(Job.Meta):
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        indexes = [
            *Job.Meta.indexes,
            # What is still ahead of a delivery: asked for at every claim.
            models.Index(
                fields=["endpoint", "article", "id"],
                condition=Q(state__in=["queued", "running"]),
                name="webhookdelivery_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.type}"


class WebhookAttempt(models.Model):
    """One try to deliver, whatever came of it."""

    delivery = models.ForeignKey(
        WebhookDelivery, on_delete=models.CASCADE, related_name="tries", verbose_name=_("delivery")
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)
    status = models.PositiveSmallIntegerField(_("status"), null=True, blank=True)  # of HTTP; null: no answer
    duration_ms = models.PositiveIntegerField(_("milliseconds"))
    excerpt = models.TextField(_("answer, or why there was none"), blank=True)  # at most 1 000 characters

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.delivery_id}: {self.status or '–'}"
