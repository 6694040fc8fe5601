"""Articles with their annotations as records for the formats, some hundred at a time.

Nine queries a chunk, whatever it holds; never more than a chunk in memory. Columns instead of model instances: an
export of everything reads each row once and throws it away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import OuterRef, Q, Subquery

from annotations.formats.records import (
    AnnotationRecord,
    ArticleRecord,
    CitationRecord,
    PartRecord,
    VerdictRecord,
    VersionRecord,
)
from annotations.models import Annotation, AnnotationPart, ArticleVersion, Citation, Verdict
from annotations.partial_dates import format_partial_date
from annotations.queries.row_reader import read_columns
from annotations.querysets import AnnotationQuerySet, ArticleQuerySet

# A chunk ends with whichever comes first; texts of a million code points come one by one.
_CHUNK_ARTICLES = 250
_CHUNK_CODE_POINTS = 2_000_000

_QUOTE = ("quote__type", "quote__speaker__name", "quote__speaker__merged_into__name")
_CLAIM = (
    "claim__type",
    "claim__claimant__name",
    "claim__claimant__merged_into__name",
    "claim__worthiness",
    "claim__score",
    "claim__reasons",
)
_FIGURE_FIELDS = ("kind", "value", "minimum", "maximum", "timex", "resolved", "unit", "approximation", "reading")
_FIGURE = tuple(f"figure__{name}" for name in _FIGURE_FIELDS)
_KIND_COLUMNS = {"quote": _QUOTE, "claim": _CLAIM, "figure": _FIGURE}


@dataclass(frozen=True, slots=True)
class AnnotationChoice:
    """Which annotations of an article are wanted; an empty choice means every kind, or every verdict."""

    states: tuple[str, ...] = (Annotation.State.SUGGESTED, Annotation.State.ACCEPTED)
    kinds: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()

    def of(self, annotations: AnnotationQuerySet) -> AnnotationQuerySet:
        """Neither in the bin nor hidden, in the chosen states, kinds and verdicts."""
        found = annotations.in_place().filter(state__in=self.states)
        if self.kinds:
            found = found.filter(kind__in=self.kinds)
        if self.verdicts:
            wanted = Q(verdict__status__in=self.verdicts)
            if Verdict.Status.UNCHECKED in self.verdicts:
                wanted |= Q(verdict__isnull=True)
            found = found.filter(wanted, state=Annotation.State.ACCEPTED)
        return found


def article_records(articles: ArticleQuerySet, choice: AnnotationChoice) -> Iterator[ArticleRecord]:
    """The articles by their number, each with its newest text and the chosen annotations of it."""
    newest = ArticleVersion.objects.filter(article=OuterRef("pk")).order_by("-number")
    listed = articles.annotate(
        newest_id=Subquery(newest.values("pk")[:1]), newest_length=Subquery(newest.values("length")[:1])
    ).order_by("pk")
    for versions in _chunks(list(listed.values_list("newest_id", "newest_length"))):
        yield from _records(versions, choice)


def _chunks(versions: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    chunk: list[int] = []
    length = 0
    for number, size in versions:
        if chunk and (len(chunk) >= _CHUNK_ARTICLES or length + size > _CHUNK_CODE_POINTS):
            yield chunk
            chunk, length = [], 0
        chunk.append(number)
        length += size
    if chunk:
        yield chunk


_VERSION = ("id", "number", "sha256", "created_at", "text")
_ARTICLE = (
    "id",
    "external_id",
    "title",
    "byline",
    "outlet",
    "source_url",
    "language",
    "published_on",
    "published_precision",
    "desk",
    "embargo_until",
    "state",
    "is_completely_annotated",
    "created_at",
)


def _records(versions: list[int], choice: AnnotationChoice) -> list[ArticleRecord]:
    annotations = _annotations(versions, choice)
    columns = (*_VERSION, *(f"article__{name}" for name in _ARTICLE))
    in_order = ArticleVersion.objects.filter(pk__in=versions).order_by("article_id")
    return [_article(row, annotations) for row in read_columns(in_order, *columns)]


def _article(row: tuple[Any, ...], annotations: dict[int, list[AnnotationRecord]]) -> ArticleRecord:
    version = VersionRecord._make(row[: len(_VERSION)])
    values = dict(zip(_ARTICLE, row[len(_VERSION) :], strict=True))
    values["published_on"] = format_partial_date(values["published_on"], values.pop("published_precision"))
    return ArticleRecord(**values, version=version, annotations=annotations[version.id])


_OWN = (
    "version_id",
    "creator_id",
    "verdict_id",
    "id",
    "kind",
    "start",
    "end",
    "exact",
    "prefix",
    "suffix",
    "state",
    "reject_reason",
    "generator",
    "rule",
    "confidence",
    "band",
    "evidence",
    "revision",
    "created_at",
    "updated_at",
)


def _annotations(versions: list[int], choice: AnnotationChoice) -> dict[int, list[AnnotationRecord]]:
    """By version, in text order. One query a kind, because each kind has its own table."""
    chosen = choice.of(Annotation.objects.filter(version__in=versions)).order_by()
    rows = [
        (row, kind)
        for kind, columns in _KIND_COLUMNS.items()
        for row in read_columns(chosen.filter(kind=kind), *_OWN, *columns)
    ]
    parts, verdicts = _parts(versions), _verdicts(versions)
    people = _names({row[1] for row, _kind in rows})
    found: defaultdict[int, list[AnnotationRecord]] = defaultdict(list)
    for row, kind in rows:
        version, creator, verdict, *own = row[: len(_OWN)]
        fields = _FIELDS[kind](row[len(_OWN) :])
        more = (people.get(creator, ""), fields, tuple(parts.get(own[0], ())), verdicts.get(verdict))
        found[version].append(AnnotationRecord._make((*own, *more)))
    for of_version in found.values():
        of_version.sort(key=lambda a: (a.start, a.end, a.id))
    return found


def _quote_fields(columns: Sequence[Any]) -> dict[str, Any]:
    kind, name, merged = columns
    return {"type": kind, "speaker": merged or name}


def _claim_fields(columns: Sequence[Any]) -> dict[str, Any]:
    kind, name, merged, worthiness, score, reasons = columns
    return {"type": kind, "claimant": merged or name, "worthiness": worthiness, "score": score, "reasons": reasons}


def _figure_fields(columns: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(_FIGURE_FIELDS, columns, strict=True))


_FIELDS: dict[str, Callable[[Sequence[Any]], dict[str, Any]]] = {
    "quote": _quote_fields,
    "claim": _claim_fields,
    "figure": _figure_fields,
}


def _parts(versions: list[int]) -> dict[int, list[PartRecord]]:
    rows = AnnotationPart.objects.filter(annotation__version__in=versions).order_by("start", "end", "id")
    found: defaultdict[int, list[PartRecord]] = defaultdict(list)
    for annotation, *part in rows.values_list("annotation_id", "role", "start", "end", "exact"):
        found[annotation].append(PartRecord._make(part))
    return found


def _verdicts(versions: list[int]) -> dict[int, VerdictRecord]:
    """The current verdicts, by their number."""
    current = Verdict.objects.filter(current_for__version__in=versions)
    texts = ("id", "by_id", "countersigned_by_id", "status", "note", "correction", "question", "answer", "at")
    rows = list(current.order_by().values_list(*texts))
    if not rows:
        return {}
    cited: defaultdict[int, list[CitationRecord]] = defaultdict(list)
    sources = (f"source__{name}" for name in ("title", "publisher", "url"))
    citations = Citation.objects.filter(verdict__in=current).order_by("id")
    for verdict, *citation in citations.values_list("verdict_id", *sources, "place", "note"):
        cited[verdict].append(CitationRecord._make(citation))
    people = _names({number for row in rows for number in row[1:3]})
    return {
        number: VerdictRecord._make((*words, people[by], people.get(signer, ""), tuple(cited[number])))
        for number, by, signer, *words in rows
    }


def _names(numbers: Iterable[int | None]) -> dict[int | None, str]:
    """What people are called, by their number; no query where there is nobody."""
    wanted = {number for number in numbers if number is not None}
    people = User.objects.filter(pk__in=wanted).only("first_name", "last_name", "username") if wanted else ()
    return {person.pk: person.get_full_name() or person.get_username() for person in people}
