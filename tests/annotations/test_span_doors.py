"""`text[start:end] == exact`, tried at each door: service, API, admin, job, plain SQL."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client

import extraction
from annotations.errors import InvalidSpan
from annotations.models import Annotation, AnnotationPart
from annotations.services import annotations as service
from annotations.services.articles import BroughtIn
from annotations.services.contents import Contents
from annotations.services.suggestions import execute_run
from tests.conftest import api_for
from tests.factories import mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def annotation(editor: User, brought_in: BroughtIn) -> Annotation:
    return mark(editor, brought_in.version, "Händedruck")


def by_service(annotation: Annotation, actor: User) -> None:
    with pytest.raises(InvalidSpan):
        service.change_annotation(
            annotation=annotation, revision=1, actor=actor, contents=Contents(start=0, end=10, exact="Händedruck")
        )


def by_part(annotation: Annotation, actor: User) -> None:
    part = {"role": "speaker", "start": 0, "end": 3, "exact": "Die"}
    with pytest.raises(InvalidSpan):
        service.change_annotation(annotation=annotation, revision=1, actor=actor, contents=Contents(parts=[part]))


def by_api(annotation: Annotation, actor: User) -> None:
    answer = api_for(actor).patch(
        f"/api/v1/annotations/{annotation.pk}/",
        {"start": 0, "end": 10, "exact": "Händedruck"},
        headers={"If-Match": f'"annotation-{annotation.pk}-1"'},
    )
    assert answer.status_code == 400


def by_admin(annotation: Annotation, actor: User) -> None:
    actor.is_superuser = True
    actor.save()
    client = Client()
    client.force_login(actor)
    path = f"/admin/annotations/annotation/{annotation.pk}/change/"
    assert client.post(path, {"start": 0, "end": 10, "exact": "Händedruck"}).status_code == 403


def by_model(annotation: Annotation, actor: User) -> None:
    annotation.start, annotation.end = 0, 10
    with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic():
        annotation.save()


def by_sql(annotation: Annotation, actor: User) -> None:
    with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute('UPDATE annotations_annotation SET "start" = 0, "end" = 10 WHERE id = %s', [annotation.pk])


@pytest.mark.parametrize("door", [by_service, by_part, by_api, by_admin, by_model, by_sql])
def test_door(door: Callable[[Annotation, User], Any], annotation: Annotation, editor: User) -> None:
    door(annotation, editor)
    stored = Annotation.objects.select_related("version").get(pk=annotation.pk)
    assert stored.version.text[stored.start : stored.end] == stored.exact == "Händedruck"
    assert not AnnotationPart.objects.exists()


def test_door_of_the_job(brought_in: BroughtIn) -> None:
    candidate = extraction.analyze(brought_in.version.text).figures[0]
    outside = {name: getattr(candidate, name) for name in candidate.__slots__} | {"start": 10**6, "end": 10**6 + 5}
    analysis = extraction.Analysis(lang="de", quotes=(), figures=(type(candidate)(**outside),), claims=())
    with patch("extraction.analyze", return_value=analysis):
        assert execute_run(brought_in.run.pk)
    assert not Annotation.objects.exists()
