"""The register of speakers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.db.models import OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from annotations.admin.base import ReasonedAdmin
from annotations.models import Quote, Speaker
from annotations.queries.counting import number_per
from annotations.services.speakers import merge_speakers, save_speaker, split_speaker


@admin.register(Speaker)
class SpeakerAdmin(ReasonedAdmin):
    recorded_as = "speaker"
    list_display = ("name", "kind", "function", "is_proposed", "merged_into", "quote_count")
    list_filter = ("is_proposed", "kind", ("merged_into", admin.EmptyFieldListFilter))
    list_select_related = ("merged_into",)
    search_fields = ("name", "function")
    readonly_fields = ("merged_into",)
    actions = ("merge", "split")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Speaker]:
        quotes = number_per("speaker", Quote.objects.filter(speaker=OuterRef("pk")))
        return super().get_queryset(request).annotate(quote_count=quotes)

    def save_model(self, request: HttpRequest, obj: Speaker, form: Any, change: bool) -> None:
        save_speaker(obj, actor=request.user)  # type: ignore[arg-type]

    def has_delete_permission(self, request: HttpRequest, obj: Speaker | None = None) -> bool:
        """What was entered twice is merged."""
        return False

    @admin.action(description=_("Merge into the entry with most quotes"), permissions=["change"])
    def merge(self, request: HttpRequest, queryset: QuerySet[Speaker]) -> None:
        kept, *others = sorted(queryset, key=lambda entry: (-self.quote_count(entry), entry.pk))
        self._for_each(request, others, partial(merge_speakers, kept=kept))

    @admin.action(description=_("Split off again"), permissions=["change"])
    def split(self, request: HttpRequest, queryset: QuerySet[Speaker]) -> None:
        self._for_each(request, list(queryset), split_speaker)

    def _for_each(self, request: HttpRequest, entries: list[Speaker], act: Callable[..., Any]) -> None:
        def change(reason: str) -> int:
            return len([act(merged=entry, actor=request.user, because=reason) for entry in entries])

        if (done := self.together(request, change)) is not None:
            said = ngettext("%(number)s entry was changed.", "%(number)s entries were changed.", done)
            self.message_user(request, said % {"number": done}, messages.SUCCESS)

    @admin.display(description=_("Quotes"), ordering="quote_count")
    def quote_count(self, speaker: Speaker) -> int:
        return speaker.quote_count  # type: ignore[attr-defined]
