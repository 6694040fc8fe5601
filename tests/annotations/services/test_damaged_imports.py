"""Files that are damaged, or not what they say: a sentence for each thing that is wrong, and never a fault of ours."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile

from annotations import jobs
from annotations.models import Annotation, Article
from annotations.services import imports
from annotations.services.articles import BroughtIn
from tests.conftest import api_for
from tests.factories import bring_in

pytestmark = pytest.mark.django_db
TEXT = "Es kamen 20 Gäste, sagte Anna Beck."


@pytest.fixture
def version(editor: User) -> BroughtIn:
    return bring_in(editor, TEXT)


def handed_in(person: User, form: str, content: bytes) -> tuple[dict[str, Any], list[tuple[int, int, str]]]:
    """The job when it has ended, and where it failed and why."""
    api = api_for(person)
    file = SimpleUploadedFile("datei", content)
    job = api.post("/api/v1/imports/", {"format": form, "file": file}, format="multipart").json()
    assert jobs.execute(imports.KIND, job["id"])
    rows = api.get(f"/api/v1/imports/{job['id']}/results/?outcome=failed").json()["results"]
    assert all(" " in row["problem"]["detail"] for row in rows)
    ended = api.get(f"/api/v1/imports/{job['id']}/").json()
    return ended, [(row["row"], row["item"], row["problem"]["code"]) for row in rows]


def problems(person: User, form: str, content: Any) -> list[tuple[int, int, str]]:
    """Of a file that can be read as a whole."""
    job, failed = handed_in(person, form, content if isinstance(content, bytes) else json.dumps(content).encode())
    assert job["state"] == "finished", job["error"]
    return failed


def span(words: str, **values: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"kind": "figure", "start": start, "end": start + len(words), "exact": words, **values}


WRONG_FIELDS = [
    {"quote": {"speaker": {"id": 1, "name": "Anna Beck"}}},
    {"quote": {"speaker": "Anna \ud800"}},
    {"claim": {"claimant": ["Anna Beck"]}},
    {"claim": {"score": ""}},
    {"claim": {"score": float("inf")}},
    {"claim": {"claimant_id": {}}},
    {"quote": {"speaker_id": ""}},
    {"figure": {"value": "nan"}},
    {"claim": {"reasons": ["numbers"]}},
    {"claim": {"reasons": [{"code": "numbers", "evidence": [1]}]}},
    {"figure": {"value": 10**400}},
    {"figure": {"value": ""}},
    {"figure": {"maximum": {}}},
    {"figure": {"unit": {}}},
    {"figure": {"unit": "kg\0"}},
    {"figure": {"reading": {"de": ["zwanzig"]}}},
    {"figure": {"\ud800": 1}},
]


@pytest.mark.parametrize("fields", WRONG_FIELDS, ids=str)
def test_values_no_field_can_have(fields: dict[str, Any], editor: User, version: BroughtIn) -> None:
    [kind] = fields
    marks = [span("20 Gäste", kind=kind, **fields), span("Anna Beck")]
    [(row, item, code)] = problems(editor, "jsonl", {"id": version.article.pk, "annotations": marks})
    assert (row, item) == (1, 1)
    assert code in ("fields_invalid", "row_unreadable")
    assert [mark["exact"] for mark in api_for(editor).get("/api/v1/annotations/").json()["results"]] == ["Anna Beck"]


def test_what_the_engine_found_comes_back_with_its_reasons(editor: User, version: BroughtIn) -> None:
    claim = {"score": 0.5, "reasons": [{"code": "number", "evidence": [0, 2]}], "worthiness": "high"}
    figure = {"value": 20, "unit": "Gäste", "reading": {"de": "zwanzig", "en": "twenty"}}
    marks = [span("20 Gäste", figure=figure), span("Es kamen", kind="claim", claim=claim)]
    assert problems(editor, "jsonl", {"id": version.article.pk, "annotations": marks}) == []
    again = {mark["kind"]: mark for mark in api_for(editor).get("/api/v1/annotations/").json()["results"]}
    assert again["figure"]["figure"]["reading"] == figure["reading"]
    assert again["claim"]["claim"]["reasons"][0]["evidence"] == [0, 2]


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": "Halb \ud800"},
        {"desk": "Null\0"},
        {"byline": ["Mara Lindt"]},
        {"embargo_until": "9999-12-31T23:59:59-14:00"},
        {"embargo_until": "0001-01-01T00:00:00+14:00"},
    ],
    ids=str,
)
def test_values_no_article_can_have(wrong: dict[str, Any], editor: User) -> None:
    rows = [{"title": "Bericht", "text": TEXT, **wrong}, {"title": "Gut", "text": TEXT}]
    assert problems(editor, "jsonl", b"\n".join(json.dumps(row).encode() for row in rows)) == [(1, 0, "fields_invalid")]
    assert Article.objects.get().title == "Gut"


def test_every_line_is_told_of(editor: User) -> None:
    rows: list[Any] = [{"title": "Ohne Text"}, {"title": "Verschrieben", "txt": TEXT}, {"id": 7}, {}, {"text": TEXT}]
    content = b"\n".join(json.dumps(row).encode() for row in rows)
    assert [(row, code) for row, _item, code in problems(editor, "jsonl", content)] == [
        (1, "empty_text"),
        (2, "empty_text"),
        (3, "row_unreadable"),
        (4, "row_unreadable"),
        (5, "row_unreadable"),
    ]
    assert problems(editor, "doccano", {"text": TEXT}) == [(1, 0, "row_unreadable")]


def test_labels_that_are_no_words(editor: User, version: BroughtIn) -> None:
    labels: list[Any] = ["\ud800", "Null\0", ["quote"], {"a": 1}, None, "x" * 500]
    line = {"text": TEXT, "label": [[0, 2, label] for label in labels]}
    found = problems(editor, "doccano", line)
    assert found == [(1, number, "unknown_kind") for number in range(1, len(labels) + 1)]


# --- W3C -------------------------------------------------------------------------------------------------------------


def web_annotation(version: BroughtIn, words: str, selector_type: Any) -> dict[str, Any]:
    address = f"https://beleg.example/articles/{version.article.pk}/"
    selector = {"type": selector_type, "exact": words}
    return {
        "type": ["Annotation"],
        "body": {"type": "TextualBody", "purpose": "tagging", "value": "figure"},
        "target": {"source": address, "selector": [selector]},
    }


def test_a_type_may_be_a_list(editor: User, version: BroughtIn) -> None:
    assert problems(editor, "jsonld", web_annotation(version, "20 Gäste", ["TextQuoteSelector", "oa:Selector"])) == []
    assert Annotation.objects.get().exact == "20 Gäste"
    [(row, _item, _code)] = problems(editor, "jsonld", [web_annotation(version, "20 Gäste", {"id": "x"})])
    assert row == 1


@pytest.mark.parametrize("content", [{}, 7, {"type": "AnnotationCollection", "first": "https://beleg.example/page1"}])
def test_a_file_without_annotations_is_not_taken_for_an_empty_one(content: Any, editor: User) -> None:
    job, _rows = handed_in(editor, "jsonld", json.dumps(content).encode())
    assert (job["state"], job["error"]["code"]) == ("failed", "unreadable")
    assert problems(editor, "jsonld", []) == []


# --- Label Studio ----------------------------------------------------------------------------------------------------


def region(words: str, label: str = "figure", **values: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    value = {"start": start, "end": start + len(words), "labels": [label]}
    return {"type": "labels", "value": value, **values}


def task(**sets: Any) -> list[dict[str, Any]]:
    return [{"data": {"text": TEXT}, **sets}]


def test_regions_without_an_id_are_all_read(editor: User, version: BroughtIn) -> None:
    """Predictions need none."""
    found = [region("20 Gäste"), region("Anna Beck"), region("sagte")]
    assert problems(editor, "labelstudio", task(predictions=[{"result": found}])) == []
    assert {mark.exact for mark in Annotation.objects.all()} == {"20 Gäste", "Anna Beck", "sagte"}


def test_two_people_who_went_on_from_one_prediction_use_the_same_ids(editor: User, version: BroughtIn) -> None:
    tie = {"type": "relation", "from_id": "a", "to_id": "b", "labels": ["cue"]}
    one = [region("20 Gäste", id="a"), region("Es", id="b")]
    other = [region("Anna Beck", "quote", id="a"), region("sagte", "cue", id="b"), tie]
    assert problems(editor, "labelstudio", task(annotations=[{"result": one}, {"result": other}])) == []
    marks = {mark.exact: [part.exact for part in mark.parts.all()] for mark in Annotation.objects.all()}
    assert marks == {"20 Gäste": [], "Es": [], "Anna Beck": ["sagte"]}


@pytest.mark.parametrize("odd", [["a"], {"a": 1}, None, 7])
def test_ids_that_are_none(odd: Any, editor: User, version: BroughtIn) -> None:
    tie = {"type": "relation", "from_id": odd, "to_id": odd}
    found = [region("20 Gäste", id=odd), tie, "nichts", region("Anna Beck", id="b")]
    assert problems(editor, "labelstudio", task(annotations=[{"result": found}])) == [(1, 2, "row_unreadable")]
    assert {mark.exact for mark in Annotation.objects.all()} == {"20 Gäste", "Anna Beck"}


# --- Archives --------------------------------------------------------------------------------------------------------


def zipped(packing: int) -> bytearray:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        archive.writestr("größe.txt", "Titel\n\nText. " * 200)
    return bytearray(file.getvalue())


def damaged(packing: int, place: int, byte: int) -> bytes:
    content = zipped(packing)
    content[place] = byte
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        damaged(zipfile.ZIP_LZMA, 60, 0xFF),
        damaged(zipfile.ZIP_BZIP2, 60, 0xFF),
        damaged(zipfile.ZIP_DEFLATED, 60, 0xFF),
        damaged(zipfile.ZIP_STORED, 32, 0xFF),  # in the name, which says that it is UTF-8
        damaged(zipfile.ZIP_STORED, -3, 0xF0),  # the place of the directory
    ],
)
def test_damaged_archives(content: bytes, editor: User) -> None:
    job, _rows = handed_in(editor, "zip", content)
    assert (job["state"], job["error"]["code"]) == ("failed", "unreadable")
    assert not Article.objects.exists()
