"""Where one sentence ends and the next begins, inside one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.spans import Span

_CLOSERS = "\"'“”’‘»«›‹)]"
_BOUNDARY = re.compile(rf"[.!?…]+[{_CLOSERS}]*\s+(?=[\"'„“‚‘»«›‹(\[]*[A-ZÄÖÜ0-9])")
# What precedes a full stop that ends no sentence: a number, a single letter, or an abbreviation.
_NO_END = re.compile(
    r"(?:\b\d{1,3}|\b[A-Za-zÄÖÜ]|\b(?:Dr|Prof|St|Nr|Mio|Mrd|Tel|Mr|Mrs|vgl|bzw|ca|etc|usw|Jan|Feb|Aug|Sept|Okt|Nov|Dez))\.$"
)


def split_sentences(text: str, *, span: Span, lang: str) -> Iterator[Span]:
    """Sentences of the paragraph `span`, final punctuation and closing marks included."""
    start = span.start
    for match in _BOUNDARY.finditer(text, span.start, span.end):
        end = match.start() + len(match.group().rstrip())
        if text[match.start()] == "." and _NO_END.search(text, max(start, match.start() - 12), match.start() + 1):
            continue
        yield Span(start, end)
        start = match.end()
    if start < span.end:
        yield Span(start, span.end)
