"""Slows down guessing of passwords: by name and address, counted in the database, so that all processes know."""

from __future__ import annotations

import math
from datetime import timedelta

from django.utils import timezone

from annotations.models import SignInFailure

WINDOW = timedelta(minutes=15)
# Failures within the window, for one name from one address; for a name from anywhere; for an address whatever the name.
# Whoever forgot her password is held up by the first; the others are far above what people do.
LIMITS = ((5, ("name", "address")), (30, ("name",)), (60, ("address",)))


def minutes_to_wait(*, name: str, address: str) -> int:
    """0: go on. Else until the failure leaves the window that has to. Three queries."""
    own = {"name": name.lower()[:150], "address": address}
    since = timezone.now() - WINDOW
    waits = [0]
    for limit, fields in LIMITS:
        failures = SignInFailure.objects.filter(at__gt=since, **{field: own[field] for field in fields})
        newest = list(failures.order_by("-at").values_list("at", flat=True)[:limit])
        if len(newest) == limit:
            waits.append(math.ceil((newest[-1] - since).total_seconds() / 60))
    return max(waits)


def note_failure(*, name: str, address: str) -> None:
    now = timezone.now()
    SignInFailure.objects.filter(at__lte=now - WINDOW).delete()
    SignInFailure.objects.create(name=name.lower()[:150], address=address, at=now)


def note_success(*, name: str, address: str) -> None:
    """What failed before was she herself."""
    SignInFailure.objects.filter(name=name.lower()[:150], address=address).delete()
