"""The cheap scan for places where a figure may begin."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extraction.figures.numbers import VULGAR_SIGNS


def compile_trigger(*, stems: Iterable[str], articles: Iterable[str]) -> re.Pattern[str]:
    """A pattern with the groups digits, article, word, vulgar and url.

    `stems` are beginnings of words, `articles` whole words; both in lower case, found with a capital as well. Stems are
    grouped by their first letter, because the scan tries every branch at every beginning of a word.
    """
    whole = "|".join(f"{_either(word[0])}{word[1:]}" for word in sorted(articles, key=len, reverse=True))
    return re.compile(
        r"(?P<digits>\d)"
        rf"|(?<!\w)(?:(?P<article>{whole})(?![\w$])|(?P<word>(?:{_grouped(stems)})[^\W\d_]*))"
        rf"|(?P<vulgar>[{VULGAR_SIGNS}])"
        r"|(?P<url>(?:https?://|www\.)\S+)"
    )


def _either(letter: str) -> str:
    return f"[{letter.upper()}{letter}]"


def _grouped(stems: Iterable[str]) -> str:
    groups: dict[str, list[str]] = {}
    for stem in stems:
        groups.setdefault(stem[0], []).append(stem[1:])
    return "|".join(f"{_either(letter)}(?:{'|'.join(rests)})" for letter, rests in groups.items())
