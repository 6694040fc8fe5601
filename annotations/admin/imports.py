"""Imports: who brought in which file, how far it is, and the rows that failed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from annotations.admin.base import ReadOnlyAdmin
from annotations.models import Import, ImportResult


@admin.register(Import)
class ImportAdmin(ReadOnlyAdmin):
    recorded_as = "import"
    list_display = ("id", "form", "name", "requested_by", "state", "progress", "created", "unchanged", "failed")
    list_filter = ("state", "form", "error", "queued_at")
    list_select_related = ("requested_by",)
    search_fields = ("name", "requested_by__username")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Import]:
        user: Any = request.user
        return super().get_queryset(request).filter(pk__in=Import.objects.visible_to(user).values("pk"))

    @admin.display(description=_("done"))
    def progress(self, job: Import) -> str:
        return f"{job.done}/{job.total}" if job.total else "–"


@admin.register(ImportResult)
class ImportResultAdmin(ReadOnlyAdmin):
    list_display = ("job", "row", "item", "outcome", "object_type", "object_id", "code")
    list_filter = ("outcome", "code")
    list_select_related = ("job",)
    search_fields = ("job__name", "detail")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportResult]:
        user: Any = request.user
        return super().get_queryset(request).filter(job__in=Import.objects.visible_to(user))

    def record_of(self, found: Any) -> tuple[str, int]:
        return "import", found.job_id
