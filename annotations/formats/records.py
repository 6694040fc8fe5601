"""What a format writes: an article, one version of its text and that version's annotations, as plain values.

Places are code points, half open, into `ArticleRecord.text`. `annotations.queries.exports` makes the records.
"""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple


class PartRecord(NamedTuple):
    role: str
    start: int
    end: int
    exact: str


class CitationRecord(NamedTuple):
    title: str
    publisher: str
    url: str
    place: str
    note: str


class VerdictRecord(NamedTuple):
    """`by` and `countersigned_by` are names of people."""

    status: str
    note: str
    correction: str
    question: str
    answer: str
    at: datetime.datetime
    by: str
    countersigned_by: str
    citations: tuple[CitationRecord, ...]


class AnnotationRecord(NamedTuple):
    """`fields` are those of the kind, by the names of the API; speaker and claimant are names. Times are UTC."""

    id: int
    kind: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    state: str
    reject_reason: str
    generator: str
    rule: str
    confidence: float | None
    band: str
    evidence: list[list[int]]
    revision: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    creator: str
    fields: dict[str, Any]
    parts: tuple[PartRecord, ...]
    verdict: VerdictRecord | None

    @property
    def speaker(self) -> str:
        """Who said or claims it; empty where nobody is named."""
        return self.fields.get("speaker") or self.fields.get("claimant") or ""


class VersionRecord(NamedTuple):
    id: int
    number: int
    sha256: str
    created_at: datetime.datetime
    text: str


class ArticleRecord(NamedTuple):
    """`published_on` is "2023-09-14", "2023-09", "2023" or None; `annotations` stand in text order."""

    id: int
    external_id: str | None
    title: str
    byline: str
    outlet: str
    source_url: str
    language: str
    published_on: str | None
    desk: str
    embargo_until: datetime.datetime | None
    state: str
    is_completely_annotated: bool
    created_at: datetime.datetime
    version: VersionRecord
    annotations: list[AnnotationRecord]
