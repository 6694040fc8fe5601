"""How the packs write their word lists: plain words with white space between them."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def word_list(text: str) -> tuple[str, ...]:
    """The words in the order given, for suffixes and tables."""
    return tuple(text.split())
