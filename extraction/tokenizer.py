"""Words, numbers and single signs of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extraction.spans import Span

# A word is letters and digits joined over hyphen, apostrophe, colon or asterisk between two of them; over a comma
# before a digit; over a stop unless a capital behind it begins a sentence whose space was forgotten ("ging.Danach").
_TOKEN = re.compile(r"\w+(?:[-'’*:_·]\w+|[.,](?=\d)\w+|\.(?=[^\W\d_A-ZÄÖÜ])\w+|(?<=\b\w)\.\w+)*|[^\w\s]")


def tokenize(text: str) -> Iterator[Span]:
    """Tokens in text order; white space lies between them and nowhere inside."""
    for match in _TOKEN.finditer(text):
        yield Span(*match.span())
