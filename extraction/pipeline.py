"""The steps of an analysis, in order: figures, quotes, and the claims that build on both."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection

from extraction import claims, figures, quotes
from extraction.candidates import Analysis
from extraction.document import Document
from extraction.errors import UnknownLanguage
from extraction.language import LANGUAGES, guess_language
from extraction.quotes.model import Model

LAYERS = ("quotes", "figures", "claims")

Progress = Callable[[int, int], None]


class _ParagraphCounter:
    """Turns the steps' ticks, one per paragraph and step, into paragraphs done of total."""

    def __init__(self, *, paragraphs: int, steps: int, report: Progress | None) -> None:
        self._ticks = 0
        self._paragraphs = paragraphs
        self._steps = steps
        self._report = report

    def __call__(self) -> None:
        self._ticks += 1
        if self._report is not None:
            self._report(min(self._ticks // self._steps, self._paragraphs), self._paragraphs)


def analyze(
    text: str,
    lang: str = "de",
    published_on: datetime.date | None = None,
    *,
    only: Collection[str] = LAYERS,
    on_progress: Progress | None = None,
    quote_model: Model | None = None,
) -> Analysis:
    """All candidates of `text`; the same text gives the same answer.

    `lang` is a language pack's name or "auto". `only` names the layers wanted; the claims are read with
    the help of the other two whether or not those are wanted. `quote_model` takes the place of the shipped
    weights of the quote layer. `on_progress(done, total)` counts paragraphs.
    Raises `UnknownLanguage`.
    """
    language = guess_language(text) if lang == "auto" else lang
    if language not in LANGUAGES:
        raise UnknownLanguage(language, LANGUAGES)
    document = Document(text, language, published_on)
    needed = [layer for layer in LAYERS if layer in only or "claims" in only]
    tick = _ParagraphCounter(paragraphs=len(document.paragraphs), steps=len(needed), report=on_progress)
    found_figures = figures.extract(document, tick=tick) if "figures" in needed else ()
    found_quotes = quotes.extract(document, tick=tick, model=quote_model) if "quotes" in needed else ()
    found_claims = (
        claims.extract(document, quotes=found_quotes, figures=found_figures, tick=tick) if "claims" in needed else ()
    )
    return Analysis(
        lang=language,
        quotes=found_quotes if "quotes" in only else (),
        figures=found_figures if "figures" in only else (),
        claims=found_claims if "claims" in only else (),
    )
