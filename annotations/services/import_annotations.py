"""Rows of a file that are annotations: their article found, their place found, checked, and stored together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, OuterRef, Q, Subquery

from annotations.canonical import canonical_text, text_digest
from annotations.errors import (
    ArticleUnknown,
    BelegError,
    FieldsInvalid,
    QuoteAmbiguous,
    QuoteNotFound,
    SpanOutsideText,
    shortened,
)
from annotations.formats.incoming import IncomingAnnotation, Reference, shown
from annotations.models import Annotation, Article, ArticleVersion, Event, Figure
from annotations.services.contents import Contents, NewRows, new_rows, store_rows
from annotations.services.events import Change, record_many
from annotations.services.locks import lock_articles
from annotations.services.rows import unsaved
from annotations.services.snapshots import snapshot

Place = tuple[int, str, int, int]  # version, kind, start, end


@dataclass(frozen=True, slots=True)
class Marked:
    """The annotation of a row, or why there is none."""

    annotation: int | None
    is_new: bool = False
    error: BelegError | None = None


def import_annotations(rows: Sequence[IncomingAnnotation], *, state: str, generator: str, actor: User) -> list[Marked]:
    """One result a row. A place that has a mark of the kind already, whoever made it and whatever became of it, stays
    as it is. `generator` is the name of the format, which stays with the marks.
    """
    if not rows:
        return []
    with transaction.atomic():
        versions = _Versions(rows, actor=actor)
        lock_articles(version.article_id for version in versions.found())
        if versions.are_outdated():  # a new one came in while the lock was waited for
            versions = _Versions(rows, actor=actor)
        known = _known_places(versions.found())
        results: list[Marked | NewRows] = []
        for row in rows:
            try:
                version = versions.of(row.reference)
                start, end = find_place(version.text, row)
                key = (version.pk, row.kind, start, end)
                if (there := known.get(key)) is not None:
                    results.append(there)
                    continue
                annotation = unsaved(Annotation, version=version, state=state, creator=actor, generator=generator)
                made = _checked(new_rows(annotation, _contents(row, start, end), actor=actor))
            except BelegError as error:
                results.append(Marked(None, error=error))
                continue
            known[key] = made
            results.append(made)
        new = list({id(made): made for made in results if isinstance(made, NewRows)}.values())
        _store(new, actor=actor)
    told: set[int] = set()
    return [_marked(result, told) for result in results]


def _marked(result: Marked | NewRows, told: set[int]) -> Marked:
    """A row that repeats an earlier one of the same file is there already."""
    if isinstance(result, Marked):
        return result
    number = result.annotation.pk
    is_new = number not in told
    told.add(number)
    return Marked(number, is_new=is_new)


def _store(new: Sequence[NewRows], *, actor: User) -> None:
    store_rows(new)
    by_article: dict[int, list[Change]] = {}
    for made in new:
        annotation = made.annotation
        verb = Event.Verb.SUGGESTED if annotation.state == Annotation.State.SUGGESTED else Event.Verb.CREATED
        values = snapshot(annotation, made.parts, made.kind_row)
        change = Change(verb, "annotation", annotation.pk, new=values)
        by_article.setdefault(annotation.version.article_id, []).append(change)
    record_many(actor=actor, changes=by_article)


def _known_places(versions: Sequence[ArticleVersion]) -> dict[Place, Marked | NewRows]:
    rows = Annotation.objects.filter(version__in=versions).values_list("version_id", "kind", "start", "end", "pk")
    return {(version, kind, start, end): Marked(pk) for version, kind, start, end, pk in rows}


class _Versions:
    """The newest versions of the articles the rows name, as far as the actor may see them: two queries."""

    def __init__(self, rows: Iterable[IncomingAnnotation], *, actor: User) -> None:
        references = {row.reference for row in rows}
        self._digests = {r.text: text_digest(canonical_text(r.text)) for r in references if r.text}
        digests = {*self._digests.values(), *(r.sha256 for r in references if r.sha256)}
        visible = Article.objects.visible_to(actor)
        named = visible.filter(
            Q(versions__sha256__in=digests)
            | Q(pk__in={r.id for r in references if r.id})
            | Q(external_id__in={r.external_id for r in references if r.external_id})
        )
        newest = ArticleVersion.objects.filter(article=OuterRef("article")).order_by("-number").values("pk")[:1]
        versions = ArticleVersion.objects.filter(article__in=named, pk=Subquery(newest)).select_related("article")
        self._by_article = {version.article_id: version for version in versions}
        texts = ArticleVersion.objects.filter(article__in=self._by_article, sha256__in=digests).order_by("-article")
        self._by_digest = dict(texts.values_list("sha256", "article"))
        self._by_number: dict[tuple[str | None, str], int] = {}
        for version in self._by_article.values():
            if (number := version.article.external_id) is not None:
                self._by_number[version.article.outlet, number] = version.article_id
                self._by_number.setdefault((None, number), version.article_id)

    def found(self) -> list[ArticleVersion]:
        return list(self._by_article.values())

    def are_outdated(self) -> bool:
        """Whether an article has a newer version by now."""
        newest = ArticleVersion.objects.filter(article__in=self._by_article).order_by().values("article")
        numbers = dict(newest.values_list("article").annotate(number=Max("number")))
        return any(version.number != numbers.get(article) for article, version in self._by_article.items())

    def of(self, reference: Reference) -> ArticleVersion:
        """By the text itself, then the outside number, then ours. Raises `ArticleUnknown`."""
        digest = self._digests.get(reference.text) or reference.sha256
        numbered = self._by_number.get((reference.outlet, reference.external_id))
        if reference.id is not None and self._by_article.get(reference.id) is not None:
            own = self._by_article[reference.id]
            if not digest or own.sha256 == digest:
                return own
        for article in (self._by_digest.get(digest), numbered, reference.id):
            if article is not None and article in self._by_article:
                return self._by_article[article]
        raise ArticleUnknown()


_WORDS = ("speaker", "claimant", "type", "worthiness", "kind", "timex", "resolved", "unit", "approximation")


_NUMBERED = ("speaker_id", "claimant_id")  # a number of this desk's register says nothing in a file


def _is_finite(written: int | float | str) -> bool:
    try:
        return math.isfinite(float(written))
    except (ValueError, OverflowError):
        return False


def _is_reason(value: Any) -> bool:
    """A code, and the place of the words that speak for it."""
    if not (isinstance(value, dict) and value.keys() == {"code", "evidence"} and isinstance(value["code"], str)):
        return False
    places = value["evidence"]
    return isinstance(places, list) and len(places) == 2 and all(type(place) is int for place in places)


def _fits(name: str, value: Any) -> bool:
    """What the columns' own checks let through: they take anything empty for nothing, and read no JSON."""
    if name in ("value", "minimum", "maximum", "score"):
        return type(value) in (int, float, str) and _is_finite(value)
    if name == "reasons":
        return isinstance(value, list) and all(map(_is_reason, value))
    if name == "reading":
        return isinstance(value, dict) and all(isinstance(words, str) for words in value.values())
    return name not in _NUMBERED and (name not in _WORDS or isinstance(value, str))


def _contents(row: IncomingAnnotation, start: int, end: int) -> Contents:
    """The row at the place that was found; parts move along with it. Raises `FieldsInvalid`."""
    shift = start - row.start if row.start is not None else 0
    parts = [
        {"role": p.role, "start": p.start + shift, "end": p.end + shift, "exact": p.exact or None} for p in row.parts
    ]
    fields = {name: value for name, value in row.fields.items() if value is not None}
    if wrong := [f"{name}: {shown(value)}" for name, value in fields.items() if not _fits(name, value)]:
        raise FieldsInvalid(problem=", ".join(wrong)[:200])
    return Contents(kind=row.kind, start=start, end=end, parts=parts, fields=fields)


def find_place(text: str, row: IncomingAnnotation) -> tuple[int, int]:
    """Where the words stand. The position counts if it has them; else the words with what stands around them decide.

    Raises `SpanOutsideText`, `QuoteNotFound` or `QuoteAmbiguous`.
    """
    if row.start is not None and row.end is not None:
        if not row.exact or (row.start < row.end and text[row.start : row.end] == row.exact):
            return row.start, row.end
    elif not row.exact:
        raise SpanOutsideText(start=0, end=0, length=len(text))
    exact = row.exact if row.exact in text else canonical_text(row.exact)
    starts = list(_occurrences(text, exact)) if exact else []
    if not starts:
        raise QuoteNotFound(exact=shortened(row.exact))
    if len(starts) > 1:
        starts = [start for start in starts if _is_surrounded(text, start, start + len(exact), row)]
    if len(starts) != 1:
        raise QuoteAmbiguous(exact=shortened(row.exact))
    return starts[0], starts[0] + len(exact)


def _occurrences(text: str, exact: str) -> Iterable[int]:
    start = text.find(exact)
    while start >= 0:
        yield start
        start = text.find(exact, start + 1)


def _is_surrounded(text: str, start: int, end: int, row: IncomingAnnotation) -> bool:
    """Compares in place: a common word stands in a long text a hundred thousand times."""
    before = start - len(row.prefix)
    said = bool(row.prefix or row.suffix)
    return said and before >= 0 and text.startswith(row.prefix, before) and text.startswith(row.suffix, end)


def _checked(made: NewRows) -> NewRows:
    """Raises `FieldsInvalid` for a value its column cannot have."""
    row = made.kind_row
    try:
        row.clean_fields(exclude=["annotation"])
    except (ValidationError, TypeError, ValueError) as error:
        problem = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        raise FieldsInvalid(problem=problem[:200]) from error
    if not isinstance(row, Figure) or row.minimum is None or row.maximum is None:
        return made
    if row.minimum > row.maximum:
        raise FieldsInvalid(problem=f"minimum {row.minimum} > maximum {row.maximum}")
    return made
