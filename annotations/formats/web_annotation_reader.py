"""W3C Web Annotations of any tool: the words and the position of a target, the kind and its fields from the bodies.

An array of annotations, a page, or a collection with its page inside. No context is fetched: only the model's own
terms and our prefix `beleg:` are read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from annotations.errors import BelegError, FileUnreadable, UnknownKind
from annotations.formats.incoming import (
    KINDS,
    Incoming,
    IncomingAnnotation,
    Reference,
    Unreadable,
    kind_fields,
    known_kind,
    mapping,
    number,
    place,
    words,
)
from annotations.formats.records import PartRecord

_ARTICLE_ADDRESS = re.compile(r"/articles/(\d{1,18})/?")


def read_web_annotation(document: Any) -> Iterator[Incoming]:
    for row, found in enumerate(_items(document), start=1):
        try:
            yield _annotation(row, mapping(found))
        except BelegError as error:
            yield Unreadable(row, 0, error)


def _items(document: Any) -> list[Any]:
    """Raises `FileUnreadable` where there is no list of them."""
    found = document
    if isinstance(found, dict):
        if "Annotation" in _list(found.get("type")):
            return [found]
        inside = found.get("first", found)
        found = inside.get("items") if isinstance(inside, dict) else None
    if not isinstance(found, list):
        raise FileUnreadable(problem="neither annotations nor a page of them")
    return found


def _annotation(row: int, found: dict[str, Any]) -> IncomingAnnotation:
    target = _first(found.get("target"))
    quote, position = _selectors(mapping(target))
    bodies = [body for body in _list(found.get("body")) if isinstance(body, dict)]
    kind = _kind(bodies)
    return IncomingAnnotation(
        row,
        1,
        _reference(target),
        kind,
        place(position["start"]) if position else None,
        place(position["end"]) if position else None,
        words(quote.get("exact")),
        words(quote.get("prefix")),
        words(quote.get("suffix")),
        tuple(_parts(bodies)),
        _fields(bodies),
    )


def _reference(target: dict[str, Any]) -> Reference:
    source = target.get("source", target.get("id"))
    address = words(source.get("id") if isinstance(source, dict) else source)
    match = _ARTICLE_ADDRESS.search(address)
    return Reference(number(int(match[1])) if match else None, sha256=words(target.get("beleg:sha256")))


def _selectors(target: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The quote and the position selector, each empty where there is none."""
    found = [selector for selector in _list(target.get("selector")) if isinstance(selector, dict)]
    quote, position = (
        next((selector for selector in found if name in _list(selector.get("type"))), {})
        for name in ("TextQuoteSelector", "TextPositionSelector")
    )
    return quote, position if {"start", "end"} <= position.keys() else {}


def _kind(bodies: list[dict[str, Any]]) -> str:
    """What is said with the purpose of classifying or tagging. Raises `UnknownKind`."""
    said = [b.get("value") for b in bodies if b.get("purpose") in ("classifying", "tagging")]
    known = [value for value in said if isinstance(value, str) and value.strip().casefold() in KINDS]
    if not said:
        raise UnknownKind(label="–")
    return known_kind((known or said)[0])


def _fields(bodies: list[dict[str, Any]]) -> dict[str, Any]:
    for body in bodies:
        if body.get("purpose") == "describing" and body.get("format") == "application/json":
            try:
                return kind_fields(json.loads(words(body.get("value"))))
            except (ValueError, RecursionError):
                return {}
    return {}


def _parts(bodies: list[dict[str, Any]]) -> Iterator[PartRecord]:
    for body in bodies:
        if role := body.get("beleg:role"):
            quote, position = _selectors(body)
            yield PartRecord(
                words(role), place(position.get("start")), place(position.get("end")), words(quote.get("exact"))
            )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value
