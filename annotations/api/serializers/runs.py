"""Suggestion runs."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from annotations.models import SuggestionRun
from annotations.queries.runs import is_waiting_for_worker


class RunSerializer(serializers.ModelSerializer[SuggestionRun]):
    seconds = serializers.SerializerMethodField(help_text=_("How long the last attempt took; null until it ended."))
    error = serializers.SerializerMethodField()
    waits_for_worker = serializers.SerializerMethodField(
        help_text=_("True where the run is queued and no worker process shows a sign of life.")
    )

    class Meta:
        model = SuggestionRun
        fields = [
            "id",
            "version",
            "state",
            "done",
            "total",
            "counts",
            "attempts",
            "seconds",
            "error",
            "waits_for_worker",
            "engine_version",
            "queued_at",
            "started_at",
            "finished_at",
        ]

    def get_seconds(self, run: SuggestionRun) -> float | None:
        if run.started_at is None or run.finished_at is None:
            return None
        return round((run.finished_at - run.started_at).total_seconds(), 2)

    @extend_schema_field(
        {
            "type": ["object", "null"],
            "properties": {"code": {"type": "string"}, "detail": {"type": "string"}},
            "required": ["code", "detail"],
        }
    )
    def get_error(self, run: SuggestionRun) -> dict[str, Any] | None:
        return {"code": run.error, "detail": run.get_error_display()} if run.error else None

    def get_waits_for_worker(self, run: SuggestionRun) -> bool:
        return is_waiting_for_worker(run)
