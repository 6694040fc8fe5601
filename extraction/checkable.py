"""Sentences somebody should look at before the text goes out: those that say something that can be checked.

A sentence counts as one when it has a figure, a date, a name, a superlative or a verb of saying. The signals are
coarser than the suggestions on purpose: a sentence too many costs a glance, a sentence too few goes to print unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import Any

from extraction import claims, figures
from extraction.claims.pack import ClaimPack
from extraction.document import Document
from extraction.errors import UnknownLanguage
from extraction.language import LANGUAGES
from extraction.spans import Span

# Letters and digits, joined over hyphen, apostrophe and the points of an abbreviation: "E.ON", "Bund-Länder-Treffen".
_WORD = re.compile(r"[^\W_]+(?:[-&.'’][^\W_]+)*")


class Signal(StrEnum):
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    SUPERLATIVE = "superlative"
    SAYING = "saying"


@dataclass(frozen=True, slots=True)
class CheckableSentence:
    """`signals` in the order of `Signal`; never empty."""

    start: int
    end: int
    signals: tuple[Signal, ...]


@dataclass(frozen=True)
class CheckablePack:
    """What a language must bring besides its packs for figures and claims. Words are those of one sentence."""

    parts_of_names: Callable[[Sequence[str]], list[bool]]  # whether each is part of a name, by its neighbours
    is_superlative: Callable[[str], bool]  # a lower-case word, by its form
    says: Callable[[Sequence[str]], bool]  # whether the lower-case words have a verb of saying


@cache
def _load(lang: str) -> CheckablePack:
    module: Any = import_module(f"extraction.lang.{lang}.checkable")
    pack: CheckablePack = module.PACK
    return pack


def checkable_sentences(text: str, lang: str) -> tuple[CheckableSentence, ...]:
    """In text order; the same text gives the same answer. Raises `UnknownLanguage`."""
    if lang not in LANGUAGES:
        raise UnknownLanguage(lang, LANGUAGES)
    document = Document(text, lang)
    pack, claim_pack = _load(lang), claims.load_pack(lang)
    sentences = [_Sentence(span, text, pack) for span in document.sentences]
    known = {part for sentence in sentences for part in sentence.names}
    _add_figures(document, sentences)
    for sentence in sentences:
        sentence.read(known, pack, claim_pack)
    return tuple(
        CheckableSentence(s.span.start, s.span.end, tuple(signal for signal in Signal if signal in s.signals))
        for s in sentences
        if s.signals
    )


class _Sentence:
    def __init__(self, span: Span, text: str, pack: CheckablePack) -> None:
        self.span = span
        self.text = text[span.start : span.end]
        self.words = _WORD.findall(self.text)
        flags = pack.parts_of_names(self.words)
        self.names = {word for word, is_name in zip(self.words, flags, strict=True) if is_name}
        self.signals: set[Signal] = set()

    def read(self, known: set[str], pack: CheckablePack, claim_pack: ClaimPack) -> None:
        """`known` are parts of names anywhere in the text: who is "Anna Beck" once is "Beck" later."""
        if any(character.isdigit() for character in self.text):
            self.signals.add(Signal.FIGURE)
        if self.names or any(word in known or word.removesuffix("s") in known for word in self.words):
            self.signals.add(Signal.NAME)
        lower = [word.lower() for word in self.words]
        if self._is_extreme(lower, claim_pack) or any(pack.is_superlative(word) for word in lower):
            self.signals.add(Signal.SUPERLATIVE)
        if pack.says(lower):
            self.signals.add(Signal.SAYING)

    def _is_extreme(self, lower: Sequence[str], pack: ClaimPack) -> bool:
        if any(word in pack.ranks or "extreme" in pack.reasons(word) for word in lower):
            return True
        phrase = pack.phrases.get("extreme")
        return phrase is not None and bool(phrase.search(self.text))


def _add_figures(document: Document, sentences: Sequence[_Sentence]) -> None:
    """Number words and dates as the figure layer reads them."""
    upcoming: Iterator[_Sentence] = iter(sentences)
    sentence = next(upcoming, None)
    for figure in figures.extract(document, tick=lambda: None):
        while sentence is not None and sentence.span.end <= figure.start:
            sentence = next(upcoming, None)
        if sentence is None:
            return
        is_date = figure.kind in ("date", "time")
        sentence.signals.add(Signal.DATE if is_date else Signal.FIGURE)
