"""Imports of articles and annotations, as jobs; everybody sees her own."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.pagination import NewestFirst, Pages
from annotations.api.permissions import ScopeMissing, may
from annotations.api.serializers.imports import (
    ImportInputSerializer,
    ImportResultSerializer,
    ImportSerializer,
    ResultQuerySerializer,
)
from annotations.api.views.base import FILE_PARSERS, View
from annotations.models import ApiToken, Import, ImportResult
from annotations.scopes import MODERATE
from annotations.services.imports import ADD_ANNOTATIONS, DECIDE, request_import

ADD = "annotations.add_import"


class ImportView(View):
    serializer_class: type[Any] = ImportSerializer
    pagination_class: type[Any] = NewestFirst

    queryset = Import.objects.none()  # names the model to the schema

    def get_queryset(self) -> QuerySet[Any]:
        return Import.objects.filter(requested_by=self.actor)

    def job(self) -> Import:
        found: Import = get_object_or_404(Import.objects.filter(requested_by=self.actor), pk=self.kwargs["pk"])
        return found


class ImportListView(ImportView):
    required_permissions = {"GET": ADD, "POST": ADD}
    parser_classes = FILE_PARSERS

    @extend_schema(summary="My imports, newest first", responses=ImportSerializer(many=True))
    def get(self, request: Request) -> Response:
        page = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response(ImportSerializer(page, many=True).data)

    @extend_schema(
        summary="Import articles or annotations",
        description=(
            "A job reads the file row by row; `results` say what became of each. A row that fails does not spoil the "
            "others, and the same file again changes nothing. Annotations arrive as suggestions, unless `accepted` is "
            "asked for by somebody who may decide, and with the scope `moderate` where a token is used."
        ),
        request={"application/json": ImportInputSerializer, "multipart/form-data": ImportInputSerializer},
        responses={201: ImportSerializer},
    )
    def post(self, request: Request) -> Response:
        incoming = ImportInputSerializer(data=request.data)
        incoming.is_valid(raise_exception=True)
        self._check_rights(incoming.validated_data)
        job = request_import(**incoming.taken(), actor=self.actor)
        return Response(ImportSerializer(job).data, status=201)

    def _check_rights(self, values: dict[str, Any]) -> None:
        """What the file holds may need more than the right to import."""
        needed = [ADD_ANNOTATIONS] if values["format"] != Import.Form.ZIP else []
        if values["accepted"]:
            needed.append(DECIDE)
        if not all(may(self.request, permission) for permission in needed):
            raise PermissionDenied
        token = self.request.auth
        if values["accepted"] and isinstance(token, ApiToken) and MODERATE not in token.scopes:
            raise ScopeMissing(MODERATE)


class ImportDetailView(ImportView):
    required_permissions = {"GET": ADD}

    @extend_schema(summary="State, progress and counts of an import")
    def get(self, request: Request, pk: int) -> Response:
        return Response(ImportSerializer(self.job()).data)


class ResultPages(Pages):
    ordering = ("row", "item")
    page_size = 500


class ImportResultsView(ImportView):
    required_permissions = {"GET": ADD}
    serializer_class = ImportResultSerializer
    pagination_class = ResultPages

    @extend_schema(
        summary="What became of each row",
        description="`row` counts lines, files or tasks from 1; `item` the annotations of a row, 0 is the row itself.",
        parameters=[ResultQuerySerializer],
        responses=ImportResultSerializer(many=True),
    )
    def get(self, request: Request, pk: int) -> Response:
        results = ImportResult.objects.filter(job=self.job(), **self.asked(ResultQuerySerializer))
        page = self.paginate_queryset(results)
        return self.get_paginated_response(ImportResultSerializer(page, many=True).data)
