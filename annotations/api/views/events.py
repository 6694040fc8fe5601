"""The record: every change once, in order; and the present state of what changed."""

from __future__ import annotations

from typing import Any

import django_filters
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.filters import AskedFilters, Moment, NumberOf
from annotations.api.pagination import OldestFirst
from annotations.api.permissions import allows
from annotations.api.serializers.events import EventSerializer, FeedSerializer
from annotations.api.views.base import View
from annotations.models import Event
from annotations.queries.feed import events_visible_to, feed_since
from annotations.querysets import EventQuerySet


class EventFilter(AskedFilters):
    since = NumberOf(field_name="pk", lookup_expr="gt")
    article = NumberOf(field_name="article")
    actor = NumberOf(field_name="actor")
    verb = django_filters.ChoiceFilter(choices=Event.Verb.choices)
    object_type = django_filters.CharFilter(max_length=20)
    object_id = NumberOf()
    after = Moment(field_name="at", lookup_expr="gte")
    before = Moment(field_name="at", lookup_expr="lte")

    class Meta:
        model = Event
        fields: list[str] = []


class EventListView(View):
    required_permissions = {"GET": "annotations.view_event"}
    serializer_class = EventSerializer
    pagination_class = OldestFirst
    filterset_class = EventFilter
    queryset = Event.objects.none()  # names the model to the schema

    def get_queryset(self) -> EventQuerySet:
        return events_visible_to(self.actor).select_related("actor")

    @extend_schema(
        summary="Every change, in the order it happened",
        description=(
            "Append-only. Read from 0, the new values of all events give the present state. `since` is the number of "
            "the last event seen; no event with a lower number appears after one with a higher number has been read."
        ),
        responses=EventSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(EventSerializer(page, many=True).data)


class _FeedQuerySerializer(serializers.Serializer[Any]):
    since = serializers.IntegerField(min_value=0, max_value=2**63 - 1, default=0)


class FeedView(View):
    required_permissions = {"GET": "annotations.view_event"}
    serializer_class = FeedSerializer

    @extend_schema(
        summary="What changed since an event, in all you may see",
        parameters=[OpenApiParameter("since", int, description="Number of the last event seen; 0 for all.")],
        responses=FeedSerializer,
    )
    def get(self, request: Request) -> Response:
        since = self.asked(_FeedQuerySerializer)["since"]
        with_annotations = allows(request, "annotations.view_annotation")
        feed = feed_since(self.actor, since=since, with_annotations=with_annotations)
        return Response(FeedSerializer(feed).data)
