"""What readers make of a foreign file, row by row: an article, an annotation, or what is wrong with the row.

Places are code points into `Reference.text`, or into a text only the target knows. Nothing here is checked against
the database: the service that stores rows does that.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from annotations.errors import BelegError, RowUnreadable, UnknownKind, shortened
from annotations.formats.records import PartRecord

KINDS = {
    **dict.fromkeys(("quote", "quotation", "zitat"), "quote"),
    **dict.fromkeys(("claim", "behauptung", "aussage"), "claim"),
    **dict.fromkeys(("figure", "number", "zahl"), "figure"),
}
INTEGER_LIMIT = 2**63 - 1
_SURROGATE_OR_NUL = re.compile("[\x00\ud800-\udfff]")


class Reference(NamedTuple):
    """How a row names its article; the text, or its digest, says most."""

    id: int | None = None
    external_id: str = ""
    outlet: str | None = None
    sha256: str = ""
    text: str = ""


class IncomingArticle(NamedTuple):
    """`values` as the API takes them, not checked yet; `content` and `name` where a file of its own came."""

    row: int
    values: dict[str, Any]
    text: str
    name: str = ""
    content: bytes | None = None
    encoding: str = "utf-8"


class IncomingAnnotation(NamedTuple):
    """`item` counts the annotations of one row from 1. Without `exact` the position alone says what is meant."""

    row: int
    item: int
    reference: Reference
    kind: str
    start: int | None
    end: int | None
    exact: str
    prefix: str = ""
    suffix: str = ""
    parts: tuple[PartRecord, ...] = ()
    fields: dict[str, Any] = {}


class Unreadable(NamedTuple):
    row: int
    item: int
    error: BelegError


Incoming = IncomingArticle | IncomingAnnotation | Unreadable


def known_kind(label: Any) -> str:
    """Raises `UnknownKind`."""
    kind = KINDS.get(label.strip().casefold()) if isinstance(label, str) else None
    if kind is None:
        raise UnknownKind(label=shortened(label, limit=60) if is_written(label) else shown(label))
    return kind


def place(value: Any) -> int:
    """Raises `RowUnreadable` for anything but a whole number from 0."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**31:
        raise RowUnreadable(problem=f"place {shown(value)}")
    return value


def is_written(value: Any) -> bool:
    """Whether it is words that can be stored."""
    return isinstance(value, str) and not _SURROGATE_OR_NUL.search(value)


def words(value: Any) -> str:
    """A string, or nothing for null. Raises `RowUnreadable` for anything else, U+0000 and lone surrogates."""
    if value is None:
        return ""
    if not is_written(value):
        raise RowUnreadable(problem=f"text {shown(value)}")
    return str(value)


def number(value: Any) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= INTEGER_LIMIT:
        return value
    return None


def mapping(value: Any) -> dict[str, Any]:
    """Raises `RowUnreadable`."""
    if not isinstance(value, dict):
        raise RowUnreadable(problem=f"object, not {shown(value)}")
    return value


def kind_fields(value: Any) -> dict[str, Any]:
    """An object whose names and words, however deep inside, can be stored. Raises `RowUnreadable`."""
    waiting: list[Any] = [mapping(value)]
    while waiting:  # not by calling itself: what is nested deeply must not end the job
        found = waiting.pop()
        if isinstance(found, dict):
            waiting += [*found.keys(), *found.values()]
        elif isinstance(found, list):
            waiting += found
        elif isinstance(found, str):
            words(found)
    return mapping(value)


def sequence(value: Any) -> list[Any]:
    """A list; null is an empty one. Raises `RowUnreadable`."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise RowUnreadable(problem=f"list, not {shown(value)}")
    return value


def shown(value: Any) -> str:
    """What stands in a file in the place of something else."""
    return shortened(repr(value), limit=40)


def surroundings(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words at a place of the file's own text, with what stands around them."""
    return text[start:end], text[max(0, start - 32) : start], text[end : end + 32]
