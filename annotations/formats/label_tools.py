"""What labelling tools read: Label Studio, doccano, Prodigy (and spaCy). Kind is the label, one task an article.

Each tool counts places in its own way, and only here is it met. Label Studio 1.23 counts code points, as we do (seen
in its own pages by `benchmarks/foreign_tools.py`); so does Prodigy, being Python. doccano 1.8 takes what its page
counts, which are UTF-16 units, unless its project counts grapheme clusters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from annotations.formats.records import AnnotationRecord, ArticleRecord
from annotations.formats.writing import article_address, encoded, joined, to_json
from annotations.spans import Utf16Map

# Names in Label Studio's labelling configuration, which docs/formats.md shows.
LABELS_TAG, TEXT_TAG = "label", "text"


def write_labelstudio(articles: Iterable[ArticleRecord], site: str) -> Iterator[bytes]:
    """A JSON array of tasks: what people accepted as an annotation, what is only suggested as a prediction."""
    tasks = (to_json(_task(article, site)) for article in articles)
    return encoded(joined(tasks, before="[\n", after="\n]\n"))


def _task(article: ArticleRecord, site: str) -> dict[str, Any]:
    decided = [a for a in article.annotations if a.state != "suggested"]
    suggested = [a for a in article.annotations if a.state == "suggested"]
    task: dict[str, Any] = {"data": {"text": article.version.text, **_about(article, site)}}
    if decided:
        task["annotations"] = [{"result": [result for a in decided for result in _results(a)]}]
    if suggested:
        prediction = {"result": [result for a in suggested for result in _results(a)]}
        task["predictions"] = [{"model_version": suggested[0].generator or "beleg", **prediction}]
    return task


def _results(annotation: AnnotationRecord) -> Iterator[dict[str, Any]]:
    """The span, its further spans as regions of their own, and what ties them to it."""
    region = f"beleg-{annotation.id}"
    found = _region(region, annotation.kind, annotation.start, annotation.end, annotation.exact)
    yield found if annotation.confidence is None else {**found, "score": annotation.confidence}
    for number, part in enumerate(annotation.parts):
        own = f"{region}-{number}"
        yield _region(own, part.role, part.start, part.end, part.exact)
        yield {"type": "relation", "from_id": region, "to_id": own, "direction": "right", "labels": [part.role]}


def _region(region: str, label: str, start: int, end: int, text: str) -> dict[str, Any]:
    return {
        "id": region,
        "from_name": LABELS_TAG,
        "to_name": TEXT_TAG,
        "type": "labels",
        "value": {"start": start, "end": end, "text": text, "labels": [label]},
    }


def write_doccano(articles: Iterable[ArticleRecord], site: str) -> Iterator[bytes]:
    """One line an article for a sequence-labelling project; what doccano does not know becomes its metadata."""
    return encoded(to_json(_doccano_line(article, site)) + "\n" for article in articles)


def _doccano_line(article: ArticleRecord, site: str) -> dict[str, Any]:
    text = article.version.text
    count = Utf16Map(text).to_utf16
    labels = [[count(a.start), count(a.end), a.kind] for a in article.annotations]
    return {"text": text, "label": labels, **_about(article, site)}


def write_prodigy(articles: Iterable[ArticleRecord], site: str) -> Iterator[bytes]:
    """One line an article, spans may overlap: Prodigy's `spans.manual`, or `doc.spans` in spaCy."""
    return encoded(to_json(_prodigy_line(article, site)) + "\n" for article in articles)


def _prodigy_line(article: ArticleRecord, site: str) -> dict[str, Any]:
    spans = [{"start": a.start, "end": a.end, "label": a.kind, "id": a.id} for a in article.annotations]
    return {"text": article.version.text, "spans": spans, "meta": _about(article, site)}


def _about(article: ArticleRecord, site: str) -> dict[str, Any]:
    """What finds the article again when the task comes back."""
    return {
        "article": article.id,
        "title": article.title,
        "sha256": article.version.sha256,
        "address": article_address(site, article.id),
    }
