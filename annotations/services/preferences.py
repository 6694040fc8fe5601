"""Changing what a person prefers and is called, and refusing keys that would fight each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from annotations.errors import KeyRefused
from annotations.keys import DEFAULT_KEYS, RESERVED_KEYS
from annotations.models import Preferences
from annotations.queries.preferences import keys_of, preferences_of

# One character, a capital letter with Shift, or two characters one after the other.
_KEY = re.compile(r"Shift\+[^\W\d_]|\S|[^\W\d_] [^\W_]")


@transaction.atomic
def change_preferences(*, user: User, values: Mapping[str, Any]) -> Preferences:
    """`values` are fields of `Preferences`, and `name`, as colleagues see it; what is left out stays as it is.

    `keys` names every action's key, or some. Raises `KeyRefused`.
    """
    preferences = preferences_of(user)
    for name in ("theme", "language", "single_keys", "announce_marks"):
        setattr(preferences, name, values.get(name, getattr(preferences, name)))
    wished = {**keys_of(preferences), **values.get("keys", {})}
    _check_keys(wished)
    preferences.keys = {action: key for action, key in wished.items() if key != DEFAULT_KEYS[action]}
    preferences.save()
    if "name" in values:
        _call(user, values["name"])
    return preferences


def _call(user: User, name: str) -> None:
    """The account has two fields; together they say the name as it was written."""
    first, _, last = name.strip().rpartition(" ")
    user.first_name, user.last_name = (first.strip(), last) if first else (last, "")
    user.save(update_fields=["first_name", "last_name"])


def _check_keys(wished: Mapping[str, str]) -> None:
    if unknown := sorted(set(wished) - set(DEFAULT_KEYS)):
        raise KeyRefused(action=unknown[0], key=wished[unknown[0]], reason="unknown")
    taken: dict[str, str] = {}
    for action, key in wished.items():
        first = key.split(" ")[0]
        if not _KEY.fullmatch(key) or (key != key.lower() and not key.startswith("Shift+")):
            raise KeyRefused(action=action, key=key, reason="no_key")
        if first in RESERVED_KEYS:
            raise KeyRefused(action=action, key=key, reason="reserved")
        # "g" alone would never be told from the beginning of "g n".
        if other := next((taken[known] for known in taken if known == key or _hides(known, key)), None):
            raise KeyRefused(action=action, key=key, reason="taken", other=other)
        taken[key] = action


def _hides(one: str, other: str) -> bool:
    return one.startswith(f"{other} ") or other.startswith(f"{one} ")
