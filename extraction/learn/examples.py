"""What is learned from: articles with the quotes people accepted, corrected or added, and those they rejected."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from extraction.errors import UnreadableInput

Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class GoldQuote:
    """A quote as a person left it. Places are code points, half open; no speaker where nobody is named."""

    spans: Places
    type: str
    speaker: Places = ()


@dataclass(frozen=True)
class TrainingArticle:
    """One article version and the decisions about it.

    `is_complete` says that a person marked every quote: only then does silence count as a no. Elsewhere the
    suggestions in `rejected` are the only counter-examples.
    """

    text: str
    quotes: tuple[GoldQuote, ...]
    lang: str = "de"
    is_complete: bool = True
    rejected: tuple[Places, ...] = field(default=())


def read_articles(lines: Iterable[str], *, name: str = "gold") -> Iterator[TrainingArticle]:
    """JSON lines {"text", "quotes": [{"spans", "type", "speaker"?}], "lang"?, "complete"?, "rejected"?}.

    Raises `UnreadableInput` naming the line.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _article(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise UnreadableInput(f"{name}, line {number}: not an article with quotes ({error!r})") from error


def _article(row: dict[str, Any]) -> TrainingArticle:
    quotes = tuple(
        GoldQuote(_places(quote["spans"]), str(quote["type"]), _places(quote.get("speaker") or ()))
        for quote in row["quotes"]
    )
    return TrainingArticle(
        text=row["text"] + "",
        quotes=quotes,
        lang=row.get("lang") or "de",
        is_complete=bool(row.get("complete", True)),
        rejected=tuple(_places(spans) for spans in row.get("rejected") or ()),
    )


def _places(spans: Iterable[Iterable[int]]) -> Places:
    return tuple((int(start), int(end)) for start, end in spans)
