"""Doing a thing once, however often it is asked for: the key, the fingerprint of the request, the kept answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from annotations.errors import KeyReused
from annotations.models import IdempotencyKey

KEPT_HOURS = 24


@dataclass(frozen=True, slots=True)
class Answer:
    """`content` can be written as JSON."""

    status: int
    content: Any
    headers: dict[str, str] = field(default_factory=dict)


def once(*, user: User, key: str, fingerprint: str, act: Callable[[], Answer]) -> tuple[Answer, bool]:
    """Does `act` in the transaction of the key; its answer, and whether it is one of before.

    What raises, or answers a status of 400 or more, leaves nothing: the key is free for another try.
    Raises `KeyReused` where the key came with another request before.
    """
    with transaction.atomic():
        row = _claim(user, key, fingerprint)
        if row is None:
            kept = IdempotencyKey.objects.get(user=user, key=key)
            if kept.fingerprint != fingerprint:
                raise KeyReused()
            return Answer(kept.status, kept.answer, kept.headers), True
        answer = act()
        if answer.status >= 400:
            transaction.set_rollback(True)
        else:
            row.status, row.answer, row.headers = answer.status, answer.content, answer.headers
            row.save(update_fields=["status", "answer", "headers"])
    return answer, False


def _claim(user: User, key: str, fingerprint: str) -> IdempotencyKey | None:
    """The new row; None where there is one. Waits for a twin that is at work at this moment."""
    bound = timezone.now() - timedelta(hours=KEPT_HOURS)
    IdempotencyKey.objects.filter(user=user, key=key, created_at__lt=bound).delete()
    try:
        with transaction.atomic():
            return IdempotencyKey.objects.create(user=user, key=key, fingerprint=fingerprint)
    except IntegrityError:
        return None


def purge_keys() -> int:
    """Removes what is older than a day; how many."""
    bound = timezone.now() - timedelta(hours=KEPT_HOURS)
    return IdempotencyKey.objects.filter(created_at__lt=bound).delete()[0]
