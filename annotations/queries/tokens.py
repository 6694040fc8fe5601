"""Reading tokens: never more of them than their beginning."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import QuerySet

from annotations.models import ApiToken
from annotations.queries.prepared import Prepared


def tokens_of(owner: User) -> QuerySet[ApiToken]:
    return ApiToken.objects.filter(secret__user=owner).select_related("secret__user").order_by("-id")


_BEGINNING: Prepared[ApiToken] = Prepared(
    lambda beginning: ApiToken.objects.filter(secret__token_key=beginning).select_related("secret__user"), str
)


def tokens_beginning(beginning: str) -> list[ApiToken]:
    """Those that a token sent with a request could be, with their owners: as a rule one."""
    return _BEGINNING.all(beginning)
