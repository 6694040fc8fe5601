"""Imports: what comes in, the job, and what became of each row."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from annotations.api.serializers.fields import WrittenField
from annotations.api.serializers.jobs import JOB_FIELDS, JobSerializer
from annotations.models import Import, ImportResult


class ImportInputSerializer(serializers.Serializer[Any]):
    """A file, or its content where it is text."""

    format = serializers.ChoiceField(choices=Import.Form.choices)
    file = serializers.FileField(required=False, allow_empty_file=True, help_text=_("At most 64 MB."))
    content = WrittenField(
        required=False, allow_blank=True, trim_whitespace=False, help_text=_("Instead of a file; not for zip.")
    )
    desk = WrittenField(max_length=100, required=False, allow_blank=True, help_text=_("Of articles that name none."))
    accepted = serializers.BooleanField(
        default=False, help_text=_("Annotations count as accepted, not as suggested. Needs the right to decide.")
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("file" in attrs) == ("content" in attrs):
            raise serializers.ValidationError(_("Send either `file` or `content`."), code="file_or_content")
        return attrs

    def taken(self) -> dict[str, Any]:
        """As the service takes it."""
        values = self.validated_data
        file = values.get("file")
        return {
            "content": file.read() if file is not None else values["content"].encode("utf-8", "surrogatepass"),
            "name": file.name if file is not None else "",
            "form": values["format"],
            "desk": values.get("desk", ""),
            "is_accepting": values["accepted"],
        }


class ImportSerializer(JobSerializer):
    format = serializers.CharField(source="form")
    accepted = serializers.BooleanField(source="is_accepting")

    class Meta:
        model = Import
        fields = [*JOB_FIELDS, "format", "name", "desk", "accepted", "created", "unchanged", "failed"]


class ResultQuerySerializer(serializers.Serializer[Any]):
    outcome = serializers.ChoiceField(choices=ImportResult.Outcome.choices, required=False)


class ImportResultSerializer(serializers.ModelSerializer[ImportResult]):
    problem = serializers.SerializerMethodField(help_text=_("What is wrong with the row, where it failed."))

    class Meta:
        model = ImportResult
        fields = ["row", "item", "outcome", "object_type", "object_id", "problem"]

    def get_problem(self, result: ImportResult) -> dict[str, str] | None:
        return {"code": result.code, "detail": result.detail} if result.code else None
