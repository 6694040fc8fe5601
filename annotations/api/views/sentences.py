"""Sentences of an article: which nobody has looked at, and waving one through."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.serializers.sentences import (
    ReviewedSerializer,
    SentencesSerializer,
    WaveSerializer,
)
from annotations.api.views.base import View
from annotations.models import Article, ArticleVersion, SentenceReview
from annotations.queries.articles import newest_version
from annotations.queries.coverage import UNLOOKED, sentence_coverage
from annotations.services.sentences import Reviewed, take_back, wave_through

READ, CHANGE = "annotations.view_annotation", "annotations.change_annotation"


class SentenceView(View):
    serializer_class: type[Any] = SentencesSerializer

    def article(self) -> Article:
        found: Article = get_object_or_404(Article.objects.visible_to(self.request.user), pk=self.kwargs["pk"])
        return found

    def reviewed(self, reviewed: Reviewed) -> Response:
        return Response(ReviewedSerializer(reviewed).data)


class SentenceListView(SentenceView):
    required_permissions = {"GET": READ, "POST": CHANGE}

    @extend_schema(
        summary="Sentences that say something checkable, in text order",
        description=(
            "Of the newest version: those with a figure, date, name, superlative or verb of saying. "
            "The words are those of the version's text at the place."
        ),
        responses=SentencesSerializer,
    )
    def get(self, request: Request, pk: int) -> Response:
        article = self.article()
        version = newest_version(article)
        version.article = article
        sentences = sentence_coverage(version)
        unlooked = sum(sentence.state == UNLOOKED for sentence in sentences)
        answer = {"version": version.pk, "unlooked": unlooked, "sentences": sentences}
        return Response(SentencesSerializer(answer).data)

    @extend_schema(
        summary="Wave a sentence through: nothing to check here",
        description="Twice is no conflict: the first decision stands, and `event` is null.",
        request=WaveSerializer,
        responses=ReviewedSerializer,
    )
    def post(self, request: Request, pk: int) -> Response:
        values = dict(self.sent(WaveSerializer))
        number = values.pop("version")
        version = ArticleVersion.objects.filter(pk=number, article=self.article()).first()
        if version is None:
            raise ValidationError({"version": f"The article has no version {number}."}, code="does_not_exist")
        return self.reviewed(wave_through(version=version, actor=self.actor, **values))


class SentenceDetailView(SentenceView):
    required_permissions = {"DELETE": CHANGE}

    @extend_schema(summary="Take back that there is nothing to check", responses={200: ReviewedSerializer})
    def delete(self, request: Request, pk: int, review: int) -> Response:
        reviews = SentenceReview.objects.select_related("version").filter(version__article=self.article())
        return self.reviewed(take_back(review=get_object_or_404(reviews, pk=review), actor=self.actor))
