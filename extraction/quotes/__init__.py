"""The quotes of a document: who said what, and which words say so."""

from __future__ import annotations

from collections.abc import Callable

from extraction.candidates import QuoteCandidate
from extraction.document import Document
from extraction.quotes.explanations import EXPLANATIONS
from extraction.quotes.model import SHIPPED, Model

__all__ = ["EXPLANATIONS", "extract"]


def extract(document: Document, *, tick: Callable[[], None], model: Model | None = None) -> tuple[QuoteCandidate, ...]:
    """Candidates in text order. `tick` is called once per paragraph that is done; no `model` means the shipped one."""
    # Late, because language packs read `extraction.quotes.grammar` and the engine reads the packs.
    from extraction.quotes.engine import extract_quotes

    return extract_quotes(document, tick=tick, model=model or SHIPPED)
