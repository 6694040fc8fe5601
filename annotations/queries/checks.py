"""How far the check of an article is: facts by verdict, what stands in the way of its release, its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from annotations.models import Annotation, ArticleVersion, Citation, Source, SourceCopy, Verdict
from annotations.queries.annotations import annotations_of, annotations_with_details, with_open_threads
from annotations.queries.articles import is_in_sight, is_of_newest
from annotations.queries.counting import number_per
from annotations.queries.coverage import unlooked_sentences
from annotations.querysets import AnnotationQuerySet

Status = Verdict.Status
# The order in which people want to read them: what is to do first.
STATUSES = (
    Status.UNCHECKED,
    Status.QUERY,
    Status.WRONG,
    Status.AUTHOR_ALONE,
    Status.NOT_CHECKABLE,
    Status.CONFIRMED,
)
_READ = (
    *("version", "kind", "start", "end", "exact", "state", "revision"),
    *(f"verdict__{field.name}" for field in Verdict._meta.concrete_fields if field.name != "answered_by"),
    *(
        f"verdict__{who}__{name}"
        for who in ("by", "countersigned_by")
        for name in ("username", "first_name", "last_name")
    ),
)


@dataclass(frozen=True, slots=True)
class Progress:
    """`by_status` has every status; `done` are facts with a verdict that needs nothing more."""

    by_status: dict[str, int]
    facts: int
    done: int
    countersignatures_due: int
    overdue_queries: int


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that has to hold before an article is released. `number` of things that stand in the way; the places
    of these in the text, and the marks that are there, where it is marks."""

    code: str
    number: int
    annotations: tuple[int, ...] = ()
    places: tuple[tuple[int, int], ...] = ()

    @property
    def is_met(self) -> bool:
        return self.number == 0


def facts_of(version: ArticleVersion) -> list[Annotation]:
    """The accepted marks in text order with verdicts, sources and the number of open threads: three queries at most.

    Only what the check reads of them: an article has a thousand, and their other columns cost more than the rest.
    """
    facts = with_open_threads(version.annotations.facts()).select_related("verdict__by", "verdict__countersigned_by")
    return list(facts.only(*_READ).prefetch_related("verdict__citations__source").order_by("start", "end", "id"))


def facts_in_full(version: ArticleVersion) -> list[Annotation]:
    """The same with parts, speakers and the frozen copies of sources, as a dossier names them: five queries at most."""
    copies = Prefetch("verdict__citations__source__copies", SourceCopy.objects.defer("content").order_by("id"))
    return list(annotations_of(version).facts().prefetch_related(copies).order_by("start", "end", "id"))


def progress_of(facts: Iterable[Annotation]) -> Progress:
    """Counts of facts that were read with their verdicts; asks nothing of the database."""
    facts = list(facts)
    verdicts = [fact.verdict for fact in facts if fact.verdict is not None]
    counted = Counter(verdict.status for verdict in verdicts)
    counted[Status.UNCHECKED] = len(facts) - len(verdicts)
    today = timezone.localdate()
    return Progress(
        by_status={str(status): counted[status] for status in STATUSES},
        facts=len(facts),
        done=sum(1 for v in verdicts if v.status != Status.QUERY and not v.is_countersignature_due),
        countersignatures_due=sum(v.is_countersignature_due for v in verdicts),
        overdue_queries=sum(v.is_awaiting_answer and v.due_on is not None and v.due_on < today for v in verdicts),
    )


def release_conditions(version: ArticleVersion, facts: Sequence[Annotation]) -> list[Condition]:
    """What stands in the way of a release, in the order of work. Two queries; `facts` as read by this module."""
    others = version.annotations.in_place().exclude(state=Annotation.State.ACCEPTED)
    marks = [*facts, *with_open_threads(others).only("start", "end", "state", "version").order_by("start", "end", "id")]
    decided = [(m.start, m.end) for m in marks if m.state in (Annotation.State.ACCEPTED, Annotation.State.REJECTED)]
    tests = {
        "unchecked": lambda v: v is None,
        "open_query": lambda v: v is not None and v.status == Status.QUERY,
        "wrong": lambda v: v is not None and v.status == Status.WRONG,
        "too_vague": lambda v: v is not None and v.is_too_vague,
        "countersignature": lambda v: v is not None and v.is_countersignature_due,
    }
    disputed = [mark for mark in marks if mark.open_comment_count]
    unlooked = tuple((found.start, found.end) for found in unlooked_sentences(version, decided=decided))
    return [
        _about("suggestions", [mark for mark in marks if mark.state == Annotation.State.SUGGESTED]),
        *(_about(code, [fact for fact in facts if test(fact.verdict)]) for code, test in tests.items()),
        replace(_about("comments", disputed), number=sum(mark.open_comment_count for mark in disputed)),
        Condition("unlooked", len(unlooked), places=unlooked),
    ]


def _about(code: str, marks: Sequence[Annotation]) -> Condition:
    places = tuple((mark.start, mark.end) for mark in marks)
    return Condition(code, len(marks), tuple(mark.pk for mark in marks), places)


def sources_of(facts: Iterable[Annotation]) -> list[tuple[Source, list[tuple[Annotation, Citation]]]]:
    """Each source of the facts with what rests on it, in the order of their first fact; asks nothing."""
    cited: dict[int, tuple[Source, list[tuple[Annotation, Citation]]]] = {}
    for fact in facts:
        for citation in fact.verdict.citations.all() if fact.verdict else ():
            cited.setdefault(citation.source_id, (citation.source, []))[1].append((fact, citation))
    return list(cited.values())


def find_sources(user: User | AnonymousUser, words: str = "") -> QuerySet[Source]:
    """Sources whose title, publisher or address contain every word; with the number of facts that rest on them, as
    far as the user may see them."""
    current = Citation.objects.filter(
        is_of_newest("verdict__current_for__version"),
        is_in_sight("verdict__current_for__version", user),
        source=OuterRef("pk"),
        verdict__current_for__state=Annotation.State.ACCEPTED,
        verdict__current_for__deleted_at=None,
        verdict__current_for__hidden_at=None,
    )
    found = Source.objects.annotate(fact_count=number_per("source", current, of="verdict"))
    for word in words.split():
        found = found.filter(Q(title__icontains=word) | Q(publisher__icontains=word) | Q(url__icontains=word))
    return found.order_by("title", "id")


def twins_of(*, title: str, url: str) -> QuerySet[Source]:
    """Sources that are likely the same: with this address, or this title."""
    same = Q(title__iexact=title.strip())
    return Source.objects.filter(same | Q(url=url) if url else same).order_by("id")


def facts_resting_on(source: Source) -> AnnotationQuerySet:
    """Facts of newest versions whose current verdict cites the source, newest article first."""
    verdicts = Citation.objects.filter(source=source).values("verdict")
    facts = annotations_with_details().facts().filter(is_of_newest("version"), verdict__in=verdicts)
    return facts.order_by("-version__article_id", "start", "id")
