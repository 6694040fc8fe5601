"""What a person prefers; whoever has set nothing has the defaults."""

from __future__ import annotations

from django.contrib.auth.models import User

from annotations.keys import DEFAULT_KEYS
from annotations.models import Preferences


def preferences_of(user: User) -> Preferences:
    """One query; the row may not be stored yet."""
    return Preferences.objects.filter(user=user).first() or Preferences(user=user)


def keys_of(preferences: Preferences) -> dict[str, str]:
    """Every action's key."""
    return {**DEFAULT_KEYS, **{action: key for action, key in preferences.keys.items() if action in DEFAULT_KEYS}}
