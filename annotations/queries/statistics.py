"""Figures for pictures: which rules are trusted, and how long articles take."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Count, Q

from annotations.models import Annotation, Article, Release
from annotations.queries.wording import explained
from annotations.querysets import SEE_ALL

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
    first. One query."""
    decided = Annotation.objects.filter(run__isnull=False, carried_from=None, hidden_at=None)
    if not user.has_perm(SEE_ALL):
        decided = decided.filter(version__article__in=Article.objects.visible_to(user, in_bin=None))
    counted = (
        decided.filter(state__in=["accepted", "rejected"])
        .order_by()
        .values("rule", "kind")
        .annotate(
            accepted=Count("pk", filter=Q(state="accepted")),
            rejected=Count("pk", filter=Q(state="rejected")),
        )
    )
    rates = [RuleRate(**row) for row in counted if row["accepted"] + row["rejected"] >= _LEAST_DECISIONS]
    return sorted(rates, key=lambda rate: (rate.percent, -rate.accepted - rate.rejected, rate.rule))


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
