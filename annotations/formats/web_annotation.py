"""W3C Web Annotation: selectors, bodies, and whole collections as JSON-LD. The context is named, never fetched.

Places are code points, as the model demands. Every place has two selectors, the words and the position; the version
of the text stands in a `TimeState`. What the model has no word for carries the prefix `beleg:`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from annotations.formats.records import AnnotationRecord, ArticleRecord, CitationRecord, PartRecord
from annotations.formats.writing import (
    annotation_address,
    article_address,
    encoded,
    joined,
    to_json,
    utc_time,
    version_address,
)
from annotations.spans import context

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# One context as the model allows it: the model's own, and the prefix of what is only ours.
OWN_CONTEXT = [CONTEXT, {"beleg": "urn:beleg:terms:"}]

Node = dict[str, Any]


def selectors(text: str, *, start: int, end: int) -> list[Node]:
    """The words with their surroundings, and the position: two ways to the same place."""
    prefix, suffix = context(text, start=start, end=end)
    return [quote_selector(text[start:end], prefix, suffix), position_selector(start, end)]


def quote_selector(exact: str, prefix: str, suffix: str) -> Node:
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def position_selector(start: int, end: int) -> Node:
    return {"type": "TextPositionSelector", "start": start, "end": end}


def textual_body(purpose: str, value: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def assessment_bodies(status: str, correction: str, note: str, citations: Iterable[CitationRecord]) -> Iterator[Node]:
    """The verdict as a body with the purpose of assessing; its sources as what it links to."""
    yield textual_body("assessing", " · ".join(filter(None, (status, correction, note))))
    for citation in citations:
        if citation.url:
            named = {"beleg:title": citation.title, "beleg:place": citation.place}
            own = {name: value for name, value in named.items() if value}
            yield {"type": "SpecificResource", "source": citation.url, "purpose": "linking", **own}
        else:
            yield textual_body("linking", " · ".join(filter(None, (citation.title, citation.place))))


def write_collection(articles: Iterable[ArticleRecord], site: str) -> Iterator[bytes]:
    """An `AnnotationCollection` whose one page holds all annotations; its `total` comes last, when it is known."""
    return encoded(_collection(articles, site))


def _collection(articles: Iterable[ArticleRecord], site: str) -> Iterator[str]:
    address = f"{site}/api/v1/annotations/"
    page = {"id": f"{address}#page", "type": "AnnotationPage", "partOf": address, "startIndex": 0}
    head = {"@context": OWN_CONTEXT, "id": address, "type": "AnnotationCollection", "label": "Beleg"}
    total = 0

    def items() -> Iterator[str]:
        nonlocal total
        for article in articles:
            total += len(article.annotations)
            target = _target(article, site)
            yield from (to_json(_annotation(a, article.version.text, target, site)) for a in article.annotations)

    before = f'{to_json(head)[:-1]},"first":{to_json(page)[:-1]},"items":[\n'
    yield from joined(items(), before=before, after=f'\n]}},"last":{to_json(page["id"])}')
    yield f',"total":{total}}}\n'


def _target(article: ArticleRecord, site: str) -> Node:
    """What all targets in this version have in common."""
    version = article.version
    state = {
        "type": "TimeState",
        "sourceDate": utc_time(version.created_at),
        "cached": version_address(site, version.id),
    }
    return {
        "type": "SpecificResource",
        "source": article_address(site, article.id),
        "state": state,
        "beleg:sha256": version.sha256,
    }


def _annotation(annotation: AnnotationRecord, text: str, target: Node, site: str) -> Node:
    selector = [
        quote_selector(annotation.exact, annotation.prefix, annotation.suffix),
        position_selector(annotation.start, annotation.end),
    ]
    node: Node = {
        "id": annotation_address(site, annotation.id),
        "type": "Annotation",
        "motivation": ["classifying", "assessing"] if annotation.verdict else "classifying",
        "created": utc_time(annotation.created_at),
        "modified": utc_time(annotation.updated_at),
        "beleg:state": annotation.state,
        "body": list(_bodies(annotation, text, target)),
        "target": {**target, "selector": selector},
    }
    if annotation.creator:
        node["creator"] = {"type": "Person", "name": annotation.creator}
    if annotation.generator:
        node["generator"] = {"type": "Software", "name": annotation.generator}
    return node


def _bodies(annotation: AnnotationRecord, text: str, target: Node) -> Iterator[Node]:
    yield textual_body("classifying", annotation.kind)
    if annotation.speaker:
        yield textual_body("identifying", annotation.speaker)
    if annotation.fields:
        yield {**textual_body("describing", to_json(annotation.fields)), "format": "application/json"}
    yield from (_part_body(part, text, target) for part in annotation.parts)
    if (verdict := annotation.verdict) is not None:
        yield from assessment_bodies(verdict.status, verdict.correction, verdict.note, verdict.citations)


def _part_body(part: PartRecord, text: str, target: Node) -> Node:
    return {
        **target,
        "purpose": "highlighting",
        "beleg:role": part.role,
        "selector": selectors(text, start=part.start, end=part.end),
    }
