"""Articles and annotations. What is changed is handed over as it was read: its `etag` says what the change rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

from beleg._transport import Transport
from beleg._types import Annotation, Article, ListedArticle, Outcome, VersionAdded


class Articles:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def find(self, **filters: Any) -> Iterator[ListedArticle]:
        """Newest first; filters and `ordering` as in the API: `desk="Kultur"`, `external_id="2023-114"`."""
        yield from self._transport.pages("articles/", {"page_size": 200, **filters})

    def get(self, number: int) -> Article:
        """With its newest text and run."""
        return cast(Article, self._transport.request("GET", f"articles/{number}/").json())

    def create(
        self, *, title: str, text: str | None = None, file: str | PathLike[str] | None = None, **fields: Any
    ) -> Article:
        """Brings in an article from its text or from a text file; the answer holds the text all places count in.

        Raises `Conflict` with the code "external_id_taken" where the outlet has one of this number.
        """
        content = _manuscript(text, file, {"title": title, **fields})
        return cast(Article, self._transport.request("POST", "articles/", **content).json())

    def add_version(
        self, number: int, *, text: str | None = None, file: str | PathLike[str] | None = None
    ) -> VersionAdded:
        """A changed text; marks and verdicts move along."""
        content = _manuscript(text, file, {})
        response = self._transport.request("POST", f"articles/{number}/versions/", **content)
        return cast(VersionAdded, {**response.json(), "is_new": response.status_code == 201})

    def change(self, article: ListedArticle | Article, **values: Any) -> Article:
        """Raises `Stale` if somebody else changed it since it was read."""
        response = self._transport.request("PATCH", f"articles/{article['id']}/", etag=article["etag"], json=values)
        return cast(Article, response.json())

    def delete(self, article: ListedArticle | Article) -> ListedArticle:
        """Moves it to the bin."""
        response = self._transport.request("DELETE", f"articles/{article['id']}/", etag=article["etag"])
        return cast(ListedArticle, response.json())

    def restore(self, number: int) -> ListedArticle:
        return cast(ListedArticle, self._transport.request("POST", f"articles/{number}/restore/").json())

    def suggest(self, number: int) -> dict[str, Any]:
        """Asks for suggestions again; answers the run."""
        found: dict[str, Any] = self._transport.request("POST", f"articles/{number}/runs/").json()
        return found

    def export(self, number: int, to: BinaryIO, *, form: str = "jsonl", **choice: Any) -> int:
        """Writes one article with its marks; how many bytes. `choice` is `state`, `kind`, `verdict`, each a list."""
        with self._transport.stream(f"articles/{number}/export/", {"as": form, **choice}) as response:
            return sum(to.write(chunk) for chunk in response.iter_bytes())


class Annotations:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def find(self, **filters: Any) -> Iterator[Annotation]:
        """Oldest first; filters as in the API: `kind="figure"`, `created_after="2026-11-01T00:00:00Z"`."""
        yield from self._transport.pages("annotations/", {"page_size": 500, **filters})

    def get(self, number: int) -> Annotation:
        return cast(Annotation, self._transport.request("GET", f"annotations/{number}/").json())

    def create(self, *, version: int, kind: str, start: int, end: int, exact: str, **more: Any) -> Outcome:
        """Marks a span, in code points; `more` are `parts` and the fields of the kind, under its name.

        What is marked already is accepted and not doubled. Raises `Invalid` where the text has other words there.
        """
        body = {"version": version, "kind": kind, "start": start, "end": end, "exact": exact, **more}
        return cast(Outcome, self._transport.request("POST", "annotations/", json=body).json())

    def change(self, annotation: Annotation, **values: Any) -> Outcome:
        """Raises `Stale` if somebody else changed it since it was read."""
        return self._act("PATCH", annotation, "", values)

    def accept(self, annotation: Annotation) -> Outcome:
        return self._act("POST", annotation, "accept/", {})

    def reject(self, annotation: Annotation, reason: str = "") -> Outcome:
        return self._act("POST", annotation, "reject/", {"reason": reason})

    def delete(self, annotation: Annotation) -> Outcome:
        """Moves it to the bin."""
        return self._act("DELETE", annotation, "", None)

    def restore(self, annotation: Annotation) -> Outcome:
        return self._act("POST", annotation, "restore/", {})

    def bulk(self, operations: Sequence[Mapping[str, Any]], *, atomic: bool = True) -> list[dict[str, Any]]:
        """Up to 500 operations, one result each in order. Raises `Conflict` where one fails and `atomic` is asked for;
        its `document` has the results.
        """
        body = {"operations": list(operations), "atomic": atomic}
        results: list[dict[str, Any]] = self._transport.request("POST", "annotations/bulk/", json=body).json()[
            "results"
        ]
        return results

    def _act(
        self, method: Literal["POST", "PATCH", "DELETE"], annotation: Annotation, act: str, body: dict[str, Any] | None
    ) -> Outcome:
        content: dict[str, Any] = {} if body is None else {"json": body}
        path = f"annotations/{annotation['id']}/{act}"
        return cast(Outcome, self._transport.request(method, path, etag=annotation["etag"], **content).json())


def _manuscript(text: str | None, file: str | PathLike[str] | None, fields: dict[str, Any]) -> dict[str, Any]:
    """The body of a request that carries a text. Raises `ValueError` unless it is one of both."""
    if (text is None) == (file is None):
        raise ValueError("Give either text or file.")
    if file is None:
        return {"json": {**fields, "text": text}}
    path = Path(file)
    known = {name: value for name, value in fields.items() if value is not None}
    return {"data": known, "files": {"file": (path.name, path.read_bytes(), "text/plain")}}
