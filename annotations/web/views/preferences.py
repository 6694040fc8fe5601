"""One's own page: name, colours, language, keys, reading aloud; and the ways to tokens and the like."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django.views.i18n import set_language

from annotations.errors import KeyRefused
from annotations.keys import DEFAULT_KEYS
from annotations.models import Preferences
from annotations.queries.preferences import keys_of
from annotations.roles import role_in_words
from annotations.services.preferences import change_preferences
from annotations.web.access import actor, page, preferences
from annotations.web.profile_form import PreferencesForm


@page()
@require_http_methods(["GET", "POST"])
def profile_page(request: HttpRequest) -> HttpResponse:
    user = actor(request)
    if "reset" in request.POST:
        change_preferences(user=user, values={"keys": DEFAULT_KEYS})
        messages.success(request, _("The keys are as they were at first."))
        return redirect("profile")
    known = preferences(request)
    form = PreferencesForm(request.POST or None, name=user.get_full_name(), preferences=known, keys=keys_of(known))
    if request.method == "POST" and form.is_valid():
        try:
            change_preferences(user=user, values=form.values())
            messages.success(request, _("Saved."))
            return redirect("profile")
        except KeyRefused as error:
            form.refuse(error)
    status = 200 if request.method == "GET" else 400
    roles = [role_in_words(group.name) for group in user.groups.all()]
    return render(request, "annotations/profile.html", {"form": form, "roles": roles}, status=status)


def choose_language(request: HttpRequest) -> HttpResponseBase:
    """The button of every page: for this browser, and for the account of whoever is signed in."""
    language = request.POST.get("language", "")
    if request.user.is_authenticated and language in Preferences.Language.values:
        change_preferences(user=actor(request), values={"language": language})
    return set_language(request)
