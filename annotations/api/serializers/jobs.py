"""What every job shows of itself."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

JOB_FIELDS = ["id", "state", "done", "total", "error", "queued_at", "started_at", "finished_at"]


class JobSerializer(serializers.ModelSerializer[Any]):
    """`state` goes from queued to running, and ends as finished or failed; then `error` says why."""

    error = serializers.SerializerMethodField()

    @extend_schema_field(
        {
            "type": ["object", "null"],
            "properties": {"code": {"type": "string"}, "detail": {"type": "string"}},
            "required": ["code", "detail"],
        }
    )
    def get_error(self, job: Any) -> dict[str, str] | None:
        return {"code": job.error, "detail": job.get_error_display()} if job.error else None
