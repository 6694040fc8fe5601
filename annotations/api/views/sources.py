"""The register of sources."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.concurrency import etag, named_state
from annotations.api.pagination import AnnotationPages, NewestFirst, OldestFirst
from annotations.api.serializers.annotations import AnnotationSerializer
from annotations.api.serializers.verdicts import (
    CopyInputSerializer,
    SourceCopySerializer,
    SourceDetailSerializer,
    SourceFetchSerializer,
    SourceInputSerializer,
)
from annotations.api.views.base import FILE_PARSERS, IF_MATCH, View
from annotations.models import Source
from annotations.queries.checks import facts_resting_on, find_sources
from annotations.services.source_fetches import request_fetch
from annotations.services.sources import change_source, create_source, keep_copy

READ, ADD, CHANGE = "annotations.view_source", "annotations.add_source", "annotations.change_source"
READ_COPIES = "annotations.view_sourcecopy"


class SourceView(View):
    serializer_class: type[Any] = SourceDetailSerializer

    def get_queryset(self) -> QuerySet[Source]:
        return find_sources(self.request.user).select_related("created_by")

    def source(self) -> Source:
        found: Source = get_object_or_404(self.get_queryset(), pk=self.kwargs["pk"])
        return found


class SourceListView(SourceView):
    required_permissions = {"GET": READ, "POST": ADD}
    pagination_class = OldestFirst

    @extend_schema(
        summary="Sources, oldest first",
        parameters=[OpenApiParameter("search", str, description="Words of title, publisher or address.")],
        responses=SourceDetailSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        words = request.query_params.get("search", "")[:200].replace("\0", "")
        page = self.paginate_queryset(find_sources(self.actor, words).select_related("created_by"))
        return self.get_paginated_response(SourceDetailSerializer(page, many=True).data)

    @extend_schema(
        summary="Enter a source",
        description="Search before you enter one, so that one report is one source.",
        request=SourceInputSerializer,
        responses={201: SourceDetailSerializer},
    )
    def post(self, request: Request) -> Response:
        source = create_source(values=self.sent(SourceInputSerializer), actor=self.actor)
        return Response(SourceDetailSerializer(self.get_queryset().get(pk=source.pk)).data, status=201)


class SourceDetailView(SourceView):
    required_permissions = {"GET": READ, "PATCH": CHANGE}

    @extend_schema(summary="One source")
    def get(self, request: Request, pk: int) -> Response:
        source = self.source()
        return Response(SourceDetailSerializer(source).data, headers={"ETag": etag(source)})

    @extend_schema(summary="Change what is known of a source", parameters=[IF_MATCH], request=SourceInputSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        source = self.source()
        incoming = SourceInputSerializer(data=request.data, partial=True)
        incoming.is_valid(raise_exception=True)
        expected = named_state(request, source)
        change_source(source=source, values=incoming.validated_data, actor=self.actor, expected=expected)
        return self.get(request, pk)


class SourceFactsView(SourceView):
    required_permissions = {"GET": READ}
    serializer_class = AnnotationSerializer
    pagination_class = AnnotationPages

    @extend_schema(summary="Facts that rest on a source, oldest first", responses=AnnotationSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        page = self.paginate_queryset(facts_resting_on(self.source()).visible_to(request.user))
        return self.get_paginated_response(AnnotationSerializer(page, many=True).data)


class SourceCopiesView(SourceView):
    required_permissions = {"GET": READ_COPIES, "POST": "annotations.add_sourcecopy"}
    parser_classes = FILE_PARSERS
    serializer_class = SourceCopySerializer

    @extend_schema(summary="Frozen copies of a source, newest first", responses=SourceCopySerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        copies = self.source().copies.defer("content").select_related("created_by")
        return Response(SourceCopySerializer(copies, many=True).data)

    @extend_schema(
        summary="Keep a copy of what the source says",
        description="A file you send, or the page at the source's address, fetched by a job: then the answer is 202.",
        request=CopyInputSerializer,
        responses={201: SourceCopySerializer, 202: SourceFetchSerializer},
    )
    def post(self, request: Request, pk: int) -> Response:
        source = self.source()
        values = self.sent(CopyInputSerializer)
        if values["fetch"]:
            job = request_fetch(source=source, actor=self.actor)
            return Response(SourceFetchSerializer(job).data, status=202)
        file = values["file"]
        copy = keep_copy(
            source=source,
            name=file.name,
            content_type=file.content_type or "application/octet-stream",
            content=file.read(),
            actor=self.actor,
        )
        return Response(SourceCopySerializer(copy).data, status=201)


class SourceFetchesView(SourceView):
    required_permissions = {"GET": READ_COPIES}
    serializer_class = SourceFetchSerializer
    pagination_class = NewestFirst

    @extend_schema(
        summary="When the source's page was fetched, newest first", responses=SourceFetchSerializer(many=True)
    )
    def get(self, request: Request, pk: int) -> Response:
        page = self.paginate_queryset(self.source().fetches.all())
        return self.get_paginated_response(SourceFetchSerializer(page, many=True).data)


class SourceFetchView(SourceView):
    required_permissions = {"GET": READ_COPIES}
    serializer_class = SourceFetchSerializer

    @extend_schema(summary="What became of fetching the source's page")
    def get(self, request: Request, pk: int, fetch: int) -> Response:
        return Response(SourceFetchSerializer(get_object_or_404(self.source().fetches, pk=fetch)).data)
