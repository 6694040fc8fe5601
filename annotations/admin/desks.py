"""Desks: members, whether others may look in, and what needs four eyes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from annotations.admin.base import RecordedAdmin
from annotations.models import Desk, Risk
from annotations.services.desks import save_desk


class DeskForm(forms.ModelForm):
    countersigned_risks = forms.MultipleChoiceField(
        label=_("countersigned"),
        choices=Risk.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Facts of these kinds are checked only once a second person has signed."),
    )

    class Meta:
        model = Desk
        fields = ("name", "is_closed", "countersigned_risks", "members")


@admin.register(Desk)
class DeskAdmin(RecordedAdmin):
    recorded_as = "desk"
    form = DeskForm
    list_display = ("name", "is_closed")
    search_fields = ("name",)
    filter_horizontal = ("members",)

    def get_readonly_fields(self, request: HttpRequest, obj: Desk | None = None) -> tuple[str, ...]:
        """Articles name their desk: a new name would leave them behind."""
        return ("name",) if obj else ()

    def save_model(self, request: HttpRequest, obj: Desk, form: Any, change: bool) -> None:
        """Stored with its members in `save_related`, as one change with one event."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        members = list(form.cleaned_data["members"])
        save_desk(form.instance, members=members, actor=request.user)  # type: ignore[arg-type]

    def has_delete_permission(self, request: HttpRequest, obj: Desk | None = None) -> bool:
        return False
