"""Verdicts with their sources, and the sources themselves."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from annotations.api.serializers.fields import EtagField, PersonSerializer, WrittenField
from annotations.api.serializers.jobs import JOB_FIELDS, JobSerializer
from annotations.models import Citation, Source, SourceCopy, SourceFetch, Verdict
from annotations.services.verdict_rows import CitationInput, VerdictInput


class SourceSerializer(serializers.ModelSerializer[Source]):
    class Meta:
        model = Source
        fields = ["id", "kind", "level", "title", "publisher", "url", "dated"]


class SourceDetailSerializer(SourceSerializer):
    etag = EtagField()
    fact_count = serializers.IntegerField(help_text=_("Facts whose verdict cites it."))
    created_by = PersonSerializer()

    class Meta(SourceSerializer.Meta):
        fields = [*SourceSerializer.Meta.fields, "fact_count", "created_by", "created_at", "etag"]


class SourceInputSerializer(serializers.Serializer[Any]):
    kind = serializers.ChoiceField(choices=Source.Kind.choices, default=Source.Kind.DOCUMENT)
    level = serializers.ChoiceField(choices=Source.Level.choices, default=Source.Level.PRIMARY)
    title = WrittenField(max_length=300)
    publisher = WrittenField(max_length=200, allow_blank=True, default="")
    url = serializers.URLField(max_length=2000, allow_blank=True, default="")
    dated = serializers.DateField(allow_null=True, default=None)


class SourceCopySerializer(serializers.ModelSerializer[SourceCopy]):
    created_by = PersonSerializer()

    class Meta:
        model = SourceCopy
        fields = ["id", "source", "name", "content_type", "size", "sha256", "url", "created_by", "created_at"]


class CopyInputSerializer(serializers.Serializer[Any]):
    """Either of the two."""

    file = serializers.FileField(required=False, help_text=_("At most 20 MB."))
    fetch = serializers.BooleanField(default=False, help_text=_("Fetch the page at the source's address."))

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("file" in attrs) == attrs["fetch"]:
            raise serializers.ValidationError({"file": _("Send a file, or “fetch” for the page at its address.")})
        return attrs


class SourceFetchSerializer(JobSerializer):
    status = serializers.IntegerField(allow_null=True, help_text=_("Of HTTP; null where nobody answered."))

    class Meta:
        model = SourceFetch
        fields = [*JOB_FIELDS, "source", "url", "final_url", "status", "copy"]


class CitationSerializer(serializers.ModelSerializer[Citation]):
    source = SourceSerializer()  # type: ignore[assignment]

    class Meta:
        model = Citation
        fields = ["source", "place", "note"]


class VerdictSerializer(serializers.ModelSerializer[Verdict]):
    by = PersonSerializer()
    answered_by = PersonSerializer(allow_null=True)
    countersigned_by = PersonSerializer(allow_null=True)
    citations = CitationSerializer(many=True)
    risks = serializers.ListField(
        child=serializers.CharField(), help_text=_("Why a second person has to sign, by the rules of the desk.")
    )
    is_countersignature_due = serializers.BooleanField()
    is_too_vague = serializers.BooleanField(help_text=_("Confirmed, but no place in a source is named."))

    class Meta:
        model = Verdict
        fields = [
            "id",
            "status",
            "note",
            "correction",
            "question",
            "due_on",
            "answer",
            "answered_by",
            "by",
            "at",
            "risks",
            "is_countersignature_due",
            "is_too_vague",
            "countersigned_by",
            "countersigned_at",
            "citations",
        ]


class CitationInputSerializer(serializers.Serializer[Any]):
    source = serializers.IntegerField(  # type: ignore[assignment]
        min_value=1, max_value=2**63 - 1, help_text=_("Number of the source.")
    )
    place = WrittenField(
        max_length=200, allow_blank=True, default="", help_text=_("Where in it: page, paragraph, minute.")
    )
    note = WrittenField(max_length=500, allow_blank=True, default="")


class VerdictInputSerializer(serializers.Serializer[Any]):
    """`wrong` needs a `correction`, `query` a `question`; `unchecked` takes the verdict away."""

    status = serializers.ChoiceField(choices=Verdict.Status.choices)
    note = WrittenField(max_length=10_000, allow_blank=True, default="")
    correction = WrittenField(max_length=10_000, allow_blank=True, default="")
    question = WrittenField(max_length=10_000, allow_blank=True, default="")
    due_on = serializers.DateField(allow_null=True, default=None, help_text=_("When the answer is due."))
    citations = CitationInputSerializer(many=True, required=False, max_length=50)  # type: ignore[call-arg]

    def to_verdict(self) -> VerdictInput:
        values = dict(self.validated_data)
        citations = tuple(CitationInput(**citation) for citation in values.pop("citations", ()))
        return VerdictInput(citations=citations, **values)


class AnswerSerializer(serializers.Serializer[Any]):
    answer = WrittenField(max_length=10_000, help_text=_("What the author says."))
