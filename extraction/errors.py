"""What can go wrong in the engine.

ExtractionError
├── UnknownLanguage     no language pack of that name
└── UnreadableInput     a file or a line that is not what the command line takes
"""

from __future__ import annotations


class ExtractionError(Exception):
    """The base of all errors the engine raises on purpose."""


class UnknownLanguage(ExtractionError):
    def __init__(self, lang: str, known: tuple[str, ...]) -> None:
        super().__init__(f"No language pack for {lang!r}. Known languages: {', '.join(known)}.")


class UnreadableInput(ExtractionError):
    """The message names the file or the line, what was found there and what would be right."""
