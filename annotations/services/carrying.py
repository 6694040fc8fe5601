"""Marks and their verdicts move along to the next version of an article.

A copy in the new version remembers what it was carried from. Carrying again brings what has been decided in the old
version since, wherever nobody has touched the copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User

from annotations.errors import InvalidSpan
from annotations.models import (
    Annotation,
    AnnotationPart,
    ArticleVersion,
    Assignment,
    Comment,
    Event,
    SentenceReview,
    SuggestionRun,
)
from annotations.queries.annotations import annotations_of
from annotations.services.annotations import apply_change
from annotations.services.contents import Contents
from annotations.services.events import Change, record
from annotations.services.rows import insert
from annotations.services.search_index import index_annotations
from annotations.services.snapshots import KIND_FIELDS, KIND_MODELS, kind_values, snapshot
from annotations.services.verdict_rows import copy_verdicts
from annotations.spans import check_span, context
from extraction.anchoring import Alignment
from extraction.spans import Span

State = Annotation.State
Role = AnnotationPart.Role
_DECIDED = (State.ACCEPTED, State.REJECTED)
_UNDECIDED = (State.SUGGESTED, State.SUPERSEDED)
# Whose words these are, and of what there are so many: with other words it is another fact.
_TELLING_ROLES = (Role.SPEAKER, Role.COUNTED)


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a mark is in the new text, with its parts; `is_same_fact` says that a verdict on it still stands."""

    mark: Annotation
    span: Span
    parts: tuple[AnnotationPart, ...]
    is_same_words: bool
    is_same_fact: bool

    @property
    def place(self) -> tuple[str, int, int]:
        return self.mark.kind, self.span.start, self.span.end


@dataclass(slots=True)
class Carried:
    """What became of the marks people had decided on, in text order."""

    moved: list[Moved] = field(default_factory=list)
    left: list[Annotation] = field(default_factory=list)  # whose words are no longer there

    @property
    def unchecked_again(self) -> list[Moved]:
        return [m for m in self.moved if m.mark.verdict_id is not None and not m.is_same_fact]


def plan(old: ArticleVersion, text: str, alignment: Alignment) -> Carried:
    """Where every decided mark of `old` will be in `text`; changes nothing. Four queries."""
    marks = annotations_of(old).filter(state__in=_DECIDED, deleted_at=None)
    return _plan(marks.order_by("start", "end", "id"), text, alignment)


def carry_over(
    *, old: ArticleVersion, new: ArticleVersion, alignment: Alignment, run: SuggestionRun, actor: User
) -> Carried:
    """Carries what is decided in `old` and not yet, or no longer the same, in `new`; one event per mark and sentence.

    Inside a transaction that holds the article's lock. What the engine had suggested counts as suggested by `run`,
    a run over the new version. A fixed number of statements, and some for each mark that was changed in `old` since.
    """
    copies = {a.carried_from_id: a for a in Annotation.objects.filter(version=new, carried_from__isnull=False)}
    marks = annotations_of(old)
    carried = _plan(marks.filter(state__in=_DECIDED, deleted_at=None).order_by("start", "end"), new.text, alignment)
    here = {(a.kind, a.start, a.end): a for a in Annotation.objects.in_place().filter(version=new)}
    fresh: dict[tuple[str, int, int], Moved] = {}
    for moved in carried.moved:
        if (present := copies.get(moved.mark.pk)) is not None:
            _catch_up(present, moved, actor=actor)
        elif (present := here.get(moved.place)) is not None:
            _decide_for(present, moved, actor=actor)
        else:
            fresh.setdefault(moved.place, moved)
    for mark in marks.filter(pk__in=copies, deleted_at__isnull=False):
        _catch_up_with_bin(copies[mark.pk], mark, actor=actor)
    changes = _store(list(fresh.values()), new, run)
    record(article_id=new.article_id, actor=actor, changes=[*changes, *_carry_sentences(old, new, alignment)])
    return carried


def _plan(marks: Any, text: str, alignment: Alignment) -> Carried:
    carried = Carried()
    for mark in marks:
        moved = _moved(mark, text, alignment)
        if moved is None:
            carried.left.append(mark)
        else:
            carried.moved.append(moved)
    return carried


def _moved(mark: Annotation, text: str, alignment: Alignment) -> Moved | None:
    place = alignment.find(Span(mark.start, mark.end))
    if place is None or not _is_span(text, place.span):
        return None
    is_same = place.is_same
    parts: list[AnnotationPart] = []
    content: list[AnnotationPart] = []
    for part in mark.parts.all():
        at = alignment.find(Span(part.start, part.end))
        if part.role in _TELLING_ROLES and (at is None or not at.is_same):
            is_same = False
        if at is None or not _is_span(text, at.span):
            continue
        row = AnnotationPart(role=part.role, start=at.span.start, end=at.span.end, exact=at.span.text(text))
        (content if part.role == Role.CONTENT else parts).append(row)
    if _fit(content, place.span):
        parts.extend(content)
    return Moved(mark, place.span, tuple(parts), place.is_same, is_same)


def _is_span(text: str, span: Span) -> bool:
    try:
        check_span(text, start=span.start, end=span.end)
    except InvalidSpan:
        return False
    return True


def _fit(content: Sequence[AnnotationPart], span: Span) -> bool:
    """Content parts in order that begin and end where the mark does; else it has none and is one stretch."""
    ends = [end for part in content for end in (part.start, part.end)]
    return bool(ends) and ends == sorted(ends) and (ends[0], ends[-1]) == span


def _store(fresh: Sequence[Moved], new: ArticleVersion, run: SuggestionRun) -> list[Change]:
    """Copies with parts, kind's rows and verdicts; comments and work shared out move along with the fact."""
    copies = insert(_copy(moved, new, run) for moved in fresh)
    index_annotations(copies)
    rows: dict[str, list[Any]] = {kind: [] for kind in KIND_MODELS}
    for moved, copy in zip(fresh, copies, strict=True):
        for part in moved.parts:
            part.annotation = copy
        values = kind_values(copy.kind, moved.mark.kind_row)
        rows[copy.kind].append(KIND_MODELS[copy.kind](annotation=copy, **_moved_reasons(values, moved)))
    insert(part for moved in fresh for part in moved.parts)
    for made in rows.values():
        insert(made)
    kept = [(m.mark.verdict, copy) for m, copy in zip(fresh, copies, strict=True) if m.mark.verdict and m.is_same_fact]
    copy_verdicts(kept)
    Annotation.objects.bulk_update([copy for _verdict, copy in kept], ["verdict"], batch_size=500)
    _move_talk({moved.mark.pk: copy.pk for moved, copy in zip(fresh, copies, strict=True)})
    return [
        Change(
            Event.Verb.CARRIED,
            "annotation",
            copy.pk,
            new={**snapshot(copy, moved.parts, copy.kind_row), "from": moved.mark.pk},
        )
        for moved, copy in zip(fresh, copies, strict=True)
    ]


def _copy(moved: Moved, new: ArticleVersion, run: SuggestionRun) -> Annotation:
    mark, span = moved.mark, moved.span
    prefix, suffix = context(new.text, start=span.start, end=span.end)
    names = ("kind", "state", "reject_reason", "creator_id", "generator", "rule", "confidence", "band", "hidden_at")
    return Annotation(
        version=new,
        start=span.start,
        end=span.end,
        exact=span.text(new.text),
        prefix=prefix,
        suffix=suffix,
        run=run if mark.run_id else None,
        carried_from=mark,
        evidence=[place for place in (_shifted(place, moved) for place in mark.evidence) if place],
        **{name: getattr(mark, name) for name in names},
    )


def _moved_reasons(values: dict[str, Any], moved: Moved) -> dict[str, Any]:
    """The reasons of a claim name places, which move with it."""
    if not values.get("reasons"):
        return values
    moved_places = ((reason, _shifted(reason["evidence"], moved)) for reason in values["reasons"])
    return {**values, "reasons": [{**reason, "evidence": place} for reason, place in moved_places if place]}


def _shifted(place: Sequence[int], moved: Moved) -> list[int] | None:
    """A place inside the mark, where the mark is now; None outside it, and where its words have changed."""
    is_inside = moved.mark.start <= place[0] and place[1] <= moved.mark.end
    shift = moved.span.start - moved.mark.start
    return [end + shift for end in place] if is_inside and moved.is_same_words else None


def _catch_up(copy: Annotation, moved: Moved, *, actor: User) -> None:
    """What was decided in the old version after it was carried, as long as nobody has touched the copy."""
    if moved.mark.updated_at <= copy.updated_at:
        return
    events = Event.objects.filter(object_type="annotation", object_id=copy.pk)
    if not events.exclude(verb__in=(Event.Verb.CARRIED, Event.Verb.SUGGESTED)).exists():
        _apply(copy, moved, actor=actor)


def _decide_for(present: Annotation, moved: Moved, *, actor: User) -> None:
    """The engine has suggested there what was decided in the old version meanwhile: the decision counts."""
    if present.carried_from_id is None and present.state in _UNDECIDED:
        Annotation.objects.filter(pk=present.pk).update(carried_from=moved.mark)
        _apply(present, moved, actor=actor)
        hers_already = Assignment.objects.filter(annotation=present).values("checker")
        Assignment.objects.filter(annotation=moved.mark, checker__in=hers_already).delete()
        _move_talk({moved.mark.pk: present.pk})


def _apply(target: Annotation, moved: Moved, *, actor: User) -> None:
    mark = moved.mark
    parts = [{"role": p.role, "start": p.start, "end": p.end, "exact": p.exact} for p in moved.parts]
    values = _moved_reasons(kind_values(mark.kind, mark.kind_row), moved)

    def change(current: Annotation) -> None:
        current.state, current.reject_reason, current.deleted_at = mark.state, mark.reject_reason, None
        current.verdict = None
        if mark.verdict is not None and moved.is_same_fact:
            copy_verdicts([(mark.verdict, current)])

    contents = Contents(
        kind=mark.kind,
        start=moved.span.start,
        end=moved.span.end,
        parts=parts,
        fields={name: values[name] for name in KIND_FIELDS[mark.kind] if name in values},
    )
    apply_change(target, verb=Event.Verb.CARRIED, actor=actor, changes=change, contents=contents)


def _catch_up_with_bin(copy: Annotation, mark: Annotation, *, actor: User) -> None:
    if copy.deleted_at is not None or mark.updated_at <= copy.updated_at:
        return

    def change(current: Annotation) -> None:
        current.deleted_at = mark.deleted_at

    apply_change(copy, verb=Event.Verb.CARRIED, actor=actor, changes=change)


def _move_talk(numbers: dict[int, int]) -> None:
    """Comments and work shared out belong to the fact, whichever version it stands in."""
    for model in (Comment, Assignment):
        for old in (
            model._default_manager.filter(annotation__in=numbers).values_list("annotation", flat=True).distinct()
        ):
            model._default_manager.filter(annotation=old).update(annotation=numbers[old])


def _carry_sentences(old: ArticleVersion, new: ArticleVersion, alignment: Alignment) -> list[Change]:
    """ "Nothing to check here" holds for a sentence whose words are the same."""
    known = set(SentenceReview.objects.filter(version=new).values_list("start", "end"))
    rows: dict[Span, SentenceReview] = {}
    for review in SentenceReview.objects.filter(version=old, withdrawn_at=None).order_by("start"):
        place = alignment.find(Span(review.start, review.end))
        if place is None or not place.is_same or place.span in known:
            continue
        row = SentenceReview(version=new, start=place.span.start, end=place.span.end, exact=review.exact)
        row.by_id, row.at = review.by_id, review.at
        rows.setdefault(place.span, row)
    made = SentenceReview.objects.bulk_create(rows.values(), batch_size=500)
    return [
        Change(
            Event.Verb.CARRIED,
            "sentence",
            row.pk,
            new={"start": row.start, "end": row.end, "exact": row.exact, "is_waved": True},
        )
        for row in made
    ]
