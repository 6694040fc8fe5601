"""Many decisions at once."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from annotations.api.serializers.annotations import AnnotationSerializer
from annotations.api.serializers.fields import INTEGER_LIMIT
from annotations.models import Annotation
from annotations.services.bulk import LIMIT, Operation

BASED_ON_REVISION = ("accept", "reject", "delete", "restore")


class OperationSerializer(serializers.Serializer[Any]):
    op = serializers.ChoiceField(choices=[*BASED_ON_REVISION, "undo"])
    id = serializers.IntegerField(min_value=1, max_value=2**63 - 1, help_text=_("The annotation."))
    revision = serializers.IntegerField(
        min_value=1, max_value=INTEGER_LIMIT, required=False, help_text=_("The revision it is based on; not for undo.")
    )
    event = serializers.IntegerField(
        min_value=1, max_value=2**63 - 1, required=False, help_text=_("The event to undo; only for undo.")
    )
    reason = serializers.ChoiceField(choices=Annotation.RejectReason.choices, required=False, allow_blank=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        needed = "event" if attrs["op"] == "undo" else "revision"
        if needed not in attrs:
            raise serializers.ValidationError({needed: _("This operation needs it.")}, code="required")
        return attrs


class BulkSerializer(serializers.Serializer[Any]):
    atomic = serializers.BooleanField(default=True, help_text=_("All or nothing; else each operation for itself."))
    operations = OperationSerializer(many=True, allow_empty=False, max_length=LIMIT)  # type: ignore[call-arg]

    def to_operations(self) -> list[Operation]:
        return [
            Operation(
                verb=row["op"],
                annotation=row["id"],
                revision=row.get("revision", 0),
                event=row.get("event", 0),
                reason=row.get("reason", ""),
            )
            for row in self.validated_data["operations"]
        ]


class ResultSerializer(serializers.Serializer[Any]):
    status = serializers.IntegerField()
    annotation = AnnotationSerializer(required=False)
    event = serializers.IntegerField(required=False, allow_null=True)
    problem = serializers.DictField(required=False, help_text=_("A problem document, where it failed."))


class BulkAnswerSerializer(serializers.Serializer[Any]):
    applied = serializers.BooleanField(help_text=_("False: all or nothing was asked for, and nothing was changed."))
    results = ResultSerializer(many=True, help_text=_("One per operation, in order."))
