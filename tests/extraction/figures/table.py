"""Reads the tables of own sentences: what must be found in each, written so that a newcomer can add a line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent
_COLUMN = re.compile(
    r"(?P<words>.+?) = (?P<kind>[a-z]+) (?P<value>\S+)(?: (?P<unit>[^~@ ]\S*))?(?: "
    r"~(?P<approx>\S+))?(?: @(?P<counted>.+))?"
)


class Expected(NamedTuple):
    """One figure as the table tells it; `low`/`high` for ranges, `counted` need only overlap."""

    words: str
    kind: str
    value: str
    unit: str | None
    approx: str | None
    counted: str | None


class Case(NamedTuple):
    sentence: str
    figures: tuple[Expected, ...]


def expected(column: str) -> Expected:
    match = _COLUMN.fullmatch(column.strip())
    if match is None:
        raise ValueError(f"not 'words = kind value unit ~approximation @counted': {column!r}")
    return Expected(*match.group("words", "kind", "value", "unit", "approx", "counted"))


def read_cases(lang: str) -> list[Case]:
    lines = (FOLDER / f"cases_{lang}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [Case(row[0], tuple(expected(column) for column in row[1:])) for row in rows]
