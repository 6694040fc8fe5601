"""Exports as jobs: whole, once, of what may be seen when the job runs, and gone after a week."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models.functions import Now
from django.utils.translation import override
from openpyxl import load_workbook

from annotations import jobs
from annotations.errors import NothingToExport
from annotations.formats import tables
from annotations.formats.writing import utc_time
from annotations.models import Annotation, Article, Desk, Event, Export, ExportChunk
from annotations.queries.exports import AnnotationChoice
from annotations.services import exports
from annotations.services.articles import BroughtIn
from tests.factories import bring_in, mark, suggested

pytestmark = pytest.mark.django_db


def request(actor: User, form: str = "jsonl", articles: list[int] | None = None, **choice: Any) -> Export:
    return exports.request_export(
        articles=list(Article.objects.order_by("pk").values_list("pk", flat=True)) if articles is None else articles,
        form=form,
        choice=AnnotationChoice(**choice),
        site="https://beleg.example",
        actor=actor,
    )


def done(export: Export) -> Export:
    assert jobs.execute(exports.KIND, export.pk)
    return Export.objects.get(pk=export.pk)


def content(export: Export) -> bytes:
    return b"".join(exports.file_pieces(export))


def titles(export: Export) -> list[str]:
    return [json.loads(line)["title"] for line in content(export).decode().splitlines()]


def test_writes_the_file_and_says_what_is_in_it(editor: User, with_suggestions: BroughtIn) -> None:
    bring_in(editor, "Ein anderer Text.", title="Zweiter")
    export = done(request(editor))
    assert (export.state, export.done, export.total, export.article_count) == ("finished", 2, 2, 2)
    assert titles(export) == [with_suggestions.article.title, "Zweiter"]
    assert export.size == len(content(export))
    marks = json.loads(content(export).decode().splitlines()[0])["annotations"]
    assert len(marks) == export.annotation_count > 0


def test_times_are_told_in_utc(editor: User, with_suggestions: BroughtIn) -> None:
    [line] = content(done(request(editor))).decode().splitlines()
    article, mark = json.loads(line), Annotation.objects.order_by("start", "end", "pk")[0]
    assert article["created_at"] == utc_time(Article.objects.get().created_at)
    assert article["annotations"][0]["updated_at"] == utc_time(mark.updated_at)
    assert article["created_at"][-1] == "Z"


def test_only_chosen_articles_and_marks(editor: User, brought_in: BroughtIn) -> None:
    other = bring_in(editor, "Es kamen 12 Gäste.", title="Zweiter")
    mark(editor, other.version, "12", "figure")
    mark(editor, other.version, "Gäste")
    export = done(request(editor, articles=[other.article.pk], kinds=("figure",)))
    assert titles(export) == ["Zweiter"]
    assert export.annotation_count == 1


def test_a_selection_of_nothing_is_refused(editor: User) -> None:
    with pytest.raises(NothingToExport):
        request(editor, articles=[])
    assert not Export.objects.exists()


def test_visibility_is_asked_for_again_when_the_job_runs(editor: User, colleague: User) -> None:
    bring_in(editor, title="Offen")
    hidden = bring_in(editor, "Ein anderer Text.", title="Bald geschlossen", desk="Recherche")
    export = request(colleague)
    Desk.objects.create(name="Recherche", is_closed=True)
    assert hidden.article.pk in export.articles
    assert titles(done(export)) == ["Offen"]


def test_who_has_lost_the_role_gets_no_file(colleague: User, brought_in: BroughtIn) -> None:
    export = request(colleague)
    colleague.groups.clear()
    failed = done(export)
    assert (failed.state, failed.error) == ("failed", "not_allowed")
    assert not ExportChunk.objects.exists()


def test_a_large_file_is_kept_in_pieces(editor: User, brought_in: BroughtIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "_PIECE_BYTES", 100)
    for number in range(60):
        bring_in(editor, f"Text {number} " + "wächst und wächst. " * 100)
    export = done(request(editor))
    assert export.chunks.count() > 1
    assert len(titles(export)) == 61


def test_another_attempt_does_not_append_to_the_first(editor: User, brought_in: BroughtIn) -> None:
    export = request(editor)
    lease = jobs.claim(Export, export.pk)
    assert lease is not None
    ExportChunk.objects.create(export=export, number=0, content=b"of a worker that died")
    Export.objects.update(lease_until=Now() - timedelta(seconds=1))
    assert len(titles(done(export))) == 1


def test_a_failure_is_tried_again_and_then_told(
    editor: User, brought_in: BroughtIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = request(editor)

    def broken(*_arguments: Any) -> Any:
        raise RuntimeError("disk")

    monkeypatch.setattr(exports, "article_records", broken)
    for _attempt in range(3):
        Export.objects.update(due_at=Now())
        jobs.execute(exports.KIND)
    export.refresh_from_db()
    assert (export.state, export.error, export.attempts) == ("failed", "writing", 3)
    assert Event.objects.get(object_type="export", verb="failed").object_id == export.pk


def test_more_rows_than_excel_holds_is_told(
    editor: User, with_suggestions: BroughtIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "ROW_LIMIT", 2)
    failed = done(request(editor, "xlsx"))
    assert (failed.state, failed.error, failed.attempts) == ("failed", "too_many_rows", 1)


def test_headings_are_in_the_language_of_who_asked(editor: User, with_suggestions: BroughtIn) -> None:
    with override("en"):
        export = request(editor, "xlsx")
    with override("de"):
        book = load_workbook(io.BytesIO(content(done(export))))
    assert book.sheetnames == ["Marks", "Articles"]


def test_asking_and_finishing_leave_events(editor: User, brought_in: BroughtIn) -> None:
    done(request(editor))
    found = Event.objects.filter(object_type="export").order_by("id").values_list("verb", "actor")
    assert list(found) == [("queued", editor.pk), ("finished", None)]


def test_files_go_after_a_week(editor: User, brought_in: BroughtIn) -> None:
    old, young = done(request(editor)), done(request(editor))
    Export.objects.filter(pk=old.pk).update(finished_at=Now() - timedelta(days=7, seconds=1))
    assert exports.purge_exports() == 1
    assert list(Export.objects.all()) == [young]
    assert set(ExportChunk.objects.values_list("export", flat=True)) == {young.pk}


def test_memory_holds_a_chunk_and_not_everything(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records are made as the writer takes them: after the first article only one chunk has been read."""
    from annotations.queries import exports as queries

    monkeypatch.setattr(queries, "_CHUNK_ARTICLES", 2)
    for number in range(6):
        suggested(editor, f"Es kamen {number + 20} Gäste.")
    read: list[list[int]] = []
    real = queries._records

    def counted(versions: list[int], choice: AnnotationChoice) -> Any:
        read.append(versions)
        return real(versions, choice)

    monkeypatch.setattr(queries, "_records", counted)
    records = queries.article_records(Article.objects.all(), AnnotationChoice())
    next(records)
    assert len(read) == 1
    assert len(list(records)) == 5
