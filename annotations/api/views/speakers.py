"""The register of speakers."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.concurrency import etag, named_state
from annotations.api.pagination import AnnotationPages, OldestFirst
from annotations.api.serializers.annotations import AnnotationSerializer
from annotations.api.serializers.speakers import MergeSerializer, SpeakerDetailSerializer
from annotations.api.views.base import IF_MATCH, View
from annotations.models import Speaker
from annotations.queries.speakers import quotes_of, speakers_with_counts
from annotations.services.speakers import merge_speakers, save_speaker, split_speaker

READ, ADD, CHANGE = "annotations.view_speaker", "annotations.add_speaker", "annotations.change_speaker"


class SpeakerView(View):
    serializer_class: type[Any] = SpeakerDetailSerializer
    pagination_class = OldestFirst

    def get_queryset(self) -> QuerySet[Speaker]:
        return Speaker.objects.all()

    def speaker(self) -> Speaker:
        found: Speaker = get_object_or_404(Speaker, pk=self.kwargs["pk"])
        return found


class SpeakerListView(SpeakerView):
    required_permissions = {"GET": READ, "POST": ADD}

    @extend_schema(
        summary="Speakers, oldest first",
        parameters=[OpenApiParameter("search", str, description="Words of name or function.")],
        responses=SpeakerDetailSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        words = request.query_params.get("search", "")[:200].replace("\0", "")
        page = self.paginate_queryset(speakers_with_counts(self.actor, words))
        return self.get_paginated_response(SpeakerDetailSerializer(page, many=True).data)

    @extend_schema(summary="Enter a speaker", responses={201: SpeakerDetailSerializer})
    def post(self, request: Request) -> Response:
        incoming = SpeakerDetailSerializer(data=request.data)
        incoming.is_valid(raise_exception=True)
        speaker = Speaker(**incoming.validated_data)
        save_speaker(speaker, actor=self.actor)
        return Response(SpeakerDetailSerializer(speaker).data, status=201)


class SpeakerEntryView(SpeakerView):
    required_permissions = {"GET": READ, "PATCH": CHANGE}

    @extend_schema(summary="One speaker")
    def get(self, request: Request, pk: int) -> Response:
        speaker = self.speaker()
        return Response(SpeakerDetailSerializer(speaker).data, headers={"ETag": etag(speaker)})

    @extend_schema(summary="Change a speaker", parameters=[IF_MATCH])
    def patch(self, request: Request, pk: int) -> Response:
        speaker = self.speaker()
        incoming = SpeakerDetailSerializer(speaker, data=request.data, partial=True)
        incoming.is_valid(raise_exception=True)
        expected = named_state(request, speaker)
        for name, value in incoming.validated_data.items():
            setattr(speaker, name, value)
        save_speaker(speaker, actor=self.actor, expected=expected)
        return Response(SpeakerDetailSerializer(speaker).data)


class SpeakerQuotesView(SpeakerView):
    required_permissions = {"GET": READ}
    serializer_class = AnnotationSerializer
    pagination_class = AnnotationPages

    @extend_schema(summary="What a speaker said, oldest mark first", responses=AnnotationSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        page = self.paginate_queryset(quotes_of(self.speaker()).visible_to(request.user))
        return self.get_paginated_response(AnnotationSerializer(page, many=True).data)


class SpeakerMergeView(SpeakerView):
    required_permissions = {"POST": CHANGE}

    @extend_schema(
        summary="Two entries are one speaker",
        description="The entry stays, with its quotes, and can be split off again.",
        request=MergeSerializer,
        responses=SpeakerDetailSerializer,
    )
    def post(self, request: Request, pk: int) -> Response:
        kept = get_object_or_404(Speaker, pk=self.sent(MergeSerializer)["into"])
        merge_speakers(kept=kept, merged=self.speaker(), actor=self.actor)
        kept.refresh_from_db()
        return Response(SpeakerDetailSerializer(kept).data)


class SpeakerSplitView(SpeakerView):
    required_permissions = {"POST": CHANGE}

    @extend_schema(summary="Undo a merge", request=None, responses=SpeakerDetailSerializer)
    def post(self, request: Request, pk: int) -> Response:
        return Response(SpeakerDetailSerializer(split_speaker(merged=self.speaker(), actor=self.actor)).data)
