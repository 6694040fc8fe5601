"""Imports: who brought in which file, how far it is, and the rows that failed."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
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

    @admin.display(description=_("done"))
    def progress(self, job: Import) -> str:
        return f"{job.done}/{job.total}" if job.total else "–"


@admin.register(ImportResult)
class ImportResultAdmin(ReadOnlyAdmin):
    list_display = ("job", "row", "item", "outcome", "object_type", "object_id", "code")
    list_filter = ("outcome", "code")
    list_select_related = ("job",)
    search_fields = ("job__name", "detail")

    def record_of(self, found: Any) -> tuple[str, int]:
        return "import", found.job_id
