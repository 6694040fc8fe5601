"""One order of waiting.

Whoever changes anything that belongs to an article takes the article's row first, and of several articles the one with
the lowest number. So what is read after that stays as it is until the change is there, two who do the same thing make
one, and nobody waits for somebody who waits for her.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection
from django.db.models import QuerySet

from annotations.models import Article, ArticleVersion

_NEW_SPEAKERS = 7_305_001  # a number of our own among the database's advisory locks


def lock_articles(numbers: Iterable[int]) -> None:
    """Inside a transaction. SQLite's transactions are alone from their beginning."""
    if connection.features.has_select_for_update:
        _lock(Article.objects.filter(pk__in=set(numbers)))


def lock_articles_of(versions: Iterable[int]) -> None:
    """The same, by numbers of versions."""
    if connection.features.has_select_for_update:
        _lock(Article.objects.filter(pk__in=ArticleVersion.objects.filter(pk__in=set(versions)).values("article")))


def lock_new_speakers() -> None:
    """Inside a transaction that has its articles already: whoever enters somebody new goes on alone until it ends.

    Two who enter the same people in different orders would each wait for the other's.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_NEW_SPEAKERS])


def _lock(articles: QuerySet[Article]) -> None:
    # Its number never changes: rows that point to it may be stored meanwhile.
    list(articles.select_for_update(no_key=True).order_by("pk").values_list("pk"))
