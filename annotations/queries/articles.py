"""Reading articles: the list with its counts, one article with its newest version and run."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from annotations.models import Annotation, Article, ArticleVersion, Claim, SuggestionRun
from annotations.queries.counting import number_per
from annotations.queries.people import more_than_names
from annotations.queries.prepared import Prepared, PreparedForViewer
from annotations.querysets import ArticleQuerySet


def articles_with_counts() -> ArticleQuerySet:
    """One query: articles, who brought them in, and how much of the newest version is open."""
    return _with_counts().all()


@cache
def _with_counts() -> ArticleQuerySet:
    """Never evaluated itself, only copied, as putting it together is slow.

    Marks are found by the newest version of each article, not by joining versions: without statistics of its tables
    SQLite would go through all open suggestions there are, for each article of a page.
    """
    newest = ArticleVersion.objects.filter(article=OuterRef(OuterRef("pk"))).order_by("-number").values("pk")[:1]
    open_ones = Annotation.objects.awaiting_review().filter(version=Subquery(newest))
    run_state = SuggestionRun.objects.filter(version__article=OuterRef("pk")).order_by("-id").values("state")[:1]
    articles = Article.objects.select_related("uploader").defer(*more_than_names("uploader"))
    return articles.annotate(
        open_suggestions=number_per("version", open_ones),
        open_high_claims=number_per("version", open_ones.filter(claim__worthiness=Claim.Worthiness.HIGH)),
        run_state=Subquery(run_state),
    )


_IN_SIGHT: PreparedForViewer[Article] = PreparedForViewer(
    lambda viewer, number: articles_with_counts().in_sight(viewer).filter(pk=number), int
)
_LISTED: Prepared[Article] = Prepared(lambda numbers: articles_with_counts().filter(pk__in=numbers), list)
_NEWEST_VERSION: Prepared[ArticleVersion] = Prepared(
    lambda article: ArticleVersion.objects.filter(article=article).order_by("-number")[:1], int
)
_NEWEST_RUN: Prepared[SuggestionRun] = Prepared(
    lambda version: SuggestionRun.objects.filter(version=version).order_by("-id")[:1], int
)


def article_in_sight(number: int, user: User | AnonymousUser) -> Article | None:
    """The article with its counts, unless there is none or the user may not see it."""
    return _IN_SIGHT.first(user, number)


def articles_with_counts_of(numbers: Sequence[int]) -> list[Article]:
    """Those articles, in the order given; what is gone by now is left out."""
    found = {article.pk: article for article in _LISTED.all(list(numbers))}
    return [found[number] for number in numbers if number in found]


def article_in_full(article: Article) -> Article:
    """Adds `newest_version` and `newest_run`: two queries."""
    article.newest_version = newest_version(article)  # type: ignore[attr-defined]
    article.newest_run = newest_run(article.newest_version)  # type: ignore[attr-defined]
    return article


def newest_version(article: Article) -> ArticleVersion:
    """Every article has one: both are made in one transaction."""
    found = _NEWEST_VERSION.all(article.pk)[0]
    found.article = article
    return found


def is_of_newest(version: str) -> Q:
    """What lists over many articles count, so that a mark carried along counts once; `version` is the path to it.

    Asked of each row, by the index of versions: a list of all newest versions would be made first, however few rows.
    """
    later = ArticleVersion.objects.filter(
        article=OuterRef(f"{version}__article"), number__gt=OuterRef(f"{version}__number")
    )
    return Q(~Exists(later))


def is_in_sight(version: str, user: User | AnonymousUser) -> Exists:
    """Whether the user may see the article of a version; `version` is the path to it.

    Asked of each row: a list of all articles she may see would be made for every entry whose rows are counted.
    """
    return Exists(ArticleVersion.objects.filter(pk=OuterRef(version)).visible_to(user))


def newest_run(version: ArticleVersion) -> SuggestionRun | None:
    return _NEWEST_RUN.first(version.pk)


def articles_with_text(digest: str) -> QuerySet[Article]:
    """Articles any version of which has the text with this SHA-256, oldest first."""
    return Article.objects.filter(versions__sha256=digest).distinct().order_by("id")


def desks() -> list[str]:
    return list(Article.objects.exclude(desk="").order_by("desk").values_list("desk", flat=True).distinct())


def uploaders() -> QuerySet[User]:
    return User.objects.filter(articles__isnull=False).distinct().order_by("username")
