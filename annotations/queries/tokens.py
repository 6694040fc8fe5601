"""Reading tokens: never more of them than their beginning."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import QuerySet

from annotations.models import ApiToken


def tokens_of(owner: User) -> QuerySet[ApiToken]:
    return ApiToken.objects.filter(secret__user=owner).select_related("secret__user").order_by("-id")
