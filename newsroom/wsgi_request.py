"""The request as the web process reads it."""

from __future__ import annotations

from typing import Any

from django.core.handlers.wsgi import WSGIRequest
from django.utils.http import parse_header_parameters


class Utf8Request(WSGIRequest):
    """Addresses and forms are UTF-8.

    Django reads both, the address too, in the charset that the header Content-Type names, and fails before any of our
    code runs where Python knows a codec of that name that is none of text ("hex", "rot13").
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))
