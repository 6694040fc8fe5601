"""The one pass over a text: cheap triggers, and only there the ordered rules of the language."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from extraction.candidates import Band, FigureCandidate, FigureKind
from extraction.figures.counted import find_counted
from extraction.figures.model import Found
from extraction.figures.pack import FigurePack
from extraction.figures.reading import read_aloud
from extraction.figures.resolve import resolve
from extraction.spans import Span

_AHEAD_WINDOW = 90  # code points behind a date in which a verb of the future speaks of it
_DATED = (FigureKind.DATE, FigureKind.TIME)


def find_figures(text: str, pack: FigurePack) -> Iterator[Found]:
    """What the grammar finds, in text order and without overlap."""
    taken = 0
    for trigger in pack.trigger.finditer(text):
        start = trigger.start()
        if start < taken:
            continue
        for rule in pack.rules.get(trigger.lastgroup or "", ()):
            outcome = rule(text, start, taken)
            if outcome is None:
                continue
            taken = outcome.end
            if isinstance(outcome, Found):
                refined = pack.refine(text, outcome)
                taken = refined.end
                yield refined
            break
        else:
            # A word of no meaning is passed over whole, so that no rule looks into it again.
            taken = start + 1 if trigger.lastgroup == "word" else trigger.end()


def to_candidate(text: str, found: Found, pack: FigurePack, published_on: datetime.date | None) -> FigureCandidate:
    """`found` with approximation, what is counted, resolution and reading."""
    start, end = found.start, found.end
    is_exact = found.approx is not None or found.kind is FigureKind.ORDINAL
    approximation = None if is_exact else pack.approximators.find(text, start, end, is_time=found.kind in _DATED)
    approx = found.approx or (approximation[0] if approximation else None)
    evidence = (approximation[1], Span(start, end)) if approximation else (Span(start, end),)
    return FigureCandidate(
        start=start,
        end=end,
        text=text[start:end],
        kind=found.kind,
        value=found.value,
        min=found.min,
        max=found.max,
        unit=found.unit,
        approx=approx,
        counted=find_counted(text, found, pack.counted),
        resolved=_resolved(text, found, pack, published_on) if found.kind in _DATED else None,
        reading=read_aloud(found, approx),
        confidence=found.confidence,
        band=Band.of(found.confidence),
        rule=f"figure_{found.rule}",
        evidence=evidence,
    )


def _resolved(text: str, found: Found, pack: FigurePack, published_on: datetime.date | None) -> str | None:
    if published_on is None:
        return None
    forward = found.forward
    if forward is None:
        forward = pack.ahead.search(text, found.end, found.end + _AHEAD_WINDOW) is not None
    values = [value for value in (found.value, found.min, found.max) if isinstance(value, str)]
    resolved = [resolve(value, published_on=published_on, forward=forward) for value in values]
    return "/".join(value for value in resolved if value) or None if all(resolved) else None
