"""Many changes at once: all or nothing, or each for itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from annotations.errors import BelegError, NotThere
from annotations.models import Annotation, ArticleVersion, Event
from annotations.querysets import AnnotationQuerySet
from annotations.services import annotations as single
from annotations.services.annotations import Outcome
from annotations.services.contents import Contents
from annotations.services.locks import lock_articles_of

LIMIT = 500  # operations at once

Result = Outcome | BelegError


@dataclass(frozen=True, slots=True)
class Operation:
    """`verb` is create (with version and contents), change (with contents), accept, reject, delete, restore (all with
    the revision they are based on) or undo (with the event).
    """

    verb: str
    annotation: int = 0
    version: int = 0
    revision: int = 0
    event: int = 0
    reason: str = ""
    contents: Contents | None = None
    error: BelegError | None = None  # what is wrong with a mark to make, known beforehand


class BulkRefused(Exception):
    """All or nothing was asked for, and something failed; `results` say what, and nothing was changed."""

    def __init__(self, results: list[Result]) -> None:
        self.results = results
        super().__init__("bulk refused")


def apply_bulk(
    operations: Sequence[Operation],
    *,
    visible: AnnotationQuerySet,
    versions: Mapping[int, ArticleVersion],
    actor: User,
    atomic: bool,
) -> list[Result]:
    """One result per operation, in order; `visible` are the annotations the actor may see, `versions` those to mark in.

    Raises `BulkRefused` if `atomic` and anything failed.
    """
    wanted = {operation.annotation for operation in operations if operation.annotation}
    annotations = {a.pk: a for a in visible.filter(pk__in=wanted)} if wanted else {}
    with transaction.atomic():
        lock_articles_of([*versions, *(annotation.version_id for annotation in annotations.values())])
        results: list[Result] = []
        # Marks to make that stand side by side are made together; everything happens in the order it was asked for.
        for is_creating, group in groupby(operations, key=lambda o: o.verb == "create"):
            if is_creating:
                results += _create(list(group), versions, actor)
            else:
                results += [_one(operation, annotations.get(operation.annotation), actor) for operation in group]
        if atomic and any(isinstance(result, BelegError) for result in results):
            transaction.set_rollback(True)
            refused: list[Result] | None = results
        else:
            refused = None
    if refused is not None:
        raise BulkRefused(refused)
    return results


def _create(operations: list[Operation], versions: Mapping[int, ArticleVersion], actor: User) -> list[Result]:
    refused = {
        number: o.error or NotThere(number=o.version)
        for number, o in enumerate(operations)
        if o.error is not None or o.version not in versions
    }
    wished = [o for number, o in enumerate(operations) if number not in refused]
    marks = [(versions[o.version], o.contents) for o in wished if o.contents is not None]
    made = iter(single.create_annotations(marks, actor=actor))
    return [refused[number] if number in refused else next(made) for number in range(len(operations))]


def _one(operation: Operation, annotation: Annotation | None, actor: User) -> Result:
    if annotation is None:
        return NotThere(number=operation.annotation)
    try:
        with transaction.atomic():
            return _act(operation, annotation, actor)
    except BelegError as error:
        return error


def _act(operation: Operation, annotation: Annotation, actor: User) -> Outcome:
    based: dict[str, Any] = {"annotation": annotation, "revision": operation.revision, "actor": actor}
    match operation.verb:
        case "undo":
            of = {"object_type": "annotation", "object_id": annotation.pk}
            event = Event.objects.filter(pk=operation.event, **of).first()
            if event is None:
                raise NotThere(number=operation.event)
            return single.undo(annotation=annotation, event=event, actor=actor)
        case "change":
            assert operation.contents is not None
            return single.change_annotation(**based, contents=operation.contents)
        case "reject":
            return single.reject_annotation(**based, reason=operation.reason)
        case "accept":
            return single.accept_annotation(**based)
        case "delete":
            return single.delete_annotation(**based)
        case _:
            return single.restore_annotation(**based)
