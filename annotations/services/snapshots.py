"""An annotation's state as plain values: what events record, and what undo puts back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from annotations.models import Annotation, AnnotationPart, Claim, Figure, Quote, Verdict

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


def difference(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The old and the new values of what differs."""
    names = [name for name in after if before.get(name) != after[name]]
    return {name: before[name] for name in names if name in before}, {name: after[name] for name in names}
