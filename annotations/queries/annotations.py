"""Reading annotations with all that belongs to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import OuterRef, Prefetch

from annotations.models import Annotation, AnnotationPart, ArticleVersion, Citation, Comment, Event, Verdict
from annotations.queries.counting import number_per
from annotations.queries.pages import in_order
from annotations.queries.people import more_than_names
from annotations.queries.prepared import Prepared, PreparedForViewer
from annotations.querysets import AnnotationQuerySet


def annotations_with_details() -> AnnotationQuerySet:
    """Five queries at most, whatever the number of rows: annotations with kind's row and verdict; their versions
    without texts; parts; sources."""
    return _with_details().all()


def with_details(numbers: Sequence[int]) -> list[Annotation]:
    """Those annotations with all that belongs to them, in the order given; what is gone by now is left out.

    For lists over many articles: which rows a page has is asked first, without joins. PostgreSQL would join two million
    rows, in the order in which more than eight joins are written, before it picks fifty.
    """
    wanted = list(numbers)
    listed = _with_parts_and_verdicts(_LISTED.all(wanted), _PARTS.all(wanted))
    found = {annotation.pk: annotation for annotation in listed}
    return [found[number] for number in numbers if number in found]


def with_articles(numbers: Sequence[int]) -> list[Annotation]:
    """The same, for pages that name the article of each."""
    return in_order(annotations_with_details().prefetch_related("version__article"), numbers)


def annotations_of(version: ArticleVersion) -> AnnotationQuerySet:
    """The same of one version, which each of them then knows: one query less."""
    return _detailed(version.annotations.all())


@cache
def _with_details() -> AnnotationQuerySet:
    """Never evaluated itself, only copied: putting it together takes longer than the database takes to answer.

    The version is no join, which SQLite would begin with: it would sort all marks of all articles for one page.
    """
    versions = Prefetch("version", ArticleVersion.objects.defer("text"))
    return _detailed(Annotation.objects.all()).prefetch_related(versions)


def _detailed(annotations: AnnotationQuerySet) -> AnnotationQuerySet:
    return (
        _with_comment_counts(annotations)
        .select_related(
            "creator",
            "quote__speaker__merged_into",
            "claim__claimant__merged_into",
            "figure",
            "verdict__by",
            "verdict__countersigned_by",
            "verdict__answered_by",
        )
        .prefetch_related("parts", "verdict__citations__source")
    )


def _with_comment_counts(annotations: AnnotationQuerySet) -> AnnotationQuerySet:
    comments = Comment.objects.in_place().filter(annotation=OuterRef("pk"))
    return with_open_threads(annotations.annotate(comment_count=number_per("annotation", comments)))


def with_open_threads(annotations: AnnotationQuerySet) -> AnnotationQuerySet:
    """Adds `open_comment_count`."""
    threads = Comment.objects.open_threads().filter(annotation=OuterRef("pk"))
    return annotations.annotate(open_comment_count=number_per("annotation", threads))


_IN_SIGHT: PreparedForViewer[Annotation] = PreparedForViewer(
    lambda viewer, number: Annotation.objects.in_sight(viewer).filter(pk=number).only("revision", "version_id"), int
)


def annotation_in_sight(number: int, user: User | AnonymousUser) -> Annotation | None:
    """No more of it than its revision: enough to see that it is hers to change. A service reads the rest itself."""
    return _IN_SIGHT.first(user, number)


def _with_rows(annotations: AnnotationQuerySet) -> AnnotationQuerySet:
    """Without joins for what most annotations do not have, a verdict: it is asked for apart."""
    return (
        _with_comment_counts(annotations)
        .select_related("creator", "quote__speaker__merged_into", "claim__claimant__merged_into", "figure")
        .defer(*more_than_names("creator"))
    )


_ONE: Prepared[Annotation] = Prepared(
    lambda number: _with_rows(Annotation.objects.filter(pk=number)).select_related("version"), int
)
_LISTED: Prepared[Annotation] = Prepared(
    lambda numbers: (
        _with_rows(Annotation.objects.filter(pk__in=numbers)).select_related("version").defer("version__text")
    ),
    list,
)
_SHOWN: Prepared[Annotation] = Prepared(
    lambda version: _with_rows(Annotation.objects.filter(version=version).in_place()).order_by("start", "end", "id"),
    int,
)
_PARTS: Prepared[AnnotationPart] = Prepared(lambda of: AnnotationPart.objects.filter(annotation__in=of), list)
_PARTS_OF_VERSION: Prepared[AnnotationPart] = Prepared(  # whose marks may be more than a statement takes numbers
    lambda version: AnnotationPart.objects.filter(annotation__version=version), int
)
_VERDICTS: Prepared[Verdict] = Prepared(
    lambda of: (
        Verdict.objects.filter(pk__in=of)
        .select_related("by", "countersigned_by", "answered_by")
        .defer(*(name for person in ("by", "countersigned_by", "answered_by") for name in more_than_names(person)))
    ),
    list,
)
_CITATIONS: Prepared[Citation] = Prepared(
    lambda of: Citation.objects.filter(verdict__in=of).select_related("source"), list
)


def annotation_with_details(annotation_id: int) -> Annotation:
    """One annotation, with the text of its version. Raises `Annotation.DoesNotExist`."""
    found = _ONE.all(annotation_id)
    if not found:
        raise Annotation.DoesNotExist
    return _with_parts_and_verdicts(found, _PARTS.all([annotation_id]))[0]


def last_actor(annotation: Annotation) -> User | None:
    """Who changed it last; None where that was the engine."""
    events = Event.objects.filter(object_type="annotation", object_id=annotation.pk).select_related("actor")
    last = events.order_by("-pk").first()
    return last.actor if last else None


def annotations_shown(version: ArticleVersion) -> list[Annotation]:
    """The annotations of a version that are in place, in text order, with all that belongs to them."""
    found = _SHOWN.all(version.pk)
    for annotation in found:
        annotation.version = version
    return _with_parts_and_verdicts(found, _PARTS_OF_VERSION.all(version.pk))


def _with_parts_and_verdicts(annotations: list[Annotation], rows: Iterable[AnnotationPart]) -> list[Annotation]:
    """`rows` are their parts, in text order for each."""
    parts = _grouped(rows, by="annotation_id")
    given = [annotation.verdict_id for annotation in annotations if annotation.verdict_id is not None]
    verdicts = {verdict.pk: verdict for verdict in _VERDICTS.all(given)}
    citations = _grouped(_CITATIONS.all(given), by="verdict_id")
    for verdict in verdicts.values():
        known = verdict.citations.all()
        known._result_cache = citations.get(verdict.pk, [])
        verdict._prefetched_objects_cache = {"citations": known}  # type: ignore[attr-defined]
    for annotation in annotations:
        annotation.part_rows = parts.get(annotation.pk, [])
        if annotation.verdict_id is not None:
            annotation.verdict = verdicts.get(annotation.verdict_id)
    return annotations


def _grouped(rows: Iterable[Any], *, by: str) -> dict[int, list[Any]]:
    groups: dict[int, list[Any]] = {}
    for row in rows:
        groups.setdefault(getattr(row, by), []).append(row)
    return groups
