"""One's own tokens."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.pagination import NewestFirst
from annotations.api.serializers.tokens import NewTokenSerializer, TokenInputSerializer, TokenSerializer
from annotations.api.views.base import View
from annotations.models import ApiToken
from annotations.queries.tokens import tokens_of
from annotations.services.tokens import create_token, revoke_token

OWN = "annotations.view_article"  # whoever may use the API at all has tokens of her own


class TokenView(View):
    serializer_class: type[Any] = TokenSerializer
    pagination_class = NewestFirst
    queryset = ApiToken.objects.none()  # names the model to the schema

    def get_queryset(self) -> QuerySet[ApiToken]:
        return tokens_of(self.actor)


class TokenListView(TokenView):
    required_permissions = {"GET": OWN, "POST": OWN}
    once_only = ("token",)

    @extend_schema(summary="Your tokens, newest first", responses=TokenSerializer(many=True))
    def get(self, request: Request) -> Response:
        page = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response(TokenSerializer(page, many=True).data)

    @extend_schema(
        summary="Make a token",
        description="The answer is the only place where it can be read. A token makes none that may more than itself.",
        request=TokenInputSerializer,
        responses={201: NewTokenSerializer},
    )
    def post(self, request: Request) -> Response:
        values = self.sent(TokenInputSerializer)
        if isinstance(request.auth, ApiToken) and (more := set(values["scopes"]) - set(request.auth.scopes)):
            message = f"This token itself lacks: {', '.join(sorted(more))}."
            raise ValidationError({"scopes": message}, code="scope_missing")
        made = create_token(owner=self.actor, actor=self.actor, **values)
        return Response({**TokenSerializer(made.token).data, "token": made.shown_once}, status=201)


class TokenDetailView(TokenView):
    required_permissions = {"GET": OWN, "DELETE": OWN}

    def token(self) -> ApiToken:
        found: ApiToken = get_object_or_404(self.get_queryset(), pk=self.kwargs["pk"])
        return found

    @extend_schema(summary="One of your tokens")
    def get(self, request: Request, pk: int) -> Response:
        return Response(TokenSerializer(self.token()).data)

    @extend_schema(summary="Revoke a token", responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        revoke_token(token=self.token(), actor=self.actor)
        return Response(status=204)
