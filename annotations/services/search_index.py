"""Keeping the search in step: called in the transaction that stores the words."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.models import Annotation, AnnotationSearch, Article, ArticleSearch
from annotations.services.rows import insert_or_replace, unsaved
from annotations.stemming import distinct_stems


def index_articles(articles: Iterable[tuple[Article, str]]) -> None:
    """Each article with its newest text; what was known of it before is replaced."""
    rows = [
        unsaved(
            ArticleSearch, article_id=article.pk, stems=distinct_stems(f"{article.title}\n{article.byline}\n{text}")
        )
        for article, text in articles
    ]
    insert_or_replace(rows)


def index_annotations(annotations: Iterable[Annotation]) -> None:
    rows = [unsaved(AnnotationSearch, annotation_id=a.pk, stems=distinct_stems(a.exact)) for a in annotations]
    insert_or_replace(rows)
