"""What several formats write alike: JSON, times, addresses, and pieces of text as a stream of bytes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

_CHUNK_CHARACTERS = 65_536  # enough that the web server's work per chunk does not count


def to_json(value: Any) -> str:
    """Times, which must be UTC, as `utc_time` writes them."""
    return orjson.dumps(value, option=orjson.OPT_UTC_Z).decode()


def encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    """The pieces one after the other in UTF-8, in chunks of a good size for a network."""
    waiting: list[str] = []
    length = 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length >= _CHUNK_CHARACTERS:
            yield "".join(waiting).encode("utf-8")
            waiting, length = [], 0
    if waiting:
        yield "".join(waiting).encode("utf-8")


def joined(pieces: Iterable[str], *, before: str, after: str) -> Iterator[str]:
    """The pieces with a comma and a line end between them, as the inside of a JSON array."""
    yield before
    for number, piece in enumerate(pieces):
        yield piece if number == 0 else ",\n" + piece
    yield after


def utc_time(moment: datetime.datetime) -> str:
    """As XML Schema writes a time in UTC: "2023-09-14T08:00:00.123456Z"."""
    return moment.astimezone(datetime.UTC).isoformat()[: -len("+00:00")] + "Z"


def article_address(site: str, article_id: int) -> str:
    """`site` is the address of the desk, without a slash at its end."""
    return f"{site}/articles/{article_id}/"


def version_address(site: str, version_id: int) -> str:
    return f"{site}/api/v1/versions/{version_id}/"


def annotation_address(site: str, annotation_id: int) -> str:
    return f"{site}/api/v1/annotations/{annotation_id}/"
