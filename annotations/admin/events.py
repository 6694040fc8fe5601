"""The record: to read, never to edit."""

from __future__ import annotations

from django.contrib import admin

from annotations.admin.base import ReadOnlyAdmin
from annotations.models import Event


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ("at", "actor", "verb", "object_type", "object_id", "article", "number")
    list_filter = ("verb", "object_type", "at")
    list_select_related = ("actor", "article")
    search_fields = ("article__title", "actor__username", "=object_id")
