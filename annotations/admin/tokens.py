"""Tokens: made for others, and revoked with a reason. What a token is, nobody reads here either."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from annotations.admin.base import ReadOnlyAdmin, ReasonedAdmin
from annotations.errors import BelegError
from annotations.models import ApiToken
from annotations.scopes import SCOPES
from annotations.services.tokens import DEFAULT_DAYS, LONGEST_DAYS, create_token, revoke_token


class NewTokenForm(forms.ModelForm):
    owner = forms.ModelChoiceField(label=_("in the name of"), queryset=User.objects.filter(is_active=True))
    scopes = forms.MultipleChoiceField(
        label=_("may be used for"), choices=[(s, s) for s in SCOPES], widget=forms.CheckboxSelectMultiple
    )
    days = forms.IntegerField(
        label=_("days until it expires"), min_value=1, max_value=LONGEST_DAYS, initial=DEFAULT_DAYS
    )

    class Meta:
        model = ApiToken
        fields = ("name",)


@admin.register(ApiToken)
class ApiTokenAdmin(ReasonedAdmin, ReadOnlyAdmin):
    recorded_as = "token"
    list_display = ("name", "prefix", "owner", "scopes", "last_used_at", "expires_at", "is_expired")
    list_select_related = ("secret__user",)
    search_fields = ("name", "secret__user__username", "secret__token_key")
    fields = ("name", "prefix", "owner", "scopes", "created_by", "last_used_at", "expires_at")
    readonly_fields = fields
    actions = ("revoke",)

    @admin.display(description=_("begins with"))
    def prefix(self, token: ApiToken) -> str:
        return token.prefix

    @admin.display(description=_("in the name of"), ordering="secret__user__username")
    def owner(self, token: ApiToken) -> User:
        return token.owner

    @admin.display(description=_("expires"), ordering="secret__expiry")
    def expires_at(self, token: ApiToken) -> Any:
        return token.secret.expiry

    @admin.display(description=_("expired"), boolean=True)
    def is_expired(self, token: ApiToken) -> bool:
        return token.is_expired

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return request.user.has_perm("annotations.add_apitoken")

    def get_form(self, request: HttpRequest, obj: ApiToken | None = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change, **kwargs) if obj else NewTokenForm

    def get_fields(self, request: HttpRequest, obj: ApiToken | None = None) -> Any:
        return self.fields if obj else ("owner", "name", "scopes", "days")

    def get_readonly_fields(self, request: HttpRequest, obj: ApiToken | None = None) -> Any:
        return self.readonly_fields if obj else ()

    def save_model(self, request: HttpRequest, obj: ApiToken, form: Any, change: bool) -> None:
        values = {name: form.cleaned_data[name] for name in ("owner", "name", "scopes", "days")}
        try:
            made = create_token(actor=request.user, **values)  # type: ignore[arg-type]
        except BelegError as error:
            self.message_user(request, str(error), messages.ERROR)
            return
        obj.pk, obj.secret = made.token.pk, made.token.secret
        shown = _("The token, shown this once: %(token)s") % {"token": made.shown_once}
        self.message_user(request, shown, messages.WARNING)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """The record has the event already; there is no second book."""

    @admin.action(description=_("Revoke"), permissions=["revoke"])
    def revoke(self, request: HttpRequest, queryset: QuerySet[ApiToken]) -> None:
        def change(reason: str) -> int:
            tokens = list(queryset)
            for token in tokens:
                revoke_token(token=token, actor=request.user, reason=reason)  # type: ignore[arg-type]
            return len(tokens)

        if (number := self.together(request, change)) is not None:
            said = ngettext("%(number)s token was revoked.", "%(number)s tokens were revoked.", number)
            self.message_user(request, said % {"number": number}, messages.SUCCESS)

    def has_revoke_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("annotations.delete_apitoken")
