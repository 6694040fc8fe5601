"""The claims of a document, ordered by how much they are worth checking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module

from extraction.candidates import ClaimCandidate, FigureCandidate, QuoteCandidate
from extraction.claims.explanations import EXPLANATIONS
from extraction.claims.extractor import ClaimReader
from extraction.claims.pack import ClaimPack
from extraction.document import Document

__all__ = ["EXPLANATIONS", "extract"]


@cache
def load_pack(lang: str) -> ClaimPack:
    """The claim pack of a language, imported at its first use."""
    pack: ClaimPack = import_module(f"extraction.lang.{lang}.claim_reasons").PACK
    return pack


def extract(
    document: Document,
    *,
    quotes: Sequence[QuoteCandidate],
    figures: Sequence[FigureCandidate],
    tick: Callable[[], None],
) -> tuple[ClaimCandidate, ...]:
    """Candidates in text order; their `score` gives the order to check them in. `tick`: once per paragraph done."""
    reader = ClaimReader(document.text, load_pack(document.lang), quotes=quotes, figures=figures)
    claims: dict[tuple[int, int], ClaimCandidate] = {}
    paragraphs = iter(document.paragraphs)
    current = next(paragraphs, None)
    for sentence in document.sentences:
        while current is not None and current.end <= sentence.start:
            tick()
            current = next(paragraphs, None)
        for claim in reader.read(sentence):
            claims.setdefault((claim.start, claim.end), claim)
    while current is not None:
        tick()
        current = next(paragraphs, None)
    return tuple(claims[key] for key in sorted(claims))
