"""Reading files of articles and annotations; the only table of what can be read. A bad row never spoils the rest."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from annotations.errors import BelegError, FileUnreadable, RowUnreadable
from annotations.formats.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingArticle,
    Reference,
    Unreadable,
    kind_fields,
    known_kind,
    mapping,
    number,
    place,
    sequence,
    surroundings,
    words,
)
from annotations.formats.records import PartRecord
from annotations.formats.web_annotation_reader import read_web_annotation
from annotations.spans import Utf16Map

Reader = Callable[[bytes], Iterator[Incoming]]
_NAMES_OF_ARTICLE = (
    "title",
    "byline",
    "outlet",
    "source_url",
    "language",
    "published_on",
    "desk",
    "external_id",
    "embargo_until",
)


def read_lines(content: bytes) -> Iterator[Incoming]:
    """Our own form: a line with title and text is an article; its annotations follow it, or name one that is there."""
    for row, line in _lines(content):
        try:
            found = mapping(_parsed(line))
            text = words(found.get("text"))
            reference = Reference(
                number(found.get("id", found.get("article"))),
                words(found.get("external_id")),
                words(found["outlet"]) if "outlet" in found else None,
                words(found.get("sha256")),
                text,
            )
            marks = sequence(found.get("annotations"))
            if "title" in found and (text or "annotations" not in found):
                yield IncomingArticle(row, {n: found[n] for n in _NAMES_OF_ARTICLE if n in found}, text)
            elif "annotations" not in found:
                raise RowUnreadable(problem="neither title and text nor annotations")
            yield from _each(row, marks, reference, _own_annotation)
        except BelegError as error:
            yield Unreadable(row, 0, error)


def read_doccano(content: bytes) -> Iterator[Incoming]:
    """A line a text; labels [start, end, label] in UTF-16 units, or entities as doccano writes relations."""
    for row, line in _lines(content):
        try:
            found = mapping(_parsed(line))
            meta = found if "article" in found else found.get("meta") or {}
            text = words(found.get("text"))
            reference = Reference(number(mapping(meta).get("article")), text=text)
            named = next((name for name in ("label", "labels", "entities") if name in found), None)
            if named is None:
                raise RowUnreadable(problem="neither label nor entities")
            labels = sequence(found[named])
            yield from _each(row, labels, reference, _DoccanoLabels(text))
        except BelegError as error:
            yield Unreadable(row, 0, error)


def read_labelstudio(content: bytes) -> Iterator[Incoming]:
    """Tasks as Label Studio exports them: regions of annotations, or of predictions where there are none."""
    for row, task in enumerate(sequence(parsed_file(content)), start=1):
        try:
            data = mapping(mapping(task).get("data"))
            text = words(data.get("text"))
            reference = Reference(number(data.get("article")), text=text)
            sets = task.get("annotations") or task.get("completions") or task.get("predictions")
            results = [result for found in sequence(sets) for result in sequence(mapping(found).get("result"))]
            yield from _label_studio_regions(row, results, reference)
        except BelegError as error:
            yield Unreadable(row, 0, error)


def _each(
    row: int, items: list[Any], reference: Reference, convert: Callable[..., IncomingAnnotation]
) -> Iterator[Incoming]:
    for item, found in enumerate(items, start=1):
        try:
            yield convert(row, item, found, reference)
        except BelegError as error:
            yield Unreadable(row, item, error)


def _own_annotation(row: int, item: int, found: Any, reference: Reference) -> IncomingAnnotation:
    found = mapping(found)
    kind = known_kind(found.get("kind"))
    parts = [mapping(part) for part in sequence(found.get("parts"))]
    return IncomingAnnotation(
        row,
        item,
        reference,
        kind,
        place(found.get("start")),
        place(found.get("end")),
        words(found.get("exact")),
        words(found.get("prefix")),
        words(found.get("suffix")),
        tuple(
            PartRecord(words(p.get("role")), place(p.get("start")), place(p.get("end")), words(p.get("exact")))
            for p in parts
        ),
        kind_fields(found.get(kind) or {}),
    )


class _DoccanoLabels:
    """Turns doccano's places into code points, once per text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places = Utf16Map(text)

    def __call__(self, row: int, item: int, found: Any, reference: Reference) -> IncomingAnnotation:
        if isinstance(found, dict):
            found = [found.get("start_offset"), found.get("end_offset"), found.get("label")]
        if not isinstance(found, list) or len(found) != 3:
            raise RowUnreadable(problem="a label is [start, end, label]")
        start, end = (self._places.to_code_points(place(value)) for value in found[:2])
        return _at(row, item, reference, known_kind(found[2]), start, end)


def _label_studio_regions(row: int, results: list[Any], reference: Reference) -> Iterator[Incoming]:
    """Regions whose label is a kind; what a relation ties to one of them is a part of it."""
    regions = {r.get("id"): r for r in map(mapping, results) if r.get("type") == "labels"}
    tied = [r for r in results if r.get("type") == "relation"]
    targets = {relation.get("to_id") for relation in tied}
    heads = [region for key, region in regions.items() if key not in targets]

    def convert(row: int, item: int, found: Any, reference: Reference) -> IncomingAnnotation:
        value = mapping(found.get("value"))
        kind = known_kind(next(iter(sequence(value.get("labels"))), None))
        parts = []
        for relation in tied:
            part = regions.get(relation.get("to_id"))
            if relation.get("from_id") == found.get("id") and part is not None:
                there = mapping(part.get("value"))
                start, end = place(there.get("start")), place(there.get("end"))
                role = words(next(iter(sequence(there.get("labels"))), None))
                parts.append(PartRecord(role, start, end, reference.text[start:end]))
        start, end = place(value.get("start")), place(value.get("end"))
        return _at(row, item, reference, kind, start, end)._replace(parts=tuple(parts))

    yield from _each(row, heads, reference, convert)


def _at(row: int, item: int, reference: Reference, kind: str, start: int, end: int) -> IncomingAnnotation:
    return IncomingAnnotation(row, item, reference, kind, start, end, *surroundings(reference.text, start, end))


def _lines(content: bytes) -> Iterable[tuple[int, bytes]]:
    """Lines that hold something, with their numbers from 1."""
    lines = enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1)
    return ((row, line) for row, line in lines if line.strip())


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise RowUnreadable(problem=str(error)[:120]) from error


def parsed_file(content: bytes) -> Any:
    """The file as one JSON value. Raises `FileUnreadable`."""
    try:
        return _parsed(content)
    except RowUnreadable as error:
        raise FileUnreadable(problem=error.details["problem"]) from error


READERS: dict[str, Reader] = {
    "jsonl": read_lines,
    "jsonld": lambda content: read_web_annotation(parsed_file(content)),
    "doccano": read_doccano,
    "labelstudio": read_labelstudio,
}
