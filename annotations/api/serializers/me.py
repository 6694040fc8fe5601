"""Oneself: who one is, and what one prefers."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from annotations.api.serializers.fields import WrittenField
from annotations.keys import DEFAULT_KEYS
from annotations.models import Preferences
from annotations.queries.preferences import keys_of, preferences_of


class PreferencesSerializer(serializers.Serializer[Any]):
    theme = serializers.ChoiceField(choices=Preferences.Theme.choices)
    language = serializers.ChoiceField(
        choices=Preferences.Language.choices, allow_blank=True, help_text=_("Of the pages; empty: as the browser says.")
    )
    single_keys = serializers.BooleanField(help_text=_("Otherwise they act only together with Alt."))
    announce_marks = serializers.BooleanField()
    keys = serializers.DictField(
        child=WrittenField(max_length=8),
        help_text=_("By action; a change may name some: %(names)s.") % {"names": ", ".join(DEFAULT_KEYS)},
    )


class MeChangeSerializer(PreferencesSerializer):
    name = WrittenField(max_length=150, allow_blank=True, help_text=_("As colleagues see it."))


class MeSerializer(PreferencesSerializer):
    id = serializers.IntegerField()
    name = serializers.CharField()
    username = serializers.CharField()
    roles = serializers.ListField(child=serializers.CharField())

    def to_representation(self, user: User) -> dict[str, Any]:
        preferences = preferences_of(user)
        values = PreferencesSerializer(
            {
                **{name: getattr(preferences, name) for name in ("theme", "language", "single_keys", "announce_marks")},
                "keys": keys_of(preferences),
            }
        ).data
        return {
            "id": user.pk,
            "name": user.get_full_name() or user.get_username(),
            "username": user.get_username(),
            "roles": list(user.groups.order_by("name").values_list("name", flat=True)),
            **values,
        }
