"""Articles and versions."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from annotations.api.serializers.annotations import AnnotationSerializer
from annotations.api.serializers.fields import EtagField, PartialDateField, PersonSerializer, WrittenField
from annotations.api.serializers.output import Output
from annotations.api.serializers.runs import RunSerializer
from annotations.ingest.plain_text import read_plain_text
from annotations.models import Article, ArticleVersion
from annotations.partial_dates import format_partial_date
from annotations.services.articles import Manuscript
from annotations.services.versions import VersionAdded


class VersionSerializer(Output, serializers.ModelSerializer[ArticleVersion]):
    """The canonical text: every place counts code points into it."""

    class Meta:
        model = ArticleVersion
        fields = ["id", "article", "number", "text", "sha256", "length", "created_at"]


class VersionSummarySerializer(Output, serializers.ModelSerializer[ArticleVersion]):
    class Meta:
        model = ArticleVersion
        fields = ["id", "number", "sha256", "length", "created_at"]


class ArticleSerializer(Output, serializers.ModelSerializer[Article]):
    published_on = serializers.SerializerMethodField()
    uploader = PersonSerializer()
    etag = EtagField()
    open_suggestions = serializers.IntegerField(help_text=_("Suggestions in the newest version nobody has decided on."))
    open_high_claims = serializers.IntegerField(help_text=_("Of these, claims highly worth checking."))

    class Meta:
        model = Article
        fields = [
            "id",
            "title",
            "byline",
            "outlet",
            "source_url",
            "language",
            "published_on",
            "desk",
            "embargo_until",
            "external_id",
            "state",
            "uploader",
            "created_at",
            "open_suggestions",
            "open_high_claims",
            "is_completely_annotated",
            "deleted_at",
            "etag",
        ]

    @extend_schema_field({"type": ["string", "null"], "description": "2023-09-14, 2023-09 or 2023, as is known."})
    def get_published_on(self, article: Article) -> str | None:
        return format_partial_date(article.published_on, article.published_precision)


class ArticleDetailSerializer(ArticleSerializer):
    version = VersionSerializer(source="newest_version")
    run = RunSerializer(source="newest_run", allow_null=True)

    class Meta(ArticleSerializer.Meta):
        fields = [*ArticleSerializer.Meta.fields, "event_count", "version", "run"]


class ArticleWithMarksSerializer(ArticleDetailSerializer):
    annotations = AnnotationSerializer(
        many=True, required=False, help_text=_("Those of the newest version, in text order, if `annotations=true`.")
    )

    class Meta(ArticleDetailSerializer.Meta):
        fields = [*ArticleDetailSerializer.Meta.fields, "annotations"]


class BroughtInSerializer(ArticleDetailSerializer):
    duplicates = serializers.ListField(
        child=serializers.IntegerField(), help_text=_("Numbers of older articles with the same text.")
    )

    class Meta(ArticleDetailSerializer.Meta):
        fields = [*ArticleDetailSerializer.Meta.fields, "duplicates"]


class ArticleChangeSerializer(serializers.Serializer[Any]):
    title = WrittenField(max_length=300, required=False)
    byline = WrittenField(max_length=300, required=False, allow_blank=True)
    outlet = WrittenField(max_length=200, required=False, allow_blank=True)
    source_url = serializers.URLField(max_length=2000, required=False, allow_blank=True)
    language = serializers.ChoiceField(choices=Article.Language.choices, required=False)
    published_on = PartialDateField(required=False, allow_null=True)
    desk = WrittenField(max_length=100, required=False, allow_blank=True)
    external_id = WrittenField(
        max_length=200,
        required=False,
        allow_null=True,
        help_text=_("The number your system has for it; once per outlet."),
    )
    embargo_until = serializers.DateTimeField(
        required=False,
        allow_null=True,
        help_text=_("Until then only its desk, who brought it in and who checks it see it."),
    )
    is_completely_annotated = serializers.BooleanField(
        required=False, help_text=_("Every quote is marked: the engine may learn from this article.")
    )

    def to_internal_value(self, data: Any) -> Any:
        values = super().to_internal_value(data)
        if "published_on" in values:
            date, precision = values["published_on"] or (None, "")
            values |= {"published_on": date, "published_precision": precision}
        return values


class TextInputSerializer(serializers.Serializer[Any]):
    """The text itself or a file of it; `manuscript` reads either."""

    text = WrittenField(
        required=False,
        allow_blank=True,
        trim_whitespace=False,
        help_text=_("The article. What is stored is its canonical form, which the answer holds."),
    )
    file = serializers.FileField(required=False, help_text=_("A .txt file, at most 20 MB, instead of `text`."))

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("text" in attrs) == ("file" in attrs):
            raise serializers.ValidationError(_("Send either `text` or `file`."), code="text_or_file")
        return attrs

    def manuscript(self) -> Manuscript:
        """Raises an `InvalidText`."""
        if (file := self.validated_data.get("file")) is None:
            return Manuscript.pasted(self.validated_data["text"])
        decoded = read_plain_text(file.read(), name=file.name)
        file.seek(0)
        return Manuscript(text=decoded.text, content=file.read(), encoding=decoded.encoding, name=file.name)


class ArticleInputSerializer(TextInputSerializer, ArticleChangeSerializer):
    is_completely_annotated = None  # type: ignore[assignment]
    title = WrittenField(max_length=300)

    def fields_of_article(self) -> dict[str, Any]:
        return {name: value for name, value in self.validated_data.items() if name not in ("text", "file")}


class VersionAddedSerializer(serializers.Serializer[Any]):
    """The version, and what became of the marks people had decided on in the one before."""

    version = VersionSerializer()
    run = RunSerializer(allow_null=True)
    moved = serializers.SerializerMethodField(help_text=_("How many marks moved along."))
    left = serializers.SerializerMethodField(help_text=_("Numbers of marks whose words are no longer there."))

    @extend_schema_field({"type": "integer"})
    def get_moved(self, added: VersionAdded) -> int:
        return len(added.carried.moved)

    @extend_schema_field({"type": "array", "items": {"type": "integer"}})
    def get_left(self, added: VersionAdded) -> list[int]:
        return [mark.pk for mark in added.carried.left]
