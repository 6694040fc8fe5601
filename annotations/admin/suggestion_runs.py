"""Suggestion runs: what waits, runs, failed; with another try."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from annotations.admin.base import AttentionFilter, ReadOnlyAdmin, ReasonedAdmin
from annotations.models import Annotation, SuggestionRun
from annotations.queries.runs import waiting_for_worker
from annotations.services.suggestions import request_suggestions


class RunAttentionFilter(AttentionFilter):
    codes = {"open_runs": _("waits or works"), "failed_runs": _("failed, not tried again")}


@admin.register(SuggestionRun)
class SuggestionRunAdmin(ReasonedAdmin, ReadOnlyAdmin):
    article_path = "version__article"
    recorded_as = "run"
    list_display = (
        "id",
        "article",
        "state_in_words",
        "progress",
        "found",
        "attempts",
        "queued_at",
        "finished_at",
        "error",
    )
    list_filter = ("state", RunAttentionFilter, "error", "queued_at")
    list_select_related = ("version__article",)
    search_fields = ("version__article__title",)
    actions = ("try_again",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[SuggestionRun]:
        return super().get_queryset(request).defer("version__text")

    @admin.display(description=_("article"))
    def article(self, run: SuggestionRun) -> str:
        return run.version.article.title

    @admin.display(description=_("state"), ordering="state")
    def state_in_words(self, run: Any) -> str:
        if getattr(run, "is_waiting", False):
            return str(_("Suggestions are waiting: no worker process is running"))
        words: str = run.get_state_display()
        return words

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """Which of the page wait for a worker, asked of all at once."""
        found: Any = super().get_changelist_instance(request)
        found.result_list = list(found.result_list)
        waiting = waiting_for_worker(found.result_list)
        for run in found.result_list:
            run.is_waiting = run.pk in waiting
        return found

    @admin.display(description=_("paragraphs"))
    def progress(self, run: SuggestionRun) -> str:
        return f"{run.done}/{run.total}" if run.total else "–"

    @admin.display(description=_("suggestions per kind"))
    def found(self, run: SuggestionRun) -> str:
        named = [(kind.label, run.counts.get(kind.value, 0)) for kind in Annotation.Kind]
        return " · ".join(f"{label} {number}" for label, number in named if number) or "–"

    @admin.action(description=_("Try again"), permissions=["run"])
    def try_again(self, request: HttpRequest, queryset: QuerySet[SuggestionRun]) -> None:
        actor: Any = request.user
        versions = {run.version_id: run.version for run in queryset.select_related("version")}

        def change(reason: str) -> int:
            return len([request_suggestions(version=v, actor=actor, because=reason) for v in versions.values()])

        if (number := self.together(request, change)) is not None:
            said = ngettext("%(number)s run was queued.", "%(number)s runs were queued.", number)
            self.message_user(request, said % {"number": number}, messages.SUCCESS)

    def has_run_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("annotations.add_suggestionrun")
