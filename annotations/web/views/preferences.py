"""One's own page: who one is, keys, reading aloud; and the ways to tokens and the like."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from annotations.errors import KeyRefused
from annotations.keys import DEFAULT_KEYS
from annotations.queries.preferences import keys_of, preferences_of
from annotations.services.preferences import change_preferences
from annotations.web.access import actor, page
from annotations.web.profile_form import PreferencesForm


@page()
@require_http_methods(["GET", "POST"])
def profile_page(request: HttpRequest) -> HttpResponse:
    user = actor(request)
    if "reset" in request.POST:
        change_preferences(user=user, values={"keys": DEFAULT_KEYS})
        messages.success(request, _("The keys are as they were at first."))
        return redirect("profile")
    preferences = preferences_of(user)
    form = PreferencesForm(request.POST or None, preferences=preferences, keys=keys_of(preferences))
    if request.method == "POST" and form.is_valid():
        try:
            change_preferences(user=user, values=form.values())
            messages.success(request, _("Saved."))
            return redirect("profile")
        except KeyRefused as error:
            form.refuse(error)
    status = 200 if request.method == "GET" else 400
    return render(request, "annotations/profile.html", {"form": form, "roles": user.groups.all()}, status=status)
