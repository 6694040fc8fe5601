"""Many decisions in one request."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.errors import domain_problem
from annotations.api.serializers.annotations import AnnotationSerializer
from annotations.api.serializers.bulk import BulkAnswerSerializer, BulkSerializer
from annotations.api.views.base import View
from annotations.errors import BelegError
from annotations.queries.annotations import annotations_with_details
from annotations.services.annotations import Outcome
from annotations.services.bulk import BulkRefused, apply_bulk


class BulkView(View):
    required_permissions = {"POST": "annotations.change_annotation"}

    @extend_schema(
        summary="Accept, reject, bin, restore or undo many annotations",
        description="Up to 500 operations. 409 where all or nothing was asked for and something failed.",
        request=BulkSerializer,
        responses={200: BulkAnswerSerializer, 409: BulkAnswerSerializer},
    )
    def post(self, request: Request) -> Response:
        incoming = BulkSerializer(data=request.data)
        incoming.is_valid(raise_exception=True)
        visible = annotations_with_details().visible_to(request.user)
        atomic = incoming.validated_data["atomic"]
        try:
            results = apply_bulk(incoming.to_operations(), visible=visible, actor=self.actor, atomic=atomic)
        except BulkRefused as refused:
            return Response({"applied": False, "results": [_result(r) for r in refused.results]}, status=409)
        return Response({"applied": True, "results": [_result(r) for r in results]})


def _result(result: Outcome | BelegError) -> dict[str, Any]:
    if isinstance(result, BelegError):
        problem = domain_problem(result)
        return {"status": problem["status"], "problem": problem}
    annotation = AnnotationSerializer(result.annotation).data
    return {"status": 200, "annotation": annotation, "event": result.event.pk if result.event else None}
