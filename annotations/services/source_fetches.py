"""Freezing what a source says on the web: asked for, fetched by a worker outside any transaction, kept or refused."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models.functions import Now

from annotations import jobs
from annotations.errors import NoAddress, OutsideFailed
from annotations.models import Event, Source, SourceCopy, SourceFetch
from annotations.outgoing import Answer, check_url, fetch
from annotations.services.events import Change, record_apart
from annotations.services.sources import keep_copy

Error = SourceFetch.Error
_PERMISSION = "annotations.add_sourcecopy"
_KEPT = ("text/", "image/")  # beginnings of the types that are kept
_KEPT_TYPES = ("application/pdf", "application/xhtml+xml")


def request_fetch(*, source: Source, actor: User) -> SourceFetch:
    """The job; one that is waiting or at work already is answered again. Raises `NoAddress` or `UrlRefused`."""
    if not source.url:
        raise NoAddress()
    check_url(source.url)
    with transaction.atomic():
        Source.objects.select_for_update().get(pk=source.pk)
        if active := SourceFetch.objects.active().filter(source=source, url=source.url).first():
            present: SourceFetch = active
            return present
        made: SourceFetch = SourceFetch.objects.create(source=source, url=source.url, requested_by=actor, due_at=Now())
        _record(made, Event.Verb.QUEUED, actor=actor)
        jobs.enqueue(SourceFetch, made.pk)
    made.refresh_from_db()
    return made


def _work(job: SourceFetch, lease: jobs.Lease) -> None:
    if not (job.requested_by.is_active and job.requested_by.has_perm(_PERMISSION)):
        _end_failed(job, lease, Error.NOT_ALLOWED)
        return
    try:
        with jobs.Heartbeat(lease):
            answer = fetch(job.url)
    except OutsideFailed as error:
        _end_failed(job, lease, Error(error.code), error_detail=str(error))
        return
    if reason := _why_not_kept(answer):
        _end_failed(job, lease, reason, status=answer.status, final_url=answer.url[:4000])
        return
    with transaction.atomic():
        copy = _keep(job, answer)
        jobs.end(
            lease,
            state=SourceFetch.State.FINISHED,
            error="",
            status=answer.status,
            final_url=answer.url[:4000],
            copy=copy,
        )
        new = {"copy": copy.pk, "sha256": copy.sha256, "status": answer.status, "from": answer.url[:4000]}
        _record(job, Event.Verb.FINISHED, new=new)


def _record_failure(job: SourceFetch) -> None:
    _record(job, Event.Verb.FAILED, new={"error": str(job.error)})


KIND = jobs.Kind(model=SourceFetch, work=_work, error=Error.INTERNAL, record_failure=_record_failure)


def _why_not_kept(answer: Answer) -> str:
    if not 200 <= answer.status < 300:
        return Error.NOT_FOUND
    if not answer.content:
        return Error.EMPTY
    is_kept = answer.content_type.startswith(_KEPT) or answer.content_type in _KEPT_TYPES
    return "" if is_kept else Error.NOT_KEPT


def _keep(job: SourceFetch, answer: Answer) -> SourceCopy:
    return keep_copy(
        source=job.source,
        name=_file_name(answer),
        content_type=answer.content_type,
        content=answer.content,
        actor=job.requested_by,
        url=answer.url if len(answer.url) <= 2000 else job.url,
    )


def _file_name(answer: Answer) -> str:
    """The last part of the address, or its host, with the ending of what it is."""
    parts = urlsplit(answer.url)
    last = PurePosixPath(unquote(parts.path)).name.replace("\0", "")
    ending = mimetypes.guess_extension(answer.content_type) or ""
    name = last or parts.hostname or "page"
    return (name if last and PurePosixPath(last).suffix else f"{name}{ending}")[-255:]


def _end_failed(job: SourceFetch, lease: jobs.Lease, error: str, **values: object) -> None:
    with transaction.atomic():
        jobs.end(lease, state=SourceFetch.State.FAILED, error=error, **values)
        _record(job, Event.Verb.FAILED, new={"error": str(error)})


def _record(job: SourceFetch, verb: str, *, actor: User | None = None, new: Mapping[str, object] | None = None) -> None:
    values = {"source": job.source_id, "url": job.url, **(new or {})}
    record_apart(actor=actor, change=Change(verb, "source_fetch", job.pk, new=values))
