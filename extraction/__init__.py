"""The engine: reads one article's text and returns candidates for quotes, figures and claims.

It knows no Django and no database, and needs nothing beyond the standard library. Places are Unicode code
points, half open, into the text as given.
"""

from __future__ import annotations

from extraction.candidates import (
    Analysis,
    Approximation,
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
from extraction.errors import ExtractionError, UnknownLanguage, UnreadableInput
from extraction.explanations import explain
from extraction.language import LANGUAGES, guess_language
from extraction.pipeline import LAYERS, analyze
from extraction.spans import Span

__version__ = "0.1.0"

__all__ = [
    "LANGUAGES",
    "LAYERS",
    "Analysis",
    "Approximation",
    "Band",
    "ClaimCandidate",
    "ClaimType",
    "ExtractionError",
    "FigureCandidate",
    "FigureKind",
    "QuoteCandidate",
    "QuoteType",
    "Reason",
    "Span",
    "UnknownLanguage",
    "UnreadableInput",
    "Worthiness",
    "__version__",
    "analyze",
    "explain",
    "guess_language",
]
