"""The words right before and after a place of the text, cut out cheaply."""

from __future__ import annotations

import re

WINDOW = 48  # code points looked back; longer than any phrase that bears on a figure

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NEXT_WORD = re.compile(r"[ \u00a0\u202f]{0,2}([^\W\d_][\w'’-]*)")


def words_before(text: str, start: int, floor: int = 0) -> list[str]:
    """The white-space separated pieces before `start` inside its line, the last one nearest."""
    window = text[max(floor, start - WINDOW) : start]
    line = window.rfind("\n")
    return window[line + 1 :].split() if line >= 0 else window.split()


def word_after(text: str, end: int) -> str:
    """The word that begins at `end` or after a space; "" where something else stands there."""
    match = _NEXT_WORD.match(text, end, end + WINDOW)
    return match.group(1) if match else ""


def word_at(text: str, start: int) -> str:
    """The word from `start` on, hyphens included; "" where none begins."""
    match = _WORD.match(text, start, start + 100)
    return match.group() if match else ""


def is_capitalised(word: str) -> bool:
    return word[:1].isupper()


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the text is nothing but what stands at `[start, end)`: a cell of a table, an answer, a caption."""
    if len(text) > WINDOW + end - start:
        return False
    return not text[:start].strip() and not text[end:].strip(" .!?\n")
