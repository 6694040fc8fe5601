"""What the engine says in words, in that of its two languages which the reader has."""

from __future__ import annotations

from typing import Literal

from django.utils.translation import get_language

import extraction


def engine_language() -> Literal["de", "en"]:
    return "en" if (get_language() or "").startswith("en") else "de"


def explained(code: str) -> str:
    """A rule or a reason in plain words; "" for none."""
    return extraction.explain(code, engine_language()) if code else ""
