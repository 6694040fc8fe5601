"""What the schema says of every operation besides its own: Idempotency-Key, and the errors anybody can get."""

from __future__ import annotations

from typing import Any

from annotations.api.idempotency import HEADER, METHODS
from annotations.problems import CONTENT_TYPE
from annotations.services.bulk import LIMIT

_PROBLEM = "Problem"
_PROBLEM_SCHEMA = {
    "type": "object",
    "description": "RFC 9457. `code` is stable; `detail` says what to do, in the language of Accept-Language.",
    "properties": {
        "type": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string"},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "field": {"type": "string"},
                    "code": {"type": "string"},
                    "detail": {"type": "string"},
                },
                "required": ["field", "code", "detail"],
            },
        },
    },
    "required": ["type", "status", "code", "title", "detail"],
}
_PROBLEM_CONTENT = {CONTENT_TYPE: {"schema": {"$ref": f"#/components/schemas/{_PROBLEM}"}}}
_KEY_PARAMETER = {
    "in": "header",
    "name": HEADER,
    "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"},
    "description": "The same request with the same key within 24 hours is answered as before and not done again.",
}
_ALWAYS = {
    "400": "Invalid input",
    "401": "Not signed in",
    "403": "Not allowed",
    "406": "Not written in that form",
    "429": "Too many requests",
}


def complete_operations(result: dict[str, Any], **_kwargs: Any) -> dict[str, Any]:
    """A postprocessing hook of the schema's generator."""
    schemas = result.setdefault("components", {}).setdefault("schemas", {})
    schemas[_PROBLEM] = _PROBLEM_SCHEMA
    # The generator does not look for the limits of a list of objects.
    _loosen(schemas)
    schemas["BulkRequest"]["properties"]["operations"] |= {"minItems": 1, "maxItems": LIMIT}
    for path, operations in result["paths"].items():
        for method, operation in operations.items():
            for parameter in operation.get("parameters", []):
                _bound(parameter)
            if method in METHODS:
                operation.setdefault("parameters", []).append(_KEY_PARAMETER)
            answers = operation["responses"]
            for status, words in _possible(path, method, operation).items():
                answers.setdefault(status, {"description": words})
            for status, answer in answers.items():
                if int(status) >= 400:
                    answer.setdefault("content", {}).update(_PROBLEM_CONTENT)
    return result


def _loosen(schemas: dict[str, Any]) -> None:
    """An address that may be empty: the generator says either a URI or nothing, but nothing is a URI reference too."""
    for schema in schemas.values():
        for field in schema.get("properties", {}).values():
            if any(choice.get("maxLength") == 0 for choice in field.get("oneOf", [])):
                field["anyOf"] = field.pop("oneOf")


def _bound(parameter: dict[str, Any]) -> None:
    """Whole numbers in an address name rows: from 0 to what an integer key can hold."""
    schema = parameter["schema"]
    if schema.get("type") == "integer" and "minimum" not in schema:
        schema["minimum"] = 0
        schema.setdefault("maximum", 2**63 - 1)


def _possible(path: str, method: str, operation: dict[str, Any]) -> dict[str, str]:
    found = dict(_ALWAYS)
    if "{" in path:
        found["404"] = "Not found"
    if method != "get":
        found |= {"409": "Conflict with the present state", "413": "Too large", "415": "Media type not read here"}
    if method in METHODS:
        found["422"] = "The Idempotency-Key came with another request before"
    if any(parameter.get("name") == "If-Match" for parameter in operation.get("parameters", [])):
        found |= {"412": "Stale: `current` is the present state", "428": "If-Match is missing"}
    return found
