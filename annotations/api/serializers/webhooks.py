"""Webhooks, their deliveries and attempts."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from annotations.api.serializers.fields import WrittenField
from annotations.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint


class WebhookSerializer(serializers.ModelSerializer[WebhookEndpoint]):
    event_types = serializers.ListField(child=WrittenField())
    waiting = serializers.IntegerField(help_text=_("Deliveries that wait or are being sent."))

    class Meta:
        model = WebhookEndpoint
        fields = [
            "id",
            "url",
            "description",
            "event_types",
            "state",
            "pause_reason",
            "paused_at",
            "failures",
            "failing_since",
            "resting_until",
            "previous_until",
            "waiting",
            "created_at",
        ]


class WebhookWithSecretSerializer(WebhookSerializer):
    secret = serializers.CharField(help_text=_("Keep it now: it is shown this once."))

    class Meta(WebhookSerializer.Meta):
        fields = [*WebhookSerializer.Meta.fields, "secret"]


class WebhookInputSerializer(serializers.Serializer[Any]):
    url = WrittenField(max_length=2000, help_text=_("https://… or http://…"))
    description = WrittenField(max_length=200, allow_blank=True, default="")
    event_types = serializers.ListField(
        child=serializers.ChoiceField(choices=WebhookEndpoint.EventType.choices), min_length=1, max_length=100
    )


class AttemptSerializer(serializers.ModelSerializer[WebhookAttempt]):
    status = serializers.IntegerField(allow_null=True, help_text=_("Of HTTP; null where nobody answered."))

    class Meta:
        model = WebhookAttempt
        fields = ["at", "status", "duration_ms", "excerpt"]


class DeliverySerializer(serializers.ModelSerializer[WebhookDelivery]):
    tries = AttemptSerializer(many=True)

    class Meta:
        model = WebhookDelivery
        fields = [
            "id",
            "webhook_id",
            "type",
            "article",
            "first_event",
            "last_event",
            "state",
            "attempts",
            "queued_at",
            "due_at",
            "finished_at",
            "error",
            "tries",
        ]
