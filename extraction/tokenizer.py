"""Words, numbers and single signs of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.spans import Span

# A word is letters and digits joined over hyphen, apostrophe, colon, asterisk or a stop between two of them.
_TOKEN = re.compile(r"\w+(?:[-'’*:_·.,]\w+)*|[^\w\s]")


def tokenize(text: str) -> Iterator[Span]:
    """Tokens in text order; white space lies between them and nowhere inside."""
    for match in _TOKEN.finditer(text):
        yield Span(*match.span())
