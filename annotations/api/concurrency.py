"""ETag and If-Match: a change names the revision it is based on."""

from __future__ import annotations

import re

from rest_framework.request import Request

from annotations.api.errors import PreconditionRequired
from annotations.errors import StaleRevision
from annotations.models import Annotation

_ETAG = re.compile(r'(?:W/)?"annotation-(\d{1,18})-(\d{1,9})"')


def etag(annotation: Annotation) -> str:
    return f'"annotation-{annotation.pk}-{annotation.revision}"'


def named_revision(request: Request, annotation: Annotation) -> int:
    """The revision in If-Match. Raises `PreconditionRequired` without one, `StaleRevision` if it is another thing's."""
    header = request.headers.get("If-Match")
    if header is None:
        raise PreconditionRequired
    match = _ETAG.fullmatch(header.strip())
    if match is None or int(match[1]) != annotation.pk:
        raise StaleRevision(annotation)
    return int(match[2])
