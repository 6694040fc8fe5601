"""Idempotency-Key: every change by the API may carry one; the same request again is answered, not done again."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.encoders import JSONEncoder

from annotations.services.idempotency import Answer, once

HEADER = "Idempotency-Key"
REPLAYED = "Idempotent-Replayed"
_KEY = re.compile(r"[\x21-\x7e]{1,200}")
_KEPT_HEADERS = ("ETag", "Location")

METHODS = ("post", "patch", "delete")

Handler = Callable[..., Response]


def idempotent(handler: Handler) -> Handler:
    """Wraps a method of a view. Names in the view's `once_only` are null when the answer is given again."""

    @wraps(handler)
    def answer(view: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        key = request.headers.get(HEADER)
        if key is None:
            return handler(view, request, *args, **kwargs)
        if not _KEY.fullmatch(key):
            message = _("Send 1 to 200 visible ASCII characters, best a random UUID.")
            raise ValidationError({HEADER: message}, code="invalid_key")
        given: list[Response] = []

        def act() -> Answer:
            response = handler(view, request, *args, **kwargs)
            given.append(response)
            return _kept(response, view.once_only)

        kept, is_replayed = once(user=view.actor, key=key, fingerprint=_fingerprint(request), act=act)
        if not is_replayed:
            return given[0]
        return Response(kept.content, status=kept.status, headers={**kept.headers, REPLAYED: "true"})

    return answer


def _kept(response: Response, once_only: tuple[str, ...]) -> Answer:
    content = json.loads(json.dumps(response.data, cls=JSONEncoder))
    for name in once_only:
        if isinstance(content, dict) and name in content:
            content[name] = None
    headers = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
    return Answer(response.status_code, content, headers)


def _fingerprint(request: Request) -> str:
    """Of method, address and what was sent; the same fields and files in another wrapping are the same request."""
    digest = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    if hasattr(request.data, "lists"):
        for name, values in sorted(request.data.lists()):
            for value in values:
                digest.update(f"{name}\0".encode())
                _add(digest, value)
    else:
        digest.update(json.dumps(request.data, sort_keys=True).encode())
    return digest.hexdigest()


def _add(digest: Any, value: Any) -> None:
    if isinstance(value, UploadedFile):
        digest.update(f"{value.name}\0".encode())
        for chunk in value.chunks():
            digest.update(chunk)
        value.seek(0)
    else:
        digest.update(str(value).encode("utf-8", "surrogatepass"))
