"""What only a moderator does: hide and show marks, take decisions back in bulk, empty the bin."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from annotations.errors import NotAllowed, ReasonMissing
from annotations.models import Annotation, Correction, Event
from annotations.services.annotations import Outcome, apply_change, undo
from annotations.services.contents import check_alone
from annotations.services.events import Change, record

BIN_DAYS = 30  # how long what was moved to the bin can be taken out again


def hide_annotation(*, annotation: Annotation, actor: User, reason: str) -> Outcome:
    """Nobody sees it outside the admin panel from now on. Raises `ReasonMissing`."""
    return _set_hidden(annotation, hidden=True, actor=actor, reason=reason)


def show_annotation(*, annotation: Annotation, actor: User, reason: str) -> Outcome:
    """Everybody sees it again. Raises `ReasonMissing`, or `AlreadyMarked` if its words have been marked anew."""
    return _set_hidden(annotation, hidden=False, actor=actor, reason=reason)


def _set_hidden(annotation: Annotation, *, hidden: bool, actor: User, reason: str) -> Outcome:
    if not reason.strip():
        raise ReasonMissing()

    def apply(current: Annotation) -> None:
        if hidden != (current.hidden_at is not None):
            if not hidden and current.deleted_at is None and current.state != Annotation.State.SUPERSEDED:
                check_alone(current, current.kind, current.start, current.end)
            current.hidden_at = timezone.now() if hidden else None

    verb = Event.Verb.HIDDEN if hidden else Event.Verb.SHOWN
    return apply_change(annotation, verb=verb, actor=actor, changes=apply, reason=reason.strip())


def undo_own_last(*, annotation: Annotation, actor: User, reason: str) -> Outcome:
    """Takes back what the actor did last to the mark; done again, it brings it about once more.

    Raises `ReasonMissing`, `NotAllowed` where there is nothing of hers to undo, and `UndoRefused` if somebody has
    changed since what she had changed.
    """
    if not reason.strip():
        raise ReasonMissing()
    own = Event.objects.filter(object_type="annotation", object_id=annotation.pk, actor=actor).order_by("-id").first()
    if own is None:
        raise NotAllowed()
    return undo(annotation=annotation, event=own, actor=actor, because=reason.strip())


def purge_bin(*, days: int = BIN_DAYS) -> int:
    """Removes for good what has lain in the bin for so many days; how many annotations.

    What a correction of a released article is attached to stays. The record of what it was stays too.
    """
    bound = timezone.now() - timedelta(days=days)
    old = Annotation.objects.filter(deleted_at__lt=bound).exclude(pk__in=Correction.objects.values("annotation"))
    numbers = list(old.order_by("pk").values_list("pk", flat=True))
    removed = 0
    for batch in _batches(numbers):
        with transaction.atomic():
            rows = list(old.filter(pk__in=batch).select_related("version").defer("version__text"))
            by_article: dict[int, list[Annotation]] = {}
            for row in rows:
                by_article.setdefault(row.version.article_id, []).append(row)
            for article_id, annotations in by_article.items():
                changes = [Change(Event.Verb.PURGED, "annotation", a.pk, old={"exact": a.exact}) for a in annotations]
                record(article_id=article_id, actor=None, changes=changes)
            Annotation.objects.filter(pk__in=[row.pk for row in rows]).delete()
            removed += len(rows)
    return removed


def _batches(numbers: list[int], size: int = 500) -> Iterable[list[int]]:
    return (numbers[start : start + size] for start in range(0, len(numbers), size))
