"""Webhooks and what was delivered: to see why one is paused, to resume it, to repeat a delivery."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import TabularInline
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from annotations.admin.base import AttentionFilter, ReadOnlyAdmin, ReasonedAdmin
from annotations.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from annotations.queries.webhooks import about_seen_by, owners_seen_by
from annotations.services.webhooks import pause_webhook, repeat_delivery, resume_webhook, send_test


class WebhookAttentionFilter(AttentionFilter):
    codes = {"paused": _("paused by failures")}


@admin.register(WebhookEndpoint)
class WebhookEndpointAdmin(ReasonedAdmin, ReadOnlyAdmin):
    recorded_as = "webhook"
    list_display = ("__str__", "owner", "state", "pause_reason", "failures", "failing_since", "resting_until")
    list_filter = ("state", WebhookAttentionFilter, "pause_reason")
    list_select_related = ("owner",)
    search_fields = ("url", "description", "owner__username")
    exclude = ("secret_seed", "previous_seed")
    readonly_fields = ("url",)
    actions = ("pause", "resume", "test")

    def get_queryset(self, request: HttpRequest) -> QuerySet[WebhookEndpoint]:
        user: Any = request.user
        return super().get_queryset(request).filter(owner__in=owners_seen_by(user))

    @admin.action(description=_("Pause"), permissions=["keep"])
    def pause(self, request: HttpRequest, queryset: QuerySet[WebhookEndpoint]) -> None:
        self._for_each(request, queryset, partial(pause_webhook, reason=WebhookEndpoint.PauseReason.OWNER))

    @admin.action(description=_("Resume"), permissions=["keep"])
    def resume(self, request: HttpRequest, queryset: QuerySet[WebhookEndpoint]) -> None:
        self._for_each(request, queryset, resume_webhook)

    @admin.action(description=_("Send a test message"), permissions=["keep"])
    def test(self, request: HttpRequest, queryset: QuerySet[WebhookEndpoint]) -> None:
        self._for_each(request, queryset, send_test)

    def has_keep_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("annotations.change_webhookendpoint")

    def _for_each(self, request: HttpRequest, queryset: QuerySet[WebhookEndpoint], act: Callable[..., object]) -> None:
        def change(reason: str) -> int:
            return len([act(endpoint=endpoint, actor=request.user, because=reason) for endpoint in queryset])

        if (number := self.together(request, change)) is not None:
            said = ngettext("%(number)s webhook: done.", "%(number)s webhooks: done.", number)
            self.message_user(request, said % {"number": number}, messages.SUCCESS)


class AttemptInline(TabularInline):
    model = WebhookAttempt
    extra = 0
    can_delete = False
    readonly_fields = fields = ("at", "status", "duration_ms", "excerpt")

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("annotations.view_webhookdelivery")


@admin.register(WebhookDelivery)
class WebhookDeliveryAdmin(ReasonedAdmin, ReadOnlyAdmin):
    list_display = ("id", "endpoint", "type", "article", "state", "attempts", "queued_at", "due_at", "error")
    list_filter = ("state", "error", "type", "queued_at")
    list_select_related = ("endpoint", "article")
    search_fields = ("webhook_id", "endpoint__url", "endpoint__description", "article__title")
    exclude = ("lease", "lease_until", "hinted_at", "done", "total")
    inlines = (AttemptInline,)
    actions = ("repeat",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[WebhookDelivery]:
        user: Any = request.user
        own = super().get_queryset(request).filter(endpoint__owner__in=owners_seen_by(user))
        return own.filter(about_seen_by(user))

    def record_of(self, found: Any) -> tuple[str, int]:
        return "webhook", found.endpoint_id

    @admin.action(description=_("Repeat"), permissions=["keep"])
    def repeat(self, request: HttpRequest, queryset: QuerySet[WebhookDelivery]) -> None:
        actor: Any = request.user

        def change(reason: str) -> int:
            deliveries = list(queryset.select_related("endpoint"))
            for delivery in deliveries:
                repeat_delivery(delivery=delivery, actor=actor, because=reason)
            return len(deliveries)

        if (number := self.together(request, change)) is not None:
            said = ngettext("%(number)s delivery is sent again.", "%(number)s deliveries are sent again.", number)
            self.message_user(request, said % {"number": number}, messages.SUCCESS)

    def has_keep_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("annotations.change_webhookendpoint")
