"""Tokens for the API: made, used and revoked. Only the maker ever sees one, once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from knox.models import AuthToken

from annotations.errors import TooManyTokens, UnknownScope
from annotations.models import ApiToken, Event
from annotations.scopes import SCOPES
from annotations.services.events import Change, record_apart

LIFETIMES_DAYS = (30, 90, 365)
DEFAULT_DAYS = 90
LONGEST_DAYS = 3650
MOST_TOKENS = 50  # of one person
_USE_NOTED_SECONDS = 60  # a busy token must not cost a write for each request


@dataclass(frozen=True, slots=True)
class NewToken:
    """`shown_once` is the token itself; nobody can read it again."""

    token: ApiToken
    shown_once: str


def create_token(*, owner: User, name: str, scopes: Collection[str], days: int, actor: User) -> NewToken:
    """Raises `UnknownScope` or `TooManyTokens`."""
    if unknown := sorted(set(scopes) - set(SCOPES)):
        raise UnknownScope(unknown=", ".join(unknown), known=", ".join(SCOPES))
    with transaction.atomic():
        User.objects.select_for_update(no_key=True).only("pk").get(pk=owner.pk)  # two at once count one after the other
        if ApiToken.objects.filter(secret__user=owner).count() >= MOST_TOKENS:
            raise TooManyTokens(limit=MOST_TOKENS)
        secret, shown_once = AuthToken.objects.create(user=owner, expiry=timedelta(days=days))
        token = ApiToken.objects.create(
            secret=secret, name=name, scopes=[scope for scope in SCOPES if scope in scopes], created_by=actor
        )
        new = {"owner": owner.pk, "name": name, "scopes": token.scopes, "prefix": token.prefix, "days": days}
        record_apart(actor=actor, change=Change(Event.Verb.CREATED, "token", token.pk, new=new))
    return NewToken(token, shown_once)


def revoke_token(*, token: ApiToken, actor: User, reason: str = "") -> None:
    """It opens nothing from now on."""
    with transaction.atomic():
        old = {"owner": token.owner.pk, "name": token.name, "scopes": token.scopes, "prefix": token.prefix}
        new = {"reason": reason} if reason else {}
        record_apart(actor=actor, change=Change(Event.Verb.DELETED, "token", token.pk, old=old, new=new))
        token.secret.delete()


def note_use(token: ApiToken) -> None:
    """At most one write a minute and token."""
    now = timezone.now()
    if token.last_used_at is None or now - token.last_used_at > timedelta(seconds=_USE_NOTED_SECONDS):
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)
