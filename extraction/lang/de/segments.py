"""Segments that German punctuation does not show: a dass-clause whose comma was forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de.function_words import COORDINATORS, THAT
from extraction.lang.words import word_set

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Segment, Unit

# "so dass", "ohne dass" are conjunctions of two words.
_BEFORE_THAT = word_set("so ohne auf anstatt statt als auch nicht nur außer bis damit je kaum") | COORDINATORS


def split_segments(reading: Reading, unit: Unit, segments: list[Segment]) -> list[Segment]:
    split: list[Segment] = []
    for segment in segments:
        place = _that_inside(reading, segment) if segment.passage is None else None
        if place is None:
            split.append(segment)
        else:
            split.append(segment.part(segment.first, place, after=","))
            split.append(segment.part(place, segment.last, before=","))
    return split


def _that_inside(reading: Reading, segment: Segment) -> int | None:
    lower = reading.lower
    for index in range(segment.first + 2, segment.last - 1):
        if lower[index] in THAT and lower[index - 1] not in _BEFORE_THAT and lower[index - 1].isalpha():
            return index
    return None
