"""What the database refuses, whoever asks: past all services, with plain statements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import F
from django.utils import timezone

from annotations.models import Annotation, AnnotationPart, Article, ArticleVersion, Claim, Event, Quote, SuggestionRun
from annotations.services.articles import BroughtIn
from tests.factories import bring_in, mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def annotation(brought_in: BroughtIn) -> Annotation:
    return mark(brought_in.article.uploader, brought_in.version, "Händedruck")


def assert_refused(statement: Callable[[], Any]) -> None:
    with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic():
        statement()


@pytest.mark.parametrize(
    "values",
    [
        {"exact": "Handedruck"},
        {"start": F("start") + 1, "end": F("end") + 1},
        {"end": F("end") + 1},
        {"start": F("end")},
        {"start": 100_000, "end": 100_010},
        {"kind": "rumour"},
        {"state": "perhaps"},
        {"confidence": 1.5},
        {"creator": None},
        {"reject_reason": "other"},
    ],
)
def test_refuses_a_wrong_annotation(annotation: Annotation, values: dict[str, Any]) -> None:
    assert_refused(lambda: Annotation.objects.filter(pk=annotation.pk).update(**values))


def test_refuses_words_that_are_not_in_the_text_by_raw_sql(annotation: Annotation) -> None:
    def statement() -> None:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE annotations_annotation SET exact = 'Handschlag' WHERE id = %s", [annotation.pk])

    assert_refused(statement)


def test_refuses_a_wrong_part(annotation: Annotation) -> None:
    assert_refused(
        lambda: AnnotationPart.objects.create(annotation=annotation, role="speaker", start=0, end=3, exact="Die")
    )
    AnnotationPart.objects.create(annotation=annotation, role="speaker", start=0, end=3, exact="Der")
    assert_refused(
        lambda: AnnotationPart.objects.create(annotation=annotation, role="speaker", start=0, end=3, exact="Der")
    )


def test_text_of_a_version_never_changes(brought_in: BroughtIn) -> None:
    assert_refused(lambda: ArticleVersion.objects.filter(pk=brought_in.version.pk).update(text="anders"))


def test_event_never_changes(brought_in: BroughtIn) -> None:
    assert_refused(lambda: Event.objects.filter(article=brought_in.article).update(verb="deleted"))


def test_a_row_of_another_kind_is_refused(annotation: Annotation) -> None:
    assert_refused(lambda: Quote.objects.create(annotation=annotation))


def test_one_kind_row_per_annotation(annotation: Annotation) -> None:
    assert_refused(lambda: Claim.objects.create(annotation=annotation))


def test_one_active_run_per_version(brought_in: BroughtIn) -> None:
    assert_refused(
        lambda: SuggestionRun.objects.create(
            version=brought_in.version, requested_by=brought_in.article.uploader, due_at=timezone.now()
        )
    )


def test_one_suggestion_per_run_and_place(with_suggestions: BroughtIn) -> None:
    twin = Annotation.objects.filter(run=with_suggestions.run)[0]
    twin.pk = None
    assert_refused(lambda: twin.save(force_insert=True))


def test_running_needs_a_lease(brought_in: BroughtIn) -> None:
    assert_refused(lambda: SuggestionRun.objects.filter(pk=brought_in.run.pk).update(state="running"))


def test_date_needs_its_precision(brought_in: BroughtIn) -> None:
    assert_refused(lambda: Article.objects.filter(pk=brought_in.article.pk).update(published_on="2023-09-01"))


def test_a_long_text_is_checked_by_hand_and_on_every_change(editor: User) -> None:
    """Runs are excepted from the trigger there, and only there; whatever else is written is compared."""
    long = bring_in(editor, "Der Rat tagt am Montag. " * 9000)
    assert long.version.length > 200_000
    annotation = mark(editor, long.version, "Rat")
    assert_refused(lambda: Annotation.objects.filter(pk=annotation.pk).update(exact="Tat"))
    twin = Annotation(version=long.version, kind="claim", start=0, end=3, exact="Die", state="accepted", creator=editor)
    assert_refused(twin.save)
