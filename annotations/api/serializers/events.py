"""The record."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from annotations.api.serializers.annotations import AnnotationSerializer
from annotations.api.serializers.articles import ArticleSerializer, VersionSummarySerializer
from annotations.api.serializers.fields import PersonSerializer
from annotations.api.serializers.output import Output
from annotations.api.serializers.runs import RunSerializer
from annotations.models import Event


class EventSerializer(Output, serializers.ModelSerializer[Event]):
    actor = PersonSerializer(allow_null=True, help_text=_("Null: a machine did it."))
    old = serializers.DictField(help_text=_("Old values of what differs."))
    new = serializers.DictField(help_text=_("New values of what differs."))
    number = serializers.IntegerField(allow_null=True, help_text=_("Within its article, from 1, without gaps."))

    class Meta:
        model = Event
        fields = ["id", "at", "actor", "verb", "object_type", "object_id", "article", "number", "old", "new"]


class GoneSerializer(serializers.Serializer[object]):
    """Numbers of what is out of sight: in the bin, hidden, removed, or no longer yours to see."""

    articles = serializers.ListField(child=serializers.IntegerField())
    annotations = serializers.ListField(child=serializers.IntegerField())


class FeedVersionSerializer(VersionSummarySerializer):
    class Meta(VersionSummarySerializer.Meta):
        fields = [*VersionSummarySerializer.Meta.fields, "article"]


class FeedSerializer(Output):
    next = serializers.IntegerField(help_text=_("Ask with `since` set to this the next time."))
    has_more = serializers.BooleanField(help_text=_("True: ask again at once."))
    articles = ArticleSerializer(many=True)
    versions = FeedVersionSerializer(many=True)
    runs = RunSerializer(many=True)
    annotations = AnnotationSerializer(many=True, help_text=_("Empty where the token may not read them."))
    gone = GoneSerializer()
