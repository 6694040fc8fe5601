"""Annotations over the API: places, revisions, decisions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from rest_framework.test import APIClient

from annotations.models import Annotation
from annotations.services.articles import BroughtIn

pytestmark = pytest.mark.django_db
ANNOTATIONS = "/api/v1/annotations/"


def body(article: BroughtIn, words: str, kind: str = "claim", **more: Any) -> dict[str, Any]:
    start = article.version.text.index(words)
    return {
        "version": article.version.pk,
        "kind": kind,
        "start": start,
        "end": start + len(words),
        "exact": words,
        **more,
    }


@pytest.fixture
def created(api: APIClient, brought_in: BroughtIn) -> dict[str, Any]:
    answer = api.post(ANNOTATIONS, body(brought_in, "Händedruck"))
    assert answer.status_code == 201
    annotation: dict[str, Any] = answer.json()["annotation"]
    return annotation


def test_create_read_change_delete(api: APIClient, brought_in: BroughtIn) -> None:
    speaker = brought_in.version.text.index("Anna Beck")
    answer = api.post(
        ANNOTATIONS,
        body(
            brought_in,
            "Wir bauen bis 2027 zwölf neue Schulen",
            "quote",
            quote={"type": "direct", "speaker": "Anna Beck"},
            parts=[{"role": "speaker", "start": speaker, "end": speaker + 9, "exact": "Anna Beck"}],
        ),
    )
    assert answer.status_code == 201
    made = answer.json()["annotation"]
    assert answer.headers["ETag"] == made["etag"]
    assert made["quote"]["speaker"]["name"] == "Anna Beck"
    assert made["parts"][0]["exact"] == "Anna Beck"

    path = f"{ANNOTATIONS}{made['id']}/"
    assert api.get(path).json() == made
    changed = api.patch(path, {"quote": {"type": "indirect"}}, headers={"If-Match": made["etag"]}).json()["annotation"]
    assert changed["quote"]["type"] == "indirect"
    gone = api.delete(path, headers={"If-Match": changed["etag"]})
    assert gone.json()["annotation"]["deleted"] is True
    assert api.get(ANNOTATIONS).json()["results"] == []
    assert [row["id"] for row in api.get(f"{ANNOTATIONS}?deleted=true").json()["results"]] == [made["id"]]
    back = api.post(f"{path}restore/", headers={"If-Match": gone.headers["ETag"]})
    assert back.json()["annotation"]["deleted"] is False


def test_the_same_span_twice_is_one_annotation(api: APIClient, brought_in: BroughtIn, created: dict[str, Any]) -> None:
    again = api.post(ANNOTATIONS, body(brought_in, "Händedruck"))
    assert again.status_code == 200
    assert again.json()["annotation"]["id"] == created["id"]


def test_places_in_utf16_are_taken_and_code_points_answered(api: APIClient, brought_in: BroughtIn) -> None:
    words = "Die Kosten"
    point = brought_in.version.text.index(words)
    unit = len(brought_in.version.text[:point].encode("utf-16-le")) // 2
    assert unit > point, "an emoji stands before"
    answer = api.post(
        ANNOTATIONS,
        {**body(brought_in, words), "start": unit, "end": unit + len(words), "unit": "utf16"},
    )
    assert answer.json()["annotation"]["start"] == point


def test_accept_reject_undo(api: APIClient, with_suggestions: BroughtIn) -> None:
    [first, second, *_] = api.get(f"{ANNOTATIONS}?state=suggested").json()["results"]
    accepted = api.post(f"{ANNOTATIONS}{first['id']}/accept/", headers={"If-Match": first["etag"]}).json()
    assert accepted["annotation"]["state"] == "accepted"
    rejected = api.post(
        f"{ANNOTATIONS}{second['id']}/reject/", {"reason": "duplicate"}, headers={"If-Match": second["etag"]}
    ).json()
    assert (rejected["annotation"]["state"], rejected["annotation"]["reject_reason"]) == ("rejected", "duplicate")
    undone = api.post(f"{ANNOTATIONS}{second['id']}/undo/", {"event": rejected["event"]}).json()
    assert (undone["annotation"]["state"], undone["annotation"]["reject_reason"]) == ("suggested", "")


def test_suggestions_say_why_in_the_language_of_the_request(api: APIClient, with_suggestions: BroughtIn) -> None:
    [row, *_] = api.get(f"{ANNOTATIONS}?kind=figure").json()["results"]
    german = api.get(f"{ANNOTATIONS}{row['id']}/", headers={"Accept-Language": "de"}).json()["rule_words"]
    english = api.get(f"{ANNOTATIONS}{row['id']}/", headers={"Accept-Language": "en"}).json()["rule_words"]
    assert german != english
    assert row["rule"] not in (german, english)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("kind=figure&unit=EUR&value_min=1e6", "3,5 Millionen Euro"),
        ("kind=figure&figure_kind=duration", "40-sekündigen"),
        ("kind=quote&speaker=Anna Beck", "Wir bauen bis 2027 zwölf neue Schulen"),
        ("search=Zweimal&kind=figure", "Zweimal"),
    ],
)
def test_filters(api: APIClient, with_suggestions: BroughtIn, query: str, words: str) -> None:
    assert [row["exact"] for row in api.get(f"{ANNOTATIONS}?{query}").json()["results"]] == [words]


def test_what_was_made_after_a_moment_though_numbers_and_times_cross(api: APIClient, brought_in: BroughtIn) -> None:
    """The first number is given first and its time is written last, as of two who mark at once."""
    moment = datetime(2031, 5, 4, 9, 30, tzinfo=UTC)
    ages = {"Händedruck": timedelta(minutes=-2), "Gäste": timedelta(minutes=3), "zwölf": timedelta(minutes=2)}
    for words, age in ages.items():
        number = api.post(ANNOTATIONS, body(brought_in, words)).json()["annotation"]["id"]
        Annotation.objects.filter(pk=number).update(created_at=moment + age)
    asked = f"{ANNOTATIONS}?created_after=2031-05-04T09:30:00Z"
    assert [row["exact"] for row in api.get(asked).json()["results"]] == ["Gäste", "zwölf"]
    assert api.get(f"{ANNOTATIONS}?created_after=2032-01-01T00:00:00Z").json()["results"] == []
    assert len(api.get(f"{ANNOTATIONS}?created_after=0001-01-01T00:00:00Z").json()["results"]) == 3


def test_change_needs_the_revision_it_is_based_on(api: APIClient, created: dict[str, Any]) -> None:
    path = f"{ANNOTATIONS}{created['id']}/"
    without = api.post(f"{path}reject/")
    assert (without.status_code, without.json()["code"]) == (428, "revision_required")
    api.post(f"{path}reject/", headers={"If-Match": created["etag"]})
    stale = api.patch(path, {"kind": "figure"}, headers={"If-Match": created["etag"]})
    assert (stale.status_code, stale.json()["code"]) == (412, "stale_revision")
    assert stale.json()["current"]["state"] == "rejected"
    assert stale.json()["changed_by"] == created["creator"]
    repeated = api.post(f"{path}reject/", headers={"If-Match": created["etag"]})
    assert repeated.status_code == 200, "the same decision twice is no conflict"


def test_an_etag_of_another_annotation_is_stale(api: APIClient, created: dict[str, Any]) -> None:
    answer = api.delete(f"{ANNOTATIONS}{created['id']}/", headers={"If-Match": '"annotation-999-1"'})
    assert answer.status_code == 412


def test_kind_and_place_change_together_where_the_new_kind_has_the_old_place(
    api: APIClient, with_suggestions: BroughtIn
) -> None:
    """Nothing in between is stored that would be the double of another mark."""
    words, other = "Zweimal sei der Plan gescheitert", "der Plan"
    claim = with_suggestions.version.annotations.get(exact=words, kind="claim")
    start = with_suggestions.version.text.index(other)
    answer = api.patch(
        f"/api/v1/annotations/{claim.pk}/",
        {"kind": "quote", "start": start, "end": start + len(other), "exact": other},
        headers={"If-Match": f'"annotation-{claim.pk}-{claim.revision}"'},
    )
    assert answer.status_code == 200
    assert (answer.json()["annotation"]["kind"], answer.json()["annotation"]["exact"]) == ("quote", other)


def test_what_comes_back_from_the_bin_is_no_double_of_what_was_marked_meanwhile(
    api: APIClient, brought_in: BroughtIn, created: dict[str, Any]
) -> None:
    path = f"/api/v1/annotations/{created['id']}/"
    deleted = api.delete(path, headers={"If-Match": created["etag"]}).json()
    place = {name: created[name] for name in ("version", "kind", "start", "end", "exact")}
    again = api.post("/api/v1/annotations/", place)
    assert again.status_code == 201
    for answer in (
        api.post(f"{path}restore/", headers={"If-Match": deleted["annotation"]["etag"]}),
        api.post(f"{path}undo/", {"event": deleted["event"]}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "already_marked")
        assert str(again.json()["annotation"]["id"]) in answer.json()["detail"]
    api.delete(f"/api/v1/annotations/{again.json()['annotation']['id']}/", headers={"If-Match": again.headers["ETag"]})
    assert api.post(f"{path}undo/", {"event": deleted["event"]}).json()["annotation"]["deleted"] is False


@pytest.mark.parametrize("value", [1e23, 1e300, 0.1, -7])
def test_a_great_number_is_undone_like_any_other(api: APIClient, brought_in: BroughtIn, value: float) -> None:
    made = api.post(ANNOTATIONS, body(brought_in, "40-sekündigen", "figure", figure={"value": 40})).json()["annotation"]
    path = f"{ANNOTATIONS}{made['id']}/"
    changed = api.patch(path, {"figure": {"value": value}}, headers={"If-Match": made["etag"]}).json()
    assert changed["annotation"]["figure"]["value"] == value
    undone = api.post(f"{path}undo/", {"event": changed["event"]}).json()
    assert undone["annotation"]["figure"]["value"] == 40
    redone = api.post(f"{path}undo/", {"event": undone["event"]}).json()
    assert redone["annotation"]["figure"]["value"] == value


def test_a_source_counts_the_facts_that_its_list_has(api: APIClient, created: dict[str, Any]) -> None:
    source = api.post("/api/v1/sources/", {"title": "Protokoll"}).json()["id"]
    path = f"{ANNOTATIONS}{created['id']}/"
    cited = {"status": "confirmed", "citations": [{"source": source, "place": "S. 4"}]}
    checked = api.post(f"{path}verdict/", cited, headers={"If-Match": created["etag"]})

    def counted() -> tuple[int, int]:
        listed = api.get(f"/api/v1/sources/{source}/facts/").json()["results"]
        return api.get(f"/api/v1/sources/{source}/").json()["fact_count"], len(listed)

    assert counted() == (1, 1)
    assert api.post(f"{path}reject/", {}, headers={"If-Match": checked.headers["ETag"]}).status_code == 200
    assert counted() == (0, 0)
