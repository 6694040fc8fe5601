"""The rules and reasons of all layers in plain words."""

from __future__ import annotations

from extraction import claims, figures, quotes

_ALL = {**quotes.EXPLANATIONS, **figures.EXPLANATIONS, **claims.EXPLANATIONS}


def explain(code: str, language: str) -> str:
    """What the rule or reason `code` means, in "de" or "en"; the code itself where an older engine's rule is gone."""
    words = _ALL.get(code)
    return words[language] if words else code
