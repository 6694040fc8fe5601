"""Many decisions at once: all or nothing, or each for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from annotations.errors import BelegError, NotThere
from annotations.models import Annotation, Event
from annotations.services import annotations as single
from annotations.services.annotations import Outcome

LIMIT = 500  # operations at once


@dataclass(frozen=True, slots=True)
class Operation:
    """`verb` is accept, reject, delete, restore (with the revision it is based on) or undo (with the event)."""

    verb: str
    annotation: int
    revision: int = 0
    event: int = 0
    reason: str = ""


class BulkRefused(Exception):
    """All or nothing was asked for, and something failed; `results` say what, and nothing was changed."""

    def __init__(self, results: list[Outcome | BelegError]) -> None:
        self.results = results
        super().__init__("bulk refused")


def apply_bulk(
    operations: Sequence[Operation], *, visible: Any, actor: User, atomic: bool
) -> list[Outcome | BelegError]:
    """One result per operation, in order; `visible` are the annotations the actor may see.

    Raises `BulkRefused` if `atomic` and anything failed.
    """
    annotations = {a.pk: a for a in visible.filter(pk__in={operation.annotation for operation in operations})}
    with transaction.atomic():
        results = [_one(operation, annotations.get(operation.annotation), actor) for operation in operations]
        if atomic and any(isinstance(result, BelegError) for result in results):
            transaction.set_rollback(True)
            refused: list[Outcome | BelegError] | None = results
        else:
            refused = None
    if refused is not None:
        raise BulkRefused(refused)
    return results


def _one(operation: Operation, annotation: Annotation | None, actor: User) -> Outcome | BelegError:
    if annotation is None:
        return NotThere(number=operation.annotation)
    try:
        with transaction.atomic():
            return _act(operation, annotation, actor)
    except BelegError as error:
        return error


def _act(operation: Operation, annotation: Annotation, actor: User) -> Outcome:
    if operation.verb == "undo":
        event = Event.objects.filter(pk=operation.event, object_type="annotation", object_id=annotation.pk).first()
        if event is None:
            raise NotThere(number=operation.event)
        return single.undo(annotation=annotation, event=event, actor=actor)
    acts = {
        "accept": single.accept_annotation,
        "delete": single.delete_annotation,
        "restore": single.restore_annotation,
    }
    if operation.verb == "reject":
        return single.reject_annotation(
            annotation=annotation, revision=operation.revision, actor=actor, reason=operation.reason
        )
    return acts[operation.verb](annotation=annotation, revision=operation.revision, actor=actor)
