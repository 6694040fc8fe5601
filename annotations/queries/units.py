"""Units of figures in the reader's language."""

from __future__ import annotations

from annotations.queries.wording import engine_language
from extraction.figures import unit_words as engine


def unit_words() -> dict[str, tuple[str, str]]:
    """Code → its words for one and for several; codes without words say themselves."""
    return engine.unit_words(engine_language())


def unit_in_words(code: str, *, is_one: bool = False) -> str:
    return engine.unit_in_words(code, engine_language(), is_one=is_one)
