"""The form of one's own page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from annotations.errors import KeyRefused
from annotations.models import Preferences
from annotations.web.key_words import ACTIONS

APPEARANCE = ("name", "theme", "language")
AT_WORK = ("single_keys", "announce_marks")


class PreferencesForm(forms.Form):
    """What a person prefers; one field for each key, `key_` and the action."""

    name = forms.CharField(
        label=_("Name, as colleagues see it"),
        max_length=150,
        required=False,
        help_text=_("Left empty, they see the username."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    theme = forms.ChoiceField(label=_("Colours"), choices=Preferences.Theme.choices)
    language = forms.ChoiceField(label=_("Language"), choices=Preferences.Language.choices, required=False)
    single_keys = forms.BooleanField(
        label=_("Single keys act"), required=False, help_text=_("Switched off, they act together with Alt.")
    )
    announce_marks = forms.BooleanField(
        label=_("Announce marks while reading"),
        required=False,
        help_text=_(
            "For screen readers: in the text of an article, quotes, claims and figures "
            "are announced where they begin and end."
        ),
    )

    def __init__(self, *args: Any, name: str, preferences: Preferences, keys: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].initial = name
        for field in (*APPEARANCE, *AT_WORK):
            if field != "name":
                self.fields[field].initial = getattr(preferences, field)
        for action, words in ACTIONS.items():
            widget = forms.TextInput(attrs={"size": 8, "autocapitalize": "off", "autocomplete": "off"})
            self.fields[f"key_{action}"] = forms.CharField(
                label=words,
                initial=keys[action],
                max_length=8,
                widget=widget,
            )

    def appearance_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in APPEARANCE]

    def work_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in AT_WORK]

    def key_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name.startswith("key_")]

    def values(self) -> dict[str, Any]:
        """As the service takes them."""
        values = self.cleaned_data
        keys = {action: values[f"key_{action}"] for action in ACTIONS}
        return {**{name: values[name] for name in (*APPEARANCE, *AT_WORK)}, "keys": keys}

    def refuse(self, error: KeyRefused) -> None:
        """Says at the key's own field what is wrong with it."""
        other = ACTIONS.get(error.details.get("other", ""), "")
        taken = _("This key is already for “%(other)s”. Choose another one for one of the two.")
        sentences = {
            "taken": taken % {"other": other},
            "reserved": _("V and the numbers give verdicts and reasons. Choose another key."),
        }
        fallback = _("Write one character, Shift+ and a letter, or two characters with a blank between them.")
        self.add_error(f"key_{error.details['action']}", str(sentences.get(error.details["reason"], fallback)))
