"""Who am I."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.serializers.fields import PersonSerializer
from annotations.api.views.base import View


class MeView(View):
    required_permissions = {"GET": "annotations.view_article"}

    @extend_schema(
        summary="Who the session or token belongs to, and the roles",
        responses=inline_serializer(
            "Me",
            {
                "id": serializers.IntegerField(),
                "name": serializers.CharField(),
                "username": serializers.CharField(),
                "roles": serializers.ListField(child=serializers.CharField()),
            },
        ),
    )
    def get(self, request: Request) -> Response:
        roles = list(self.actor.groups.order_by("name").values_list("name", flat=True))
        person = PersonSerializer(self.actor).data
        return Response({**person, "username": self.actor.get_username(), "roles": roles})
