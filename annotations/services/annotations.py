"""Marking: create, accept, reject, change, move to the bin and back, undo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils import timezone

from annotations.errors import BelegError, InBin, NotAllowed, StaleRevision, UndoRefused
from annotations.models import Annotation, ArticleVersion, Event
from annotations.queries.annotations import annotation_with_details
from annotations.services.contents import Contents, NewRows, apply_contents, check_alone, new_rows, store_rows
from annotations.services.events import Change, record, record_many
from annotations.services.locks import lock_articles_of
from annotations.services.rows import unsaved, update
from annotations.services.snapshots import FACT, difference, is_same, snapshot
from annotations.services.verdict_rows import put_back_verdict
from annotations.spans import check_span

State = Annotation.State
# A moderator's act with a reason is answered by the opposite act with a reason; a correction that was published stands,
# and so does a mark in the version it was carried to.
_NEVER_UNDONE = (Event.Verb.HIDDEN, Event.Verb.SHOWN, Event.Verb.CORRECTED, Event.Verb.CARRIED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The annotation as it is now, and the event to name when undoing; no event where nothing had to change."""

    annotation: Annotation
    event: Event | None
    is_new: bool = False


def create_annotation(
    *,
    version: ArticleVersion,
    kind: str,
    start: int,
    end: int,
    exact: str,
    actor: User,
    parts: Sequence[Mapping[str, Any]] = (),
    fields: Mapping[str, Any] | None = None,
) -> Outcome:
    """A mark made by a person counts as accepted. What stands at that place already is accepted, not doubled.

    Raises an `InvalidSpan` or `WrongKindFields`.
    """
    contents = Contents(
        kind=kind, start=start, end=end, exact=exact, parts=list(parts) or None, fields=dict(fields or {})
    )
    [made] = create_annotations([(version, contents)], actor=actor)
    if isinstance(made, BelegError):
        raise made
    return made


def create_annotations(marks: Sequence[tuple[ArticleVersion, Contents]], *, actor: User) -> list[Outcome | BelegError]:
    """As `create_annotation`, for many marks at once, each in its version: one result for each, in order.

    A fixed number of statements per 500 new marks; one more change for each that stands there already.
    """
    versions = {version.pk: version for version, _mark in marks}
    with transaction.atomic():
        lock_articles_of(versions)
        standing = _standing({(version.pk, mark.start) for version, mark in marks})
        results: list[NewRows | Outcome | BelegError] = []
        new: dict[Any, NewRows] = {}
        for version, mark in marks:
            place = (version.pk, mark.kind, mark.start, mark.end)
            try:
                if (number := standing.get(place)) is not None:
                    twin = Annotation.objects.get(pk=number)
                    twin.version = version
                    results.append(_accept_twin(twin, mark, actor=actor))
                    continue
                if place not in new:
                    fresh = unsaved(Annotation, version=version, state=State.ACCEPTED, creator=actor)
                    new[place] = new_rows(fresh, mark, actor=actor)
                    results.append(new[place])
                else:
                    results.append(Outcome(new[place].annotation, None))
            except BelegError as error:
                results.append(error)
        events = _store_created(list(new.values()), actor=actor)
    return [
        Outcome(r.annotation, events[r.annotation.pk], is_new=True) if isinstance(r, NewRows) else r for r in results
    ]


# By hand: the ORM has no pairs, and asking for any of the versions and any of the places looks at all their pairs.
_STANDING = """
    SELECT id, version_id, kind, "start", "end" FROM annotations_annotation
    WHERE deleted_at IS NULL AND hidden_at IS NULL AND (version_id, "start") IN (VALUES {places})
"""


def _standing(places: Collection[tuple[int, int | None]]) -> dict[Any, int]:
    """The numbers of marks that begin there already, by version, kind, start and end."""
    if not places:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            _STANDING.format(places=", ".join(["(%s, %s)"] * len(places))),
            [value for place in places for value in place],
        )
        return {tuple(place): number for number, *place in cursor.fetchall()}


def _accept_twin(twin: Annotation, mark: Contents, *, actor: User) -> Outcome:
    check_span(twin.version.text, start=twin.start, end=twin.end, exact=mark.exact)
    more = Contents(parts=mark.parts, fields=mark.fields) if mark.parts or mark.fields else None
    return apply_change(twin, verb=Event.Verb.ACCEPTED, actor=actor, changes=_decide(State.ACCEPTED), contents=more)


def _store_created(rows: list[NewRows], *, actor: User) -> dict[int, Event]:
    """Stores new marks with their events, which are told by the marks' numbers."""
    store_rows(rows)
    changes: dict[int, list[Change]] = {}
    for row in rows:
        values = snapshot(row.annotation, row.parts, row.kind_row)
        created = Change(Event.Verb.CREATED, "annotation", row.annotation.pk, new=values)
        changes.setdefault(row.annotation.version.article_id, []).append(created)
    events = record_many(actor=actor, changes=changes)
    return {event.object_id: event for event in events if event.object_type == "annotation"}


def accept_annotation(*, annotation: Annotation, revision: int, actor: User, because: str = "") -> Outcome:
    """The same decision twice is no conflict; `because` stays in the record. Raises `StaleRevision` or `InBin`."""
    accept = _decide(State.ACCEPTED)
    return apply_change(
        annotation, verb=Event.Verb.ACCEPTED, actor=actor, revision=revision, changes=accept, reason=because
    )


def reject_annotation(
    *, annotation: Annotation, revision: int, actor: User, reason: str = "", because: str = ""
) -> Outcome:
    """`reason` is one of `Annotation.RejectReason` or none, `because` a sentence. Raises `StaleRevision`, `InBin`."""
    reject = _decide(State.REJECTED, reason)
    return apply_change(
        annotation, verb=Event.Verb.REJECTED, actor=actor, revision=revision, changes=reject, reason=because
    )


def change_annotation(*, annotation: Annotation, revision: int, actor: User, contents: Contents) -> Outcome:
    """Changes kind, extent, parts or the kind's own fields. Raises `StaleRevision`, `InBin` or an `InvalidSpan`."""
    return apply_change(annotation, verb=Event.Verb.CHANGED, actor=actor, revision=revision, contents=contents)


def delete_annotation(*, annotation: Annotation, revision: int, actor: User) -> Outcome:
    """Moves it to the bin. Raises `StaleRevision`."""
    return apply_change(annotation, verb=Event.Verb.DELETED, actor=actor, revision=revision, changes=_bin(True))


def restore_annotation(*, annotation: Annotation, revision: int, actor: User, because: str = "") -> Outcome:
    """Takes it out of the bin. Raises `StaleRevision`, or `AlreadyMarked` if its words have been marked anew."""
    restore = _bin(False)
    return apply_change(
        annotation, verb=Event.Verb.RESTORED, actor=actor, revision=revision, changes=restore, reason=because
    )


def undo(*, annotation: Annotation, event: Event, actor: User, because: str = "") -> Outcome:
    """Puts back what the event changed, as a new event; undoing that one is redo.

    Raises `NotAllowed` for somebody else's event and `UndoRefused` if what it changed has been changed since.
    """
    if event.actor_id != actor.pk or event.verb in _NEVER_UNDONE:
        raise NotAllowed()
    with transaction.atomic():
        current = _locked(annotation)
        present = snapshot(current, current.part_rows, current.kind_row)
        if any(not is_same(present[name], value) for name, value in event.new.items() if name in present):
            raise UndoRefused()
        old = event.old if event.verb != Event.Verb.CREATED else {"deleted": True}
        return apply_change(
            current,
            verb=Event.Verb.UNDONE,
            actor=actor,
            changes=_put_back(old),
            contents=Contents.recorded(old),
            reason=because,
        )


def _decide(state: str, reason: str = "") -> Callable[[Annotation], None]:
    def apply(annotation: Annotation) -> None:
        if annotation.deleted_at is not None:
            raise InBin()
        if annotation.state == State.SUPERSEDED:
            _check_alone_at_its_place(annotation)
        annotation.state = state
        annotation.reject_reason = reason

    return apply


def _bin(deleted: bool) -> Callable[[Annotation], None]:
    def apply(annotation: Annotation) -> None:
        if deleted != (annotation.deleted_at is not None):
            if not deleted:
                _check_alone_at_its_place(annotation)
            annotation.deleted_at = timezone.now() if deleted else None

    return apply


def _check_alone_at_its_place(annotation: Annotation) -> None:
    """It comes back to where it was: somebody may have marked the words anew. Raises `AlreadyMarked`."""
    check_alone(annotation, annotation.kind, annotation.start, annotation.end)


def _put_back(old: Mapping[str, Any]) -> Callable[[Annotation], None]:
    def apply(annotation: Annotation) -> None:
        annotation.state = old.get("state", annotation.state)
        annotation.reject_reason = old.get("reject_reason", annotation.reject_reason)
        if "deleted" in old:
            _bin(old["deleted"])(annotation)
        if "verdict" in old:
            put_back_verdict(annotation, old["verdict"])

    return apply


def _locked(annotation: Annotation) -> Annotation:
    lock_articles_of([annotation.version_id])
    return annotation_with_details(annotation.pk)


def apply_change(
    annotation: Annotation,
    *,
    verb: str,
    actor: User,
    revision: int | None = None,
    changes: Callable[[Annotation], None] | None = None,
    contents: Contents | None = None,
    reason: str = "",
) -> Outcome:
    """Every change of a stored annotation: lock, compare the revision, apply, record what differs.

    A verdict survives only while the fact does: with new words, kind or values it is unchecked again.
    Raises `StaleRevision`, `InBin`, or what `changes` raises.
    """
    with transaction.atomic():
        current = _locked(annotation)
        before = snapshot(current, current.part_rows, current.kind_row)
        seen = current.revision
        if changes is not None:
            changes(current)
        elif current.deleted_at is not None:
            raise InBin()
        wished = snapshot(current, current.part_rows, current.kind_row)
        if contents is None and wished == before:
            return Outcome(current, None)
        if revision is not None and revision != seen:
            raise StaleRevision(annotation_with_details(annotation.pk))
        is_stale = contents is not None and apply_contents(current, contents, actor=actor)
        current.revision = seen + 1
        update(current)
        if is_stale or wished["verdict"] != before["verdict"]:
            current = annotation_with_details(annotation.pk)
        after = snapshot(current, current.part_rows, current.kind_row)
        if after["verdict"] == before["verdict"] is not None and any(after[name] != before[name] for name in FACT):
            current.verdict = after["verdict"] = None
            update(current, ["verdict"])
        old, new = difference(before, after)
        if not new:
            current.revision = seen
            update(current, ["revision"])
            return Outcome(current, None)
        if reason:
            new = {**new, "reason": reason}
        change = Change(verb, "annotation", current.pk, old=old, new=new)
        event = record(article_id=current.version.article_id, actor=actor, changes=[change])[0]
    return Outcome(current, event)
