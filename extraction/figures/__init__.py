"""The figures of a document."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from extraction.candidates import FigureCandidate
from extraction.document import Document
from extraction.figures.explanations import EXPLANATIONS
from extraction.figures.pack import FigurePack
from extraction.figures.resolve import resolve
from extraction.figures.scan import find_figures, to_candidate

__all__ = ["EXPLANATIONS", "extract", "resolve"]


@cache
def load_pack(lang: str) -> FigurePack:
    """The figure pack of a language; imported at its first use, because its patterns take time to compile."""
    pack: FigurePack = import_module(f"extraction.lang.{lang}.figures").PACK
    return pack


def extract(document: Document, *, tick: Callable[[], None]) -> tuple[FigureCandidate, ...]:
    """Candidates in text order. `tick` is called once per paragraph that is done."""
    pack, text = load_pack(document.lang), document.text
    paragraphs = iter(document.paragraphs)
    current = next(paragraphs, None)
    candidates = []
    for found in find_figures(text, pack):
        while current is not None and current.end <= found.start:
            tick()
            current = next(paragraphs, None)
        candidates.append(to_candidate(text, found, pack, document.published_on))
    while current is not None:
        tick()
        current = next(paragraphs, None)
    return tuple(candidates)
