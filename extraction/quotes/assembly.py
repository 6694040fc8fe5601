"""From chosen proposals, which count tokens, to candidates, which count code points."""

from __future__ import annotations

from extraction.candidates import Band, QuoteCandidate, QuoteType
from extraction.quotes.candidate import Proposal
from extraction.quotes.reading import Reading
from extraction.quotes.resolution import Resolver
from extraction.spans import Span, hull

_REPORTED_AT_MOST = 0.6  # told speech acts are always "maybe"


def to_candidates(reading: Reading, chosen: list[Proposal], resolver: Resolver) -> tuple[QuoteCandidate, ...]:
    found = []
    seen: set[tuple[int, int]] = set()
    for proposal in chosen:
        spans = tuple(reading.span(first, last) for first, last in proposal.parts)
        whole = hull(spans)
        if (whole.start, whole.end) in seen:
            continue
        seen.add((whole.start, whole.end))
        confidence = proposal.confidence
        if proposal.type is QuoteType.REPORTED:
            confidence = min(confidence, _REPORTED_AT_MOST)
        cue = _cue_spans(reading, proposal.cue)
        found.append(
            QuoteCandidate(
                start=whole.start,
                end=whole.end,
                spans=spans,
                type=proposal.type,
                speaker=(reading.span(*proposal.speaker),) if proposal.speaker else (),
                cue=cue,
                addressee=(reading.span(*proposal.addressee),) if proposal.addressee else (),
                source_name=resolver.name(proposal.speaker),
                confidence=round(confidence, 3),
                band=Band.of(round(confidence, 3)),
                rule=proposal.rule,
                evidence=cue or spans[:1],
            )
        )
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _cue_spans(reading: Reading, tokens: tuple[int, ...]) -> tuple[Span, ...]:
    """Neighbouring cue words as one span: "hatte angekündigt", but "teilte … mit"."""
    spans: list[Span] = []
    for index in sorted(tokens):
        span = reading.span(index, index + 1)
        if spans and reading.text[spans[-1].end : span.start].isspace():
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return tuple(spans)
