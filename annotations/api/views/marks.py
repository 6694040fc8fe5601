"""Annotations: list, create, read, change, decide, bin, undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.concurrency import etag, named_revision
from annotations.api.filters import AnnotationFilter
from annotations.api.pagination import AnnotationPages
from annotations.api.serializers.annotations import (
    AnnotationChangeSerializer,
    AnnotationInputSerializer,
    AnnotationSerializer,
    OutcomeSerializer,
    RejectionSerializer,
    UndoSerializer,
    contents_of,
)
from annotations.api.views.base import IF_MATCH, View
from annotations.models import Annotation, Event
from annotations.queries.annotations import annotation_in_sight, annotation_with_details, annotations_with_details
from annotations.queries.versions import version_in_sight
from annotations.querysets import AnnotationQuerySet
from annotations.services import annotations as service
from annotations.services.annotations import Outcome
from annotations.spans import Utf16Map

READ, ADD = "annotations.view_annotation", "annotations.add_annotation"
CHANGE, DELETE = "annotations.change_annotation", "annotations.delete_annotation"


class AnnotationView(View):
    serializer_class: type[Any] = AnnotationSerializer

    def get_queryset(self) -> AnnotationQuerySet:
        return annotations_with_details().visible_to(self.request.user)

    def annotation(self) -> Annotation:
        return annotation_with_details(self._in_sight().pk)

    def _in_sight(self) -> Annotation:
        """No more of it than its revision."""
        found = annotation_in_sight(self.kwargs["pk"], self.actor)
        if found is None:
            raise Http404
        return found

    def outcome(self, outcome: Outcome) -> Response:
        code = status.HTTP_201_CREATED if outcome.is_new else status.HTTP_200_OK
        return Response(OutcomeSerializer(outcome).data, status=code, headers={"ETag": etag(outcome.annotation)})

    def change(self, act: Callable[..., Outcome], **values: Any) -> Response:
        """Calls a service with the annotation, the revision the client saw, and who it is."""
        annotation = self._in_sight()
        revision = named_revision(self.request, annotation)
        return self.outcome(act(annotation=annotation, revision=revision, actor=self.actor, **values))


class AnnotationListView(AnnotationView):
    required_permissions = {"GET": READ, "POST": ADD}
    filterset_class = AnnotationFilter
    pagination_class = AnnotationPages

    @extend_schema(
        summary="Annotations, oldest first",
        description="Without those in the bin, unless `deleted=true`.",
        responses=AnnotationSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        queryset = self.get_queryset()
        if "deleted" not in request.query_params:
            queryset = queryset.in_place()
        page = self.paginate_queryset(self.filter_queryset(queryset))
        return self.get_paginated_response(AnnotationSerializer(page, many=True).data)

    @extend_schema(
        summary="Mark a span",
        description=(
            "It counts as accepted. If the same span is marked with the same kind already, that annotation is "
            "accepted and answered with status 200; nothing is doubled."
        ),
        request=AnnotationInputSerializer,
        responses={201: OutcomeSerializer, 200: OutcomeSerializer},
    )
    def post(self, request: Request) -> Response:
        values = self.sent(AnnotationInputSerializer)
        version = version_in_sight(values["version"], self.actor)
        if version is None:
            raise ValidationError({"version": f"There is no version {values['version']}."}, code="does_not_exist")
        if values["unit"] == "utf16":
            to_code_points(values, version.text)
        outcome = service.create_annotation(
            version=version,
            kind=values["kind"],
            start=values["start"],
            end=values["end"],
            exact=values["exact"],
            parts=values.get("parts", ()),
            fields=values.get(values["kind"]),
            actor=self.actor,
        )
        return self.outcome(outcome)


def to_code_points(values: dict[str, Any], text: str) -> None:
    """Counts the places of a mark and its parts anew, in place. Raises `SpanCutsCharacter`."""
    places = Utf16Map(text)
    for span in (values, *values.get("parts", ())):
        span["start"], span["end"] = places.to_code_points(span["start"]), places.to_code_points(span["end"])


class AnnotationDetailView(AnnotationView):
    required_permissions = {"GET": READ, "PATCH": CHANGE, "DELETE": DELETE}

    @extend_schema(summary="One annotation")
    def get(self, request: Request, pk: int) -> Response:
        annotation = self.annotation()
        return Response(AnnotationSerializer(annotation).data, headers={"ETag": etag(annotation)})

    @extend_schema(
        summary="Change kind, extent, parts or fields",
        parameters=[IF_MATCH],
        request=AnnotationChangeSerializer,
        responses=OutcomeSerializer,
    )
    def patch(self, request: Request, pk: int) -> Response:
        return self.change(service.change_annotation, contents=contents_of(self.sent(AnnotationChangeSerializer)))

    @extend_schema(summary="Move to the bin", parameters=[IF_MATCH], responses={200: OutcomeSerializer})
    def delete(self, request: Request, pk: int) -> Response:
        return self.change(service.delete_annotation)


class AcceptView(AnnotationView):
    required_permissions = {"POST": CHANGE}

    @extend_schema(
        summary="Accept",
        description="The same decision twice is no conflict.",
        parameters=[IF_MATCH],
        request=None,
        responses=OutcomeSerializer,
    )
    def post(self, request: Request, pk: int) -> Response:
        return self.change(service.accept_annotation)


class RejectView(AnnotationView):
    required_permissions = {"POST": CHANGE}

    @extend_schema(
        summary="Reject, with a reason if there is one",
        parameters=[IF_MATCH],
        request=RejectionSerializer,
        responses=OutcomeSerializer,
    )
    def post(self, request: Request, pk: int) -> Response:
        return self.change(service.reject_annotation, reason=self.sent(RejectionSerializer)["reason"])


class RestoreView(AnnotationView):
    required_permissions = {"POST": CHANGE}

    @extend_schema(summary="Take out of the bin", parameters=[IF_MATCH], request=None, responses=OutcomeSerializer)
    def post(self, request: Request, pk: int) -> Response:
        return self.change(service.restore_annotation)


class UndoView(AnnotationView):
    required_permissions = {"POST": CHANGE}

    @extend_schema(
        summary="Undo one's own change",
        description=(
            "Puts back what the event changed, as a new event; undoing that one is redo. Refused with 409 where "
            "what the event changed has been changed since."
        ),
        request=UndoSerializer,
        responses=OutcomeSerializer,
    )
    def post(self, request: Request, pk: int) -> Response:
        number = self.sent(UndoSerializer)["event"]
        annotation = self.annotation()
        event = get_object_or_404(Event, pk=number, object_type="annotation", object_id=annotation.pk)
        return self.outcome(service.undo(annotation=annotation, event=event, actor=self.actor))
