"""Fetching a page and posting a message."""

from __future__ import annotations

import contextlib
import http.client
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from annotations.errors import NoAnswer, TooLarge, TooManyRedirects
from annotations.outgoing.addresses import check_url, port_of
from annotations.outgoing.connections import Deadline, open_connection

LIMIT_SECONDS = 10
FETCH_LIMIT_BYTES = 5 * 1024 * 1024
REDIRECTS = 3
EXCERPT_BYTES = 1024  # of what a receiver of a message answers
_REDIRECTING = (301, 302, 303, 307, 308)
_CHUNK = 64 * 1024
_USER_AGENT = "Beleg"


@dataclass(frozen=True, slots=True)
class Answer:
    """`url` is where it came from in the end; `content_type` has no parameters and is in lower case."""

    url: str
    status: int
    content_type: str
    content: bytes
    location: str = ""


def fetch(url: str, *, limit_bytes: int = FETCH_LIMIT_BYTES, limit_seconds: float = LIMIT_SECONDS) -> Answer:
    """The page at `url`, over at most three redirects, each checked like the first.

    Raises `UrlRefused`, `AddressRefused`, `NoAnswer`, `TooSlow`, `TooLarge` or `TooManyRedirects`.
    """
    with Deadline(limit_seconds) as deadline:
        for _step in range(REDIRECTS + 1):
            with _asked("GET", url, deadline) as response:
                location = response.headers.get("Location", "")
                if response.status not in _REDIRECTING or not location:
                    return _answer(url, response, _whole(response, limit_bytes))
            url = urljoin(url, location)
    raise TooManyRedirects(limit=REDIRECTS)


def post(url: str, *, body: bytes, headers: Mapping[str, str], limit_seconds: float = LIMIT_SECONDS) -> Answer:
    """Sends `body`; `content` is the beginning of what is answered. Redirects are not followed.

    Raises `UrlRefused`, `AddressRefused`, `NoAnswer` or `TooSlow`.
    """
    with (
        Deadline(limit_seconds) as deadline,
        _asked("POST", url, deadline, body=body, headers=headers) as response,
    ):
        return _answer(url, response, response.read(EXCERPT_BYTES))


@contextlib.contextmanager
def _asked(
    method: str, url: str, deadline: Deadline, *, body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> Iterator[BaseHTTPResponse]:
    parts = check_url(url)
    host = parts.host or ""
    connection = open_connection(parts.scheme or "", host, port_of(parts), deadline)
    # Not compressed: the limit is one of bytes, and a small answer stays small.
    sent = {"User-Agent": _USER_AGENT, "Accept-Encoding": "identity", "Connection": "close", **(headers or {})}
    try:
        connection.request(method, parts.request_uri, body=body, headers=sent, preload_content=False)
        with contextlib.closing(connection.getresponse()) as response:
            yield response
    except (HTTPError, http.client.HTTPException, OSError) as error:
        raise NoAnswer(host=host[:200]) from error
    finally:
        connection.close()


def _whole(response: BaseHTTPResponse, limit_bytes: int) -> bytes:
    content = b""
    for chunk in response.stream(_CHUNK):
        content += chunk
        if len(content) > limit_bytes:
            raise TooLarge(limit=limit_bytes // 2**20)
    return content


def _answer(url: str, response: BaseHTTPResponse, content: bytes) -> Answer:
    content_type = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
    location = response.headers.get("Location", "")
    return Answer(url=url, status=response.status, content_type=content_type, content=content, location=location)
