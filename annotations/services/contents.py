"""What an annotation says: kind, extent, parts and the kind's own fields, checked and stored together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Q
from django.utils.translation import gettext as _

from annotations.errors import AlreadyMarked, PartsInvalid, WrongKindFields
from annotations.models import Annotation, AnnotationPart, Speaker
from annotations.services.rows import insert, unsaved, update
from annotations.services.search_index import index_annotations
from annotations.services.snapshots import KIND_FIELDS, KIND_MODELS, KindRow
from annotations.services.speakers import speakers_by_name
from annotations.spans import check_span, context

Role = AnnotationPart.Role

_ROLES = {
    "quote": {Role.CONTENT, Role.SPEAKER, Role.CUE, Role.ADDRESSEE},
    "claim": {Role.SPEAKER},
    "figure": {Role.COUNTED},
}
# What a person names by its name is stored as a number of the register.
_SPEAKER_FIELDS = {"speaker": "speaker_id", "claimant": "claimant_id"}


@dataclass(frozen=True, slots=True)
class Contents:
    """None, or a name left out of `fields`, means: as it is. Parts are mappings of role, start, end and exact."""

    kind: str | None = None
    start: int | None = None
    end: int | None = None
    exact: str | None = None
    parts: Sequence[Mapping[str, Any]] | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    fields_of: str | None = None  # the kind the fields belong to, where whoever sent them said so

    @classmethod
    def recorded(cls, values: Mapping[str, Any]) -> Contents:
        """From the values of an event."""
        names = ("role", "start", "end", "exact")
        parts = [dict(zip(names, part, strict=True)) for part in values["parts"]] if "parts" in values else None
        return cls(
            kind=values.get("kind"),
            start=values.get("start"),
            end=values.get("end"),
            exact=values.get("exact"),
            parts=parts,
            fields=values.get("fields", {}),
        )


@dataclass(frozen=True, slots=True)
class NewRows:
    """A new annotation with all that belongs to it, checked and not stored yet."""

    annotation: Annotation
    parts: list[AnnotationPart]
    kind_row: KindRow


def new_rows(annotation: Annotation, contents: Contents, *, actor: User) -> NewRows:
    """Raises an `InvalidSpan` or `WrongKindFields`."""
    assert contents.kind is not None
    assert contents.start is not None
    assert contents.end is not None
    annotation.kind = contents.kind
    _place(annotation, contents.start, contents.end, contents.exact)
    if contents.fields_of not in (None, contents.kind):
        raise WrongKindFields(kind=contents.kind, fields=contents.fields_of)
    columns = _kind_columns(annotation.kind, contents.fields, actor)
    kind_row = unsaved(KIND_MODELS[annotation.kind], annotation=annotation, **columns)
    return NewRows(annotation, _part_rows(annotation, contents.parts or ()), kind_row)


def store_rows(rows: Sequence[NewRows]) -> None:
    """Stores them in a fixed number of statements for some thousand; each annotation then knows what belongs to it."""
    insert(new.annotation for new in rows)
    for new in rows:
        new.kind_row.annotation = new.annotation  # its number is known only now
        for part in new.parts:
            part.annotation = new.annotation
    index_annotations(new.annotation for new in rows)
    insert(part for new in rows for part in new.parts)
    for model in KIND_MODELS.values():
        insert(new.kind_row for new in rows if isinstance(new.kind_row, model))
    for new in rows:
        new.annotation.part_rows = sorted(new.parts, key=lambda part: (part.start, part.end, part.pk))


def apply_contents(annotation: Annotation, contents: Contents, *, actor: User) -> bool:
    """Changes a stored annotation; saving its own row is the caller's. Raises as `new_rows` does, or `AlreadyMarked`.

    True where more changed than the annotation's own row and the columns of its kind's: then what was read is stale.
    """
    start = annotation.start if contents.start is None else contents.start
    end = annotation.end if contents.end is None else contents.end
    moved = (start, end) != (annotation.start, annotation.end)
    kind = contents.kind or annotation.kind
    is_other_kind = kind != annotation.kind
    if moved or is_other_kind:
        check_alone(annotation, kind, start, end)
    if moved or contents.exact is not None:
        _place(annotation, start, end, contents.exact)
        index_annotations([annotation])
    if is_other_kind:
        _change_kind(annotation, kind)
    if contents.fields_of not in (None, annotation.kind):
        raise WrongKindFields(kind=annotation.kind, fields=contents.fields_of)
    if contents.parts is not None:
        annotation.save()  # the parts are held against the row's new extent and kind
        _replace_parts(annotation, contents.parts)
    elif moved:
        _fit_content_parts(annotation)
    columns = _kind_columns(annotation.kind, contents.fields, actor)
    row = None if is_other_kind else annotation.kind_row
    if row is None:
        KIND_MODELS[annotation.kind].objects.update_or_create(annotation=annotation, defaults=columns)
        return True
    if columns:
        for name, value in columns.items():
            column: Any = row._meta.get_field(name)
            setattr(row, name, column.to_python(value))  # as it will be read: 3 is 3.0
        update(row, columns)
    return moved or contents.parts is not None


def check_alone(annotation: Annotation, kind: str, start: int, end: int) -> None:
    """What stands at a place is not doubled; and a run keeps what it found, even in the bin. Raises `AlreadyMarked`."""
    same = Annotation.objects.filter(version_id=annotation.version_id, kind=kind, start=start, end=end)
    twin = (
        same.exclude(pk=annotation.pk)
        .filter(
            Q(deleted_at=None, hidden_at=None) & ~Q(state=Annotation.State.SUPERSEDED)
            | Q(run__isnull=False, run=annotation.run_id)
        )
        .first()
    )
    if twin is not None:
        state = _("in the bin") if twin.deleted_at else twin.get_state_display()
        raise AlreadyMarked(number=twin.pk, kind=twin.get_kind_display(), state=state)


def _place(annotation: Annotation, start: int, end: int, exact: str | None) -> None:
    text = annotation.version.text
    annotation.exact = check_span(text, start=start, end=end, exact=exact)
    annotation.start, annotation.end = start, end
    annotation.prefix, annotation.suffix = context(text, start=start, end=end)


def _change_kind(annotation: Annotation, kind: str) -> None:
    """The fields of the old kind go (the event keeps them); parts stay where the new kind can have them."""
    if annotation.kind_row is not None:
        annotation.kind_row.delete()
    annotation.kind = kind
    annotation.save()  # with its new place: another mark of the new kind may stand at the old one
    annotation.parts.exclude(role__in=_ROLES[kind]).delete()


def _kind_columns(kind: str, fields: Mapping[str, Any], actor: User) -> dict[str, Any]:
    """The columns of the kind's own row; who is named becomes a number of the register."""
    columns = {_SPEAKER_FIELDS.get(name, name): value for name, value in fields.items()}
    if unknown := [name for name in fields if _SPEAKER_FIELDS.get(name, name) not in KIND_FIELDS[kind]]:
        raise WrongKindFields(kind=kind, fields=", ".join(sorted(unknown)))
    for name, column in _SPEAKER_FIELDS.items():
        if name in fields:
            columns[column] = _speaker_id(fields[name], actor)
    return columns


def _speaker_id(name: str | None, actor: User) -> int | None:
    if not name:
        return None
    found = speakers_by_name({name}, actor=actor).get(name)
    if found is None:  # several share the name: take the one without a function, or enter it
        found = Speaker.objects.get_or_create(name=name[:200], function="")[0].canonical
    return found.pk


def _replace_parts(annotation: Annotation, parts: Sequence[Mapping[str, Any]]) -> None:
    rows = _part_rows(annotation, parts)
    annotation.parts.all().delete()
    insert(rows)


def _part_rows(annotation: Annotation, parts: Sequence[Mapping[str, Any]]) -> list[AnnotationPart]:
    text = annotation.version.text
    rows = []
    for part in parts:
        if part["role"] not in _ROLES[annotation.kind]:
            raise PartsInvalid(
                problem=_("a %(kind)s has no part “%(role)s”") % {"kind": annotation.kind, "role": part["role"]}
            )
        exact = check_span(text, start=part["start"], end=part["end"], exact=part.get("exact"))
        rows.append(
            unsaved(
                AnnotationPart,
                annotation=annotation,
                role=part["role"],
                start=part["start"],
                end=part["end"],
                exact=exact,
            )
        )
    _check_content(annotation, sorted((r.start, r.end) for r in rows if r.role == Role.CONTENT))
    if len({(r.role, r.start, r.end) for r in rows}) < len(rows):
        raise PartsInvalid(problem=_("the same part is named twice"))
    return rows


def _check_content(annotation: Annotation, spans: list[tuple[int, int]]) -> None:
    if not spans:
        return
    if any(left[1] > right[0] for left, right in pairwise(spans)):
        raise PartsInvalid(problem=_("content parts overlap"))
    if (spans[0][0], spans[-1][1]) != (annotation.start, annotation.end):
        raise PartsInvalid(problem=_("the content parts must begin and end where the annotation does"))


def _fit_content_parts(annotation: Annotation) -> None:
    """After a new extent: content parts outside it go, the outer ones reach its ends, a single one is none."""
    inside = [
        part
        for part in annotation.parts.filter(role=Role.CONTENT).order_by("start")
        if part.start < annotation.end and part.end > annotation.start
    ]
    annotation.parts.filter(role=Role.CONTENT).delete()
    if len(inside) < 2:
        return
    inside[0].start, inside[-1].end = annotation.start, annotation.end
    text = annotation.version.text
    AnnotationPart.objects.bulk_create(
        AnnotationPart(annotation=annotation, role=Role.CONTENT, start=p.start, end=p.end, exact=text[p.start : p.end])
        for p in inside
    )
