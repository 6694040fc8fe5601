"""Webhooks and what was delivered: to see why one is paused, to resume it, to repeat a delivery."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import TabularInline
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from annotations.admin.base import AttentionFilter, ReadOnlyAdmin
from annotations.errors import BelegError
from annotations.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint
from annotations.queries.webhooks import about_seen_by, owners_seen_by
from annotations.services.webhooks import pause_webhook, repeat_delivery, resume_webhook, send_test


class WebhookAttentionFilter(AttentionFilter):
    codes = {"paused": _("paused by failures")}


@admin.register(WebhookEndpoint)
class WebhookEndpointAdmin(ReadOnlyAdmin):
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
        actor: Any = request.user
        for endpoint in queryset:
            pause_webhook(endpoint=endpoint, reason=WebhookEndpoint.PauseReason.OWNER, actor=actor)
        self._say(request, len(queryset))

    @admin.action(description=_("Resume"), permissions=["keep"])
    def resume(self, request: HttpRequest, queryset: QuerySet[WebhookEndpoint]) -> None:
        actor: Any = request.user
        for endpoint in queryset:
            resume_webhook(endpoint=endpoint, actor=actor)
        self._say(request, len(queryset))

    @admin.action(description=_("Send a test message"), permissions=["keep"])
    def test(self, request: HttpRequest, queryset: QuerySet[WebhookEndpoint]) -> None:
        try:
            for endpoint in queryset:
                send_test(endpoint=endpoint)
        except BelegError as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            self._say(request, len(queryset))

    def has_keep_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("annotations.change_webhookendpoint")

    def _say(self, request: HttpRequest, number: int) -> None:
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
class WebhookDeliveryAdmin(ReadOnlyAdmin):
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

    @admin.action(description=_("Repeat"), permissions=["keep"])
    def repeat(self, request: HttpRequest, queryset: QuerySet[WebhookDelivery]) -> None:
        try:
            for delivery in queryset.select_related("endpoint"):
                repeat_delivery(delivery=delivery)
        except BelegError as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            said = ngettext(
                "%(number)s delivery is sent again.", "%(number)s deliveries are sent again.", len(queryset)
            )
            self.message_user(request, said % {"number": len(queryset)}, messages.SUCCESS)

    def has_keep_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("annotations.change_webhookendpoint")
