"""Exports: one article at once."""

from __future__ import annotations

from typing import Any

from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from annotations.api.serializers.exports import ExportQuerySerializer
from annotations.api.views.articles import ArticleView
from annotations.formats.registry import FORMATS
from annotations.models import Article
from annotations.queries.exports import article_records

EXPORT = "annotations.export_article"


class ArticleExportView(ArticleView):
    required_permissions = {"GET": EXPORT}
    serializer_class = ExportQuerySerializer

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:
        """The format is named in the address; whatever the header Accept asks for is no reason to refuse."""
        return super().perform_content_negotiation(request, force=True)

    @extend_schema(
        summary="One article with its annotations, as a file",
        description="The newest version. Without filters what is accepted or suggested; never what lies in the bin.",
        parameters=[ExportQuerySerializer],
        responses={(200, found.media_type.split(";")[0]): OpenApiTypes.BINARY for found in FORMATS.values()},
    )
    def get(self, request: Request, pk: int) -> StreamingHttpResponse:
        query = ExportQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        article = self.article()
        records = article_records(Article.objects.filter(pk=article.pk), query.choice)
        site = request.build_absolute_uri("/").removesuffix("/")
        response = StreamingHttpResponse(query.format.write(records, site), content_type=query.format.media_type)
        name = query.format.file_name(f"article-{article.pk}")
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
