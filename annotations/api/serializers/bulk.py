"""Many changes at once."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from annotations.api.serializers.annotations import AnnotationChangeSerializer, AnnotationSerializer
from annotations.api.serializers.fields import INTEGER_LIMIT
from annotations.models import Annotation
from annotations.services.bulk import LIMIT

_NUMBER: dict[str, Any] = {"min_value": 1, "max_value": 2**63 - 1, "required": False}
# What each operation cannot do without.
_NEEDED = {
    "create": ("version", "kind", "start", "end", "exact"),
    "change": ("id", "revision"),
    "accept": ("id", "revision"),
    "reject": ("id", "revision"),
    "delete": ("id", "revision"),
    "restore": ("id", "revision"),
    "undo": ("id", "event"),
}


class OperationSerializer(AnnotationChangeSerializer):
    """`create` takes what a new annotation takes, `change` what a change takes; the others only what is named here."""

    op = serializers.ChoiceField(choices=list(_NEEDED))
    id = serializers.IntegerField(**_NUMBER, help_text=_("The annotation; not for create."))
    version = serializers.IntegerField(**_NUMBER, help_text=_("Only for create."))
    unit = serializers.ChoiceField(
        choices=["code_point", "utf16"],
        default="code_point",
        help_text=_("What `start` and `end` of create count. Answers always count code points."),
    )
    revision = serializers.IntegerField(
        min_value=1,
        max_value=INTEGER_LIMIT,
        required=False,
        help_text=_("The revision it is based on; not for create and undo."),
    )
    event = serializers.IntegerField(**_NUMBER, help_text=_("The event to undo; only for undo."))
    reason = serializers.ChoiceField(choices=Annotation.RejectReason.choices, required=False, allow_blank=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        attrs = super().validate(attrs)
        missing = [name for name in _NEEDED[attrs["op"]] if name not in attrs]
        if missing:
            raise serializers.ValidationError(
                {name: _("This operation needs it.") for name in missing}, code="required"
            )
        return attrs


class BulkSerializer(serializers.Serializer[Any]):
    atomic = serializers.BooleanField(default=True, help_text=_("All or nothing; else each operation for itself."))
    operations = OperationSerializer(many=True, allow_empty=False, max_length=LIMIT)  # type: ignore[call-arg]


class ResultSerializer(serializers.Serializer[Any]):
    status = serializers.IntegerField()
    annotation = AnnotationSerializer(required=False)
    event = serializers.IntegerField(required=False, allow_null=True)
    problem = serializers.DictField(required=False, help_text=_("A problem document, where it failed."))


class BulkAnswerSerializer(serializers.Serializer[Any]):
    applied = serializers.BooleanField(help_text=_("False: all or nothing was asked for, and nothing was changed."))
    results = ResultSerializer(many=True, help_text=_("One per operation, in order."))
