"""Reading files of articles and annotations; the only table of what can be read. A bad row never spoils the rest."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

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
            marks = [mark for found in sequence(sets) for mark in _label_studio_marks(mapping(found).get("result"))]
            yield from _each(row, marks, reference, _label_studio_annotation)
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


class _Mark(NamedTuple):
    """A region of Label Studio whose label is a kind, and the regions that relations tie to it."""

    region: Any
    tied: list[Any]


def _label_studio_marks(results: Any) -> list[_Mark]:
    """Of what one person or one model has marked: another may have used the same ids, and a prediction has none.

    A region that no relation leads to is a mark.
    """
    found = sequence(results)
    regions = [r for r in found if not isinstance(r, dict) or r.get("type") == "labels"]
    by_id = {name: region for region in regions if (name := _id(region, "id"))}
    tied: defaultdict[str, list[Any]] = defaultdict(list)
    parts = set()
    for relation in found:
        if isinstance(relation, dict) and relation.get("type") == "relation":
            from_id, to_id = _id(relation, "from_id"), _id(relation, "to_id")
            if from_id in by_id and to_id in by_id:
                tied[from_id].append(by_id[to_id])
                parts.add(to_id)
    return [_Mark(r, tied.get(_id(r, "id"), [])) for r in regions if _id(r, "id") not in parts]


def _id(found: Any, name: str) -> str:
    """Empty where there is none."""
    value = found.get(name) if isinstance(found, dict) else None
    return value if isinstance(value, str) else ""


def _label_studio_annotation(row: int, item: int, found: _Mark, reference: Reference) -> IncomingAnnotation:
    value = mapping(mapping(found.region).get("value"))
    kind = known_kind(next(iter(sequence(value.get("labels"))), None))
    parts = []
    for region in found.tied:
        there = mapping(region.get("value"))
        start, end = place(there.get("start")), place(there.get("end"))
        role = words(next(iter(sequence(there.get("labels"))), None))
        parts.append(PartRecord(role, start, end, reference.text[start:end]))
    start, end = place(value.get("start")), place(value.get("end"))
    return _at(row, item, reference, kind, start, end)._replace(parts=tuple(parts))


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
