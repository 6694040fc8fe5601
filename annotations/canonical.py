"""The canonical text: one function, used where text comes in and never again.

Applying it twice changes nothing. The rules have a number, kept with every text they made.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

RULES_NUMBER = 1

_LINE_ENDS = re.compile("\r\n|[\r\x85\x0b\x0c\u2028]")
# Soft hyphen, zero-width space, word joiner, byte order mark, control characters except tab and line feed, two
# noncharacters, and the marks that embed, override or isolate a writing direction (they can make a text read
# differently from what it says). The zero-width joiners stay (emoji, scripts), and so do no-break and narrow spaces.
_REMOVED = re.compile(
    "[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
# Any of those, and the end of a paragraph, in one class of characters: one look instead of four.
_TO_BE_CHANGED = re.compile(_REMOVED.pattern[:-1] + "\r\x85\x0b\x0c\u2028\u2029\ud800-\udfff]")
_BLANK_LINES = re.compile(r"\n{3,}")


def canonical_text(raw: str) -> str:
    """The text every place is counted in: LF line ends, NFC, nothing invisible, no blank at a line's end."""
    text = unicodedata.normalize("NFC", raw)
    if _TO_BE_CHANGED.search(text):
        text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
        text = _REMOVED.sub("", text)
        text = _SURROGATES.sub("\ufffd", text)
    # Line by line rather than by a pattern, which would try every blank of a long row as a beginning.
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    text = text.strip()
    if "\n\n\n" in text:
        text = _BLANK_LINES.sub("\n\n", text)
    # Removing a character may have brought a letter and its accent together.
    return unicodedata.normalize("NFC", text)


def text_digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
