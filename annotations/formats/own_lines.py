"""Our own form, without loss: one JSON object a line, an article with its text and annotations.

Article and annotations carry the names the API uses, so that a line can be pushed as it is. Imports read it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from annotations.formats.records import AnnotationRecord, ArticleRecord, VerdictRecord
from annotations.formats.writing import encoded, to_json

FORM = 1  # number of this form; raised when an older reader would misread it


def write_lines(articles: Iterable[ArticleRecord], _site: str) -> Iterator[bytes]:
    return encoded(to_json(article_object(article)) + "\n" for article in articles)


def article_object(article: ArticleRecord) -> dict[str, Any]:
    version = article.version
    return {
        "form": FORM,
        "id": article.id,
        "external_id": article.external_id,
        "title": article.title,
        "byline": article.byline,
        "outlet": article.outlet,
        "source_url": article.source_url,
        "language": article.language,
        "published_on": article.published_on,
        "desk": article.desk,
        "embargo_until": article.embargo_until,
        "state": article.state,
        "is_completely_annotated": article.is_completely_annotated,
        "created_at": article.created_at,
        "version": {"id": version.id, "number": version.number, "created_at": version.created_at},
        "sha256": version.sha256,
        "text": version.text,
        "annotations": [_annotation(annotation) for annotation in article.annotations],
    }


def _annotation(annotation: AnnotationRecord) -> dict[str, Any]:
    found = {
        "id": annotation.id,
        "kind": annotation.kind,
        "start": annotation.start,
        "end": annotation.end,
        "exact": annotation.exact,
        "prefix": annotation.prefix,
        "suffix": annotation.suffix,
        "state": annotation.state,
        "parts": [part._asdict() for part in annotation.parts],
        annotation.kind: annotation.fields,
        "creator": annotation.creator or None,
        "generator": annotation.generator,
        "rule": annotation.rule,
        "confidence": annotation.confidence,
        "band": annotation.band,
        "evidence": annotation.evidence,
        "verdict": _verdict(annotation.verdict) if annotation.verdict else None,
        "revision": annotation.revision,
        "created_at": annotation.created_at,
        "updated_at": annotation.updated_at,
    }
    return found if not annotation.reject_reason else {**found, "reject_reason": annotation.reject_reason}


def _verdict(verdict: VerdictRecord) -> dict[str, Any]:
    citations = [citation._asdict() for citation in verdict.citations]
    return {**verdict._asdict(), "citations": citations}
