"""The check of an article: progress, who checks, release, dossier."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.pagination import AnnotationPages
from annotations.api.serializers.annotations import AnnotationSerializer
from annotations.api.serializers.articles import ArticleSerializer
from annotations.api.serializers.checks import (
    AssignmentInputSerializer,
    AssignmentSerializer,
    CheckSerializer,
    DossierSerializer,
    ReasonSerializer,
    ReleaseInputSerializer,
    ReleaseSerializer,
)
from annotations.api.views.articles import ArticleView
from annotations.api.views.base import View
from annotations.models import Annotation, Article, Assignment, Release
from annotations.queries.articles import newest_version
from annotations.queries.checks import facts_of, progress_of, release_conditions
from annotations.queries.dossiers import dossier_in_sight
from annotations.queries.queue import facts_to_check
from annotations.services.assignments import assign, unassign
from annotations.services.releases import release_article, reopen_article

READ, RELEASE = "annotations.view_article", "annotations.add_release"


class ArticleCheckView(ArticleView):
    required_permissions = {"GET": READ}
    serializer_class = CheckSerializer

    @extend_schema(summary="Facts by verdict, and what stands in the way of a release", responses=CheckSerializer)
    def get(self, request: Request, pk: int) -> Response:
        version = newest_version(self.article())
        facts = facts_of(version)
        state = {"progress": progress_of(facts), "conditions": release_conditions(version, facts)}
        return Response(CheckSerializer(state).data)


class ArticleReleaseView(ArticleView):
    required_permissions = {"GET": "annotations.view_release", "POST": RELEASE}
    serializer_class = ReleaseSerializer

    @extend_schema(summary="Releases of an article, newest first", responses=ReleaseSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        releases = Release.objects.filter(version__article=self.article()).select_related("by").defer("dossier")
        return Response(ReleaseSerializer(releases.order_by("-id"), many=True).data)

    @extend_schema(
        summary="Sign for an article",
        description=(
            "Freezes text, facts, verdicts and sources in a dossier. 409 `still_open` with the open `conditions` "
            "unless a `reason` is given."
        ),
        request=ReleaseInputSerializer,
        responses={201: ReleaseSerializer},
    )
    def post(self, request: Request, pk: int) -> Response:
        article = self.article()
        release = release_article(article=article, actor=self.actor, reason=self.sent(ReleaseInputSerializer)["reason"])
        return Response(ReleaseSerializer(release).data, status=201)


class ArticleReopenView(ArticleView):
    required_permissions = {"POST": RELEASE}

    @extend_schema(summary="Take the sign-off back", request=ReasonSerializer, responses=ArticleSerializer)
    def post(self, request: Request, pk: int) -> Response:
        article = self.article()
        reopen_article(article=article, actor=self.actor, reason=self.sent(ReasonSerializer)["reason"])
        return Response(ArticleSerializer(self.article()).data)


class ReleaseDetailView(View):
    required_permissions = {"GET": "annotations.view_release"}
    serializer_class = DossierSerializer

    @extend_schema(summary="A release with its dossier")
    def get(self, request: Request, pk: int) -> Response:
        visible = Article.objects.visible_to(request.user)
        release = get_object_or_404(Release.objects.select_related("by"), pk=pk, version__article__in=visible)
        release.dossier = dossier_in_sight(release)
        return Response(DossierSerializer(release).data)


class ArticleAssignmentsView(ArticleView):
    required_permissions = {"GET": "annotations.view_assignment", "POST": "annotations.add_assignment"}
    serializer_class = AssignmentSerializer

    @extend_schema(summary="Who checks the article or facts of it", responses=AssignmentSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        in_sight = Q(annotation=None) | Q(annotation__hidden_at=None)
        assignments = Assignment.objects.filter(in_sight, article=self.article()).select_related("checker", "by")
        return Response(AssignmentSerializer(assignments.order_by("id"), many=True).data)

    @extend_schema(
        summary="Give the article, or one fact, to a checker",
        request=AssignmentInputSerializer,
        responses={201: AssignmentSerializer},
    )
    def post(self, request: Request, pk: int) -> Response:
        article = self.article()
        incoming = AssignmentInputSerializer(data=request.data)
        incoming.is_valid(raise_exception=True)
        values = incoming.validated_data
        annotation = None
        if number := values.get("annotation"):
            own = Annotation.objects.visible_to(request.user).filter(version__article=article)
            annotation = get_object_or_404(own, pk=number)
        assignment = assign(article=article, annotation=annotation, checker=values["checker"], actor=self.actor)
        return Response(AssignmentSerializer(assignment).data, status=201)


class AssignmentDetailView(View):
    required_permissions = {"DELETE": "annotations.delete_assignment"}
    serializer_class = AssignmentSerializer

    @extend_schema(summary="Take the work back", responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        visible = Article.objects.visible_to(request.user)
        unassign(assignment=get_object_or_404(Assignment, pk=pk, article__in=visible), actor=self.actor)
        return Response(status=204)


class QueueView(View):
    required_permissions = {"GET": READ}
    serializer_class: type[Any] = AnnotationSerializer
    pagination_class = AnnotationPages

    queryset = Annotation.objects.none()  # names the model to the schema; what is listed depends on who asks

    @extend_schema(
        summary="My queue: facts given to me that still need something, oldest first",
        responses=AnnotationSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        page = self.paginate_queryset(facts_to_check(self.actor))
        return self.get_paginated_response(AnnotationSerializer(page, many=True).data)
