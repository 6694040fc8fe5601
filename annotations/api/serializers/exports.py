"""What an export is asked for with, and its job."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from annotations.api.serializers.fields import ChoicesField
from annotations.api.serializers.jobs import JOB_FIELDS, JobSerializer
from annotations.formats.registry import FORMATS, Format
from annotations.models import Annotation, Export, Verdict
from annotations.queries.exports import AnnotationChoice
from annotations.services.exports import KEPT_DAYS

FORM_CHOICES = [(name, found.label) for name, found in FORMATS.items()]
# A request names at most so many articles; more are chosen by filters.
ARTICLES_LIMIT = 10_000


class AnnotationChoiceSerializer(serializers.Serializer[Any]):
    """Which annotations; without a choice what is accepted or suggested. What lies in the bin is never exported."""

    state = ChoicesField(choices=Annotation.State.choices, required=False)
    kind = ChoicesField(choices=Annotation.Kind.choices, required=False)
    verdict = ChoicesField(choices=Verdict.Status.choices, required=False)

    @property
    def choice(self) -> AnnotationChoice:
        named = {name: tuple(sorted(self.validated_data.get(name, ()))) for name in ("state", "kind", "verdict")}
        return AnnotationChoice(**{f"{name}s": values for name, values in named.items() if values})


class ExportQuerySerializer(AnnotationChoiceSerializer):
    @property
    def form(self) -> Format:
        return FORMATS[self.validated_data["as"]]

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        # `as` is a word of Python's own.
        return {"as": serializers.ChoiceField(choices=FORM_CHOICES), **super().get_fields()}


@extend_schema_field({"type": ["string", "number", "boolean"]})
class FilterValueField(serializers.Field[str, Any, Any, Any]):
    """What would stand in an address: a number or a yes may be written as JSON writes it."""

    default_error_messages = {"invalid": _("Write a filter's value as text, as a number, or as true or false.")}

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str | int | float):
            self.fail("invalid")
        return str(data).lower() if isinstance(data, bool) else str(data)

    def to_representation(self, value: Any) -> Any:
        return value


class ExportInputSerializer(ExportQuerySerializer):
    """Articles by number, or by the filters of the list; without both every article you may see."""

    articles = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=2**63 - 1),
        allow_empty=False,
        min_length=1,  # says it to the schema too
        max_length=ARTICLES_LIMIT,
        required=False,
    )
    filters = serializers.DictField(
        child=FilterValueField(),
        required=False,
        help_text=_('As in the address of the list of articles: {"desk": "Lokales"}.'),
    )


class ExportSerializer(JobSerializer):
    format = serializers.CharField(source="form")
    articles = serializers.IntegerField(source="article_count", help_text=_("Written."))
    annotations = serializers.IntegerField(source="annotation_count", help_text=_("Written."))
    expires_at = serializers.SerializerMethodField(help_text=_("Then the file is removed."))
    download = serializers.SerializerMethodField(help_text=_("Address of the file; null until it is written."))

    class Meta:
        model = Export
        fields = [*JOB_FIELDS, "format", "articles", "annotations", "size", "expires_at", "download"]

    def get_expires_at(self, export: Export) -> datetime | None:
        return export.finished_at + timedelta(days=KEPT_DAYS) if export.finished_at else None

    def get_download(self, export: Export) -> str | None:
        if export.state != Export.State.FINISHED:
            return None
        address: str = reverse("api_export_download", args=[export.pk], request=self.context.get("request"))
        return address
