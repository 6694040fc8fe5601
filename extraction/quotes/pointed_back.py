"""What a frame that points back to the sentence before finds there: "Sie bleibe zu. Das teilte die Stadt mit."."""

from __future__ import annotations

from collections.abc import Iterator

from extraction.candidates import QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.reading import Reading

_NEAR = 12  # quotes back in which those inside one are looked for
_WEAK = (QuoteType.REPORTED, QuoteType.FREE_INDIRECT)


def without_taken(reading: Reading, chosen: list[Proposal], proposals: list[Proposal], unit: int) -> list[Proposal]:
    """Leaves out what points back from the unit to a sentence in which a firm quote was found."""
    for proposal in proposals:
        if proposal.unit == unit:
            continue
        if all(_gives_way(reading, chosen, quote) for quote in _quotes_of(chosen, unit - 1)):
            break
        return [p for p in proposals if p.unit == unit]
    return proposals


def take_over(reading: Reading, chosen: list[Proposal], framed: Proposal) -> None:
    """Removes what gives way to the frame; sentences of one speech without a frame become its content, all of them."""
    for quote in list(_quotes_of(chosen, framed.unit)):
        if not _gives_way(reading, chosen, quote):
            continue
        chosen.remove(quote)
        framed.parts = [(min(quote.first, framed.first), framed.last)]
        for inner in chosen[-_NEAR:]:
            if inner.host is quote:
                inner.host, inner.speaker, inner.cue = framed, framed.speaker, framed.cue


def _quotes_of(chosen: list[Proposal], unit: int) -> Iterator[Proposal]:
    """The quotes that end in the unit, but for those inside others; looks back no further than the unit."""
    for quote in reversed(chosen):
        if quote.unit < unit:
            return
        if quote.unit == unit and quote.host is None:
            yield quote


def _gives_way(reading: Reading, chosen: list[Proposal], quote: Proposal) -> bool:
    """A guess without marked words, or speech in the subjunctive unless it carries on what was quoted right before."""
    if quote.type is not QuoteType.INDIRECT_FREE_INDIRECT:
        return quote.type in _WEAK and not any(inner.host is quote for inner in chosen[-_NEAR:])
    opening = reading.unit_of_token[quote.first]
    before = _quotes_of(chosen, opening - 1)
    return not any(other.frame is not None and other.type not in _WEAK for other in before)
