"""Figures for pictures: which rules are trusted, and how long articles take."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Count, Q, QuerySet

from annotations.models import Annotation, Article, ArticleVersion, Release
from annotations.queries.wording import explained

_LEAST_DECISIONS = 5  # a rule with fewer says nothing yet
_NEWEST_RELEASES = 30


@dataclass(frozen=True, slots=True)
class RuleRate:
    rule: str
    kind: str
    accepted: int
    rejected: int

    @property
    def words(self) -> str:
        return explained(self.rule)

    @property
    def percent(self) -> int:
        return round(100 * self.accepted / self.decisions)

    @property
    def decisions(self) -> int:
        return self.accepted + self.rejected


@dataclass(frozen=True, slots=True)
class Wait:
    """From bringing in to the first release, in days."""

    article: Article
    days: float
    released_at: datetime.datetime


def acceptance_by_rule(user: User) -> list[RuleRate]:
    """Of the suggestions people decided on in articles the user may see, how many each rule got right; the worst
    first. Two queries: of all, which an index holds, and of the few that she may not see."""
    decided = Annotation.objects.filter(run__isnull=False, carried_from=None, hidden_at=None)
    unseen = ArticleVersion.objects.filter(article__in=Article.objects.out_of_sight_of(user).values("pk"))
    less = _by_rule(decided.filter(version__in=unseen.values("pk")))
    rates = [
        RuleRate(*named, *(number - other for number, other in zip(counts, less.get(named, (0, 0)), strict=True)))
        for named, counts in _by_rule(decided).items()
    ]
    told = (rate for rate in rates if rate.decisions >= _LEAST_DECISIONS)
    return sorted(told, key=lambda rate: (rate.percent, -rate.decisions, rate.rule))


def _by_rule(decided: QuerySet[Annotation]) -> dict[tuple[str, str], tuple[int, int]]:
    """How many were accepted and rejected, by rule and kind."""
    counted = (
        decided.filter(state__in=["accepted", "rejected"])
        .order_by()
        .values_list("rule", "kind")
        .annotate(accepted=Count("pk", filter=Q(state="accepted")), rejected=Count("pk", filter=Q(state="rejected")))
    )
    return {(rule, kind): (accepted, rejected) for rule, kind, accepted, rejected in counted}


def days_to_release(user: User) -> list[Wait]:
    """The newest released articles the user may see, oldest of them first. One query."""
    releases = (
        Release.objects.filter(version__article__in=Article.objects.visible_to(user))
        .select_related("version__article")
        .defer("dossier", "version__text")
        .order_by("-id")[:_NEWEST_RELEASES]
    )
    waits: dict[int, Wait] = {}
    for release in reversed(releases):
        article = release.version.article
        days = (release.at - article.created_at).total_seconds() / 86_400
        waits.setdefault(article.pk, Wait(article, days, release.at))
    return list(waits.values())
