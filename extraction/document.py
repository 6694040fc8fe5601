"""One text with its paragraphs, sentences and tokens: what every extractor reads."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from extraction.sentences import split_sentences
from extraction.spans import Span
from extraction.tokenizer import tokenize


@dataclass(frozen=True)
class Document:
    """`lang` names a language pack; `published_on` is the day the article's relative dates count from."""

    text: str
    lang: str
    published_on: datetime.date | None = None

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The lines of the text that are not blank, without white space at their ends."""
        spans = []
        start = 0
        for line in self.text.split("\n"):
            stripped = line.strip()
            if stripped:
                first = start + line.index(stripped[0])
                spans.append(Span(first, first + len(stripped)))
            start += len(line) + 1
        return tuple(spans)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences in text order; none crosses a paragraph."""
        return tuple(s for p in self.paragraphs for s in split_sentences(self.text, span=p, lang=self.lang))

    @cached_property
    def tokens(self) -> tuple[Span, ...]:
        return tuple(tokenize(self.text))
