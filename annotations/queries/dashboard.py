"""What a moderator should know at a glance: counts with the list behind each."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from annotations.models import Annotation, Article, Comment, SuggestionRun, WebhookEndpoint
from annotations.queries.queue import UNSIGNED, is_overdue
from annotations.queries.statistics import RuleRate, acceptance_by_rule

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


def dashboard() -> Dashboard:
    """Ten queries, whatever there is at the desk."""
    facts, runs = Annotation.objects.facts(), SuggestionRun.objects
    threads = Comment.objects.filter(parent=None, resolved_by=None).values("annotation")
    disputed = Annotation.objects.in_place().filter(pk__in=threads)
    marks, articles = "annotations/annotation/", "annotations/article/"
    failed = runs.filter(state="failed").exclude(version__runs__state__in=["queued", "running", "finished"])
    paused = WebhookEndpoint.objects.filter(state="paused").exclude(pause_reason="owner")
    return Dashboard(
        counts=[
            Count("open_runs", runs.active().count(), "annotations/suggestionrun/?state__exact=queued"),
            Count("failed_runs", failed.count(), "annotations/suggestionrun/?state__exact=failed"),
            Count("disputed", disputed.count(), "annotations/comment/?resolved_by__isempty=1"),
            Count("overdue", facts.filter(is_overdue()).count(), f"{marks}?verdict=overdue"),
            Count("unsigned", facts.filter(UNSIGNED).count(), f"{marks}?verdict=unsigned"),
            Count("in_check", Article.objects.filter(state="in_check").count(), f"{articles}?state__exact=in_check"),
            Count("hidden", Annotation.objects.filter(~Q(hidden_at=None)).count(), f"{marks}?hidden=yes"),
            Count("paused", paused.count(), "annotations/webhookendpoint/?state__exact=paused"),
            Count("in_bin", Annotation.objects.filter(~Q(deleted_at=None)).count(), f"{marks}?bin=yes"),
        ],
        worst_rules=acceptance_by_rule()[:_WORST_RULES],
    )
