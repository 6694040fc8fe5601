"""Refuses bodies far above every limit before they are read."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

# Bytes. Files up to this size are read, so that the form can say what is wrong with them and keep its other fields.
BODY_LIMIT = 100 * 1024 * 1024


class RequestSizeMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = 0
        if length > BODY_LIMIT:
            message = _("This is too large: at most %(limit)s MB can be sent at once.") % {"limit": BODY_LIMIT // 2**20}
            return HttpResponse(message, status=413, content_type="text/plain; charset=utf-8")
        return self.get_response(request)
