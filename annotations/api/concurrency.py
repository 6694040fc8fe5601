"""ETag and If-Match: a change names the state it is based on.

An annotation counts its revisions. Articles, sources and speakers are told apart by what they say: two states with
the same values are the same state.
"""

from __future__ import annotations

import re
from typing import Any

from rest_framework.request import Request

from annotations.api.errors import PreconditionRequired
from annotations.errors import StaleRevision
from annotations.models import Annotation, Article, Source, Speaker
from annotations.services.snapshots import article_values, source_values, speaker_values, state_tag

_REVISION = re.compile(r'(?:W/)?"annotation-(\d{1,18})-(\d{1,9})"')
_STATE = re.compile(r'(?:W/)?"([a-z]+-\d{1,18})-([0-9a-f]{16})"')
_VALUES: dict[type, Any] = {Article: article_values, Source: source_values, Speaker: speaker_values}


def etag(thing: Annotation | Article | Source | Speaker) -> str:
    if isinstance(thing, Annotation):
        return f'"annotation-{thing.pk}-{thing.revision}"'
    return f'"{_name(thing)}-{state_tag(_VALUES[type(thing)](thing))}"'


def _name(thing: Any) -> str:
    return f"{thing._meta.model_name}-{thing.pk}"


def _if_match(request: Request) -> str:
    header = request.headers.get("If-Match")
    if header is None:
        raise PreconditionRequired
    return header.strip()


def named_revision(request: Request, annotation: Annotation) -> int:
    """The revision in If-Match. Raises `PreconditionRequired` without one, `StaleRevision` if it is another thing's."""
    match = _REVISION.fullmatch(_if_match(request))
    if match is None or int(match[1]) != annotation.pk:
        raise StaleRevision(annotation)
    return int(match[2])


def named_state(request: Request, thing: Article | Source | Speaker) -> str:
    """The state tag in If-Match. Raises as `named_revision` does."""
    match = _STATE.fullmatch(_if_match(request))
    if match is None or match[1] != _name(thing):
        raise StaleRevision(thing)
    return match[2]
