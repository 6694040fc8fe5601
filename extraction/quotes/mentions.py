"""Where somebody is mentioned again."""

from __future__ import annotations

from extraction.quotes.candidate import Range
from extraction.quotes.reading import Reading

_MENTION_REACH = 120  # tokens back in which a nearer mention is looked for


def nearest_mention(reading: Reading, speaker: Range, before: int) -> Range:
    """The last mention of the same name between `speaker` and the token `before`: where no frame names the source."""
    if reading.lower[speaker[0]] in reading.pack.gender_of_pronoun and speaker[1] - speaker[0] == 1:
        return speaker
    name = _name_of(reading, speaker)
    if any(i in reading.opened_at for i in range(*speaker)):
        return speaker  # "„Deutschland hilft“": a word of a name in marks is no mention of it
    if name is None or before - speaker[1] > _MENTION_REACH:
        return speaker
    for index in range(before - 1, speaker[1] - 1, -1):
        if reading.words[index] == reading.words[name]:
            return index, index + 1
    return speaker


def _name_of(reading: Reading, speaker: Range) -> int | None:
    """Where the name stands by which somebody is mentioned again; in "ein Sprecher von Radio Bonn" there is none."""
    first, last = speaker
    last = next((i for i in range(first + 1, last) if reading.words[i] == "("), last)
    capitals = [i for i in range(first, last) if reading.words[i][:1].isupper()]
    if not capitals:
        return None
    opening = max((i + 1 for i in range(first, last) if reading.words[i] == ","), default=first)
    inner = [i for i in range(opening, capitals[-1]) if reading.lower[i] in reading.pack.agent_prepositions]
    return capitals[-1] if not inner or opening > inner[0] else None
