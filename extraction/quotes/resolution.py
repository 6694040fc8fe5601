"""The speaker's name in full: pronouns, surnames and functions led back to the fullest mention before them."""

from __future__ import annotations

from extraction.quotes.candidate import Range
from extraction.quotes.reading import Reading


class Resolver:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def name(self, speaker: Range | None) -> str:
        if speaker is None:
            return ""
        return self._reading.pack.name_of_source(self._reading, *speaker)
