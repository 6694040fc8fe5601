"""The form of a problem document (RFC 9457), shared by the API and by error pages asked for under its address."""

from __future__ import annotations

from typing import Any

CONTENT_TYPE = "application/problem+json"


def problem_document(
    *, status: int, code: str, title: str, detail: str, errors: list[dict[str, str]] | None = None, **extra: Any
) -> dict[str, Any]:
    """`errors` has one entry per field: {"field", "code", "detail"}."""
    document = {"type": f"urn:beleg:problem:{code}", "status": status, "code": code, "title": title, "detail": detail}
    return {**document, **({"errors": errors} if errors else {}), **extra}
