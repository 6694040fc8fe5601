"""Who am I, and how do I like it."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.serializers.me import MeChangeSerializer, MeSerializer
from annotations.api.views.base import View
from annotations.services.preferences import change_preferences


class MeView(View):
    # Everybody who may mark: a token that only reads changes nothing of its owner's account.
    required_permissions = {"GET": "annotations.view_article", "PATCH": "annotations.add_annotation"}

    @extend_schema(summary="Who the session or token belongs to, and what she prefers", responses=MeSerializer)
    def get(self, request: Request) -> Response:
        return Response(MeSerializer(self.actor).data)

    @extend_schema(
        summary="Change the name colleagues see, colours, language and keys",
        request=MeChangeSerializer(partial=True),
        responses=MeSerializer,
    )
    def patch(self, request: Request) -> Response:
        incoming = MeChangeSerializer(data=request.data, partial=True)
        incoming.is_valid(raise_exception=True)
        change_preferences(user=self.actor, values=incoming.validated_data)
        return Response(MeSerializer(self.actor).data)
