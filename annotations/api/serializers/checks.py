"""Comments, assignments, progress, releases, corrections."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from annotations.api.serializers.fields import INTEGER_LIMIT, PersonSerializer, WrittenField
from annotations.models import Assignment, Comment, Correction, Release


class CommentSerializer(serializers.ModelSerializer[Comment]):
    author = PersonSerializer()
    resolved_by = PersonSerializer(allow_null=True)
    mentioned = PersonSerializer(many=True)

    class Meta:
        model = Comment
        fields = [
            "id",
            "annotation",
            "parent",
            "text",
            "author",
            "mentioned",
            "resolved_by",
            "withdrawn_at",
            "created_at",
        ]


class CommentInputSerializer(serializers.Serializer[Any]):
    text = WrittenField(max_length=10_000, help_text=_("“@name” calls a colleague."))
    parent = serializers.IntegerField(  # type: ignore[assignment]
        min_value=1, max_value=2**63 - 1, required=False, allow_null=True, help_text=_("The comment it answers.")
    )


class AssignmentSerializer(serializers.ModelSerializer[Assignment]):
    checker = PersonSerializer()
    by = PersonSerializer()

    class Meta:
        model = Assignment
        fields = ["id", "article", "annotation", "checker", "by", "at"]


class AssignmentInputSerializer(serializers.Serializer[Any]):
    checker = serializers.PrimaryKeyRelatedField(
        queryset=User.objects.filter(is_active=True),
        pk_field=serializers.IntegerField(min_value=1, max_value=INTEGER_LIMIT),
    )
    annotation = serializers.IntegerField(
        min_value=1, max_value=2**63 - 1, required=False, allow_null=True, help_text=_("Only this fact.")
    )


class ProgressSerializer(serializers.Serializer[Any]):
    by_status = serializers.DictField(child=serializers.IntegerField(), help_text=_("Facts by verdict."))
    facts = serializers.IntegerField()
    done = serializers.IntegerField(help_text=_("Facts whose verdict needs nothing more."))
    countersignatures_due = serializers.IntegerField()
    overdue_queries = serializers.IntegerField()


class ConditionSerializer(serializers.Serializer[Any]):
    code = serializers.CharField()
    number = serializers.IntegerField(help_text=_("How much stands in the way; 0: met."))
    annotations = serializers.ListField(child=serializers.IntegerField())


class CheckSerializer(serializers.Serializer[Any]):
    """How far the check of an article is."""

    progress = ProgressSerializer()
    conditions = ConditionSerializer(many=True, help_text=_("What a release asks for."))


class ReleaseSerializer(serializers.ModelSerializer[Release]):
    by = PersonSerializer()

    class Meta:
        model = Release
        fields = ["id", "version", "by", "at", "reason", "open_conditions", "sha256"]


class DossierSerializer(ReleaseSerializer):
    dossier = serializers.DictField()

    class Meta(ReleaseSerializer.Meta):
        fields = [*ReleaseSerializer.Meta.fields, "dossier"]


class ReleaseInputSerializer(serializers.Serializer[Any]):
    reason = WrittenField(max_length=10_000, allow_blank=True, default="", help_text=_("Why, if conditions are open."))


class ReasonSerializer(serializers.Serializer[Any]):
    reason = WrittenField(max_length=10_000)


class CorrectionSerializer(serializers.ModelSerializer[Correction]):
    by = PersonSerializer()

    class Meta:
        model = Correction
        fields = ["id", "release", "annotation", "text", "by", "at"]


class CorrectionInputSerializer(serializers.Serializer[Any]):
    text = WrittenField(max_length=10_000)
