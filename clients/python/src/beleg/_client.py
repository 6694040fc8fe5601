"""The client: one object for a desk, with what it has under the names of the API."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Any, cast

import httpx

from beleg import _transport
from beleg._jobs import Exports, Imports
from beleg._resources import Annotations, Articles
from beleg._transport import ATTEMPTS, Sleep, Transport
from beleg._types import Event, Feed


class Client:
    """A desk, as the owner of a token sees it.

    `url` is the address of the desk, `language` that of its sentences ("de" or "en"). Every request is tried
    `attempts` times: after network errors, status 429 (for as long as `Retry-After` says) and 500 and above. A POST
    keeps its Idempotency-Key meanwhile, so that it happens once. `transport` and `sleep` are for tests.

    Raises `ValueError` for what is no address or no token; methods raise a `BelegError`.
    """

    def __init__(
        self,
        url: str,
        token: str,
        *,
        language: str = "de",
        attempts: int = ATTEMPTS,
        transport: httpx.BaseTransport | None = None,
        sleep: Sleep = _transport.sleep,
    ) -> None:
        self._transport = Transport(url, token, language=language, attempts=attempts, transport=transport, sleep=sleep)
        self.articles = Articles(self._transport)
        self.annotations = Annotations(self._transport)
        self.exports = Exports(self._transport, sleep)
        self.imports = Imports(self._transport, sleep)

    def changes(self, since: int = 0) -> Iterator[Feed]:
        """What changed after an event, until there is no more for now. Keep `next` of the last one for another day."""
        while True:
            feed = cast(Feed, self._transport.request("GET", "changes/", params={"since": since}).json())
            yield feed
            if not feed["has_more"]:
                return
            since = feed["next"]

    def events(self, since: int = 0, **filters: Any) -> Iterator[Event]:
        """The record itself: every change once, in order."""
        yield from self._transport.pages("events/", {"since": since, **filters})

    def me(self) -> dict[str, Any]:
        """Whose token it is, with roles and scopes."""
        found: dict[str, Any] = self._transport.request("GET", "me/").json()
        return found

    def close(self) -> None:
        self._transport.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()
