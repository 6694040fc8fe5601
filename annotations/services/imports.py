"""Imports as jobs: a file is kept, read row by row, and what became of each row is told. Nothing is doubled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Count
from django.db.models.functions import Now
from django.utils.translation import get_language, override

from annotations import jobs
from annotations.errors import BelegError, FileTooLarge, NotAllowed
from annotations.formats.incoming import Incoming, IncomingAnnotation, IncomingArticle, Unreadable
from annotations.formats.readers import READERS
from annotations.ingest.archives import read_archive
from annotations.ingest.guesses import date_header, likely_title
from annotations.ingest.plain_text import read_plain_text
from annotations.models import Annotation, Event, Import, ImportFile, ImportResult
from annotations.partial_dates import format_partial_date
from annotations.services.events import Change, record_apart
from annotations.services.import_annotations import import_annotations
from annotations.services.import_articles import PreparedArticle, import_articles, prepare_articles
from annotations.services.rows import insert, unsaved

LIMIT_SECONDS = 900
_CHUNK = 250  # rows stored in one transaction
_MEGABYTE = 2**20
ADD_ARTICLES, ADD_ANNOTATIONS = "annotations.add_article", "annotations.add_annotation"
DECIDE = "annotations.change_annotation"
Outcome = ImportResult.Outcome


def request_import(
    *, content: bytes, name: str, form: str, actor: User, desk: str = "", is_accepting: bool = False
) -> Import:
    """Keeps the file and hints the broker. Raises `FileTooLarge`, or `NotAllowed` where annotations are to count as
    accepted and the actor's role may not decide.
    """
    if len(content) > settings.IMPORT_LIMIT_BYTES:
        raise FileTooLarge(size=f"{len(content) / _MEGABYTE:.0f}", limit=settings.IMPORT_LIMIT_BYTES // _MEGABYTE)
    if is_accepting and not actor.has_perm(DECIDE):
        raise NotAllowed()
    with transaction.atomic():
        job = Import.objects.create(
            requested_by=actor,
            form=form,
            name=name[:255],
            desk=desk,
            language=get_language() or "de",
            is_accepting=is_accepting,
            due_at=Now(),
        )
        ImportFile.objects.create(job=job, content=content)
        new = {"format": form, "name": job.name, "size": len(content), "accepting": is_accepting}
        record_apart(actor=actor, change=Change(Event.Verb.QUEUED, "import", job.pk, new=new))
        jobs.enqueue(Import, job.pk)
    job.refresh_from_db()
    return job


def _work(job: Import, lease: jobs.Lease) -> None:
    needed = [ADD_ARTICLES] if job.form == Import.Form.ZIP else [ADD_ANNOTATIONS]
    if not (job.requested_by.is_active and all(job.requested_by.has_perm(p) for p in needed)):
        jobs.end(lease, state=Import.State.FAILED, error=Import.Error.NOT_ALLOWED)
        return
    with jobs.Heartbeat(lease, limit_seconds=LIMIT_SECONDS) as heartbeat, override(job.language):
        try:
            rows = list(_rows(job))
        except BelegError as error:
            jobs.end(lease, state=Import.State.FAILED, error=Import.Error.UNREADABLE, error_detail=str(error))
            return
        _Intake(job).work_through(rows, lease, heartbeat)
        _finish(job, lease, total=len(rows))


def _rows(job: Import) -> Iterator[Incoming]:
    """Raises a `BelegError` where the file as a whole cannot be read."""
    content = bytes(job.file.content)
    return _archived_articles(content) if job.form == Import.Form.ZIP else READERS[job.form](content)


def _archived_articles(content: bytes) -> Iterator[Incoming]:
    for row, (name, member) in enumerate(read_archive(content), start=1):
        try:
            decoded = read_plain_text(member, name=name)
        except BelegError as error:
            yield Unreadable(row, 0, error)
            continue
        found = date_header(decoded.text)
        values = {
            "title": likely_title(decoded.text)[:300] or name.rsplit(".", 1)[0],
            "published_on": format_partial_date(*found) if found else None,
        }
        yield IncomingArticle(row, values, decoded.text, name=name, content=member, encoding=decoded.encoding)


def _chunks(rows: list[Incoming]) -> Iterator[list[Incoming]]:
    waiting = iter(rows)
    while chunk := list(islice(waiting, _CHUNK)):
        yield chunk


class _Intake:
    """One attempt. What an earlier one stored stays as it is, and so do its results: a chunk is one transaction."""

    def __init__(self, job: Import) -> None:
        self.job, self.actor = job, job.requested_by
        earlier = job.results.values_list("row", "item", "object_type", "object_id")
        self._told = {(row, item) for row, item, _type, _number in earlier}
        self._articles = {row: number for row, _item, kind, number in earlier if kind == "article" and number}

    def work_through(self, rows: list[Incoming], lease: jobs.Lease, heartbeat: jobs.Heartbeat) -> None:
        """Raises `jobs.LeaseLost` or `jobs.StopRequested`."""
        open_rows = [row for row in rows if (row.row, _item(row)) not in self._told]
        done = len(rows) - len(open_rows)
        for chunk in _chunks(open_rows):
            heartbeat.progress(done, len(rows))
            articles = [row for row in chunk if isinstance(row, IncomingArticle)]
            prepared = prepare_articles(articles, desk=self.job.desk)
            with transaction.atomic():
                jobs.hold(lease)
                self._store(chunk, list(zip(articles, prepared, strict=True)))
            done += len(chunk)

    def _store(self, rows: list[Incoming], articles: list[tuple[IncomingArticle, PreparedArticle]]) -> None:
        """Articles before the annotations that belong to them."""
        unreadable = [row for row in rows if isinstance(row, Unreadable)]
        results = [_result(self.job, row, "", error=row.error) for row in unreadable]
        results += self._store_articles(articles)
        results += self._store_annotations([row for row in rows if isinstance(row, IncomingAnnotation)])
        insert(results)

    def _store_articles(self, articles: list[tuple[IncomingArticle, PreparedArticle]]) -> list[ImportResult]:
        if not self.actor.has_perm(ADD_ARTICLES):
            return [_result(self.job, row, "article", error=NotAllowed()) for row, _prepared in articles]
        stored = import_articles([prepared for _row, prepared in articles], actor=self.actor)
        rows = [row for row, _prepared in articles]
        self._articles |= {row.row: one.article for row, one in zip(rows, stored, strict=True) if one.article}
        return [
            _result(self.job, row, "article", number=one.article, is_new=one.is_new, error=one.error)
            for row, one in zip(rows, stored, strict=True)
        ]

    def _store_annotations(self, rows: list[IncomingAnnotation]) -> list[ImportResult]:
        state = Annotation.State.ACCEPTED if self.job.is_accepting else Annotation.State.SUGGESTED
        tied = [self._tied(row) for row in rows]
        marked = import_annotations(tied, state=state, generator=str(self.job.form), actor=self.actor)
        return [
            _result(self.job, row, "annotation", number=one.annotation, is_new=one.is_new, error=one.error)
            for row, one in zip(rows, marked, strict=True)
        ]

    def _tied(self, row: IncomingAnnotation) -> IncomingAnnotation:
        """To the article of its own row, if that brought one."""
        own = self._articles.get(row.row)
        return row if own is None else row._replace(reference=row.reference._replace(id=own))


def _item(row: Incoming) -> int:
    return 0 if isinstance(row, IncomingArticle) else row.item


def _result(
    job: Import,
    row: Incoming,
    object_type: str,
    *,
    number: int | None = None,
    is_new: bool = False,
    error: BelegError | None = None,
) -> ImportResult:
    outcome = Outcome.FAILED if error else Outcome.CREATED if is_new else Outcome.UNCHANGED
    code, detail = (error.code, str(error)) if error else ("", "")
    return unsaved(
        ImportResult,
        job_id=job.pk,
        row=row.row,
        item=_item(row),
        outcome=outcome,
        object_type=object_type,
        object_id=number,
        code=code,
        detail=detail,
    )


def _finish(job: Import, lease: jobs.Lease, *, total: int) -> None:
    counted = job.results.order_by().values_list("outcome").annotate(number=Count("pk"))
    counts = {**dict.fromkeys(("created", "unchanged", "failed"), 0), **dict(counted)}
    with transaction.atomic():
        jobs.end(lease, state=Import.State.FINISHED, done=total, total=total, **counts)
        ImportFile.objects.filter(job=job).delete()
        record_apart(actor=None, change=Change(Event.Verb.FINISHED, "import", job.pk, new=counts))


def _record_failure(job: Import) -> None:
    record_apart(actor=None, change=Change(Event.Verb.FAILED, "import", job.pk, new={"error": str(job.error)}))


KIND = jobs.Kind(model=Import, work=_work, error=Import.Error.READING, record_failure=_record_failure)
