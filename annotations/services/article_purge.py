"""Emptying the bin of articles: texts, originals, marks and talk go; the record, and the row it hangs on, stay."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from annotations.models import (
    Annotation,
    Article,
    ArticleSearch,
    ArticleVersion,
    Event,
    Intake,
    Presence,
    Release,
    SentenceReview,
    SuggestionRun,
)
from annotations.services.events import Change, record
from annotations.services.moderation import BIN_DAYS


def purge_articles(*, days: int = BIN_DAYS) -> int:
    """Removes what belonged to articles that have lain in the bin for so many days; how many articles.

    One transaction each: a very long article holds nobody up for the others. What was released is never in the bin.
    """
    bound = timezone.now() - timedelta(days=days)
    old = Article.objects.filter(deleted_at__lt=bound, versions__isnull=False)
    old = old.exclude(pk__in=Release.objects.values("version__article"))
    numbers = list(old.order_by("pk").values_list("pk", flat=True).distinct())
    return sum(_purge(number, bound=bound) for number in numbers)


def _purge(number: int, *, bound: datetime) -> bool:
    with transaction.atomic():
        article = Article.objects.select_for_update().filter(pk=number, deleted_at__lt=bound).first()
        if article is None:  # taken out of the bin a moment ago
            return False
        versions = ArticleVersion.objects.filter(article=article)
        Annotation.objects.filter(version__in=versions).delete()
        SentenceReview.objects.filter(version__in=versions).delete()
        SuggestionRun.objects.filter(version__in=versions).delete()
        versions.delete()
        for model in (Intake, Presence, ArticleSearch):
            model._default_manager.filter(article=article).delete()
        article.assignments.all().delete()
        change = Change(Event.Verb.PURGED, "article", article.pk, old={"title": article.title})
        record(article_id=article.pk, actor=None, changes=[change])
    return True
