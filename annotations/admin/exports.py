"""Exports: who asked for what, how far it is, what went wrong."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from annotations.admin.base import ReadOnlyAdmin
from annotations.models import Export


@admin.register(Export)
class ExportAdmin(ReadOnlyAdmin):
    recorded_as = "export"
    list_display = ("id", "form", "requested_by", "state", "progress", "article_count", "annotation_count", "size")
    list_filter = ("state", "form", "error", "queued_at")
    list_select_related = ("requested_by",)
    search_fields = ("requested_by__username",)
    fields = (
        "form",
        "requested_by",
        "choice",
        "state",
        "attempts",
        "queued_at",
        "started_at",
        "finished_at",
        "article_count",
        "annotation_count",
        "size",
        "error",
        "error_detail",
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Export]:
        return super().get_queryset(request).defer("articles")

    @admin.display(description=_("done"))
    def progress(self, export: Export) -> str:
        return f"{export.done}/{export.total}" if export.total else "–"
