"""Exports as jobs: asked for, written piece by piece, downloaded, and gone after a week."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import get_language, override

from annotations import jobs
from annotations.errors import NothingToExport, TooManyRows
from annotations.formats.records import ArticleRecord
from annotations.formats.registry import FORMATS
from annotations.models import Article, Event, Export, ExportChunk
from annotations.queries.exports import AnnotationChoice, article_records
from annotations.services.events import Change, record_apart

KEPT_DAYS = 7
LIMIT_SECONDS = 900  # a job that writes for longer is stuck
_PIECE_BYTES = 4 * 2**20  # of the file, before it is compressed; each is a transaction of its own
_ARTICLES_AT_ONCE = 10_000  # numbers in one query
_PERMISSION = "annotations.export_article"


def request_export(*, articles: Sequence[int], form: str, choice: AnnotationChoice, site: str, actor: User) -> Export:
    """`form` is a name of `FORMATS`, `site` the desk's address. Raises `NothingToExport` for no article."""
    if not articles:
        raise NothingToExport()
    with transaction.atomic():
        export = Export.objects.create(
            requested_by=actor,
            form=form,
            articles=list(articles),
            choice=asdict(choice),
            language=get_language() or "de",
            site=site,
            due_at=Now(),
        )
        new = {"format": form, "articles": len(articles), **asdict(choice)}
        record_apart(actor=actor, change=Change(Event.Verb.QUEUED, "export", export.pk, new=new))
        jobs.enqueue(Export, export.pk)
    export.refresh_from_db()
    return export


def discard_export(export: Export) -> None:
    """The file goes; that it was asked for stays in the record. A job at work on it notices and stops."""
    with transaction.atomic():
        export.chunks.all().delete()
        export.delete()


def file_pieces(export: Export) -> Iterator[bytes]:
    """The file of a finished export, one piece in memory at a time."""
    numbers = export.chunks.order_by("number").values_list("pk", flat=True)
    for number in list(numbers):
        yield zlib.decompress(bytes(ExportChunk.objects.values_list("content", flat=True).get(pk=number)))


def purge_exports(*, days: int = KEPT_DAYS) -> int:
    """Removes exports that ended so many days ago; how many."""
    old = Export.objects.filter(finished_at__lt=Now() - timedelta(days=days))
    for export in (gone := list(old.only("pk"))):
        discard_export(export)
    return len(gone)


def _work(export: Export, lease: jobs.Lease) -> None:
    writer = _Writer(export, lease)
    if not (export.requested_by.is_active and export.requested_by.has_perm(_PERMISSION)):
        jobs.end(lease, state=Export.State.FAILED, error=Export.Error.NOT_ALLOWED)
        return
    with jobs.Heartbeat(lease, limit_seconds=LIMIT_SECONDS) as heartbeat, override(export.language):
        try:
            writer.write(heartbeat)
        except TooManyRows:
            jobs.end(lease, state=Export.State.FAILED, error=Export.Error.TOO_MANY_ROWS)


class _Writer:
    """One attempt: counts what goes by and stores the file's pieces."""

    def __init__(self, export: Export, lease: jobs.Lease) -> None:
        self.export, self.lease = export, lease
        self.articles = self.annotations = self.size = self.pieces = 0

    def write(self, heartbeat: jobs.Heartbeat) -> None:
        """Raises `jobs.LeaseLost`, `jobs.StopRequested` or `TooManyRows`."""
        total = len(self.export.articles)
        with transaction.atomic():
            jobs.hold(self.lease)
            self.export.chunks.all().delete()  # of an attempt that did not reach its end
        content = FORMATS[self.export.form].write(self._counted(heartbeat, total), self.export.site)
        for piece in _pieces(content):
            self._store(piece)
        with transaction.atomic():
            jobs.end(
                self.lease,
                state=Export.State.FINISHED,
                done=total,
                total=total,
                article_count=self.articles,
                annotation_count=self.annotations,
                size=self.size,
            )
            new = {"articles": self.articles, "annotations": self.annotations, "size": self.size}
            record_apart(actor=None, change=Change(Event.Verb.FINISHED, "export", self.export.pk, new=new))

    def _counted(self, heartbeat: jobs.Heartbeat, total: int) -> Iterator[ArticleRecord]:
        for article in _records(self.export):
            heartbeat.progress(self.articles, total)
            self.articles += 1
            self.annotations += len(article.annotations)
            yield article

    def _store(self, piece: bytes) -> None:
        packed = zlib.compress(piece, level=1)
        with transaction.atomic():
            jobs.hold(self.lease)
            ExportChunk.objects.create(export=self.export, number=self.pieces, content=packed)
        self.pieces += 1
        self.size += len(piece)


def _records(export: Export) -> Iterator[ArticleRecord]:
    """What of the chosen articles whoever asked may see at this moment."""
    visible = Article.objects.visible_to(export.requested_by)
    choice = AnnotationChoice(**{name: tuple(values) for name, values in export.choice.items()})
    for start in range(0, len(export.articles), _ARTICLES_AT_ONCE):
        yield from article_records(visible.filter(pk__in=export.articles[start : start + _ARTICLES_AT_ONCE]), choice)


def _pieces(content: Iterable[bytes]) -> Iterator[bytes]:
    waiting = bytearray()
    for chunk in content:
        waiting += chunk
        if len(waiting) >= _PIECE_BYTES:
            yield bytes(waiting)
            waiting.clear()
    if waiting:
        yield bytes(waiting)


def _record_failure(export: Export) -> None:
    change = Change(Event.Verb.FAILED, "export", export.pk, new={"error": str(export.error)})
    record_apart(actor=None, change=change)


KIND = jobs.Kind(model=Export, work=_work, error=Export.Error.WRITING, record_failure=_record_failure)
