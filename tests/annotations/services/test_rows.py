"""Rows in few statements: what is stored is what the ORM would have stored."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from annotations.models import Annotation, Event, Quote, Speaker, SuggestionRun
from annotations.models.search_entry import AnnotationSearch
from annotations.services.rows import insert, insert_or_replace, unsaved, update
from tests.factories import bring_in

pytestmark = pytest.mark.django_db
TEXT = "Der Verein 🦊 habe „nie“ gezahlt, sagte Ilva Koren."


def _mark(editor: User, start: int = 0) -> Annotation:
    version = bring_in(editor, TEXT).version
    place = {"start": start, "end": 12, "exact": TEXT[start:12]}
    return Annotation(version=version, kind="quote", state="accepted", creator=editor, **place)


def test_stores_what_the_orm_reads_back(editor: User) -> None:
    [made] = insert([_mark(editor)])
    stored = Annotation.objects.get(pk=made.pk)
    for field in Annotation._meta.local_concrete_fields:
        assert getattr(stored, field.attname) == getattr(made, field.attname), field.attname
    assert stored.exact == "Der Verein 🦊"
    assert not made._state.adding


def test_objects_and_moments_are_converted_by_their_fields(editor: User) -> None:
    [made] = insert([Event(actor=editor, verb="created", object_type="source", object_id=1, new={"title": "Ö„“"})])
    stored = Event.objects.get(pk=made.pk)
    assert stored.new == {"title": "Ö„“"}
    assert stored.old == {}
    assert stored.at == made.at


def test_a_moment_of_the_database_stands_on_all_rows(editor: User) -> None:
    version = bring_in(editor, TEXT).version
    before = timezone.now()
    runs = insert(
        SuggestionRun(version=version, requested_by=editor, state=SuggestionRun.State.FAILED, due_at=Now())
        for _ in range(2)
    )
    moments = set(SuggestionRun.objects.filter(pk__in=[run.pk for run in runs]).values_list("due_at", flat=True))
    assert len(moments) == 1
    assert abs(moments.pop() - before) < timedelta(minutes=1)


def test_a_row_finds_the_number_another_got_after_it_was_put_there(editor: User) -> None:
    speaker, mark = Speaker(name="Ilva Koren"), _mark(editor)
    quote = Quote(annotation=mark, speaker=speaker)
    insert([speaker])
    insert([mark])
    insert([quote])
    stored = Quote.objects.get(pk=mark.pk)
    assert stored.speaker == speaker


def test_thousands_of_rows_take_few_statements_and_keep_their_order(editor: User) -> None:
    rows = [Event(actor=editor, verb="created", object_type="source", object_id=n) for n in range(7000)]
    with CaptureQueriesContext(connection) as asked:
        insert(rows)
    assert len(asked) <= 3
    stored = Event.objects.in_bulk([row.pk for row in rows])
    assert all(stored[row.pk].object_id == row.object_id for row in rows)


def test_replaces_what_stands_under_the_same_number(editor: User) -> None:
    [mark] = insert([_mark(editor)])
    insert_or_replace([AnnotationSearch(annotation=mark, stems="alt")])
    insert_or_replace([AnnotationSearch(annotation=mark, stems="neu")])
    assert AnnotationSearch.objects.get(pk=mark.pk).stems == "neu"


def test_nothing_is_stored_where_one_row_breaks_a_rule(editor: User) -> None:
    whole, empty = _mark(editor), _mark(editor, start=12)
    with pytest.raises(IntegrityError):
        insert([whole, empty])


def test_no_rows_no_statement(editor: User) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert insert([]) == []
    assert len(asked) == 0


def test_a_changed_row_is_stored_as_the_orm_would(editor: User) -> None:
    [mark] = insert([_mark(editor)])
    made_at, changed_at = mark.created_at, mark.updated_at
    mark.state, mark.reject_reason, mark.evidence, mark.revision = "rejected", "irrelevant", [[0, 4]], 2
    with CaptureQueriesContext(connection) as asked:
        update(mark)
    assert len(asked) == 1
    stored = Annotation.objects.get(pk=mark.pk)
    for field in Annotation._meta.local_concrete_fields:
        assert getattr(stored, field.attname) == getattr(mark, field.attname), field.attname
    assert (stored.state, stored.evidence, stored.created_at) == ("rejected", [[0, 4]], made_at)
    assert stored.updated_at > changed_at


def test_fields_that_are_not_named_stay_as_they_are(editor: User) -> None:
    [mark] = insert([_mark(editor)])
    mark.state, mark.revision = "superseded", 7
    update(mark, ["revision"])
    stored = Annotation.objects.get(pk=mark.pk)
    assert (stored.state, stored.revision) == ("accepted", 7)


def test_an_unsaved_row_is_what_the_model_would_make(editor: User) -> None:
    version = bring_in(editor, TEXT).version
    said = {"version": version, "kind": "quote", "creator": editor, "start": 0, "end": 12, "exact": TEXT[:12]}
    plain, quick = Annotation(**said), unsaved(Annotation, **said)
    for field in Annotation._meta.local_concrete_fields:
        assert getattr(quick, field.attname) == getattr(plain, field.attname), field.attname
    assert quick.version is version
    assert quick.verdict is None
    assert quick._state.adding


def test_unsaved_rows_share_no_list(editor: User) -> None:
    first, second = unsaved(Annotation), unsaved(Annotation)
    first.evidence.append([0, 4])
    assert second.evidence == unsaved(Annotation).evidence == []


def test_an_unsaved_row_refuses_a_name_its_model_does_not_have() -> None:
    with pytest.raises(TypeError, match="Speaker has no nam"):
        unsaved(Speaker, nam="Ilva Koren")
