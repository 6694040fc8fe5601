"""Two texts side by side as paragraphs, for showing what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol


class Stretch(Protocol):
    """A stretch of both texts: the same, or what went and what came."""

    @property
    def old(self) -> str: ...
    @property
    def new(self) -> str: ...
    @property
    def is_same(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Piece:
    """`tag` is "del", "ins" or empty for what stayed."""

    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph in which something changed, or a number of paragraphs in which nothing did."""

    pieces: tuple[Piece, ...] = ()
    unchanged: int = 0


def changed_paragraphs(stretches: Iterable[Stretch]) -> list[Row]:
    rows: list[Row] = []
    for is_same, group in groupby(_paragraphs(stretches), key=_is_same):
        paragraphs = list(group)
        if is_same:
            rows.append(Row(unchanged=len(paragraphs)))
        else:
            rows.extend(Row(pieces=tuple(pieces)) for pieces in paragraphs)
    return rows


def _is_same(pieces: Sequence[Piece]) -> bool:
    return not any(piece.tag for piece in pieces)


def _paragraphs(stretches: Iterable[Stretch]) -> list[list[Piece]]:
    paragraphs: list[list[Piece]] = [[]]
    for stretch in stretches:
        written = [("", stretch.new)] if stretch.is_same else [("del", stretch.old), ("ins", stretch.new)]
        for tag, text in written:
            for number, line in enumerate(text.split("\n")):
                if number:
                    paragraphs.append([])
                if line:
                    paragraphs[-1].append(Piece(tag, line))
    return [pieces for pieces in paragraphs if any(piece.text.strip() for piece in pieces)]
