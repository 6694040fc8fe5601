"""What people have decided about quotes, in the form the engine learns from."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.models import Annotation, Article
from annotations.queries.annotations import annotations_of
from annotations.queries.articles import newest_version
from annotations.queries.marked_text import marked_spans
from extraction.learn import GoldQuote, TrainingArticle


def training_articles() -> list[TrainingArticle]:
    """The newest versions of all articles flagged as completely annotated, oldest article first."""
    flagged = Article.objects.filter(is_completely_annotated=True).order_by("id")
    return [_training_article(article) for article in flagged]


def _training_article(article: Article) -> TrainingArticle:
    version = newest_version(article)
    quotes = annotations_of(version).in_place().filter(kind=Annotation.Kind.QUOTE)
    return TrainingArticle(
        text=version.text,
        quotes=tuple(_gold(a) for a in quotes.filter(state=Annotation.State.ACCEPTED)),
        lang=article.language,
        is_complete=True,
        rejected=tuple(_places(a) for a in quotes.filter(state=Annotation.State.REJECTED)),
    )


def _gold(annotation: Annotation) -> GoldQuote:
    speaker = tuple((part.start, part.end) for part in annotation.parts.all() if part.role == "speaker")
    return GoldQuote(spans=_places(annotation), type=annotation.quote.type, speaker=speaker)


def _places(annotation: Annotation) -> tuple[tuple[int, int], ...]:
    spans: Iterable[tuple[int, int]] = marked_spans(annotation)
    return tuple(spans)
