"""Tokens: what goes out, and what comes in."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from annotations.api.serializers.fields import WrittenField
from annotations.models import ApiToken
from annotations.scopes import SCOPES
from annotations.services.tokens import DEFAULT_DAYS, LONGEST_DAYS


class TokenSerializer(serializers.ModelSerializer[ApiToken]):
    prefix = serializers.CharField(help_text=_("How the token begins."))
    scopes = serializers.ListField(child=serializers.ChoiceField(choices=SCOPES))
    created_at = serializers.DateTimeField(source="secret.created")
    expires_at = serializers.DateTimeField(source="secret.expiry", allow_null=True)
    is_expired = serializers.BooleanField()

    class Meta:
        model = ApiToken
        fields = ["id", "name", "prefix", "scopes", "created_at", "expires_at", "is_expired", "last_used_at"]


class NewTokenSerializer(TokenSerializer):
    token = serializers.CharField(
        allow_null=True,
        help_text=_("The token itself: shown this once. Null where the same request is answered again."),
    )

    class Meta(TokenSerializer.Meta):
        fields = [*TokenSerializer.Meta.fields, "token"]


class TokenInputSerializer(serializers.Serializer[Any]):
    name = WrittenField(max_length=100, help_text=_("What uses it, so that it can be told from others."))
    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=SCOPES),
        allow_empty=False,
        min_length=1,  # says it to the schema too
        max_length=len(SCOPES),
        help_text=_("What it may be used for; never more than your role permits."),
    )
    days = serializers.IntegerField(min_value=1, max_value=LONGEST_DAYS, default=DEFAULT_DAYS)
