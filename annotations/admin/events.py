"""The record: to read, never to edit."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from annotations.admin.base import ReadOnlyAdmin
from annotations.models import Event, Import, WebhookEndpoint
from annotations.queries.history import tell
from annotations.queries.webhooks import owners_seen_by


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    article_path = "article"
    list_display = ("at", "in_words", "actor", "article", "number")
    list_filter = ("verb", "object_type", "at")
    list_select_related = ("actor", "article")
    search_fields = ("article__title", "actor__username", "=object_id")

    def in_sight(self, user: Any) -> Q:
        """What belongs to no article, as far as the list of these things shows it: both name files and addresses."""
        imports = Import.objects.visible_to(user).filter(pk=OuterRef("object_id"))
        webhooks = WebhookEndpoint.objects.filter(owner__in=owners_seen_by(user), pk=OuterRef("object_id"))
        apart = Q(article=None) & (~Q(object_type="import") | Exists(imports))
        return super().in_sight(user) | apart & (~Q(object_type="webhook") | Exists(webhooks))

    def record_of(self, found: Any) -> tuple[str, int]:
        return found.object_type, found.object_id

    @admin.display(description=_("what happened"))
    def in_words(self, event: Any) -> str:
        words: str = event.in_words
        return words

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The sentences of the page at once: they name what the events are about."""
        found: Any = super().get_changelist_instance(request)
        found.result_list = list(found.result_list)
        for told in tell(found.result_list):
            told.event.in_words = told.sentence  # type: ignore[attr-defined]
        return found
