"""What belongs to oneself: tokens for programs."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from annotations.errors import BelegError
from annotations.queries.tokens import tokens_of
from annotations.services.tokens import create_token, revoke_token
from annotations.web.access import actor, page
from annotations.web.forms import TokenForm
from annotations.web.texts import scope_words


@page()
@require_http_methods(["GET", "POST"])
def token_list(request: HttpRequest) -> HttpResponse:
    """The new token is in this one answer and nowhere else: no redirect, no session, no log."""
    user = actor(request)
    form = TokenForm(request.POST or None)
    shown_once = None
    if request.method == "POST" and form.is_valid():
        try:
            shown_once = create_token(owner=user, actor=user, **form.cleaned_data).shown_once
            form = TokenForm()
        except BelegError as error:
            form.add_error(None, str(error))
    rows = [(token, [scope_words(scope) for scope in token.scopes]) for token in tokens_of(user)]
    context = {"rows": rows, "form": form, "shown_once": shown_once}
    response = render(request, "annotations/token_list.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response


@page()
@require_POST
def token_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    user = actor(request)
    token = get_object_or_404(tokens_of(user), pk=pk)
    revoke_token(token=token, actor=user)
    messages.success(request, _("The token “%(name)s” is revoked.") % {"name": token.name})
    return redirect("token_list")
