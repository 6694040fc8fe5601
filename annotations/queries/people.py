"""Who there is to share work out to."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import QuerySet


def checkers() -> QuerySet[User]:
    """Everybody whose role lets her set verdicts; one query."""
    may_check = {
        "groups__permissions__codename": "add_verdict",
        "groups__permissions__content_type__app_label": "annotations",
    }
    return User.objects.filter(is_active=True, **may_check).distinct().order_by("last_name", "username")
