"""What only a learned ranker weighs in a possible speaker: words, salience and conjunctions without shipped weights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extraction.quotes.candidate import LastSpeaker, Proposal, Range
from extraction.quotes.reading import Reading

_SALIENCE_REACH = 400  # tokens back in which mentions of a name are counted
_SHORT_PHRASE, _LONG_PHRASE = 1, 6


def rich_speaker_features(
    reading: Reading, proposal: Proposal, place: Range, plain: Sequence[str], last: LastSpeaker | None
) -> Iterator[str]:
    """`plain` are the features the shipped ranker has for the phrase at `place`."""
    first, end = place
    where = plain[0]
    kind = next((name for name in plain if name.startswith("kind:")), "kind:other")
    rank = next((name for name in plain if name.startswith("rank:")), "rank:none")
    verb = proposal.verb
    yield f"{where}&{kind}"
    yield f"{where}&{kind}&{rank}"
    yield f"{where}&{proposal.rule}"
    yield f"{where}&{proposal.type.value}"
    yield f"{kind}&{proposal.type.value}"
    if verb is not None:
        yield f"{where}&verb:{verb.lemma}"
        yield f"{where}&{rank}&class:{verb.cue_class.value}"
    opening = reading.lower[first]
    head = _name_head(reading, place)
    yield f"{where}&opens:{opening}" if reading.pack.is_closed(opening) else f"{where}&opens_open"
    yield f"head:{reading.lower[head]}"
    unit = reading.units[reading.unit_of_token[first]]
    before = reading.lower[first - 1] if first > unit.first else "^"
    yield (
        f"{where}&before:{before}" if not before[:1].isalnum() or reading.pack.is_closed(before) else f"{where}&inside"
    )
    after = reading.words[end] if end < unit.last else "$"
    yield f"{where}&after:{after}" if not after[:1].isalnum() else f"{where}&after_word:{after.islower()}"
    size = end - first
    yield f"{where}&size:{'short' if size <= _SHORT_PHRASE else 'long' if size > _LONG_PHRASE else 'middle'}"
    yield f"{where}&opens_unit:{first == unit.first}"
    same_paragraph = unit.paragraph == reading.units[proposal.unit].paragraph
    yield f"{where}&same_paragraph:{same_paragraph}"
    yield f"{where}&mentions:{_mentions(reading, head)}"
    if last is not None:
        spoke = _name_head(reading, last.place)
        yield f"{where}&spoke_last:{reading.words[spoke] == reading.words[head]}"


def _name_head(reading: Reading, place: Range) -> int:
    """The last capitalised word of a phrase, else its last word."""
    capitals = (i for i in range(place[1] - 1, place[0] - 1, -1) if reading.words[i][:1].isupper())
    return next(capitals, place[1] - 1)


def _mentions(reading: Reading, head: int) -> str:
    """How often the word was written shortly before."""
    count = reading.words[max(0, head - _SALIENCE_REACH) : head].count(reading.words[head])
    return "none" if count == 0 else "once" if count == 1 else "often"
