"""Keeping the search in step: called in the transaction that stores the words."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.models import Annotation, AnnotationSearch, Article, ArticleSearch
from annotations.stemming import distinct_stems


def index_articles(articles: Iterable[tuple[Article, str]]) -> None:
    """Each article with its newest text; what was known of it before is replaced."""
    rows = [
        ArticleSearch(article=article, stems=distinct_stems(f"{article.title}\n{article.byline}\n{text}"))
        for article, text in articles
    ]
    ArticleSearch.objects.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["article"], update_fields=["stems"]
    )


def index_annotations(annotations: Iterable[Annotation]) -> None:
    rows = [AnnotationSearch(annotation=a, stems=distinct_stems(a.exact)) for a in annotations]
    AnnotationSearch.objects.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["annotation"], update_fields=["stems"]
    )
