"""Requests that arrive once: tried again after a failure, under one Idempotency-Key, with pauses that grow."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from uuid import uuid4

import httpx

from beleg._errors import BelegError, Problem, Unreachable, problem_of

ATTEMPTS = 5
FIRST_PAUSE_SECONDS = 0.5  # doubled with each attempt
LONGEST_PAUSE_SECONDS = 120  # a desk that asks for a longer pause is told of instead
TIMEOUT_SECONDS = 60
_TOO_MANY_REQUESTS = 429

Sleep = Callable[[float], None]


class Transport:
    def __init__(
        self,
        url: str,
        token: str,
        *,
        language: str,
        attempts: int,
        transport: httpx.BaseTransport | None,
        sleep: Sleep,
    ) -> None:
        """Raises `ValueError` for what is no address of a desk, or no token."""
        address = httpx.URL(url)
        if address.scheme not in ("http", "https") or not address.host:
            raise ValueError(f"“{url}” is no address of a desk. Write it as https://beleg.example.")
        if not token or not token.isascii() or token.strip() != token:
            raise ValueError("This is no token. Make one in your profile; it begins with beleg_.")
        self._attempts, self._sleep = attempts, sleep
        self._http = httpx.Client(
            base_url=f"{url.rstrip('/')}/api/v1/",
            headers={"Authorization": f"Token {token}", "Accept-Language": language},
            timeout=TIMEOUT_SECONDS,
            transport=transport,
        )

    def close(self) -> None:
        self._http.close()

    def request(self, method: str, path: str, *, etag: str | None = None, **content: Any) -> httpx.Response:
        """The answer, fully read. A POST carries one key however often it is sent; `If-Match` guards other changes.

        Raises `Unreachable` or a `Problem`.
        """
        request = self._http.build_request(method, path, headers=_headers(method, etag), **content)
        response = self._repeated(lambda: self._http.send(request))
        if response.content and not _is_json(response):
            raise Unreachable(f"What answers at {request.url.host} is no desk. Look at the address in a browser.")
        return response

    @contextmanager
    def stream(self, path: str, params: Mapping[str, Any] | None = None) -> Iterator[httpx.Response]:
        """An answer whose bytes are still to come: what breaks off in the middle is not asked for again."""
        request = self._http.build_request("GET", path, params=params)
        # A file is sent as what it is: the length it states counts these bytes.
        request.headers["Accept-Encoding"] = "identity"
        response = self._repeated(lambda: self._http.send(request, stream=True))
        try:
            yield response
        except httpx.TransportError as error:
            raise Unreachable(f"The file broke off: {_said(error)}. Ask for it again.") from error
        finally:
            response.close()

    def pages(self, path: str, params: Mapping[str, Any]) -> Iterator[Any]:
        """Each row of a list; a page is asked for when the one before it is used up."""
        query: Any = params
        while True:
            answer = self.request("GET", path, params=query).json()
            yield from answer["results"]
            if not answer["next"]:
                return
            # The path stays our own: behind a proxy the desk may know itself under another address.
            query = httpx.URL(answer["next"]).params

    def _repeated(self, send: Callable[[], httpx.Response]) -> httpx.Response:
        for attempt in range(1, self._attempts + 1):
            pause = FIRST_PAUSE_SECONDS * 2 ** (attempt - 1) * random.uniform(0.5, 1)
            failure: BelegError
            try:
                response = send()
            except httpx.TransportError as error:
                failure = Unreachable(f"The desk does not answer: {_said(error)}.")
            else:
                if response.is_success:
                    return response
                failure = _failure(response)
                if response.status_code != _TOO_MANY_REQUESTS and response.status_code < 500:
                    raise failure
                pause = max(pause, _asked_pause(response))
            if attempt == self._attempts or pause > LONGEST_PAUSE_SECONDS:
                break
            self._sleep(pause)
        raise failure


def _headers(method: str, etag: str | None) -> dict[str, str]:
    headers = {"Accept": "application/json"}
    if method == "POST":
        headers["Idempotency-Key"] = str(uuid4())
    if etag is not None:
        headers["If-Match"] = etag
    return headers


def _is_json(response: httpx.Response) -> bool:
    return response.headers.get("Content-Type", "").split(";")[0].strip() == "application/json"


def _failure(response: httpx.Response) -> Problem | Unreachable:
    try:
        response.read()
    except httpx.TransportError as error:
        return Unreachable(f"The answer broke off: {_said(error)}.")
    return problem_of(response)


def _asked_pause(response: httpx.Response) -> float:
    """Seconds `Retry-After` asks for: a number, or a time; 0 where it asks for nothing."""
    asked = response.headers.get("Retry-After", "")
    if asked.isascii() and asked.isdigit():
        return float(asked)
    try:
        until = parsedate_to_datetime(asked)
    except (TypeError, ValueError):
        return 0.0
    return max(0.0, (until - datetime.now(UTC)).total_seconds()) if until.tzinfo else 0.0


def _said(error: httpx.TransportError) -> str:
    return str(error) or type(error).__name__


sleep: Sleep = time.sleep
