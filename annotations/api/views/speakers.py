"""The register of speakers."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.pagination import OldestFirst
from annotations.api.serializers.annotations import AnnotationSerializer
from annotations.api.views.base import View
from annotations.models import Speaker
from annotations.queries.speakers import quotes_of, speakers_with_counts
from annotations.services.speakers import merge_speakers, save_speaker, split_speaker

READ, ADD, CHANGE = "annotations.view_speaker", "annotations.add_speaker", "annotations.change_speaker"


class SpeakerDetailSerializer(serializers.ModelSerializer[Speaker]):
    quote_count = serializers.IntegerField(default=0, read_only=True)
    aliases = serializers.ListField(child=serializers.CharField(max_length=200), required=False, max_length=100)

    class Meta:
        model = Speaker
        fields = ["id", "name", "kind", "function", "aliases", "is_proposed", "merged_into", "quote_count"]
        read_only_fields = ["merged_into"]


class MergeSerializer(serializers.Serializer[Any]):
    into = serializers.IntegerField(min_value=1, max_value=2**63 - 1, help_text=_("The entry that stands for both."))


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
        page = self.paginate_queryset(speakers_with_counts(words))
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
        return Response(SpeakerDetailSerializer(self.speaker()).data)

    @extend_schema(summary="Change a speaker")
    def patch(self, request: Request, pk: int) -> Response:
        speaker = self.speaker()
        incoming = SpeakerDetailSerializer(speaker, data=request.data, partial=True)
        incoming.is_valid(raise_exception=True)
        for name, value in incoming.validated_data.items():
            setattr(speaker, name, value)
        save_speaker(speaker, actor=self.actor)
        return Response(SpeakerDetailSerializer(speaker).data)


class SpeakerQuotesView(SpeakerView):
    required_permissions = {"GET": READ}
    serializer_class = AnnotationSerializer

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
        incoming = MergeSerializer(data=request.data)
        incoming.is_valid(raise_exception=True)
        kept = get_object_or_404(Speaker, pk=incoming.validated_data["into"])
        merge_speakers(kept=kept, merged=self.speaker(), actor=self.actor)
        kept.refresh_from_db()
        return Response(SpeakerDetailSerializer(kept).data)


class SpeakerSplitView(SpeakerView):
    required_permissions = {"POST": CHANGE}

    @extend_schema(summary="Undo a merge", request=None, responses=SpeakerDetailSerializer)
    def post(self, request: Request, pk: int) -> Response:
        return Response(SpeakerDetailSerializer(split_speaker(merged=self.speaker(), actor=self.actor)).data)
