"""How the tests ask the engine: text in, readable tuples out, every place checked on the way."""

from __future__ import annotations

from extraction import QuoteCandidate, analyze
from extraction.candidates import Band
from extraction.spans import Span


def ask(text: str, lang: str = "de") -> tuple[QuoteCandidate, ...]:
    """The quotes of `text`, after checking what every candidate must keep."""
    quotes = analyze(text, lang, only=("quotes",)).quotes
    check_quotes(text, quotes)
    return quotes


def check_quotes(text: str, quotes: tuple[QuoteCandidate, ...]) -> None:
    for quote in quotes:
        for places in (quote.spans, quote.speaker, quote.cue, quote.addressee, quote.evidence):
            check_places(text, places)
        assert quote.spans
        assert (quote.start, quote.end) == (quote.spans[0].start, quote.spans[-1].end)
        assert quote.band is Band.of(quote.confidence)
    hulls = [(quote.start, quote.end) for quote in quotes]
    assert len(set(hulls)) == len(hulls)
    assert hulls == sorted(hulls, key=lambda hull: (hull[0], -hull[1]))


def check_places(text: str, places: tuple[Span, ...]) -> None:
    last = 0
    for start, end in places:
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last = end


def words(text: str, places: tuple[Span, ...]) -> str:
    return " | ".join(text[start:end] for start, end in places)


def contents(text: str, lang: str = "de") -> list[tuple[str, str]]:
    """Type and content of each quote."""
    return [(str(quote.type), words(text, quote.spans)) for quote in ask(text, lang)]


def only(text: str, lang: str = "de") -> QuoteCandidate:
    (quote,) = ask(text, lang)
    return quote
