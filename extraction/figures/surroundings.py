"""What stands around a place of the text, cut out cheaply."""

from __future__ import annotations

WINDOW = 48  # code points looked back; longer than any phrase that bears on a figure


def words_before(text: str, start: int, floor: int = 0) -> list[str]:
    """The white-space separated pieces before `start` inside its line, the last one nearest."""
    window = text[max(floor, start - WINDOW) : start]
    line = window.rfind("\n")
    return window[line + 1 :].split() if line >= 0 else window.split()


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the text is nothing but what stands at `[start, end)`: a cell of a table, an answer, a caption."""
    if len(text) > WINDOW + end - start:
        return False
    return not text[:start].strip() and not text[end:].strip(" .!?\n")
