"""The schema as a page to read, with examples that the tests run."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.views import SpectacularAPIView
from rest_framework.exceptions import MethodNotAllowed

from annotations.problems import CONTENT_TYPE, problem_document

LANGUAGE = "en"  # of the reference: half of it, such as the names, would be English in any other
# Of two threads that make the first schema at once, the generator lets one fail.
_one_at_a_time = threading.Lock()
_EXAMPLES = Path(__file__).resolve().parent.parent / "examples.json"


@dataclass(frozen=True, slots=True)
class _Operation:
    method: str
    path: str
    summary: str
    description: str
    parameters: list[dict[str, Any]]
    body: list[dict[str, Any]]  # fields: name, type, required, description
    answers: list[tuple[str, str]]
    examples: list[dict[str, str]]

    @property
    def anchor(self) -> str:
        return f"{self.method}-{self.path.strip('/').replace('/', '-').replace('{', '').replace('}', '')}"


@csrf_exempt  # nothing is changed here; who writes is told so, not that a page was open for too long
def docs_page(request: HttpRequest) -> HttpResponse:
    """Open to everybody, like the names of the addresses; what stands behind them is not."""
    if request.method not in ("GET", "HEAD"):
        detail = str(MethodNotAllowed(str(request.method)).detail)
        title = _("Not possible here")
        problem = problem_document(status=405, code=MethodNotAllowed.default_code, title=title, detail=detail)
        return JsonResponse(problem, status=405, content_type=CONTENT_TYPE, headers={"Allow": "GET, HEAD"})
    return render(request, "api_docs.html", {"groups": _groups()})


class SchemaView(SpectacularAPIView):
    """The same for everybody, so that what is generated from it does not change with the reader's language."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with _one_at_a_time, translation.override(LANGUAGE):
            return super().dispatch(request, *args, **kwargs)


@cache
def _groups() -> list[tuple[str, list[_Operation]]]:
    """By the first word of the address, in the order of the addresses."""
    with _one_at_a_time, translation.override(LANGUAGE):
        schema = SchemaGenerator().get_schema(request=None, public=True)
        schemas = schema["components"]["schemas"]
        examples = json.loads(_EXAMPLES.read_text(encoding="utf-8"))
        groups: dict[str, list[_Operation]] = {}
        for path, operations in schema["paths"].items():
            for method, operation in operations.items():
                groups.setdefault(path.split("/")[3], []).append(
                    _operation(path.removeprefix("/api/v1"), method.upper(), operation, schemas, examples)
                )
    return list(groups.items())


def _operation(
    path: str, method: str, operation: dict[str, Any], schemas: dict[str, Any], examples: list[dict[str, Any]]
) -> _Operation:
    return _Operation(
        method=method,
        path=path,
        summary=operation.get("summary", ""),
        description=operation.get("description", ""),
        parameters=[_parameter(parameter) for parameter in operation.get("parameters", [])],
        body=_body(operation, schemas),
        answers=[(status, answer.get("description", "")) for status, answer in sorted(operation["responses"].items())],
        examples=[
            {
                "call": "\n".join([example["call"], *(f"{n}: {v}" for n, v in example["headers"].items())]),
                "request": _written(example["request"]),
                "status": str(example["status"]),
                "answer": _written(example["answer"]),
            }
            for example in examples
            if example["operation"] == f"{method} {path}"
        ],
    )


def _written(value: Any) -> str:
    return "" if value is None else json.dumps(value, ensure_ascii=False, indent=2)


def _parameter(parameter: dict[str, Any]) -> dict[str, Any]:
    schema = parameter.get("schema", {})
    return {
        "name": parameter["name"],
        "place": parameter["in"],
        "required": parameter.get("required", False),
        "description": parameter.get("description", ""),
        "values": ", ".join(str(value) for value in schema.get("enum", []) if value is not None),
    }


def _body(operation: dict[str, Any], schemas: dict[str, Any]) -> list[dict[str, Any]]:
    content = operation.get("requestBody", {}).get("content", {})
    first: dict[str, Any] = next(iter(content.values()), {})
    reference = first.get("schema", {}).get("$ref", "")
    schema = schemas.get(reference.rsplit("/", 1)[-1], {})
    return [
        {
            "name": name,
            "required": name in schema.get("required", []),
            "type": _type(field),
            "description": field.get("description", ""),
        }
        for name, field in schema.get("properties", {}).items()
    ]


def _type(field: dict[str, Any]) -> str:
    if reference := field.get("$ref") or next((part["$ref"] for part in field.get("allOf", []) if "$ref" in part), ""):
        return str(reference).rsplit("/", 1)[-1]
    kind = field.get("type", "")
    return " | ".join(kind) if isinstance(kind, list) else str(kind)
