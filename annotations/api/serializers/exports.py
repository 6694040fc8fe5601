"""What an export is asked for with."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from annotations.formats.registry import FORMATS, Format
from annotations.models import Annotation, Verdict
from annotations.queries.exports import AnnotationChoice

_CHOICE_HELP = _("May be given several times.")


class AnnotationChoiceSerializer(serializers.Serializer[Any]):
    """Which annotations; without a choice what is accepted or suggested. What lies in the bin is never exported."""

    state = serializers.MultipleChoiceField(choices=Annotation.State.choices, required=False, help_text=_CHOICE_HELP)
    kind = serializers.MultipleChoiceField(choices=Annotation.Kind.choices, required=False, help_text=_CHOICE_HELP)
    verdict = serializers.MultipleChoiceField(choices=Verdict.Status.choices, required=False, help_text=_CHOICE_HELP)

    @property
    def choice(self) -> AnnotationChoice:
        named = {name: tuple(sorted(self.validated_data.get(name, ()))) for name in ("state", "kind", "verdict")}
        return AnnotationChoice(**{f"{name}s": values for name, values in named.items() if values})


class ExportQuerySerializer(AnnotationChoiceSerializer):
    @property
    def format(self) -> Format:
        return FORMATS[self.validated_data["as"]]

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        # `as` is a word of Python's own.
        choices = [(name, found.label) for name, found in FORMATS.items()]
        return {"as": serializers.ChoiceField(choices=choices), **super().get_fields()}
