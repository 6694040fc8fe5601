"""Who else has the article open."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.db.models.functions import Now

from annotations.models import Article, Presence

# Seconds without a sign of life until somebody counts as gone: two of the workbench's slow looks and a bit.
GONE_AFTER_SECONDS = 25


def show_presence(*, article: Article, user: User) -> list[User]:
    """Notes that `user` is here and says who else is, by name. Two queries, or three at the first sign of life."""
    if not Presence.objects.filter(article=article, user=user).update(seen_at=Now()):
        Presence.objects.update_or_create(article=article, user=user, defaults={"seen_at": Now()})
    bound = Now() - timedelta(seconds=GONE_AFTER_SECONDS)
    others = Presence.objects.filter(article=article, seen_at__gt=bound).exclude(user=user).select_related("user")
    return [presence.user for presence in others.order_by("user__username")]
