"""What the engine answers: frozen candidates that nobody has stored yet. All places are code points, half open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from extraction.spans import Span

# A candidate at or above the bound belongs to the band; the bounds are compared with calibrated confidence.
SURE_FROM = 0.9
LIKELY_FROM = 0.7


class Band(StrEnum):
    """Confidence in a word: what the desk shows instead of a percentage."""

    SURE = "sure"
    LIKELY = "likely"
    MAYBE = "maybe"

    @classmethod
    def of(cls, confidence: float) -> Band:
        if confidence >= SURE_FROM:
            return cls.SURE
        return cls.LIKELY if confidence >= LIKELY_FROM else cls.MAYBE


class QuoteType(StrEnum):
    DIRECT = "direct"
    INDIRECT = "indirect"
    FREE_INDIRECT = "free_indirect"
    INDIRECT_FREE_INDIRECT = "indirect_free_indirect"
    REPORTED = "reported"


class FigureKind(StrEnum):
    COUNT = "count"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"
    DISTANCE = "distance"
    DURATION = "duration"
    AGE = "age"
    TEMPERATURE = "temperature"
    MASS = "mass"
    AREA = "area"
    VOLUME = "volume"
    SPEED = "speed"
    DATE = "date"
    TIME = "time"
    RATIO = "ratio"
    SCORE = "score"
    NUMBER = "number"
    POWER = "power"
    ENERGY = "energy"


class Approximation(StrEnum):
    """How the words around a figure loosen it ("rund", "mindestens", "fast")."""

    ABOUT = "about"
    MIN = "min"
    MAX = "max"
    OVER = "over"
    UNDER = "under"
    ALMOST = "almost"
    SLIGHTLY_OVER = "slightly_over"
    VAGUE = "vague"


class ClaimType(StrEnum):
    EVENT = "event"  # an event or a property
    NUMERICAL = "numerical"
    QUOTE = "quote"
    CAUSAL = "causal"
    POSITION = "position"
    FORECAST = "forecast"


class Worthiness(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class QuoteCandidate:
    """`start`/`end` are the hull of `spans`, the content parts in text order."""

    start: int
    end: int
    spans: tuple[Span, ...]
    type: QuoteType
    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    addressee: tuple[Span, ...]
    source_name: str  # the speaker's head in full, "" where nobody is named
    confidence: float
    band: Band
    rule: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FigureCandidate:
    """`value` is a number with its magnitude applied, or a TIMEX-like string for dates and times; so are the bounds."""

    start: int
    end: int
    text: str
    kind: FigureKind
    value: int | float | str | None
    min: int | float | str | None
    max: int | float | str | None
    unit: str | None
    approx: Approximation | None
    counted: Span | None
    resolved: (
        str | None
    )  # a partial date or time in full, by the article's date; None where there is nothing to resolve
    reading: Mapping[str, str]  # {"de": …, "en": …}: the engine's reading in words
    confidence: float
    band: Band
    rule: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a claim is worth checking; `evidence` are the words that triggered it."""

    code: str
    evidence: Span


@dataclass(frozen=True, slots=True)
class ClaimCandidate:
    """`score` orders claims, most worth checking first; `claimant` is empty where the article itself asserts it."""

    start: int
    end: int
    type: ClaimType
    claimant: tuple[Span, ...]
    claimant_name: str
    worthiness: Worthiness
    score: float
    reasons: tuple[Reason, ...]
    confidence: float
    band: Band
    rule: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All candidates of one text, each list in text order."""

    lang: str
    quotes: tuple[QuoteCandidate, ...]
    figures: tuple[FigureCandidate, ...]
    claims: tuple[ClaimCandidate, ...]
