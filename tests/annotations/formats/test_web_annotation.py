"""JSON-LD keeps the MUST statements of the W3C Web Annotation Data Model (2017), here as a JSON Schema."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from jsonschema import Draft202012Validator

from annotations.queries.dossiers import json_ld
from annotations.services.releases import release_article
from tests.annotations.formats.conftest import SITE, TEXT, Everything, written

pytestmark = pytest.mark.django_db

IRI = {"type": "string", "pattern": "^(https?://|urn:)[^ ]+$"}
UTC = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"}
MOTIVATIONS = ["assessing", "classifying", "describing", "highlighting", "identifying", "linking"]
MOTIVATION = {"enum": MOTIVATIONS}
QUOTE_SELECTOR = {
    "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string", "minLength": 1}},
    "required": ["type", "exact"],
}
POSITION_SELECTOR = {
    "properties": {
        "type": {"const": "TextPositionSelector"},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 1},
    },
    "required": ["type", "start", "end"],
}
SELECTORS = {"type": "array", "prefixItems": [QUOTE_SELECTOR, POSITION_SELECTOR], "minItems": 2, "items": False}
# 4.: exactly one source; a state of the type TimeState has an exact time in UTC, one only.
SPECIFIC_RESOURCE = {
    "properties": {
        "source": IRI,
        "selector": SELECTORS,
        "purpose": MOTIVATION,
        "state": {
            "properties": {"type": {"const": "TimeState"}, "sourceDate": UTC, "cached": IRI},
            "required": ["type", "sourceDate"],
        },
    },
    "required": ["source"],
}
# 3.2.4: an embedded textual body has one value, a string.
TEXTUAL_BODY = {
    "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}, "purpose": MOTIVATION},
    "required": ["type", "value"],
}
AGENT = {"properties": {"type": {"enum": ["Person", "Software"]}, "name": {"type": "string"}}, "required": ["type"]}
# 3.1: an annotation has an IRI, the type Annotation, and at least one target.
ANNOTATION = {
    "type": "object",
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"anyOf": [MOTIVATION, {"type": "array", "items": MOTIVATION, "minItems": 2}]},
        "created": UTC,
        "modified": UTC,
        "creator": AGENT,
        "generator": AGENT,
        "body": {
            "type": "array",
            "items": {
                "if": {"properties": {"type": {"const": "TextualBody"}}},
                "then": TEXTUAL_BODY,
                "else": SPECIFIC_RESOURCE,
            },
        },
        "target": SPECIFIC_RESOURCE,
    },
    "required": ["id", "type", "target"],
    "not": {"required": ["@context"]},
}
# 5.2: a page has an IRI, the type, and a list of items.
PAGE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "id": IRI,
        "type": {"const": "AnnotationPage"},
        "partOf": IRI,
        "startIndex": {"type": "integer", "minimum": 0},
        "items": {"type": "array", "items": ANNOTATION},
    },
    "required": ["id", "type", "items"],
}
# 3.1: the model's context is among the contexts, and is a string if it is the only one.
CONTEXT = {
    "anyOf": [
        {"const": "http://www.w3.org/ns/anno.jsonld"},
        {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}, "minItems": 2},
    ]
}
# 5.1: a collection has an IRI, the type, the number of its annotations, and its first page.
COLLECTION = {
    "type": "object",
    "properties": {
        "@context": CONTEXT,
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "label": {"type": "string"},
        "total": {"type": "integer", "minimum": 0},
        "first": PAGE,
        "last": IRI,
    },
    "required": ["@context", "id", "type", "total", "first", "last"],
}


def check_schema(document: Any, schema: dict[str, Any]) -> None:
    problems = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(document)]
    assert problems == []


@pytest.fixture
def collection(everything: Everything) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(written("jsonld"))
    return document


def test_a_collection_conforms(collection: dict[str, Any]) -> None:
    check_schema(collection, COLLECTION)
    assert collection["total"] == len(collection["first"]["items"]) == 3


def test_a_collection_of_nothing_conforms(db: None) -> None:
    document = json.loads(written("jsonld"))
    check_schema(document, COLLECTION)
    assert document["total"] == 0


def test_both_selectors_name_the_same_words(collection: dict[str, Any]) -> None:
    for item in collection["first"]["items"]:
        places = [item["target"], *(body for body in item["body"] if "selector" in body)]
        for quote, position in (place["selector"] for place in places):
            start, end = position["start"], position["end"]
            assert TEXT[start:end] == quote["exact"]
            assert TEXT[:start].endswith(quote["prefix"])
            assert TEXT[end:].startswith(quote["suffix"])


def test_bodies_say_kind_fields_parts_and_verdict(collection: dict[str, Any]) -> None:
    quote, _figure, claim = collection["first"]["items"]
    said = {body.get("purpose"): body for body in quote["body"]}
    assert said["classifying"]["value"] == "quote"
    assert said["identifying"]["value"] == "Anna Beck"
    assert json.loads(said["describing"]["value"]) == {"type": "direct", "speaker": "Anna Beck"}
    assert [b["beleg:role"] for b in quote["body"] if "beleg:role" in b] == ["content", "cue", "content"]
    assert claim["motivation"] == ["classifying", "assessing"]
    assessing, linking = claim["body"][-2:]
    assert (assessing["purpose"], assessing["value"]) == ("assessing", "wrong · Er ist offen.")
    assert (linking["purpose"], linking["source"]) == ("linking", "https://rat.example/7")


def test_the_version_stands_in_the_state(collection: dict[str, Any], everything: Everything) -> None:
    version = everything.brought_in.version
    target = collection["first"]["items"][0]["target"]
    assert target["source"] == f"{SITE}/articles/{version.article_id}/"
    assert target["state"]["cached"] == f"{SITE}/api/v1/versions/{version.pk}/"
    assert target["beleg:sha256"] == version.sha256


def test_the_dossier_uses_the_same_selectors(everything: Everything, editor: User) -> None:
    release = release_article(article=everything.brought_in.article, actor=editor, reason="Eilt")
    page = json_ld(release, address=f"{SITE}/dossiers/1/")
    check_schema(page, {**PAGE, "properties": {**PAGE["properties"], "@context": CONTEXT}})
    assert len(page["items"]) == 2
