"""Many decisions in one request."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from annotations.models import Annotation, Event
from annotations.services import annotations as service
from annotations.services.articles import BroughtIn

pytestmark = pytest.mark.django_db
BULK = "/api/v1/annotations/bulk/"


@pytest.fixture
def suggestions(with_suggestions: BroughtIn) -> list[Annotation]:
    return list(Annotation.objects.order_by("id")[:4])


def operations(annotations: list[Annotation], op: str, **more: Any) -> list[dict[str, Any]]:
    return [{"op": op, "id": a.pk, "revision": a.revision, **more} for a in annotations]


def test_answers_in_order_and_is_undone_as_one(api: APIClient, suggestions: list[Annotation]) -> None:
    wanted = [*operations(suggestions[:2], "accept"), *operations(suggestions[2:], "reject", reason="duplicate")]
    answer = api.post(BULK, {"operations": wanted}).json()
    assert answer["applied"] is True
    assert [(r["annotation"]["id"], r["annotation"]["state"]) for r in answer["results"]] == [
        *((a.pk, "accepted") for a in suggestions[:2]),
        *((a.pk, "rejected") for a in suggestions[2:]),
    ]
    undo = [{"op": "undo", "id": r["annotation"]["id"], "event": r["event"]} for r in answer["results"]]
    assert api.post(BULK, {"operations": undo}).json()["applied"] is True
    assert set(Annotation.objects.values_list("state", flat=True)) == {"suggested"}


def test_all_or_nothing(api: APIClient, colleague: User, suggestions: list[Annotation]) -> None:
    service.reject_annotation(annotation=suggestions[1], revision=1, actor=colleague)
    events = Event.objects.count()
    answer = api.post(BULK, {"operations": operations(suggestions, "accept")})
    assert answer.status_code == 409
    assert [r["status"] for r in answer.json()["results"]] == [200, 412, 200, 200]
    assert Event.objects.count() == events
    assert not Annotation.objects.filter(state="accepted").exists()


def test_each_for_itself(api: APIClient, colleague: User, suggestions: list[Annotation]) -> None:
    service.reject_annotation(annotation=suggestions[1], revision=1, actor=colleague)
    wanted = [*operations(suggestions, "accept"), {"op": "accept", "id": 999_999, "revision": 1}]
    answer = api.post(BULK, {"operations": wanted, "atomic": False})
    assert answer.status_code == 200
    assert [r["status"] for r in answer.json()["results"]] == [200, 412, 200, 200, 404]
    assert answer.json()["results"][1]["problem"]["code"] == "stale_revision"
    assert Annotation.objects.filter(state="accepted").count() == 3


@pytest.mark.parametrize(
    "body",
    [
        {"operations": []},
        {},
        {"operations": [{"op": "accept", "id": 1}]},
        {"operations": [{"op": "undo", "id": 1}]},
        {"operations": [{"op": "burn", "id": 1, "revision": 1}]},
        {"operations": [{"op": "accept", "id": 1, "revision": 1}] * 501},
        {"operations": "all"},
    ],
)
def test_bad_input_changes_nothing(api: APIClient, suggestions: list[Annotation], body: dict[str, Any]) -> None:
    answer = api.post(BULK, body)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"].startswith("operations")
    assert set(Annotation.objects.values_list("state", flat=True)) == {"suggested"}
