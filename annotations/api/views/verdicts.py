"""The check of one fact: verdict, countersignature, answer, comments, corrections."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.serializers.annotations import OutcomeSerializer
from annotations.api.serializers.checks import (
    CommentInputSerializer,
    CommentSerializer,
    CorrectionInputSerializer,
    CorrectionSerializer,
)
from annotations.api.serializers.verdicts import AnswerSerializer, VerdictInputSerializer, VerdictSerializer
from annotations.api.views.base import IF_MATCH, View
from annotations.api.views.marks import AnnotationView
from annotations.models import Annotation, Comment
from annotations.queries.comments import threads_of
from annotations.queries.verdicts import verdicts_of
from annotations.services import comments as comment_service
from annotations.services import verdicts as service
from annotations.services.releases import correct_published

CHECK, SIGN = "annotations.add_verdict", "annotations.sign_verdict"


class VerdictView(AnnotationView):
    required_permissions = {"POST": CHECK, "GET": "annotations.view_verdict"}

    @extend_schema(summary="All verdicts of a fact, newest first", responses=VerdictSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        return Response(VerdictSerializer(verdicts_of(self.annotation()), many=True).data)

    @extend_schema(
        summary="Say what the check of a fact found",
        description="Earlier verdicts are kept. A change of the fact takes its verdict away.",
        parameters=[IF_MATCH],
        request=VerdictInputSerializer,
        responses=OutcomeSerializer,
    )
    def post(self, request: Request, pk: int) -> Response:
        incoming = VerdictInputSerializer(data=request.data)
        incoming.is_valid(raise_exception=True)
        return self.change(service.set_verdict, verdict=incoming.to_verdict())


class CountersignView(AnnotationView):
    required_permissions = {"POST": SIGN}

    @extend_schema(
        summary="Countersign a verdict",
        description="409 `four_eyes` for whoever set the verdict.",
        parameters=[IF_MATCH],
        request=None,
        responses=OutcomeSerializer,
    )
    def post(self, request: Request, pk: int) -> Response:
        return self.change(service.countersign)


class AnswerView(AnnotationView):
    required_permissions = {"POST": "annotations.add_comment"}

    @extend_schema(
        summary="Answer a query", parameters=[IF_MATCH], request=AnswerSerializer, responses=OutcomeSerializer
    )
    def post(self, request: Request, pk: int) -> Response:
        return self.change(service.answer_query, answer=self.sent(AnswerSerializer)["answer"])


class AnnotationCommentsView(AnnotationView):
    required_permissions = {"GET": "annotations.view_comment", "POST": "annotations.add_comment"}

    @extend_schema(summary="Comments on a mark, oldest first", responses=CommentSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        return Response(CommentSerializer(threads_of(self.annotation()), many=True).data)

    @extend_schema(
        summary="Comment on a mark, or answer a comment",
        request=CommentInputSerializer,
        responses={201: CommentSerializer},
    )
    def post(self, request: Request, pk: int) -> Response:
        annotation = self.annotation()
        values = self.sent(CommentInputSerializer)
        number = values.get("parent")
        parent = get_object_or_404(Comment, pk=number, annotation=annotation) if number else None
        comment = comment_service.add_comment(
            annotation=annotation, text=values["text"], actor=self.actor, parent=parent
        )
        return Response(CommentSerializer(comment).data, status=201)


class _CommentView(View):
    serializer_class = CommentSerializer

    def comment(self) -> Comment:
        visible = Annotation.objects.visible_to(self.request.user)
        found: Comment = get_object_or_404(Comment, pk=self.kwargs["pk"], annotation__in=visible)
        return found


class CommentView(_CommentView):
    required_permissions = {"DELETE": "annotations.add_comment"}

    @extend_schema(
        summary="Take back a comment of one's own",
        description="It can be put back in place. One that was answered stays: 409.",
        responses={200: CommentSerializer},
    )
    def delete(self, request: Request, pk: int) -> Response:
        taken_back = comment_service.withdraw_comment(comment=self.comment(), actor=self.actor, withdrawn=True)
        return Response(CommentSerializer(taken_back).data)


class CommentRestoreView(_CommentView):
    required_permissions = {"POST": "annotations.add_comment"}

    @extend_schema(summary="Put a comment back in place", request=None, responses=CommentSerializer)
    def post(self, request: Request, pk: int) -> Response:
        restored = comment_service.withdraw_comment(comment=self.comment(), actor=self.actor, withdrawn=False)
        return Response(CommentSerializer(restored).data)


class _ThreadView(_CommentView):
    required_permissions = {"POST": "annotations.change_comment"}

    def set_resolved(self, *, resolved: bool) -> Response:
        changed = comment_service.resolve_thread(comment=self.comment(), actor=self.actor, resolved=resolved)
        return Response(CommentSerializer(changed).data)


class ResolveView(_ThreadView):
    @extend_schema(summary="Close a thread", request=None, responses=CommentSerializer)
    def post(self, request: Request, pk: int) -> Response:
        return self.set_resolved(resolved=True)


class ReopenThreadView(_ThreadView):
    @extend_schema(summary="Open a thread again", request=None, responses=CommentSerializer)
    def post(self, request: Request, pk: int) -> Response:
        return self.set_resolved(resolved=False)


class CorrectionsView(AnnotationView):
    required_permissions = {"GET": "annotations.view_correction", "POST": "annotations.add_correction"}
    serializer_class: type[Any] = CorrectionSerializer

    @extend_schema(summary="Corrections of a released fact", responses=CorrectionSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        corrections = self.annotation().corrections.select_related("by")
        return Response(CorrectionSerializer(corrections, many=True).data)

    @extend_schema(
        summary="Correct what was published", request=CorrectionInputSerializer, responses={201: CorrectionSerializer}
    )
    def post(self, request: Request, pk: int) -> Response:
        correction = correct_published(
            annotation=self.annotation(), text=self.sent(CorrectionInputSerializer)["text"], actor=self.actor
        )
        return Response(CorrectionSerializer(correction).data, status=201)
