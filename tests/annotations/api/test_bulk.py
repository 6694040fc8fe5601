"""Many decisions in one request."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from annotations.models import Annotation, Event
from annotations.services import annotations as service
from annotations.services.articles import BroughtIn
from tests.conftest import api_for
from tests.factories import bring_in, mark

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


def create(version: int, text: str, words: str, kind: str = "claim", **more: Any) -> dict[str, Any]:
    start = text.index(words)
    place = {"start": start, "end": start + len(words), "exact": words}
    return {"op": "create", "version": version, "kind": kind, **place, **more}


def test_creates_many_with_parts_and_fields_and_doubles_none(
    api: APIClient, editor: User, brought_in: BroughtIn
) -> None:
    version = brought_in.version
    text = version.text
    there = mark(editor, version, "Zweimal")
    speaker = text.index("Anna Beck")
    part = {"role": "speaker", "start": speaker, "end": speaker + 9, "exact": "Anna Beck"}
    wanted = [
        create(version.pk, text, "Wir bauen", "quote", quote={"speaker": "Anna Beck"}, parts=[part]),
        create(version.pk, text, "1.200", "figure", figure={"value": 1200, "kind": "count"}),
        create(version.pk, text, "Zweimal"),
        create(version.pk, text, "1.200", "figure"),
        create(version.pk, text, "Laut Polizei"),
    ]
    results = api.post(BULK, {"operations": wanted}).json()["results"]
    assert [r["status"] for r in results] == [201, 201, 200, 200, 201]
    quote, figure, twin, again, last = (r["annotation"] for r in results)
    assert (quote["quote"]["speaker"]["name"], quote["parts"]) == ("Anna Beck", [part])
    assert (figure["figure"]["value"], twin["id"], again["id"]) == (1200, there.pk, figure["id"])
    for result in results:
        assert api.get(f"/api/v1/annotations/{result['annotation']['id']}/").json() == result["annotation"]
    assert Annotation.objects.count() == 4
    created = Event.objects.filter(object_type="annotation", verb="created").order_by("number")
    assert [event.object_id for event in created] == [there.pk, quote["id"], figure["id"], last["id"]]
    undo = [{"op": "undo", "id": quote["id"], "event": results[0]["event"]}]
    assert api.post(BULK, {"operations": undo}).json()["results"][0]["annotation"]["deleted"] is True


def test_a_wrong_place_among_many_is_told_and_spoils_all_or_itself(api: APIClient, brought_in: BroughtIn) -> None:
    version, text = brought_in.version.pk, brought_in.version.text
    wrong = {**create(version, text, "Zweimal"), "exact": "Dreimal"}
    elsewhere = {**create(version, text, "Händedruck"), "version": 999_999}
    wanted = [create(version, text, "Laut Polizei"), wrong, elsewhere]
    refused = api.post(BULK, {"operations": wanted})
    assert (refused.status_code, refused.json()["results"][1]["problem"]["found"]) == (409, "Zweimal")
    assert not Annotation.objects.exists()
    results = api.post(BULK, {"operations": wanted, "atomic": False}).json()["results"]
    assert [r["status"] for r in results] == [201, 400, 404]
    assert [a.exact for a in Annotation.objects.all()] == ["Laut Polizei"]


def test_places_of_a_browser_are_counted_anew(api: APIClient, brought_in: BroughtIn) -> None:
    text = brought_in.version.text
    words = "Die Kosten"
    start = len(text[: text.index(words)].encode("utf-16-le")) // 2
    assert start > text.index(words)
    wanted = {**create(brought_in.version.pk, text, words), "start": start, "end": start + len(words), "unit": "utf16"}
    [result] = api.post(BULK, {"operations": [wanted]}).json()["results"]
    assert result["annotation"]["start"] == text.index(words)


def test_changes_many_and_refuses_another_kinds_fields(api: APIClient, editor: User, brought_in: BroughtIn) -> None:
    claim, figure = (mark(editor, brought_in.version, w, k) for w, k in (("Zweimal", "claim"), ("1.200", "figure")))
    operations = [
        {"op": "change", "id": claim.pk, "revision": 1, "claim": {"worthiness": "high"}},
        {"op": "change", "id": figure.pk, "revision": 1, "claim": {"worthiness": "high"}},
    ]
    results = api.post(BULK, {"operations": operations, "atomic": False}).json()["results"]
    assert results[0]["annotation"]["claim"]["worthiness"] == "high"
    assert (results[1]["status"], results[1]["problem"]["code"]) == (400, "wrong_kind_fields")


def test_each_operation_needs_its_own_permission(integration: User, brought_in: BroughtIn) -> None:
    version, text = brought_in.version.pk, brought_in.version.text
    client = api_for(integration)
    made = client.post(BULK, {"operations": [create(version, text, "Zweimal")]})
    assert made.status_code == 200
    one = made.json()["results"][0]["annotation"]["id"]
    more = [create(version, text, "Händedruck"), {"op": "delete", "id": one, "revision": 1}]
    assert client.post(BULK, {"operations": more}).status_code == 403
    assert Annotation.objects.count() == 1


def test_five_hundred_cost_a_few_dozen_statements(
    api: APIClient, editor: User, django_assert_max_num_queries: Any
) -> None:
    version = bring_in(editor, "Wort für Wort. " * 500).version
    wanted = [
        {
            "op": "create",
            "version": version.pk,
            "kind": "claim",
            "start": 15 * n,
            "end": 15 * n + 8,
            "exact": version.text[15 * n : 15 * n + 8],
        }
        for n in range(500)
    ]
    with django_assert_max_num_queries(60):  # SQLite takes some forty rows a statement
        assert api.post(BULK, {"operations": wanted}).status_code == 200
    assert Annotation.objects.count() == 500


@pytest.mark.parametrize("atomic", [False, True])
def test_a_place_that_cuts_a_character_fails_for_itself(api: APIClient, brought_in: BroughtIn, atomic: bool) -> None:
    text = brought_in.version.text
    cut = len(text[: text.index("👩")].encode("utf-16-le")) // 2 + 1
    mark_it = {"op": "create", "version": brought_in.version.pk, "kind": "claim", "unit": "utf16"}
    wanted = [
        {**mark_it, "start": cut, "end": cut + 1, "exact": "👩"},
        {**mark_it, "start": 0, "end": 3, "exact": "Der"},
    ]
    answer = api.post(BULK, {"operations": wanted, "atomic": atomic})
    assert answer.status_code == (409 if atomic else 200)
    results = answer.json()["results"]
    assert [result["status"] for result in results] == [400, 201]
    assert results[0]["problem"]["code"] == "span_cuts_character"
    assert Annotation.objects.count() == (0 if atomic else 1)
