"""The register of speakers."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from annotations.models import Speaker


@admin.register(Speaker)
class SpeakerAdmin(ModelAdmin):
    list_display = ("name", "function", "is_proposed", "quote_count")
    list_filter = ("is_proposed",)
    search_fields = ("name", "function")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Speaker]:
        return super().get_queryset(request).annotate(quote_count=Count("quotes"))

    @admin.display(description=_("Quotes"), ordering="quote_count")
    def quote_count(self, speaker: Speaker) -> int:
        return speaker.quote_count  # type: ignore[attr-defined]
