"""What there is to do: for one person, and for a desk."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from annotations.models import Annotation, Article, ArticleVersion, Assignment, Verdict
from annotations.queries.annotations import annotations_with_details
from annotations.queries.articles import articles_with_counts, is_of_newest
from annotations.queries.counting import number_per
from annotations.querysets import AnnotationQuerySet, ArticleQuerySet

IN_WORK = (Article.State.DRAFT, Article.State.IN_CHECK)
UNCHECKED = Q(verdict__isnull=True)
ANSWERED = Q(verdict__status="query") & ~Q(verdict__answer="")
AWAITING = Q(verdict__status="query", verdict__answer="")


def _is_unsigned(verdict: str = "") -> Q:
    """A verdict that waits for a second person; `verdict` is the path to its columns, with its underscores."""
    return (
        Q(**{f"{verdict}countersigned_by": None}) & ~Q(**{f"{verdict}risks": []}) & ~Q(**{f"{verdict}status": "query"})
    )


def is_overdue(verdict: str = "verdict__") -> Q:
    """A question whose answer should have come before today; `verdict` as above."""
    wanted = {"status": "query", "answer": "", "due_on__lt": timezone.localdate()}
    return Q(**{f"{verdict}{name}": value for name, value in wanted.items()})


UNSIGNED = Q(verdict__isnull=False) & _is_unsigned("verdict__")


def _in_newest_version() -> Subquery:
    newest = ArticleVersion.objects.filter(article=OuterRef("version__article")).order_by("-number").values("pk")
    return Subquery(newest[:1])


def _those(condition: Q) -> QuerySet[Any]:
    """Their numbers first, by the few verdicts that can be meant; not every mark with its verdict."""
    return Annotation.objects.filter(condition).values("pk")


def facts_to_check(user: User) -> AnnotationQuerySet:
    """Facts of the newest versions that were given to the user and need a verdict, or a decision on an answer."""
    own = Assignment.objects.filter(checker=user)
    of_articles = ArticleVersion.objects.filter(article__in=own.filter(annotation=None).values("article"))
    # Their numbers in one list: of two conditions joined by “or”, PostgreSQL would ask every mark there is.
    whole = Annotation.objects.filter(version__in=of_articles.values("pk")).order_by().values("pk")
    single = own.exclude(annotation=None).order_by().values("annotation")
    return (
        annotations_with_details()
        .visible_to(user)
        .facts()
        .filter(UNCHECKED | ANSWERED, pk__in=whole.union(single), version=_in_newest_version())
        .exclude(version__article__state__in=[Article.State.RELEASED, Article.State.ARCHIVED])
    )


def facts_to_sign(user: User) -> AnnotationQuerySet:
    """Facts of the newest versions whose verdict waits for a second person, who is not whoever set it."""
    return (
        annotations_with_details()
        .visible_to(user)
        .facts()
        .filter(pk__in=_those(UNSIGNED), version=_in_newest_version())
        .exclude(verdict__by=user)
        .exclude(version__article__state__in=[Article.State.RELEASED, Article.State.ARCHIVED])
    )


def queries_to(user: User) -> AnnotationQuerySet:
    """Questions to the author of an article, which is whoever brought it in."""
    return (
        annotations_with_details()
        .visible_to(user)
        .facts()
        .filter(pk__in=_those(AWAITING), version=_in_newest_version(), version__article__uploader=user)
    )


def articles_in_work(user: User, *, at_most: int, desk: str = "") -> list[int]:
    """Numbers of the articles with facts that are not released, of one desk or all: where most is overdue or waits
    for a signature first, then the newest. Two queries.

    What presses is counted from the few verdicts it can be, not asked of each article: a desk has tens of thousands.
    """
    visible = Article.objects.visible_to(user).filter(state__in=IN_WORK)
    visible = visible.filter(desk=desk) if desk else visible
    marks = Annotation.objects.facts().filter(is_of_newest("version"), pk__in=_pressing())
    due = marks.filter(version__article__in=visible.values("pk")).order_by().values("version__article")
    counts = {"overdue": Count("pk", filter=is_overdue()), "unsigned": Count("pk", filter=UNSIGNED)}
    by_urgency = due.annotate(**counts).order_by("-overdue", "-unsigned", "-version__article")
    pressing = list(by_urgency.values_list("version__article", flat=True)[:at_most])
    others = visible.filter(Exists(_facts_of_article())).exclude(pk__in=due).order_by("-id")
    return pressing + list(others.values_list("pk", flat=True)[: at_most - len(pressing)])


def desks_with_work(user: User) -> list[str]:
    """Names of the desks that have articles in work which she may see."""
    articles = Article.objects.visible_to(user).filter(state__in=IN_WORK).exclude(desk="")
    return list(articles.order_by("desk").values_list("desk", flat=True).distinct())


def _pressing() -> QuerySet[Any]:
    """Numbers of marks whose verdict is overdue or not countersigned."""
    return _with_verdict(is_overdue("") | _is_unsigned())


def overdue_marks() -> QuerySet[Any]:
    """Numbers of marks whose question should have been answered before today."""
    return _with_verdict(is_overdue(""))


def unsigned_marks() -> QuerySet[Any]:
    """Numbers of marks whose verdict waits for a second person."""
    return _with_verdict(_is_unsigned())


def _with_verdict(condition: Q) -> QuerySet[Any]:
    """By the verdicts, which are few: a database that begins with the marks reads all of them."""
    verdicts = Verdict.objects.filter(condition).order_by()
    return Annotation.objects.filter(verdict__in=verdicts.values("pk")).order_by().values("pk")


def _facts_of_article() -> AnnotationQuerySet:
    return Annotation.objects.facts().filter(version__article=OuterRef("pk"), version=_in_newest_version())


def articles_in_check() -> ArticleQuerySet:
    """Articles with what is still to do in their newest version; one query.

    `facts`, `unchecked`, `queries`, `overdue`, `unsigned`, `confirmed`, `wrong`, `author_alone` count its accepted
    marks; the rest of the `facts` is not checkable.
    """
    facts = _facts_of_article()
    conditions = {
        "facts": Q(),
        "unchecked": UNCHECKED,
        "queries": Q(verdict__status="query"),
        "overdue": is_overdue(),
        "unsigned": UNSIGNED,
        "confirmed": Q(verdict__status="confirmed"),
        "wrong": Q(verdict__status="wrong"),
        "author_alone": Q(verdict__status="author_alone"),
    }
    counts = {name: number_per("version__article", facts.filter(condition)) for name, condition in conditions.items()}
    return articles_with_counts().annotate(**counts)
