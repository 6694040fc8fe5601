"""The register of speakers."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from annotations.models import Speaker
from annotations.services.speakers import save_speaker


@admin.register(Speaker)
class SpeakerAdmin(ModelAdmin):
    list_display = ("name", "function", "is_proposed", "quote_count")
    list_filter = ("is_proposed",)
    search_fields = ("name", "function")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Speaker]:
        return super().get_queryset(request).annotate(quote_count=Count("quotes"))

    def save_model(self, request: HttpRequest, obj: Speaker, form: Any, change: bool) -> None:
        save_speaker(obj, actor=request.user)  # type: ignore[arg-type]

    @admin.display(description=_("Quotes"), ordering="quote_count")
    def quote_count(self, speaker: Speaker) -> int:
        return speaker.quote_count  # type: ignore[attr-defined]
