"""Many changes in one request."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.errors import domain_problem
from annotations.api.permissions import may
from annotations.api.serializers.annotations import AnnotationSerializer, contents_of
from annotations.api.serializers.bulk import BulkAnswerSerializer, BulkSerializer
from annotations.api.serializers.output import shown
from annotations.api.views.base import View
from annotations.api.views.marks import ADD, CHANGE, DELETE, to_code_points
from annotations.errors import BelegError, InvalidSpan
from annotations.models import Annotation, ArticleVersion
from annotations.services.annotations import Outcome
from annotations.services.bulk import BulkRefused, Operation, apply_bulk

_NEEDED = {"create": ADD, "delete": DELETE}  # the others change


class BulkView(View):
    required_permissions = {"POST": ADD}  # the least there is; each operation's own is asked for besides

    @extend_schema(
        summary="Create, change, accept, reject, bin, restore or undo many annotations",
        description="Up to 500 operations. 409 where all or nothing was asked for and something failed.",
        request=BulkSerializer,
        responses={200: BulkAnswerSerializer, 409: BulkAnswerSerializer},
    )
    def post(self, request: Request) -> Response:
        values = self.sent(BulkSerializer)
        rows = values["operations"]
        for permission in {_NEEDED.get(row["op"], CHANGE) for row in rows}:
            if not may(request, permission):
                raise PermissionDenied
        versions = self._versions(rows)
        try:
            results = apply_bulk(
                [_operation(row, versions) for row in rows],
                visible=Annotation.objects.visible_to(request.user).only("revision", "version_id"),
                versions=versions,
                actor=self.actor,
                atomic=values["atomic"],
            )
        except BulkRefused as refused:
            return Response({"applied": False, "results": [self._result(r) for r in refused.results]}, status=409)
        return Response({"applied": True, "results": [self._result(r) for r in results]})

    def _versions(self, rows: list[dict[str, Any]]) -> dict[int, ArticleVersion]:
        wanted = {row["version"] for row in rows if row["op"] == "create"}
        return ArticleVersion.objects.visible_to(self.request.user).in_bulk(wanted) if wanted else {}

    def _result(self, result: Outcome | BelegError) -> dict[str, Any]:
        if isinstance(result, BelegError):
            problem = domain_problem(result, reader=self.actor)
            return {"status": problem["status"], "problem": problem}
        annotation = shown(AnnotationSerializer, result.annotation)
        event = result.event.pk if result.event else None
        return {"status": 201 if result.is_new else 200, "annotation": annotation, "event": event}


def _operation(row: dict[str, Any], versions: dict[int, ArticleVersion]) -> Operation:
    version = row.get("version", 0) if row["op"] == "create" else 0
    error = None
    if row["unit"] == "utf16" and version in versions:
        try:
            to_code_points(row, versions[version].text)
        except InvalidSpan as wrong:
            error = wrong
    return Operation(
        verb=row["op"],
        annotation=row.get("id", 0),
        version=version,
        revision=row.get("revision", 0),
        event=row.get("event", 0),
        reason=row.get("reason", ""),
        contents=contents_of(row) if row["op"] in ("create", "change") else None,
        error=error,
    )
