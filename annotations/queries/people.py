"""Who there is to share work out to."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import QuerySet

_SHOWN = {"id", "username", "first_name", "last_name"}


def more_than_names(path: str) -> list[str]:
    """For `defer`: what nobody is shown of the person that `path` leads to, her password's digest for one."""
    return [f"{path}__{field.name}" for field in User._meta.concrete_fields if field.name not in _SHOWN]


def checkers() -> QuerySet[User]:
    """Everybody whose role lets her set verdicts; one query."""
    may_check = {
        "groups__permissions__codename": "add_verdict",
        "groups__permissions__content_type__app_label": "annotations",
    }
    return User.objects.filter(is_active=True, **may_check).distinct().order_by("last_name", "username")
