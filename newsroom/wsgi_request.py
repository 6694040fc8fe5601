"""The request as the web process reads it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.core.handlers.wsgi import WSGIRequest
from django.utils.http import parse_header_parameters

READ_AT_MOST = 128 * 1024 * 1024  # bytes of a body that nobody wanted: more than any request may have
_CHUNK = 64 * 1024


class ReadToTheEnd:
    """Reads what an answer has left of a body unread, as where nobody was signed in.

    gunicorn closes a connection on which much is left. Then the next request on it got no answer, and a client that
    was still sending none at all.
    """

    def __init__(self, application: WSGIApplication) -> None:
        self._application = application

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        answer = self._application(environ, start_response)
        body, left = environ["wsgi.input"], READ_AT_MOST
        with contextlib.suppress(Exception):  # a body that breaks off: the answer stands, the server sees to the rest
            while left > 0 and (chunk := body.read(_CHUNK)):
                left -= len(chunk)
        return answer


class Utf8Request(WSGIRequest):
    """Addresses and forms are UTF-8.

    Django reads both, the address too, in the charset that the header Content-Type names, and fails before any of our
    code runs where Python knows a codec of that name that is none of text ("hex", "rot13").
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))
