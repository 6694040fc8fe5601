"""Exports: one article at once, a selection as a job."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.filters import ArticleFilter, empty_filters
from annotations.api.pagination import NewestFirst
from annotations.api.serializers.exports import ExportInputSerializer, ExportQuerySerializer, ExportSerializer
from annotations.api.views.articles import ArticleView
from annotations.api.views.base import View
from annotations.errors import ExportNotReady
from annotations.formats.registry import FORMATS, Format
from annotations.models import Article, Export
from annotations.queries.articles import articles_with_counts
from annotations.queries.exports import article_records
from annotations.services.exports import discard_export, file_pieces, request_export

EXPORT = "annotations.export_article"
_TYPES = [found.media_type.split(";")[0] for found in FORMATS.values()]
_FILES: dict[Any, Any] = {
    (200, name): OpenApiTypes.ANY if name.endswith("json") else OpenApiTypes.BINARY for name in _TYPES
}


def site_of(request: Request) -> str:
    """The address of the desk, as whoever asks knows it."""
    return request.build_absolute_uri("/").removesuffix("/")


def file_response(content: Any, form: Format, *, stem: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(content, content_type=form.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{form.file_name(stem)}"'
    return response


class FileView(View):
    """Answers a file; whatever the header Accept asks for is no reason to refuse it."""

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:
        return super().perform_content_negotiation(request, force=True)


class ArticleExportView(FileView, ArticleView):
    required_permissions = {"GET": EXPORT}
    serializer_class = ExportQuerySerializer

    @extend_schema(
        summary="One article with its annotations, as a file",
        description="The newest version. Without filters what is accepted or suggested; never what lies in the bin.",
        parameters=[ExportQuerySerializer],
        responses=_FILES,
    )
    def get(self, request: Request, pk: int) -> StreamingHttpResponse:
        query = ExportQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        article = self.article()
        records = article_records(Article.objects.filter(pk=article.pk), query.choice)
        return file_response(query.form.write(records, site_of(request)), query.form, stem=f"article-{article.pk}")


class ExportView(View):
    serializer_class: type[Any] = ExportSerializer
    pagination_class = NewestFirst

    queryset = Export.objects.none()  # names the model to the schema; everybody sees her own

    def get_queryset(self) -> QuerySet[Export]:
        return Export.objects.filter(requested_by=self.actor).defer("articles")

    def export(self) -> Export:
        found: Export = get_object_or_404(self.get_queryset(), pk=self.kwargs["pk"])
        return found

    def shown(self, export: Any, **more: Any) -> Any:
        return ExportSerializer(export, context={"request": self.request}, **more).data


class ExportListView(ExportView):
    required_permissions = {"GET": EXPORT, "POST": EXPORT}

    @extend_schema(summary="My exports, newest first", responses=ExportSerializer(many=True))
    def get(self, request: Request) -> Response:
        page = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response(self.shown(page, many=True))

    @extend_schema(
        summary="Export a selection of articles",
        description=(
            "A job writes the file: ask for its state until it is finished, then follow `download`. "
            "What you may not see any more when the job runs is left out."
        ),
        request=ExportInputSerializer,
        responses={201: ExportSerializer},
    )
    def post(self, request: Request) -> Response:
        incoming = ExportInputSerializer(data=request.data)
        incoming.is_valid(raise_exception=True)
        export = request_export(
            articles=self._chosen(incoming.validated_data),
            form=incoming.form.name,
            choice=incoming.choice,
            site=site_of(request),
            actor=self.actor,
        )
        return Response(self.shown(export), status=201)

    def _chosen(self, values: dict[str, Any]) -> list[int]:
        """Numbers of articles; those somebody may not see count as not there."""
        visible = articles_with_counts().visible_to(self.request.user)
        if "articles" in values:
            visible = visible.filter(pk__in=values["articles"])
        asked, known = values.get("filters", {}), ArticleFilter.base_filters
        if unknown := asked.keys() - known.keys():
            message = _("There is no filter of this name. Known: %(known)s.") % {"known": ", ".join(known)}
            raise ValidationError({"filters": dict.fromkeys(sorted(unknown), message)}, code="unknown_filter")
        if empty := empty_filters(ArticleFilter, asked):
            raise ValidationError({"filters": empty}, code="empty_filter")
        chosen = ArticleFilter(asked, queryset=visible)
        if not chosen.is_valid():
            raise ValidationError({"filters": chosen.errors})
        return list(chosen.qs.order_by("pk").values_list("pk", flat=True))


class ExportDetailView(ExportView):
    required_permissions = {"GET": EXPORT, "DELETE": EXPORT}

    @extend_schema(summary="State and progress of an export")
    def get(self, request: Request, pk: int) -> Response:
        return Response(self.shown(self.export()))

    @extend_schema(summary="Remove an export and its file", responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        discard_export(self.export())
        return Response(status=204)


class ExportDownloadView(FileView, ExportView):
    required_permissions = {"GET": EXPORT}

    @extend_schema(
        summary="The file of a finished export",
        description="409 with `export_not_ready` before it is finished. Files are removed after seven days.",
        responses={**_FILES, 409: OpenApiResponse(description="Not finished yet")},
    )
    def get(self, request: Request, pk: int) -> StreamingHttpResponse:
        export = self.export()
        if export.state != Export.State.FINISHED:
            raise ExportNotReady()
        response = file_response(file_pieces(export), FORMATS[export.form], stem=f"export-{export.pk}")
        response.headers["Content-Length"] = str(export.size)
        return response
