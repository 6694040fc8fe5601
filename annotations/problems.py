"""The form of a problem document (RFC 9457), shared by the API and by error pages asked for under its address."""

from __future__ import annotations

from typing import Any

CONTENT_TYPE = "application/problem+json"


def problem_document(
    *, status: int, code: str, title: str, detail: str, errors: list[dict[str, str]] | None = None, **extra: Any
) -> dict[str, Any]:
    """`errors` has one entry per field: {"field", "code", "detail"}."""
    document = {"type": f"urn:beleg:problem:{code}", "status": status, "code": code, "title": title}
    named = [{name: _writable(words) for name, words in error.items()} for error in errors or ()]
    return {**document, "detail": _writable(detail), **({"errors": named} if named else {}), **extra}


def _writable(words: str) -> str:
    """A sentence may quote what was sent; half of a surrogate pair, which JSON can hold, cannot be written."""
    return words.encode("utf-8", "replace").decode()
