"""What a passage in quotation marks and the words around it look like."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.quotes.marks import Passage
from extraction.quotes.reading import Reading, Unit

_LONG_PASSAGE = 8  # words from which a passage is a sentence rather than a name
_LONGEST_ASIDE = 16  # tokens between two dashes
_DASHES = frozenset("–—-")
_ENDS = frozenset(".!?…")


def shape_features(reading: Reading, unit: Unit, passage: Passage) -> Iterator[str]:
    """What the passage itself and the words around it say."""
    words, pack = reading.words, reading.pack
    inner = [i for i in range(passage.first, passage.last) if words[i][:1].isalnum()]
    yield f"words:{_size(len(inner))}"
    if not inner:
        return
    if any(pack.is_finite(reading.lower[i]) and (words[i].islower() or i == inner[0]) for i in inner):
        yield "inner:finite"
    capitals = sum(words[i][:1].isupper() or words[i].isdigit() for i in inner)
    if capitals == len(inner) and words[passage.last - 1] not in ("!", "?"):
        yield "inner:all_capitals"
    if words[inner[0]][:1].isupper():
        yield "inner:capital_start"
    else:
        yield "inner:small_start"
    if words[passage.last - 1] in (".", "!", "?", "…"):
        yield "inner:full_stop"
    elif words[passage.last - 1] == ",":
        yield "inner:comma"
    if not passage.is_closed:
        yield "marks:unclosed"
    if passage.is_single:
        yield "marks:single"
    yield from _context_features(reading, unit, passage)


def _context_features(reading: Reading, unit: Unit, passage: Passage) -> Iterator[str]:
    pack = reading.pack
    before = passage.first - 2
    if before > unit.first and reading.words[before] == ":" and pack.is_named_thing(reading.lower[before - 1]):
        yield "colon:named_thing"  # "(Motto: „…“)"
    previous = reading.lower[before] if before >= unit.first else ""
    if previous in pack.spoken_words:
        yield "before:words"
    elif previous in pack.so_called:
        yield "before:so_called"
    elif pack.is_named_thing(previous) and not pack.is_closed(reading.lower[passage.first]):
        yield "before:named_thing"
    elif previous in pack.articles and reading.words[passage.first][:1].isupper():
        yield "before:article"
    elif previous in pack.prepositions and reading.words[passage.first][:1].isupper():
        yield "before:preposition"
    elif previous and reading.words[before][:1].isupper() and before > unit.first and not pack.is_temporal(previous):
        yield "before:noun"
    if is_whole(reading, unit, passage):
        yield "place:whole_unit"
    elif passage.first - 1 == unit.first:
        yield "place:start"
    after = passage.last + passage.is_closed
    if after < unit.last and reading.words[after] == "(":
        yield "after:bracket"
    elif after < unit.last and reading.words[after] == "-" and not reading.text[reading.tokens[after].end].isspace():
        yield "after:compound"


def goes_on_behind_aside(reading: Reading, unit: Unit, before: Passage, passage: Passage) -> bool:
    """Whether the marks close and open again around no more than an aside: "„Das ist“ – er hält inne – „gut“"."""
    words, first, last = reading.words, before.last + before.is_closed, passage.first - 1
    if not 3 <= last - first <= _LONGEST_ASIDE or words[first] not in _DASHES:
        return False
    closing = last - 1 if words[last - 1] != "," else last - 2
    if words[closing] not in _DASHES or not reading.text[reading.tokens[closing].start - 1].isspace():
        return False
    is_own = before.first - 1 == unit.first or words[before.first - 2] in ",:"  # no name within a sentence
    return is_own and words[before.last - 1] not in _ENDS


def is_whole(reading: Reading, unit: Unit, passage: Passage) -> bool:
    """Whether the passage fills its unit but for punctuation."""
    if passage.first - 1 > unit.first:
        return False
    rest = reading.words[passage.last + passage.is_closed : unit.last]
    return not any(word[:1].isalnum() for word in rest)


def _size(count: int) -> str:
    if count <= 3:
        return str(count)
    if count < _LONG_PASSAGE:
        return "4-7"
    return "8+" if count < 20 else "20+"
