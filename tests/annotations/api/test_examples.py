"""The examples of the documentation page: each is sent to the API, and the answer shown is the answer received.

After a change of the API: `RENEW_EXAMPLES=yes pytest tests/annotations/api/test_examples.py` and read the difference.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from rest_framework.test import APIClient

from annotations.models import Export, SuggestionRun
from annotations.roles import ADMINISTRATOR, store_roles
from annotations.services.suggestions import execute_run
from tests.conftest import api_with_token
from tests.factories import make_token, make_user

FILE = Path(__file__).resolve().parents[3] / "annotations" / "api" / "examples.json"
TEXT = "Zweimal sei der Start gescheitert, sagte Ilva Koren am Montag. Der Bau koste 3,5 Millionen Euro."
SPAN = {"start": TEXT.index("Zweimal"), "end": len("Zweimal"), "exact": "Zweimal"}
CLAIM = "der Start gescheitert"
# What differs from one run to the next, and what is shown for it.
VOLATILE = (
    (re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(\+\d\d:\d\d|Z)"), "2026-05-04T09:30:00+02:00"),
    (re.compile(r"(article|source|speaker)-(\d+)-[0-9a-f]{6,}"), r"\1-\2-5f1c0d9e"),
    (re.compile(r"beleg_\w+"), "beleg_…"),
    (re.compile(r"whsec_[\w+/=]+"), "whsec_…"),
    (re.compile(r'"seconds": [\d.]+'), '"seconds": 0.04'),
    (re.compile(r"http://testserver"), "https://beleg.example"),
)


def _fixed(value: Any) -> Any:
    text = json.dumps(value, ensure_ascii=False)
    for pattern, shown in VOLATILE:
        text = pattern.sub(shown, text)
    return json.loads(text)


class Notebook:
    """Sends requests and writes them down as the page shows them."""

    def __init__(self, client: APIClient) -> None:
        self.client = client
        self.examples: list[dict[str, Any]] = []

    def send(self, operation: str, address: str, body: Any = None, *, status: int, **headers: str) -> Any:
        """`operation` as the schema names it: "PATCH /articles/{id}/"; answers the answer's body."""
        method = operation.split()[0]
        asked = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = self.client.generic(
            method,
            f"/api/v1/{address}",
            json.dumps(body) if body is not None else "",
            content_type="application/json",
            headers={"Accept-Language": "en", **asked},
        )
        content = b"".join(answer) if answer.streaming else answer.content
        assert answer.status_code == status, content
        received = json.loads(content) if content else None
        self.examples.append(
            {
                "operation": operation,
                "call": f"{method} /api/v1/{address}",
                "headers": _fixed(asked),
                "request": body,
                "status": status,
                "answer": _fixed(received),
            }
        )
        return received


def _write_articles(notebook: Notebook) -> None:
    made = notebook.send(
        *("POST /articles/", "articles/"),
        {
            "title": "Brücke wird teurer",
            "text": TEXT,
            "desk": "Lokales",
            "outlet": "Seldener Bote",
            "external_id": "cms-4711",
        },
        status=201,
        Idempotency_Key="cms-4711-1",
    )
    run = SuggestionRun.objects.get(pk=made["run"]["id"])
    notebook.send("GET /runs/{id}/", f"runs/{run.pk}/", status=200)
    assert execute_run(run.pk)
    article = f"articles/{made['id']}/"
    notebook.send("GET /articles/", "articles/?search=Brücken&page_size=1", status=200)
    read = notebook.send("GET /articles/{id}/", article, status=200)
    notebook.send("PATCH /articles/{id}/", article, {"byline": "Ida Sommer"}, status=200, If_Match=read["etag"])
    notebook.send("PATCH /articles/{id}/", article, {"byline": "I. Sommer"}, status=412, If_Match=read["etag"])
    notebook.send("PATCH /articles/{id}/", article, {"byline": "I. Sommer"}, status=428)
    notebook.send("POST /articles/", "articles/", {"title": "Leer", "text": ""}, status=400)


def _write_marks(notebook: Notebook) -> None:
    notebook.send("GET /annotations/", "annotations/?article=1&kind=figure&value_min=1000", status=200)
    wrong = {"version": 1, "kind": "figure", **SPAN, "exact": "Dreimal"}
    notebook.send("POST /annotations/", "annotations/", wrong, status=400)
    claim = {
        "version": 1,
        "kind": "claim",
        "start": TEXT.index(CLAIM),
        "end": TEXT.index(CLAIM) + len(CLAIM),
        "exact": CLAIM,
    }
    made = notebook.send(
        "POST /annotations/",
        "annotations/",
        {**claim, "claim": {"worthiness": "high"}},
        status=201,
        Idempotency_Key="mark-1",
    )["annotation"]
    place, etag = f"annotations/{made['id']}/", made["etag"]
    changed = notebook.send(
        "PATCH /annotations/{id}/", place, {"claim": {"worthiness": "medium"}}, status=200, If_Match=etag
    )["annotation"]
    source = notebook.send(
        "POST /sources/",
        "sources/",
        {"title": "Haushaltsplan 2026", "publisher": "Stadt Selden", "kind": "document"},
        status=201,
    )
    verdict = {"status": "confirmed", "citations": [{"source": source["id"], "place": "S. 14"}]}
    notebook.send("POST /annotations/{id}/verdict/", f"{place}verdict/", verdict, status=200, If_Match=changed["etag"])
    first = notebook.client.get("/api/v1/annotations/?article=1&state=suggested&kind=figure").json()["results"]
    notebook.send(
        *("POST /annotations/{id}/accept/", f"annotations/{first[0]['id']}/accept/"),
        {},
        status=200,
        If_Match=first[0]["etag"],
    )
    rejected = {"op": "reject", "id": first[1]["id"], "revision": first[1]["revision"], "reason": "irrelevant"}
    notebook.send(
        "POST /annotations/bulk/", "annotations/bulk/", {"atomic": True, "operations": [rejected]}, status=200
    )
    notebook.send("POST /annotations/bulk/", "annotations/bulk/", {"operations": []}, status=400)


def _write_exchange(notebook: Notebook) -> None:
    notebook.send("GET /changes/", "changes/?since=9999", status=200)
    notebook.send("GET /events/", "events/?since=0&page_size=2", status=200)
    notebook.send("GET /articles/{id}/export/", "articles/1/export/?as=jsonld&kind=claim&state=accepted", status=200)
    made = notebook.send("POST /exports/", "exports/", {"as": "csv", "filters": {"desk": "Lokales"}}, status=201)
    assert Export.objects.filter(pk=made["id"]).exists()
    line = json.dumps(
        {"title": "Markt", "text": "Es kamen zwölf Händler.", "external_id": "cms-4712"}, ensure_ascii=False
    )
    notebook.send("POST /imports/", "imports/", {"format": "jsonl", "content": line, "desk": "Lokales"}, status=201)
    notebook.send(
        *("POST /tokens/", "tokens/"),
        {"name": "Archiv", "scopes": ["articles:read", "annotations:read"], "days": 90},
        status=201,
    )
    notebook.send("GET /me/", "me/", status=200)


@pytest.mark.django_db(transaction=True, reset_sequences=True)
def test_the_examples_of_the_page_are_what_the_api_answers() -> None:
    store_roles()
    owner = make_user(ADMINISTRATOR, username="cms", first_name="Redaktionssystem")
    notebook = Notebook(api_with_token(make_token(owner).shown_once))
    _write_articles(notebook)
    _write_marks(notebook)
    _write_exchange(notebook)
    if os.environ.get("RENEW_EXAMPLES") == "yes":
        FILE.write_text(json.dumps(notebook.examples, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert notebook.examples == json.loads(FILE.read_text(encoding="utf-8"))
