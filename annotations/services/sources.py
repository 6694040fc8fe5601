"""The register of sources, and the frozen copies of what they said."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction

from annotations.errors import FileTooLarge, StaleRevision
from annotations.models import Event, Source, SourceCopy
from annotations.services.events import Change, record_apart
from annotations.services.snapshots import difference, source_values, state_tag


def create_source(*, values: Mapping[str, Any], actor: User) -> Source:
    """Enters a source. Whether it is there already, `queries.sources.find_sources` tells beforehand."""
    with transaction.atomic():
        source = Source.objects.create(created_by=actor, **values)
        record_apart(actor=actor, change=Change(Event.Verb.CREATED, "source", source.pk, new=source_values(source)))
    return source


def change_source(*, source: Source, values: Mapping[str, Any], actor: User, expected: str | None = None) -> Source:
    """Changes what is known of a source; every fact that rests on it shows it at once.

    `expected` is the `state_tag` the change is based on. Raises `StaleRevision` if it is another by now.
    """
    with transaction.atomic():
        current = Source.objects.select_for_update().get(pk=source.pk)
        before = source_values(current)
        if expected not in (None, state_tag(before)):
            raise StaleRevision(current)
        for name, value in values.items():
            setattr(current, name, value)
        after = source_values(current)
        old, new = difference(before, after)
        if new:
            current.save(update_fields=list(values))
            record_apart(actor=actor, change=Change(Event.Verb.CHANGED, "source", current.pk, old=old, new=new))
    return current


def keep_copy(
    *, source: Source, name: str, content_type: str, content: bytes, actor: User, url: str = ""
) -> SourceCopy:
    """Freezes what the source said. The same bytes twice are one copy. Raises `FileTooLarge`."""
    limit = settings.UPLOAD_LIMIT_BYTES
    if len(content) > limit:
        raise FileTooLarge(size=-(-len(content) // 2**20), limit=limit // 2**20)
    digest = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        Source.objects.select_for_update().get(pk=source.pk)
        if twin := source.copies.filter(sha256=digest).first():
            return twin
        copy = SourceCopy.objects.create(
            source=source,
            name=name[:255],
            content_type=content_type[:100],
            content=content,
            size=len(content),
            sha256=digest,
            url=url,
            created_by=actor,
        )
        new = {"source": source.pk, "name": copy.name, "sha256": digest, "size": copy.size, "url": url}
        record_apart(actor=actor, change=Change(Event.Verb.CREATED, "source_copy", copy.pk, new=new))
    return copy
