"""gunicorn's worker with threads, and what it answers to requests that never reach Django."""

from __future__ import annotations

import json
import select
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext, gettext_noop
from gunicorn import util
from gunicorn.http import errors
from gunicorn.workers.gthread import ThreadWorker

from annotations.problems import CONTENT_TYPE, problem_document

_DAMAGED = (
    (400, "Bad Request", "bad_request"),
    gettext_noop("That could not be read"),
    gettext_noop("The request is no HTTP that this server reads."),
)
_TOO_MUCH = {
    errors.LimitRequestLine: (
        (414, "URI Too Long", "address_too_long"),
        gettext_noop("Address too long"),
        gettext_noop("This address is too long: it may have 8190 bytes. Leave out some of what is asked for in it."),
    ),
    errors.LimitRequestHeaders: (
        (431, "Request Header Fields Too Large", "headers_too_large"),
        gettext_noop("Headers too large"),
        gettext_noop("The headers of this request are too large, or there are too many of them."),
    ),
}

_LINGER = 2  # milliseconds a thread waits for its client's next request


class Worker(ThreadWorker):
    def handle(self, conn: Any) -> Any:
        """Serves on while the client asks on, unless there are more connections than threads.

        gunicorn gives a connection back to its main thread after each answer, which costs a client that asks again at
        once two changes of threads and, as each thread has a database connection of its own, all that SQLite had read.
        """
        kept = super().handle(conn)
        while kept is True and self.alive and self.nr_conns <= self.cfg.threads and _asks_again(conn):
            kept = super().handle(conn)
        return kept

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Exception) -> None:
        """A problem document where the request itself is at fault; what language it wants, nobody knows by then."""
        if not isinstance(exc, errors.ParseException) or isinstance(exc, errors.ConfigurationProblem):
            super().handle_error(req, client, addr, exc)
            return
        self.log.warning("Invalid request from ip=%s: %s", addr[0] if addr else "", exc)
        (status, reason, code), title, detail = _TOO_MUCH.get(type(exc), _DAMAGED)
        with translation.override(settings.LANGUAGE_CODE):
            document = problem_document(status=status, code=code, title=gettext(title), detail=gettext(detail))
        body = json.dumps(document, ensure_ascii=False).encode()
        head = f"HTTP/1.1 {status} {reason}\r\nConnection: close\r\nContent-Type: {CONTENT_TYPE}\r\n"
        try:
            util.write_nonblock(client, f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        except OSError:
            self.log.debug("Failed to send what is wrong with a request.")


def _asks_again(conn: Any) -> bool:
    """Whether the next request of the connection comes in at once."""
    waiting = select.poll()
    waiting.register(conn.sock, select.POLLIN)
    return bool(waiting.poll(_LINGER))
