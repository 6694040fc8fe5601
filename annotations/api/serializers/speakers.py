"""The register of speakers."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from annotations.api.serializers.fields import EtagField, WrittenField
from annotations.models import Speaker


class SpeakerDetailSerializer(serializers.ModelSerializer[Speaker]):
    serializer_field_mapping = {
        **serializers.ModelSerializer.serializer_field_mapping,
        models.CharField: WrittenField,
    }

    etag = EtagField()
    quote_count = serializers.IntegerField(default=0, read_only=True)
    aliases = serializers.ListField(child=WrittenField(max_length=200), required=False, max_length=100)

    class Meta:
        model = Speaker
        fields = ["id", "name", "kind", "function", "aliases", "is_proposed", "merged_into", "quote_count", "etag"]
        read_only_fields = ["merged_into"]


class MergeSerializer(serializers.Serializer[Any]):
    into = serializers.IntegerField(min_value=1, max_value=2**63 - 1, help_text=_("The entry that stands for both."))
