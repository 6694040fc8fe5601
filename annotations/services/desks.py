"""Keeping the desks' own rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from annotations.models import Desk, Event
from annotations.services.events import Change, record_apart
from annotations.services.snapshots import difference


def save_desk(desk: Desk, *, members: Sequence[User], actor: User) -> None:
    """Stores a new or a changed desk with its members and its event."""
    with transaction.atomic():
        before = _recorded(Desk.objects.select_for_update().get(pk=desk.pk)) if desk.pk else {}
        desk.save()
        desk.members.set(members)
        after = _recorded(desk)
        old, new = difference(before, after)
        if new:
            verb = Event.Verb.CHANGED if before else Event.Verb.CREATED
            record_apart(actor=actor, change=Change(verb, "desk", desk.pk, old=old, new=new))


def _recorded(desk: Desk) -> dict[str, Any]:
    members = sorted(desk.members.values_list("pk", flat=True))
    return {"name": desk.name, "closed": desk.is_closed, "risks": desk.countersigned_risks, "members": members}
