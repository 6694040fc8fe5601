"""The engine's candidates as annotations that are not stored yet."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import extraction
from annotations.errors import InvalidSpan
from annotations.models import Annotation, AnnotationPart, ArticleVersion, Claim, Figure, Quote, Speaker, SuggestionRun
from annotations.spans import check_span, context
from extraction import Analysis, ClaimCandidate, FigureCandidate, QuoteCandidate, Span

logger = logging.getLogger(__name__)

GENERATOR = "beleg"

Candidate = QuoteCandidate | FigureCandidate | ClaimCandidate
Role = AnnotationPart.Role


@dataclass(slots=True)
class Suggestion:
    """An annotation, its parts and its kind's own row, to be stored together; the speaker is still a name."""

    annotation: Annotation
    kind_row: Quote | Claim | Figure
    parts: list[AnnotationPart] = field(default_factory=list)
    speaker_name: str = ""

    @property
    def place(self) -> tuple[str, int, int]:
        return self.annotation.kind, self.annotation.start, self.annotation.end

    def identity(self, context_length: int) -> tuple[str, str, str, str]:
        """What stays the same when the text before and after changes: kind, words, nearest context."""
        a = self.annotation
        return a.kind, a.exact, a.prefix[-context_length:], a.suffix[:context_length]

    def attach(self, speaker: Speaker | None) -> None:
        """Ties parts and kind row to the annotation once that has its number, and the speaker to the kind row."""
        for part in self.parts:
            part.annotation = self.annotation
        self.kind_row.annotation = self.annotation
        if isinstance(self.kind_row, Quote):
            self.kind_row.speaker = speaker
        elif isinstance(self.kind_row, Claim):
            self.kind_row.claimant = speaker


def suggestions_from(
    analysis: Analysis, *, version: ArticleVersion, run: SuggestionRun, model: int | None = None
) -> list[Suggestion]:
    """In text order; `model` is the number of the learned model in use.

    A candidate whose place does not hold in this text is left out and logged: never stored wrong.
    """
    generator = f"{GENERATOR} {extraction.__version__}" + (f" model {model}" if model else "")
    made: dict[tuple[str, int, int], Suggestion] = {}
    for candidate, convert in _all(analysis):
        try:
            suggestion = convert(candidate, version.text)
        except InvalidSpan as error:
            logger.error("Run %s: candidate of rule %s left out: %s", run.pk, candidate.rule, error)
            continue
        suggestion.annotation.version = version
        suggestion.annotation.run = run
        suggestion.annotation.generator = generator
        made.setdefault(suggestion.place, suggestion)
    return sorted(made.values(), key=lambda s: (s.annotation.start, -s.annotation.end, s.annotation.kind))


def _all(analysis: Analysis) -> Iterator[tuple[Candidate, Callable[..., Suggestion]]]:
    yield from ((candidate, _quote) for candidate in analysis.quotes)
    yield from ((candidate, _claim) for candidate in analysis.claims)
    yield from ((candidate, _figure) for candidate in analysis.figures)


def _annotation(candidate: Candidate, text: str, kind: str) -> Annotation:
    exact = check_span(text, start=candidate.start, end=candidate.end)
    prefix, suffix = context(text, start=candidate.start, end=candidate.end)
    return Annotation(
        kind=kind,
        start=candidate.start,
        end=candidate.end,
        exact=exact,
        prefix=prefix,
        suffix=suffix,
        state=Annotation.State.SUGGESTED,
        rule=candidate.rule,
        confidence=candidate.confidence,
        band=candidate.band.value,
        evidence=[list(span) for span in candidate.evidence],
    )


def _parts(text: str, role: str, spans: tuple[Span, ...]) -> list[AnnotationPart]:
    return [
        AnnotationPart(role=role, start=start, end=end, exact=check_span(text, start=start, end=end))
        for start, end in dict.fromkeys(spans)
    ]


def _quote(candidate: QuoteCandidate, text: str) -> Suggestion:
    content = candidate.spans if len(candidate.spans) > 1 else ()
    return Suggestion(
        annotation=_annotation(candidate, text, Annotation.Kind.QUOTE),
        kind_row=Quote(type=candidate.type.value),
        parts=[
            *_parts(text, Role.CONTENT, content),
            *_parts(text, Role.SPEAKER, candidate.speaker),
            *_parts(text, Role.CUE, candidate.cue),
            *_parts(text, Role.ADDRESSEE, candidate.addressee),
        ],
        speaker_name=candidate.source_name,
    )


def _claim(candidate: ClaimCandidate, text: str) -> Suggestion:
    reasons = [{"code": reason.code, "evidence": list(reason.evidence)} for reason in candidate.reasons]
    return Suggestion(
        annotation=_annotation(candidate, text, Annotation.Kind.CLAIM),
        kind_row=Claim(
            type=candidate.type.value, worthiness=candidate.worthiness.value, score=candidate.score, reasons=reasons
        ),
        parts=_parts(text, Role.SPEAKER, candidate.claimant),
        speaker_name=candidate.claimant_name,
    )


def _number(value: float | str | None) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _timex(candidate: FigureCandidate) -> str:
    """The date or time; for a span of dates both ends, as ISO 8601 writes an interval."""
    if isinstance(candidate.value, str):
        return candidate.value
    bounds = [bound if isinstance(bound, str) else ".." for bound in (candidate.min, candidate.max)]
    return "/".join(bounds) if bounds != ["..", ".."] else ""


def _figure(candidate: FigureCandidate, text: str) -> Suggestion:
    return Suggestion(
        annotation=_annotation(candidate, text, Annotation.Kind.FIGURE),
        kind_row=Figure(
            kind=candidate.kind.value,
            value=_number(candidate.value),
            timex=_timex(candidate)[:60],
            minimum=_number(candidate.min),
            maximum=_number(candidate.max),
            unit=(candidate.unit or "")[:20],
            approximation=candidate.approx.value if candidate.approx else "",
            resolved=(candidate.resolved or "")[:60],
            reading=dict(candidate.reading),
        ),
        parts=_parts(text, Role.COUNTED, (candidate.counted,) if candidate.counted else ()),
    )
