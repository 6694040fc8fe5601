"""For the head of every page: how many comments call the reader that she has not seen."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from annotations.queries.comments import unseen_mentions


def unseen_calls(request: HttpRequest) -> dict[str, Any]:
    """A context processor; one query on pages that show the number, none elsewhere."""
    user: Any = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    return {"unseen_calls": SimpleLazyObject(lambda: unseen_mentions(user).count())}
