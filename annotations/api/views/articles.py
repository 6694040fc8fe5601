"""Articles, their versions, runs and changes."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema, inline_serializer
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response

import extraction
from annotations.api.concurrency import etag, named_state
from annotations.api.filters import ArticleFilter
from annotations.api.pagination import ArticlePages
from annotations.api.permissions import may
from annotations.api.serializers.annotations import AnnotationSerializer
from annotations.api.serializers.articles import (
    ArticleChangeSerializer,
    ArticleDetailSerializer,
    ArticleInputSerializer,
    ArticleSerializer,
    ArticleWithMarksSerializer,
    BroughtInSerializer,
    TextInputSerializer,
    VersionAddedSerializer,
    VersionSerializer,
    VersionSummarySerializer,
)
from annotations.api.serializers.fields import INTEGER_LIMIT, PersonSerializer
from annotations.api.serializers.runs import RunSerializer
from annotations.api.serializers.sentences import SentenceReviewSerializer
from annotations.api.views.base import FILE_PARSERS, IF_MATCH, View
from annotations.models import Article, ArticleVersion, SuggestionRun
from annotations.queries.annotations import annotations_shown
from annotations.queries.articles import article_in_full, article_in_sight, articles_with_counts, newest_version
from annotations.queries.changes import changes_since
from annotations.querysets import ArticleQuerySet
from annotations.services.articles import (
    ArticleFields,
    bring_in_article,
    change_article,
    delete_article,
    restore_article,
)
from annotations.services.presence import show_presence
from annotations.services.suggestions import request_suggestions
from annotations.services.versions import add_version

READ, ADD = "annotations.view_article", "annotations.add_article"
CHANGE, DELETE = "annotations.change_article", "annotations.delete_article"
READ_RUN, ADD_RUN = "annotations.view_suggestionrun", "annotations.add_suggestionrun"


class ArticleView(View):
    serializer_class: type[Any] = ArticleSerializer

    def get_queryset(self) -> ArticleQuerySet:
        return articles_with_counts().visible_to(self.request.user)

    def article(self) -> Article:
        found = article_in_sight(self.kwargs["pk"], self.actor)
        if found is None:
            raise Http404
        return found


class _ArticleQuery(serializers.Serializer[Any]):
    annotations = serializers.BooleanField(default=False)


class _ArticleListQuery(serializers.Serializer[Any]):
    deleted = serializers.BooleanField(default=False)


class ArticleListView(ArticleView):
    required_permissions = {"GET": READ, "POST": ADD}
    parser_classes = FILE_PARSERS
    filterset_class = ArticleFilter
    pagination_class = ArticlePages

    @extend_schema(
        summary="Articles, newest first",
        parameters=[
            OpenApiParameter("ordering", enum=list(ArticlePages.ORDERINGS), default="-created_at"),
            OpenApiParameter("deleted", bool, description="True: the bin, as far as you may empty or restore it."),
        ],
        responses=ArticleSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        in_bin = self.asked(_ArticleListQuery)["deleted"]
        articles = articles_with_counts().visible_to(request.user, in_bin=in_bin)
        page = self.paginate_queryset(self.filter_queryset(articles))
        return self.get_paginated_response(ArticleSerializer(page, many=True).data)

    @extend_schema(
        summary="Bring in an article",
        request={"application/json": ArticleInputSerializer, "multipart/form-data": ArticleInputSerializer},
        responses={201: BroughtInSerializer},
    )
    def post(self, request: Request) -> Response:
        incoming = ArticleInputSerializer(data=request.data)
        incoming.is_valid(raise_exception=True)
        values, manuscript = incoming.fields_of_article(), incoming.manuscript()
        values.setdefault("language", extraction.guess_language(manuscript.text))
        result = bring_in_article(fields=ArticleFields(**values), manuscript=manuscript, actor=self.actor)
        article = article_in_full(self.get_queryset().get(pk=result.article.pk))
        article.duplicates = [twin.pk for twin in result.duplicates]  # type: ignore[attr-defined]
        return Response(
            BroughtInSerializer(article).data, status=status.HTTP_201_CREATED, headers={"ETag": etag(article)}
        )


class ArticleDetailView(ArticleView):
    required_permissions = {"GET": READ, "PATCH": CHANGE, "DELETE": DELETE}
    serializer_class = ArticleDetailSerializer

    @extend_schema(
        summary="One article with its newest text and run",
        parameters=[OpenApiParameter("annotations", bool, description="True: with the marks of the newest version.")],
        responses=ArticleWithMarksSerializer,
    )
    def get(self, request: Request, pk: int) -> Response:
        with_marks = self.asked(_ArticleQuery)["annotations"]
        article: Any = article_in_full(self.article())
        answer = dict(ArticleDetailSerializer(article).data)
        if with_marks and may(request, "annotations.view_annotation"):
            answer["annotations"] = AnnotationSerializer(annotations_shown(article.newest_version), many=True).data
        return Response(answer, headers={"ETag": etag(article)})

    @extend_schema(
        summary="Change what is known about an article", parameters=[IF_MATCH], request=ArticleChangeSerializer
    )
    def patch(self, request: Request, pk: int) -> Response:
        article = self.article()
        incoming = ArticleChangeSerializer(data=request.data)
        incoming.is_valid(raise_exception=True)
        expected = named_state(request, article)
        change_article(article=article, values=incoming.validated_data, actor=self.actor, expected=expected)
        return self.get(request, pk)

    @extend_schema(
        summary="Move an article to the bin",
        description="With all that belongs to it, for 30 days. One that has been released stays.",
        parameters=[IF_MATCH],
        responses={200: ArticleSerializer},
    )
    def delete(self, request: Request, pk: int) -> Response:
        article = self.article()
        delete_article(article=article, actor=self.actor, expected=named_state(request, article))
        binned = articles_with_counts().get(pk=article.pk)
        return Response(ArticleSerializer(binned).data, headers={"ETag": etag(binned)})


class ArticleRestoreView(ArticleView):
    required_permissions = {"POST": DELETE}

    @extend_schema(summary="Take an article out of the bin", request=None, responses=ArticleSerializer)
    def post(self, request: Request, pk: int) -> Response:
        everywhere = Article.objects.visible_to(request.user) | Article.objects.visible_to(request.user, in_bin=True)
        restore_article(article=get_object_or_404(everywhere, pk=pk), actor=self.actor)
        article = self.article()
        return Response(ArticleSerializer(article).data, headers={"ETag": etag(article)})


class VersionListView(ArticleView):
    required_permissions = {"GET": "annotations.view_articleversion", "POST": "annotations.add_articleversion"}
    parser_classes = FILE_PARSERS
    serializer_class = VersionSummarySerializer

    @extend_schema(summary="Versions of an article, without their texts", responses=VersionSummarySerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        versions = ArticleVersion.objects.filter(article=self.article()).defer("text").order_by("number")
        return Response(VersionSummarySerializer(versions, many=True).data)

    @extend_schema(
        summary="Bring in a changed text as the newest version",
        description=(
            "Marks, verdicts and comments move along where their words are still there. The text of the newest "
            "version again changes nothing and is answered with status 200."
        ),
        request={"application/json": TextInputSerializer, "multipart/form-data": TextInputSerializer},
        responses={201: VersionAddedSerializer, 200: VersionAddedSerializer},
    )
    def post(self, request: Request, pk: int) -> Response:
        article = self.article()
        incoming = TextInputSerializer(data=request.data)
        incoming.is_valid(raise_exception=True)
        added = add_version(article=article, manuscript=incoming.manuscript(), actor=self.actor)
        return Response(VersionAddedSerializer(added).data, status=201 if added.is_new else 200)


class VersionDetailView(View):
    required_permissions = {"GET": "annotations.view_articleversion"}
    serializer_class = VersionSerializer

    @extend_schema(summary="One version with its text")
    def get(self, request: Request, pk: int) -> Response:
        visible = ArticleVersion.objects.visible_to(request.user)
        return Response(VersionSerializer(get_object_or_404(visible, pk=pk)).data)


class ArticleRunsView(ArticleView):
    required_permissions = {"GET": READ_RUN, "POST": ADD_RUN}
    serializer_class = RunSerializer

    @extend_schema(summary="Suggestion runs of an article, newest first", responses=RunSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        runs = SuggestionRun.objects.filter(version__article=self.article()).order_by("-id")[:100]
        return Response(RunSerializer(runs, many=True).data)

    @extend_schema(
        summary="Ask for suggestions for the newest version",
        description="A version has one active run: if there is one, it is answered with status 200.",
        request=None,
        responses={201: RunSerializer, 200: RunSerializer},
    )
    def post(self, request: Request, pk: int) -> Response:
        version = newest_version(self.article())
        active = SuggestionRun.objects.active().filter(version=version).first()
        run = active or request_suggestions(version=version, actor=self.actor)
        return Response(RunSerializer(run).data, status=200 if active else 201)


class RunDetailView(View):
    required_permissions = {"GET": READ_RUN}
    serializer_class = RunSerializer

    @extend_schema(summary="State, progress, counts, timings and error of a run")
    def get(self, request: Request, pk: int) -> Response:
        visible = Article.objects.visible_to(request.user)
        return Response(RunSerializer(get_object_or_404(SuggestionRun, pk=pk, version__article__in=visible)).data)


_CHANGES = inline_serializer(
    "Changes",
    {
        "next": serializers.IntegerField(help_text="Ask with `since` set to this the next time."),
        "has_more": serializers.BooleanField(help_text="True: ask again at once."),
        "state": serializers.ChoiceField(
            choices=Article.State.choices, help_text="Of the article: a change of a released one opens it again."
        ),
        "version": VersionSummarySerializer(help_text="The newest version."),
        "run": RunSerializer(allow_null=True),
        "annotations": AnnotationSerializer(many=True),
        "hidden": serializers.ListField(
            child=serializers.IntegerField(), help_text="Annotations that are to be taken out of sight."
        ),
        "sentences": SentenceReviewSerializer(many=True, help_text="Waved through, or taken back."),
        "present": PersonSerializer(
            many=True, help_text="Who else has the article open, where `present=true` was sent."
        ),
    },
)


class ChangesQuerySerializer(serializers.Serializer[Any]):
    since = serializers.IntegerField(min_value=0, max_value=INTEGER_LIMIT, default=0)
    present = serializers.BooleanField(default=False)


class ArticleChangesView(ArticleView):
    required_permissions = {"GET": READ}

    @extend_schema(
        summary="What changed in an article since an event",
        parameters=[
            OpenApiParameter("since", int, description="Number of the last event seen; 0 for all."),
            OpenApiParameter("present", bool, description="True: somebody has the article open; others are told."),
        ],
        responses=_CHANGES,
    )
    def get(self, request: Request, pk: int) -> Response:
        wanted = self.asked(ChangesQuerySerializer)
        article = get_object_or_404(Article.objects.visible_to(request.user), pk=pk)
        changes = changes_since(article, since=wanted["since"])
        others = show_presence(article=article, user=self.actor) if wanted["present"] else []
        return Response(
            {
                "next": changes.next,
                "has_more": changes.has_more,
                "state": article.state,
                "version": VersionSummarySerializer(changes.version).data,
                "run": RunSerializer(changes.run).data if changes.run else None,
                "annotations": AnnotationSerializer(changes.annotations, many=True).data,
                "hidden": changes.hidden,
                "sentences": SentenceReviewSerializer(changes.sentences, many=True).data,
                "present": PersonSerializer(others, many=True).data,
            }
        )
