"""From sentences, quotes and figures to ranked claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extraction.candidates import (
    Band,
    ClaimCandidate,
    ClaimType,
    FigureCandidate,
    FigureKind,
    QuoteCandidate,
    QuoteType,
    Reason,
    Worthiness,
)
from extraction.claims.clauses import Clause, split_clauses
from extraction.claims.pack import ClaimPack
from extraction.claims.weights import HIGH_FROM, MEDIUM_FROM, score
from extraction.sentences import header_end
from extraction.spans import Span

_WORD = re.compile(r"[^\W\d_][\w-]*")
_DATES = (FigureKind.DATE, FigureKind.TIME)
_CONFIDENCE = {"main": 0.85, "cut": 0.75, "relative": 0.7, "apposition": 0.6}
FRAME_WORDS = 8
FEWEST_WORDS = 4  # of marked words that begin like no sentence
SUBJECT_WORDS = 3  # "Putin sagte": up to here the subject may stand before the verb of a frame
_QUOTED_CONFIDENCE = 0.05  # a source makes it surer that something is asserted


class ClaimReader:
    """Reads the claims of one document's sentences; holds what the sentences share."""

    def __init__(
        self, text: str, pack: ClaimPack, *, quotes: Sequence[QuoteCandidate], figures: Sequence[FigureCandidate]
    ) -> None:
        self._text = text
        self._pack = pack
        self._figures = figures
        self._figure_starts = [figure.start for figure in figures]
        self._body = header_end(text)
        self._hosts = _hosts(quotes)
        self._host_starts = [quote.start for quote in self._hosts]

    def read(self, sentence: Span) -> Iterator[ClaimCandidate]:
        """The claims of one sentence in text order."""
        text, pack = self._text, self._pack
        if sentence.start < self._body < sentence.end:
            sentence = Span(self._body, sentence.end)
        if pack.furniture.match(text, sentence.start, sentence.end):
            return
        found: dict[tuple[int, int], ClaimCandidate] = {}
        for region, quote in self._regions(sentence):
            for clause in split_clauses(text, region, pack):
                if (clause.start, clause.end) not in found and self._is_claim(clause, sentence, quote):
                    found[clause.start, clause.end] = self._candidate(clause, quote)
        yield from (found[key] for key in sorted(found))

    def _regions(self, sentence: Span) -> Iterator[tuple[Span, QuoteCandidate | None]]:
        """The quotes' contents in this sentence, and what of it lies outside them and their frames."""
        near = [quote for quote in self._near(sentence) if quote.start < sentence.end and quote.end > sentence.start]
        quotes = [quote for quote in near if self._has_claims(quote, sentence)]
        rest = [sentence]
        for quote in quotes:
            region = Span(max(quote.start, sentence.start), min(quote.end, sentence.end))
            yield region, quote
            rest = [piece for span in rest for piece in _without(span, region)]
        cues = [cue for quote in quotes for cue in quote.cue]
        for span in rest:
            if not quotes:
                yield span, None
                continue
            for clause in split_clauses(self._text, span, self._pack):
                place = Span(clause.start, clause.end)
                is_frame = any(place.overlaps(cue) for cue in cues)
                describes_speaker = clause.kind == "relative" and any(span.contains(cue) for cue in cues)
                if not is_frame and not describes_speaker:
                    yield place, None

    def _has_claims(self, quote: QuoteCandidate, sentence: Span) -> bool:
        """Whether the quote states anything: an infinitive or a few words in marks belong to the clause around them."""
        region = Span(max(quote.start, sentence.start), min(quote.end, sentence.end))
        words = self._text[region.start : region.end].split()
        if len(words) < FEWEST_WORDS and words[0].islower():
            return False  # "einen „wahren Freund“": the adjective looks like a verb
        return bool(split_clauses(self._text, region, self._pack))

    def _near(self, sentence: Span) -> Sequence[QuoteCandidate]:
        first = bisect_left(self._host_starts, sentence.start)
        last = bisect_left(self._host_starts, sentence.end)
        return self._hosts[max(0, first - 2) : last]

    def _is_claim(self, clause: Clause, sentence: Span, quote: QuoteCandidate | None) -> bool:
        text = self._text
        if "?" in text[clause.end : clause.end + 2] or text[sentence.end - 1] == "?":
            return False
        if clause.kind == "main" and self._is_frame(clause):
            return False
        return self._pack.no_claim.search(text[clause.start : clause.end]) is None

    def _is_frame(self, clause: Clause) -> bool:
        """A short clause whose verb only says that somebody said something: "teilte die Polizei mit"."""
        words = _WORD.findall(self._text, clause.start, clause.end)
        if len(words) > FRAME_WORDS:
            return False
        looked_at = words[:1] if len(words) > SUBJECT_WORDS else words
        return any(word[0].islower() and self._pack.is_report(word) for word in looked_at)

    def _candidate(self, clause: Clause, quote: QuoteCandidate | None) -> ClaimCandidate:
        reasons = self._reasons(clause, quote)
        worth = score(reason.code for reason in reasons)
        confidence = min(0.95, _CONFIDENCE[clause.kind] + (_QUOTED_CONFIDENCE if quote else 0))
        return ClaimCandidate(
            start=clause.start,
            end=clause.end,
            type=_type({reason.code for reason in reasons}),
            claimant=quote.speaker if quote else (),
            claimant_name=quote.source_name if quote else "",
            worthiness=_worthiness(worth),
            score=worth,
            reasons=tuple(reasons),
            confidence=confidence,
            band=Band.of(confidence),
            rule=f"claim_{clause.kind}",
            evidence=(Span(clause.start, clause.end),),
        )

    def _reasons(self, clause: Clause, quote: QuoteCandidate | None) -> list[Reason]:
        """Each code once, with the words that triggered it first."""
        text, pack = self._text, self._pack
        found: dict[str, Span] = {}
        for match in _WORD.finditer(text, clause.start, clause.end):
            for code in pack.reasons(match.group().lower()):
                found.setdefault(code, Span(*match.span()))
        words = text[clause.start : clause.end]
        for code, pattern in pack.phrases.items():
            phrase = pattern.search(words) if code not in found else None
            if phrase:
                found[code] = Span(clause.start + phrase.start(), clause.start + phrase.end())
        for figure in self._figures_in(clause):
            for code in _figure_codes(figure):
                found.setdefault(code, Span(figure.start, figure.end))
        if quote is not None and quote.speaker and "unnamed_source" not in found:
            speaker = quote.speaker[0]
            if any("unnamed_source" in pack.reasons(word.lower()) for word in speaker.text(text).split()):
                found["unnamed_source"] = speaker
        if quote is None or quote.type is not QuoteType.DIRECT:
            found.pop("first_person", None)
        return [Reason(code, span) for code, span in sorted(found.items(), key=lambda item: item[1])]

    def _figures_in(self, clause: Clause) -> Sequence[FigureCandidate]:
        first = bisect_left(self._figure_starts, clause.start)
        return self._figures[first : bisect_left(self._figure_starts, clause.end)]


def _figure_codes(figure: FigureCandidate) -> tuple[str, ...]:
    """What a figure in a claim is a reason for; an ordinal above the first only where it is a rank."""
    if figure.kind in _DATES:
        return ("date",)
    if figure.kind is FigureKind.ORDINAL:
        if figure.value == 1:
            return ("extreme",)
        return ("figure",) if figure.rule == "figure_rank" else ()
    return ("figure", "money") if figure.kind is FigureKind.MONEY else ("figure",)


def _hosts(quotes: Sequence[QuoteCandidate]) -> list[QuoteCandidate]:
    """Quotes with a content of their own: no told speech act, and none that lies inside another."""
    contents = [quote for quote in quotes if quote.type is not QuoteType.REPORTED]
    hosts: list[QuoteCandidate] = []
    for quote in sorted(contents, key=lambda quote: (quote.start, -quote.end)):
        if not hosts or quote.start >= hosts[-1].end:
            hosts.append(quote)
    return hosts


def _without(span: Span, hole: Span) -> list[Span]:
    if not span.overlaps(hole):
        return [span]
    return [piece for piece in (Span(span.start, hole.start), Span(hole.end, span.end)) if piece.start < piece.end]


def _type(codes: set[str]) -> ClaimType:
    if "figure" in codes or "money" in codes:
        return ClaimType.NUMERICAL
    if "told_speech" in codes:
        return ClaimType.QUOTE
    if "cause" in codes:
        return ClaimType.CAUSAL
    if codes & {"forecast", "possibility"}:
        return ClaimType.FORECAST
    return ClaimType.POSITION if "evaluation" in codes else ClaimType.EVENT


def _worthiness(worth: float) -> Worthiness:
    if worth >= HIGH_FROM:
        return Worthiness.HIGH
    return Worthiness.MEDIUM if worth >= MEDIUM_FROM else Worthiness.LOW
