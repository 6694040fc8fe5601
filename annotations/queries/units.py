"""Units of figures in the reader's language."""

from __future__ import annotations

from typing import Literal

from django.utils.translation import get_language

from extraction.figures import unit_words as engine


def unit_words() -> dict[str, tuple[str, str]]:
    """Code → its words for one and for several; codes without words say themselves."""
    return engine.unit_words(_language())


def unit_in_words(code: str, *, is_one: bool = False) -> str:
    return engine.unit_in_words(code, _language(), is_one=is_one)


def _language() -> Literal["de", "en"]:
    return "de" if (get_language() or "").startswith("de") else "en"
