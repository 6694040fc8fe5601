"""Signing in, with a pause after too many failures."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest
from django.utils.translation import ngettext

from annotations.services.sign_in import minutes_to_wait, note_failure, note_success


def address_of(request: HttpRequest) -> str:
    """Where a request comes from. Behind a proxy, what that has seen: the last entry, which nobody else writes."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.ENVIRONMENT.public_url else ""
    return (forwarded.rsplit(",", 1)[-1].strip() or str(request.META.get("REMOTE_ADDR", "")))[:45]


class SignInForm(AuthenticationForm):
    def clean(self) -> dict[str, Any]:
        assert self.request is not None
        who = {"name": self.cleaned_data.get("username", ""), "address": address_of(self.request)}
        if minutes := minutes_to_wait(**who):
            # Before the password is looked at: a right one must not be told from a wrong one.
            message = ngettext(
                "Too many attempts failed. Wait %(number)s minute, then try again.",
                "Too many attempts failed. Wait %(number)s minutes, then try again.",
                minutes,
            )
            raise forms.ValidationError(message % {"number": minutes}, code="wait")
        try:
            cleaned: dict[str, Any] = super().clean()
        except forms.ValidationError:
            note_failure(**who)
            raise
        note_success(**who)
        return cleaned


class SignInView(LoginView):
    template_name = "sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True
