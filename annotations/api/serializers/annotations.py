"""Annotations: what goes out, and what comes in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from annotations.api.concurrency import etag
from annotations.api.serializers.fields import INTEGER_LIMIT, PersonSerializer, WrittenField
from annotations.api.serializers.output import Output, shown
from annotations.api.serializers.verdicts import VerdictSerializer
from annotations.models import Annotation, AnnotationPart, Claim, Figure, Quote, Speaker
from annotations.queries.wording import explained
from annotations.services.contents import Contents

_SPAN_SCHEMA = {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}

_KINDS = tuple(Annotation.Kind.values)


class SpeakerSerializer(serializers.ModelSerializer[Speaker]):
    aliases = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = Speaker
        fields = ["id", "name", "kind", "function", "aliases", "is_proposed"]


class PartSerializer(serializers.ModelSerializer[AnnotationPart]):
    class Meta:
        model = AnnotationPart
        fields = ["role", "start", "end", "exact"]


class QuoteSerializer(serializers.ModelSerializer[Quote]):
    speaker = SpeakerSerializer(source="speaker.canonical", allow_null=True, default=None)

    class Meta:
        model = Quote
        fields = ["type", "speaker"]


class ClaimSerializer(serializers.ModelSerializer[Claim]):
    claimant = SpeakerSerializer(source="claimant.canonical", allow_null=True, default=None)
    reasons = serializers.SerializerMethodField()

    class Meta:
        model = Claim
        fields = ["type", "claimant", "worthiness", "score", "reasons"]

    @extend_schema_field(
        {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"code": {"type": "string"}, "words": {"type": "string"}, "evidence": _SPAN_SCHEMA},
            },
        }
    )
    def get_reasons(self, claim: Claim) -> list[dict[str, Any]]:
        return [{**reason, "words": explained(reason["code"])} for reason in claim.reasons]


class FigureSerializer(serializers.ModelSerializer[Figure]):
    class Meta:
        model = Figure
        fields = [
            "kind",
            "value",
            "minimum",
            "maximum",
            "timex",
            "resolved",
            "unit",
            "approximation",
            "reading",
        ]


class AnnotationSerializer(Output, serializers.ModelSerializer[Annotation]):
    """Places are code points, half open, into the text of `version`."""

    article = serializers.IntegerField(source="version.article_id", read_only=True)
    parts = PartSerializer(many=True, source="part_rows")
    quote = serializers.SerializerMethodField()
    claim = serializers.SerializerMethodField()
    figure = serializers.SerializerMethodField()
    creator = PersonSerializer(allow_null=True)
    rule_words = serializers.SerializerMethodField(help_text=_("The rule that found it, in plain words."))
    evidence = serializers.ListField(child=serializers.ListField(child=serializers.IntegerField()))
    verdict = VerdictSerializer(allow_null=True, help_text=_("The current one; null: unchecked."))
    comment_count = serializers.IntegerField(default=0, read_only=True)
    open_comment_count = serializers.IntegerField(
        default=0, read_only=True, help_text=_("Threads nobody has resolved.")
    )
    deleted = serializers.SerializerMethodField()
    etag = serializers.SerializerMethodField()

    class Meta:
        model = Annotation
        fields = [
            "id",
            "article",
            "version",
            "kind",
            "start",
            "end",
            "exact",
            "prefix",
            "suffix",
            "state",
            "reject_reason",
            "parts",
            "quote",
            "claim",
            "figure",
            "creator",
            "run",
            "generator",
            "rule",
            "rule_words",
            "evidence",
            "confidence",
            "band",
            "verdict",
            "comment_count",
            "open_comment_count",
            "revision",
            "etag",
            "deleted",
            "created_at",
            "updated_at",
        ]

    @extend_schema_field(QuoteSerializer(allow_null=True))
    def get_quote(self, annotation: Annotation) -> Any:
        return self._own(annotation, "quote", QuoteSerializer)

    @extend_schema_field(ClaimSerializer(allow_null=True))
    def get_claim(self, annotation: Annotation) -> Any:
        return self._own(annotation, "claim", ClaimSerializer)

    @extend_schema_field(FigureSerializer(allow_null=True))
    def get_figure(self, annotation: Annotation) -> Any:
        return self._own(annotation, "figure", FigureSerializer)

    def _own(self, annotation: Annotation, kind: str, serializer: type[serializers.BaseSerializer[Any]]) -> Any:
        row = annotation.kind_row if annotation.kind == kind else None
        return shown(serializer, row) if row is not None else None

    def get_rule_words(self, annotation: Annotation) -> str:
        return explained(annotation.rule)

    def get_deleted(self, annotation: Annotation) -> bool:
        return annotation.deleted_at is not None

    def get_etag(self, annotation: Annotation) -> str:
        return etag(annotation)


class OutcomeSerializer(Output):
    """The annotation after a change, and the event to name when undoing it."""

    annotation = AnnotationSerializer()
    event = serializers.IntegerField(allow_null=True, source="event.pk", default=None)


class _Place(serializers.Serializer[Any]):
    start = serializers.IntegerField(min_value=0, max_value=INTEGER_LIMIT)
    end = serializers.IntegerField(min_value=0, max_value=INTEGER_LIMIT)
    exact = WrittenField(trim_whitespace=False, max_length=1_000_000)


class PartInputSerializer(_Place):
    role = serializers.ChoiceField(choices=AnnotationPart.Role.choices)


class QuoteInputSerializer(serializers.Serializer[Any]):
    type = serializers.ChoiceField(choices=Quote.Type.choices, required=False)
    speaker = WrittenField(max_length=200, required=False, allow_blank=True, allow_null=True)


class ClaimInputSerializer(serializers.Serializer[Any]):
    type = serializers.ChoiceField(choices=Claim.Type.choices, required=False)
    claimant = WrittenField(max_length=200, required=False, allow_blank=True, allow_null=True)
    worthiness = serializers.ChoiceField(choices=Claim.Worthiness.choices, required=False)


class FigureInputSerializer(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(choices=Figure.Kind.choices, required=False)
    value = serializers.FloatField(required=False, allow_null=True)
    minimum = serializers.FloatField(required=False, allow_null=True)
    maximum = serializers.FloatField(required=False, allow_null=True)
    timex = WrittenField(max_length=60, required=False, allow_blank=True)
    unit = WrittenField(max_length=20, required=False, allow_blank=True)
    approximation = serializers.ChoiceField(choices=Figure.Approximation.choices, required=False, allow_blank=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        numbers = [attrs[n] for n in ("value", "minimum", "maximum") if attrs.get(n) is not None]
        if any(number != number or abs(number) == float("inf") for number in numbers):
            raise serializers.ValidationError(_("Write a finite number."), code="not_finite")
        low, high = attrs.get("minimum"), attrs.get("maximum")
        if low is not None and high is not None and low > high:
            raise serializers.ValidationError({"minimum": _("The minimum is above the maximum.")})
        return attrs


class AnnotationChangeSerializer(_Place):
    """A new extent needs all three of `start`, `end` and `exact`."""

    start = serializers.IntegerField(min_value=0, max_value=INTEGER_LIMIT, required=False)
    end = serializers.IntegerField(min_value=0, max_value=INTEGER_LIMIT, required=False)
    exact = WrittenField(trim_whitespace=False, max_length=1_000_000, required=False)
    kind = serializers.ChoiceField(choices=Annotation.Kind.choices, required=False)
    parts = PartInputSerializer(many=True, required=False, max_length=100)  # type: ignore[call-arg]
    quote = QuoteInputSerializer(required=False)
    claim = ClaimInputSerializer(required=False)
    figure = FigureInputSerializer(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        named = [name for name in ("start", "end", "exact") if name in attrs]
        if named and len(named) < 3:
            raise serializers.ValidationError(_("Send `start`, `end` and `exact` together."), code="incomplete_place")
        if len([kind for kind in _KINDS if kind in attrs]) > 1:
            raise serializers.ValidationError(_("Send the fields of one kind only."), code="several_kinds")
        return attrs


def contents_of(values: Mapping[str, Any]) -> Contents:
    """What validated input says of an annotation; fields stand under the name of their kind."""
    kind = next((kind for kind in _KINDS if kind in values), None)
    return Contents(
        kind=values.get("kind"),
        start=values.get("start"),
        end=values.get("end"),
        exact=values.get("exact"),
        parts=values.get("parts"),
        fields=values[kind] if kind else {},
        fields_of=kind,
    )


class AnnotationInputSerializer(_Place):
    """A new annotation; it counts as accepted. Fields of its kind go under the kind's own name."""

    version = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    kind = serializers.ChoiceField(choices=Annotation.Kind.choices)
    unit = serializers.ChoiceField(
        choices=["code_point", "utf16"],
        default="code_point",
        help_text=_("What `start` and `end` count here. Answers always count code points."),
    )
    parts = PartInputSerializer(many=True, required=False, max_length=100)  # type: ignore[call-arg]
    quote = QuoteInputSerializer(required=False)
    claim = ClaimInputSerializer(required=False)
    figure = FigureInputSerializer(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        for kind in _KINDS:
            if kind in attrs and kind != attrs["kind"]:
                message = _("These fields belong to another kind than “%(kind)s”.") % {"kind": attrs["kind"]}
                raise serializers.ValidationError({kind: message}, code="wrong_kind_fields")
        return attrs


class RejectionSerializer(serializers.Serializer[Any]):
    reason = serializers.ChoiceField(
        choices=Annotation.RejectReason.choices, required=False, allow_blank=True, default=""
    )


class UndoSerializer(serializers.Serializer[Any]):
    event = serializers.IntegerField(min_value=1, max_value=2**63 - 1, help_text=_("The event to undo."))
