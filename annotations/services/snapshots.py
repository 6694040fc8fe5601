"""An annotation's state as plain values: what events record, and what undo puts back."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable
from typing import Any

from annotations.models import Annotation, AnnotationPart, Article, Claim, Figure, Quote, Source, Speaker, Verdict

KindRow = Quote | Claim | Figure

KIND_MODELS: dict[str, type[Quote] | type[Claim] | type[Figure]] = {"quote": Quote, "claim": Claim, "figure": Figure}

# Every column of each kind: an event records them all, so that undoing a change of kind brings them all back.
KIND_FIELDS: dict[str, tuple[str, ...]] = {
    "quote": ("type", "speaker_id"),
    "claim": ("type", "claimant_id", "worthiness", "score", "reasons"),
    "figure": ("kind", "value", "minimum", "maximum", "timex", "resolved", "unit", "approximation", "reading"),
}

# What makes the fact: a verdict was given on these.
FACT = ("kind", "start", "end", "exact", "fields")


def snapshot(annotation: Annotation, parts: Iterable[AnnotationPart], kind_row: KindRow | None) -> dict[str, Any]:
    """Everything about the annotation that can change; parts as [role, start, end, exact] in text order."""
    return {
        "kind": str(annotation.kind),
        "start": annotation.start,
        "end": annotation.end,
        "exact": annotation.exact,
        "state": str(annotation.state),
        "reject_reason": str(annotation.reject_reason),
        "deleted": annotation.deleted_at is not None,
        "parts": sorted(([str(p.role), p.start, p.end, p.exact] for p in parts), key=lambda p: (p[1], p[2], p[0])),
        "fields": kind_values(annotation.kind, kind_row),
        "hidden": annotation.hidden_at is not None,
        "verdict": verdict_values(annotation.verdict),
    }


def kind_values(kind: str, row: KindRow | None) -> dict[str, Any]:
    if row is None:
        return {}
    values = {name: getattr(row, name) for name in KIND_FIELDS[kind]}
    return {name: str(value) if isinstance(value, str) else value for name, value in values.items()}


def verdict_values(verdict: Verdict | None) -> dict[str, Any] | None:
    """None: unchecked. Citations as [source, place, note]."""
    if verdict is None:
        return None
    return {
        "id": verdict.pk,
        "status": str(verdict.status),
        "note": verdict.note,
        "correction": verdict.correction,
        "question": verdict.question,
        "due_on": verdict.due_on.isoformat() if verdict.due_on else None,
        "answer": verdict.answer,
        "answered_by": verdict.answered_by_id,
        "by": verdict.by_id,
        "risks": verdict.risks,
        "countersigned_by": verdict.countersigned_by_id,
        "citations": [[c.source_id, c.place, c.note] for c in verdict.citations.all()],
    }


ARTICLE_FIELDS = (
    "title",
    "byline",
    "outlet",
    "source_url",
    "language",
    "published_on",
    "published_precision",
    "desk",
    "embargo_until",
    "external_id",
    "state",
    "is_completely_annotated",
)
SOURCE_FIELDS = ("kind", "level", "title", "publisher", "url", "dated")
SPEAKER_FIELDS = ("name", "kind", "function", "aliases", "is_proposed")


def article_values(article: Article) -> dict[str, Any]:
    """What is known about the article besides its texts, and whether it lies in the bin."""
    return {**_plain(article, ARTICLE_FIELDS), "deleted": article.deleted_at is not None}


def source_values(source: Source) -> dict[str, Any]:
    return _plain(source, SOURCE_FIELDS)


def speaker_values(speaker: Speaker) -> dict[str, Any]:
    return _plain(speaker, SPEAKER_FIELDS)


def _plain(row: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: _as_json(getattr(row, name)) for name in names}


def _as_json(value: Any) -> Any:
    if value is None or type(value) is str:  # as most are
        return value
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


_sorted_json = json.JSONEncoder(sort_keys=True, ensure_ascii=False).encode  # made once: lists have a tag for every row


def state_tag(values: dict[str, Any]) -> str:
    """Tells two states of one thing apart: the beginning of the SHA-256 of its values."""
    return hashlib.sha256(_sorted_json(values).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def is_same(present: Any, recorded: Any) -> bool:
    """Whether a value is what an event recorded. PostgreSQL gives great numbers back as whole ones: 1e23 as 10**23."""
    return bool(present == recorded) or _in_floats(present) == _in_floats(recorded)


def _in_floats(value: Any) -> Any:
    return json.loads(json.dumps(value), parse_int=float)


def difference(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The old and the new values of what differs."""
    names = [name for name in after if before.get(name) != after[name]]
    return {name: before[name] for name in names if name in before}, {name: after[name] for name in names}
