"""An article's text in blocks, plain for the workbench and with flattened marks for reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from annotations.models import Annotation


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the text that is not empty; `start` in code points."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block over which the same marks lie; `marks` in the order they begin."""

    text: str
    marks: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    start: int
    pieces: tuple[Piece, ...]


def plain_blocks(text: str) -> list[Block]:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(start, line))
        start += len(line) + 1
    return blocks


def marked_blocks(text: str, annotations: Sequence[Annotation]) -> list[MarkedBlock]:
    """The text with its marks, ready to be shown without scripts."""
    return blocks_with_spans(text, [(start, end, a) for a in annotations for start, end in marked_spans(a)])


def blocks_with_spans(text: str, given: Sequence[tuple[int, int, Any]]) -> list[MarkedBlock]:
    """Spans may overlap, nest and cross lines: each block is cut wherever one begins or ends."""
    spans = sorted(given, key=lambda span: (span[0], -span[1]))
    blocks, active, upcoming = [], [], iter(spans)
    following = next(upcoming, None)
    for block in plain_blocks(text):
        end = block.start + len(block.text)
        while following is not None and following[0] < end:
            active.append(following)
            following = next(upcoming, None)
        active = [span for span in active if span[1] > block.start]
        blocks.append(MarkedBlock(block.start, tuple(_pieces(block, active))))
    return blocks


def marked_spans(annotation: Annotation) -> list[tuple[int, int]]:
    """The content parts of a split quote, else the one span."""
    content = [(part.start, part.end) for part in annotation.parts.all() if part.role == "content"]
    return content or [(annotation.start, annotation.end)]


def _pieces(block: Block, spans: Sequence[tuple[int, int, Any]]) -> Iterator[Piece]:
    end = block.start + len(block.text)
    borders = {block.start, end}
    for span_start, span_end, _annotation in spans:
        borders.update(place for place in (span_start, span_end) if block.start < place < end)
    ordered = sorted(borders)
    for left, right in pairwise(ordered):
        marks = tuple(a for start, stop, a in spans if start <= left and right <= stop)
        yield Piece(block.text[left - block.start : right - block.start], marks)
