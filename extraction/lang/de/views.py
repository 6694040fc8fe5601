"""Conditions that name whose view the sentence gives: "Geht es nach X, …", "Glaubt man X, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de.noun_extents import phrase_end
from extraction.quotes.grammar import PhraseFrame

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Segment


def read_belief(reading: Reading, segment: Segment, index: int, number: int) -> PhraseFrame | None:
    """ "Glaubt man X, …", "Wenn man X glaubt, …"."""
    if "man" not in reading.lower[segment.first : segment.first + 2]:
        return None
    return read_view(reading, segment, segment.first + 2, number, verb="glaubt")


def read_view(reading: Reading, segment: Segment, start: int, number: int, *, verb: str) -> PhraseFrame | None:
    """A condition that opens the sentence and names whose view follows: "Geht es nach X", "Wenn es nach X geht"."""
    first, end = segment.first, segment.last - (reading.lower[segment.last - 1] == verb)
    is_whole = reading.lower[first] == verb or (reading.lower[first] == "wenn" and end < segment.last)
    if segment.before or segment.after != "," or not is_whole or phrase_end(reading, start, end) != end or end <= start:
        return None
    cue = tuple(i for i in range(first, segment.last) if not start <= i < end)
    return PhraseFrame("aus_sicht", first, segment.last, cue, (start, end), number)
