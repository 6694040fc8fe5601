"""What a moderator should know at a glance: counts with the list behind each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet

from annotations.models import Annotation, Article, ArticleVersion, Comment, NightlyWork, SuggestionRun, WebhookEndpoint
from annotations.queries.articles import is_of_newest
from annotations.queries.queue import overdue_marks, unsigned_marks
from annotations.queries.statistics import RuleRate, acceptance_by_rule
from annotations.queries.webhooks import owners_seen_by

_WORST_RULES = 5


@dataclass(frozen=True, slots=True)
class Count:
    """`path` leads from the panel's index to the list that holds just these."""

    code: str
    number: int
    path: str


@dataclass(frozen=True, slots=True)
class Dashboard:
    counts: list[Count]
    worst_rules: list[RuleRate]


def _marks(condition: Q) -> QuerySet[Annotation]:
    """A mark counts once, in the newest version, and not while its article lies in the bin."""
    marks = Annotation.objects.in_place().filter(condition, version__article__deleted_at=None)
    return marks.filter(is_of_newest("version"))


def _facts(condition: Q) -> QuerySet[Annotation]:
    return _marks(condition & Q(state=Annotation.State.ACCEPTED))


def _disputed() -> QuerySet[Annotation]:
    return _marks(Q(pk__in=Comment.objects.open_threads().values("annotation")))


def _failed_runs() -> QuerySet[SuggestionRun]:
    """Not tried again since, of articles that are not in the bin."""
    tried_again = Q(version__runs__state__in=["queued", "running", "finished"])
    return SuggestionRun.objects.filter(state="failed", version__article__deleted_at=None).exclude(tried_again)


def _failed_nights() -> QuerySet[NightlyWork]:
    """Not made up for in a later night."""
    later = NightlyWork.objects.filter(task=OuterRef("task"), night__gt=OuterRef("night"), state="finished")
    return NightlyWork.objects.filter(~Exists(later), state="failed")


# What the dashboard counts and the panel's lists can be narrowed to, by code.
WANTS_ATTENTION: dict[str, Callable[[], QuerySet[Any]]] = {
    "open_runs": lambda: SuggestionRun.objects.active(),
    "failed_runs": _failed_runs,
    "failed_nights": _failed_nights,
    "disputed": _disputed,
    "overdue": lambda: _facts(Q(pk__in=overdue_marks())),
    "unsigned": lambda: _facts(Q(pk__in=unsigned_marks())),
    "paused": lambda: WebhookEndpoint.objects.filter(state="paused").exclude(pause_reason="owner"),
}


def dashboard(user: User) -> Dashboard:
    """Of what she may see. A dozen queries, whatever there is at the desk."""
    articles = Article.objects.visible_to(user)
    runs, marks = "annotations/suggestionrun/", "annotations/annotation/"
    paths = {"open_runs": runs, "failed_runs": runs, "paused": "annotations/webhookendpoint/"}
    paths["failed_nights"] = "annotations/nightlywork/"
    own = {"paused": Q(owner__in=owners_seen_by(user)), "failed_nights": Q()}  # the desk's, no article's
    # Asked of each row that is counted, without a join: SQLite would begin with all versions there are.
    seen = Article.objects.visible_to(user, in_bin=None).values("pk")
    in_sight = Q(Exists(ArticleVersion.objects.filter(pk=OuterRef("version"), article__in=seen)))
    wanted = {
        code: Count(code, rows().filter(own.get(code, in_sight)).count(), f"{paths.get(code, marks)}?attention={code}")
        for code, rows in WANTS_ATTENTION.items()
    }
    hidden = Annotation.objects.filter(in_sight, hidden_at__isnull=False).count()
    in_bin = Annotation.objects.filter(in_sight, deleted_at__isnull=False).count()
    order = ("open_runs", "failed_runs", "failed_nights", "disputed", "overdue", "unsigned")
    return Dashboard(
        counts=[
            *(wanted[code] for code in order),
            Count("in_check", articles.filter(state="in_check").count(), "annotations/article/?state__exact=in_check"),
            Count("hidden", hidden, f"{marks}?hidden=yes"),
            wanted["paused"],
            Count("in_bin", in_bin, f"{marks}?bin=yes"),
        ],
        worst_rules=acceptance_by_rule(user)[:_WORST_RULES],
    )
