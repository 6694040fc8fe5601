"""One's own webhooks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from annotations.api.pagination import NewestFirst
from annotations.api.serializers.webhooks import (
    DeliverySerializer,
    WebhookInputSerializer,
    WebhookSerializer,
    WebhookWithSecretSerializer,
)
from annotations.api.views.base import View
from annotations.models import WebhookDelivery, WebhookEndpoint
from annotations.queries.webhooks import KEEP, deliveries_of, webhooks_of
from annotations.services.webhook_signatures import secret_of
from annotations.services.webhooks import (
    change_webhook,
    create_webhook,
    delete_webhook,
    pause_webhook,
    repeat_delivery,
    resume_webhook,
    rotate_secret,
    send_test,
)

READ, CHANGE, DELETE = (f"annotations.{act}_webhookendpoint" for act in ("view", "change", "delete"))
READ_DELIVERIES = "annotations.view_webhookdelivery"


class WebhookView(View):
    serializer_class: type[Any] = WebhookSerializer
    pagination_class = NewestFirst
    queryset = WebhookEndpoint.objects.none()  # which model the schema speaks of; see below for whose

    def get_queryset(self) -> QuerySet[WebhookEndpoint]:
        return webhooks_of(self.actor)

    def webhook(self) -> WebhookEndpoint:
        found: WebhookEndpoint = get_object_or_404(self.get_queryset(), pk=self.kwargs["pk"])
        return found

    def shown(self, *, secret: bool = False, status: int = 200, pk: int | None = None) -> Response:
        """As it is stored now; `secret` only where it has just been made."""
        endpoint: Any = get_object_or_404(self.get_queryset(), pk=pk or self.kwargs["pk"])
        if secret:
            endpoint.secret = secret_of(endpoint)
            return Response(WebhookWithSecretSerializer(endpoint).data, status=status)
        return Response(WebhookSerializer(endpoint).data, status=status)


class WebhookListView(WebhookView):
    required_permissions = {"GET": READ, "POST": KEEP}

    @extend_schema(summary="Your webhooks, newest first", responses=WebhookSerializer(many=True))
    def get(self, request: Request) -> Response:
        page = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response(WebhookSerializer(page, many=True).data)

    @extend_schema(
        summary="Enter a webhook",
        description="The answer has the `secret`, which is not shown again. Messages: docs/webhooks.md.",
        request=WebhookInputSerializer,
        responses={201: WebhookWithSecretSerializer},
    )
    def post(self, request: Request) -> Response:
        endpoint = create_webhook(**self.sent(WebhookInputSerializer), actor=self.actor)
        return self.shown(secret=True, status=201, pk=endpoint.pk)


class WebhookDetailView(WebhookView):
    required_permissions = {"GET": READ, "PATCH": CHANGE, "DELETE": DELETE}

    @extend_schema(summary="One of your webhooks")
    def get(self, request: Request, pk: int) -> Response:
        return Response(WebhookSerializer(self.webhook()).data)

    @extend_schema(summary="Change address, purpose or events", request=WebhookInputSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        endpoint = self.webhook()
        incoming = WebhookInputSerializer(data=request.data, partial=True)
        incoming.is_valid(raise_exception=True)
        change_webhook(endpoint=endpoint, values=incoming.validated_data, actor=self.actor)
        return self.shown()

    @extend_schema(summary="Delete a webhook with its deliveries", responses={204: None})
    def delete(self, request: Request, pk: int) -> Response:
        delete_webhook(endpoint=self.webhook(), actor=self.actor)
        return Response(status=204)


class WebhookSecretView(WebhookView):
    required_permissions = {"POST": CHANGE}

    @extend_schema(
        summary="Rotate the secret",
        description="For 24 hours messages carry a signature of each secret.",
        request=None,
        responses=WebhookWithSecretSerializer,
    )
    def post(self, request: Request, pk: int) -> Response:
        rotate_secret(endpoint=self.webhook(), actor=self.actor)
        return self.shown(secret=True)


class WebhookPauseView(WebhookView):
    required_permissions = {"POST": CHANGE}

    @extend_schema(summary="Pause: what is to be told waits", request=None, responses=WebhookSerializer)
    def post(self, request: Request, pk: int) -> Response:
        pause_webhook(endpoint=self.webhook(), reason=WebhookEndpoint.PauseReason.OWNER, actor=self.actor)
        return self.shown()


class WebhookResumeView(WebhookView):
    required_permissions = {"POST": CHANGE}

    @extend_schema(
        summary="Resume: send what waits, and what was given up since the failures began",
        request=None,
        responses=WebhookSerializer,
    )
    def post(self, request: Request, pk: int) -> Response:
        resume_webhook(endpoint=self.webhook(), actor=self.actor)
        return self.shown()


class WebhookTestView(WebhookView):
    required_permissions = {"POST": CHANGE}
    serializer_class = DeliverySerializer

    @extend_schema(summary="Send a test message", request=None, responses={202: DeliverySerializer})
    def post(self, request: Request, pk: int) -> Response:
        return Response(DeliverySerializer(send_test(endpoint=self.webhook(), actor=self.actor)).data, status=202)


class WebhookDeliveriesView(WebhookView):
    required_permissions = {"GET": READ_DELIVERIES}
    serializer_class = DeliverySerializer

    @extend_schema(summary="Deliveries of a webhook, newest first", responses=DeliverySerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        page = self.paginate_queryset(deliveries_of(self.webhook()))
        return self.get_paginated_response(DeliverySerializer(page, many=True).data)


class DeliveryRepeatView(WebhookView):
    required_permissions = {"POST": CHANGE}
    serializer_class = DeliverySerializer

    @extend_schema(
        summary="Send a delivery again, with the same webhook-id", request=None, responses={202: DeliverySerializer}
    )
    def post(self, request: Request, pk: int, delivery: int) -> Response:
        found: WebhookDelivery = get_object_or_404(deliveries_of(self.webhook()), pk=delivery)
        repeat_delivery(delivery=found, actor=self.actor)
        again = get_object_or_404(deliveries_of(found.endpoint), pk=found.pk)
        return Response(DeliverySerializer(again).data, status=202)
