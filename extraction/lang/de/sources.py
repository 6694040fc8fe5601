"""The name inside a source phrase: "Angaben der Polizei" → "Polizei"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de import function_words as fw
from extraction.lang.de.cue_phrases import is_source_noun

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading


def name_of_source(reading: Reading, first: int, last: int) -> str:
    """The phrase without its noun of saying, article and attributes' prepositions; "" where nobody is named."""
    start = first
    for index in range(first, last):
        if is_source_noun(reading.lower[index]) and reading.words[index][:1].isupper():
            start = index + 1
            break
    while start < last and (
        reading.lower[start] in fw.DETERMINERS or reading.lower[start] in ("von", "vom", "aus", "bei", "im", "in")
    ):
        start += 1
    end = last
    for index in range(start, last):
        if reading.words[index] in ",(":
            end = index
            break
    return reading.phrase(start, end)
