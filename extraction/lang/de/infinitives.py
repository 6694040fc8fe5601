"""Infinitives with "zu", whose verb may be in no list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extraction.lang.de import function_words as fw
from extraction.lang.de.conjugation import Form
from extraction.lang.de.lexicon import word_forms

if TYPE_CHECKING:
    from extraction.quotes.reading import Reading, Segment


def has_zu_infinitive(reading: Reading, segment: Segment) -> bool:
    lower = reading.lower
    for index in range(max(segment.first, segment.last - 8), segment.last):
        forms = word_forms(lower[index]).forms
        if forms & Form.ZU_INFINITIVE:
            return True
        if lower[index] == "zu" and index + 1 < segment.last:
            following = lower[index + 1]
            if reading.words[index + 1] == following and (
                word_forms(following).forms & Form.INFINITIVE or following in ("sein", "tun")
            ):
                return True
            if reading.words[index + 1] == following and following.endswith("en") and index + 2 >= segment.last:
                return True
    if segment.first < segment.last:
        word = lower[segment.last - 1]
        return len(word) > 7 and "zu" in word[2:-4] and word.endswith(("en", "ern", "eln")) and _is_split(word)
    return False


def _is_split(word: str) -> bool:
    """Whether "zu" stands between a particle and a verb: "abzuwarten", "lahmzulegen"."""
    if any(word.startswith(p + "zu") for p in fw.PARTICLES):
        return True
    before, _, behind = word.partition("zu")
    return len(before) > 2 and bool(word_forms(behind).forms & Form.INFINITIVE)
