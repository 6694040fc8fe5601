"""Figures over time: how often suggestions are accepted, week by week, and how long articles take."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import TruncWeek
from django.utils import timezone

from annotations.models import Annotation, Article, Event
from annotations.queries.wording import explained
from annotations.querysets import SEE_ALL

WEEKS = 12  # shown
_LEAST_DECISIONS = 5  # of a rule in all of them; with fewer it says nothing yet


@dataclass(frozen=True, slots=True)
class Trend:
    """Decisions on what a kind or rule suggested: per week, oldest first, how many of how many were accepted."""

    name: str
    weeks: list[tuple[int, int]]

    @property
    def words(self) -> str:
        """Of a rule."""
        return explained(self.name)

    @property
    def percents(self) -> list[int | None]:
        """None where nothing was decided."""
        return [round(100 * accepted / decided) if decided else None for accepted, decided in self.weeks]

    @property
    def accepted(self) -> int:
        return sum(accepted for accepted, _decided in self.weeks)

    @property
    def decided(self) -> int:
        return sum(decided for _accepted, decided in self.weeks)


@dataclass(frozen=True, slots=True)
class AcceptanceTrends:
    """`weeks` are Mondays, oldest first."""

    weeks: list[datetime.date]
    kinds: list[Trend]
    rules: list[Trend]


def acceptance_trends(user: User, *, today: datetime.date | None = None) -> AcceptanceTrends:
    """What people decided on suggestions in articles the user may see, in the last weeks and this one. One query.

    A decision counts in the week it was made in, even if it was changed later: what the desk thought then.
    """
    this_week = today or timezone.localdate()
    this_week -= datetime.timedelta(days=this_week.weekday())
    weeks = [this_week - datetime.timedelta(weeks=ago) for ago in reversed(range(WEEKS))]
    counts = _decisions_since(weeks[0], user)
    kinds = [_trend(kind, weeks, {k: n for k, n in counts.items() if k[1] == kind}) for kind in Annotation.Kind.values]
    rules = [
        _trend(rule, weeks, {k: n for k, n in counts.items() if k[2] == rule})
        for rule in sorted({rule for _week, _kind, rule, _verb in counts})
    ]
    return AcceptanceTrends(
        weeks=weeks,
        kinds=[trend for trend in kinds if trend.decided],
        rules=sorted((t for t in rules if t.decided >= _LEAST_DECISIONS), key=lambda t: (-t.decided, t.name)),
    )


def _decisions_since(monday: datetime.date, user: User) -> dict[tuple[datetime.date, str, str, str], int]:
    """How many decisions by week, kind, rule and verb."""
    begin = datetime.datetime.combine(monday, datetime.time(), tzinfo=timezone.get_current_timezone())
    suggested = Annotation.objects.filter(pk=OuterRef("object_id"), run__isnull=False, hidden_at=None)
    made = Event.objects.filter(object_type="annotation", verb__in=["accepted", "rejected"], at__gte=begin)
    if not user.has_perm(SEE_ALL):
        made = made.filter(article__in=Article.objects.visible_to(user, in_bin=None))
    decided = (
        made.filter(actor__isnull=False)
        .annotate(
            week=TruncWeek("at"),
            kind=Subquery(suggested.values("kind")[:1]),
            rule=Subquery(suggested.values("rule")[:1]),
        )
        .filter(kind__isnull=False)
        .order_by()
        .values_list("week", "kind", "rule", "verb")
        .annotate(number=Count("pk"))
    )
    return {(timezone.localtime(week).date(), kind, rule, verb): number for week, kind, rule, verb, number in decided}


def _trend(name: str, weeks: list[datetime.date], counts: dict[tuple[datetime.date, str, str, str], int]) -> Trend:
    accepted: dict[datetime.date, int] = defaultdict(int)
    decided: dict[datetime.date, int] = defaultdict(int)
    for (week, _kind, _rule, verb), number in counts.items():
        decided[week] += number
        accepted[week] += number if verb == "accepted" else 0
    return Trend(name, [(accepted[week], decided[week]) for week in weeks])
