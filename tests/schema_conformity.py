"""A client of the API that holds every answer against the schema the API publishes."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from jsonschema_rs import Draft202012Validator
from rest_framework.test import APIClient

_JSON = ("application/json", "application/problem+json")


class ConformingClient(APIClient):
    """Fails the test whose request is answered in a way the schema does not announce: status, media type, body."""

    def request(self, **kwargs: Any) -> Any:
        response = super().request(**kwargs)
        if response.status_code < 500 and kwargs["PATH_INFO"].startswith("/api/v1/"):
            _check(kwargs["REQUEST_METHOD"].lower(), kwargs["PATH_INFO"], response)
        return response


@cache
def _schema() -> dict[str, Any]:
    with translation.override("en"):
        schema: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return schema


@cache
def _addresses() -> list[tuple[re.Pattern[str], str]]:
    """Patterns of all addresses; one with a word in a place goes before one with a number there."""
    paths = sorted(_schema()["paths"], key=lambda path: "{" in path)
    return [(re.compile(re.sub(r"{\w+}", r"\\d+", path) + "$"), path) for path in paths]


@cache
def _validator(address: str, method: str, status: str, media_type: str) -> Draft202012Validator:
    schema = _schema()
    content = schema["paths"][address][method]["responses"][status]["content"]
    return Draft202012Validator({**content[media_type].get("schema", {}), "components": schema["components"]})


def _check(method: str, path: str, response: Any) -> None:
    address = next((found for pattern, found in _addresses() if pattern.match(path)), "")
    operation = _schema()["paths"].get(address, {}).get(method)
    if operation is None:
        return  # an address or a method the schema does not have: 404 and 405
    status, media_type = str(response.status_code), response.headers.get("Content-Type", "").split(";")[0]
    named = f"{method.upper()} {path} answered {status} as {media_type or 'nothing'}"
    assert status in operation["responses"], f"{named}: the schema does not announce this status"
    content = operation["responses"][status].get("content", {})
    assert media_type in content if content else not response.content, f"{named}: the schema announces {list(content)}"
    if media_type in _JSON and not response.streaming:
        found = _validator(address, method, status, media_type).iter_errors(response.json())
        errors = [f"{error.instance_path}: {error.message[:300]}" for error in found]
        assert not errors, f"{named}: {errors[:3]}"
