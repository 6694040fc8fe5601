"""Notes beside a printed text: they go on beside the next paragraphs where one has no room for its own."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from reportlab.platypus import Flowable, Paragraph, Table

_BELOW = 6  # points between paragraphs
_PADDING = 12  # points of a cell's width that its content does not have


def beside(
    paragraphs: Iterable[Paragraph], margins: Iterable[list[Paragraph]], *, widths: tuple[float, float], line: str
) -> list[Flowable]:
    """A table of two columns, empty for no paragraphs; `margins` are the notes of each paragraph, `line` the colour of
    what parts them."""
    waiting: deque[Paragraph] = deque()
    rows: list[list[Flowable | list[Paragraph] | str]] = []
    for paragraph, notes in zip(paragraphs, margins, strict=True):
        waiting.extend(notes)
        _width, height = paragraph.wrap(widths[0] - _PADDING, 0)
        rows.append([paragraph, _taken(waiting, width=widths[1], room=height + _BELOW)])
    if waiting:
        rows.append(["", list(waiting)])
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBEFORE", (1, 0), (1, -1), 0.4, line),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (0, -1), _BELOW),
        ("BOTTOMPADDING", (1, 0), (1, -1), 0),
    ]
    return [Table(rows, colWidths=widths, style=style, splitInRow=1)] if rows else []


def _taken(waiting: deque[Paragraph], *, width: float, room: float) -> list[Paragraph]:
    """The first of those that wait, as many as there is room for; the last of them may be cut between its lines."""
    taken: list[Paragraph] = []
    inner = width - _PADDING
    while waiting:
        note = waiting[0]
        _width, height = note.wrap(inner, 0)
        if height + note.getSpaceAfter() > room:
            if len(parts := note.split(inner, room)) == 2:
                taken.append(parts[0])
                waiting[0] = parts[1]
            break
        taken.append(waiting.popleft())
        room -= height + note.getSpaceAfter()
    return taken
