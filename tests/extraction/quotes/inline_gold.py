"""Reads the inline markup of the own gold: text with tags in, text and places out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent / "gold"
_TAG = re.compile(r"<(/?)([qs])([\d,]+)(?: (\w+))?>")
_TYPES = {
    "direct": "direct",
    "indirect": "indirect",
    "subjunctive": "indirect_free_indirect",
    "free": "free_indirect",
    "reported": "reported",
}


@dataclass
class InlineQuote:
    type: str = ""
    spans: list[tuple[int, int]] = field(default_factory=list)
    speaker: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class InlineArticle:
    name: str
    text: str
    quotes: list[InlineQuote]


def read_gold(file_name: str) -> list[InlineArticle]:
    """The articles of a file; one without headings holds an article a line, below a line left blank."""
    written = (FOLDER / file_name).read_text(encoding="utf-8")
    if "\n=== " not in written:
        lines = written.partition("\n\n")[2].splitlines()
        return [_line(number, line) for number, line in enumerate(lines, start=1)]
    return [_article(part) for part in written.split("\n=== ")[1:]]


def _line(number: int, line: str) -> InlineArticle:
    is_missed = line.startswith("~ ")
    return parse(f"{'missed, ' if is_missed else ''}line {number}", line.removeprefix("~ "))


def _article(part: str) -> InlineArticle:
    name, _, body = part.partition("\n")
    return parse(name.strip(), body.strip())


def parse(name: str, marked: str) -> InlineArticle:
    """Raises `ValueError` on a tag that does not close or has no known type."""
    quotes: dict[int, InlineQuote] = {}
    opened: dict[tuple[str, str], int] = {}
    pieces: list[str] = []
    length = position = 0
    for tag in _TAG.finditer(marked):
        pieces.append(marked[position : tag.start()])
        length += tag.start() - position
        position = tag.end()
        closing, kind, numbers, written_type = tag.groups()
        if not closing:
            opened[kind, numbers] = length
            if kind == "q":
                quotes.setdefault(int(numbers), InlineQuote()).type = _TYPES[written_type or ""]
            continue
        span = (opened.pop((kind, numbers)), length)
        for number in numbers.split(","):
            quote = quotes.setdefault(int(number), InlineQuote())
            (quote.spans if kind == "q" else quote.speaker).append(span)
    if opened:
        raise ValueError(f"{name}: never closed: {sorted(opened)}")
    pieces.append(marked[position:])
    return InlineArticle(name, "".join(pieces), [quotes[n] for n in sorted(quotes) if quotes[n].spans])
