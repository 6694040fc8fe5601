"""One's own webhooks: enter, look at what was delivered, pause, resume, try."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from annotations.errors import BelegError
from annotations.models import WebhookEndpoint
from annotations.queries.webhooks import KEEP, deliveries_of, webhooks_of
from annotations.services.webhook_signatures import secret_of
from annotations.services.webhooks import (
    change_webhook,
    create_webhook,
    delete_webhook,
    pause_webhook,
    repeat_delivery,
    resume_webhook,
    rotate_secret,
    send_test,
)
from annotations.web.access import actor, page
from annotations.web.forms import WebhookForm
from annotations.web.paging import ShortPaginator

PAGE_SIZE = 25


@page(KEEP)
@require_http_methods(["GET", "POST"])
def webhook_list(request: HttpRequest) -> HttpResponse:
    form = WebhookForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            endpoint = create_webhook(**form.cleaned_data, actor=actor(request))
        except BelegError as error:
            form.add_error("url" if error.field == "url" else None, str(error))
        else:
            messages.success(request, _("Entered. Send a test message to see whether it arrives."))
            return _page(request, endpoint, is_new=True)
    context = {"webhooks": webhooks_of(actor(request)), "form": form}
    return render(request, "annotations/webhook_list.html", context, status=400 if form.errors else 200)


@page(KEEP)
@require_http_methods(["GET", "POST"])
def webhook_page(request: HttpRequest, pk: int) -> HttpResponse:
    endpoint = _own(request, pk)
    names = ("url", "description", "event_types")
    form = WebhookForm(request.POST or None, initial={name: getattr(endpoint, name) for name in names})
    if request.method == "POST" and form.is_valid():
        try:
            change_webhook(endpoint=endpoint, values=form.cleaned_data, actor=actor(request))
        except BelegError as error:
            form.add_error("url", str(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("webhook_page", pk=pk)
    return _page(request, endpoint, form=form)


@page(KEEP)
@require_POST
def webhook_rotate(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, rotate_secret(endpoint=_own(request, pk), actor=actor(request)), is_new=True)


@page(KEEP)
@require_POST
def webhook_test(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        send_test(endpoint=_own(request, pk), actor=actor(request))
        messages.success(request, _("The test message is on its way. Reload the page to see what came of it."))
    except BelegError as error:
        messages.error(request, str(error))
    return redirect("webhook_page", pk=pk)


@page(KEEP)
@require_POST
def webhook_pause(request: HttpRequest, pk: int) -> HttpResponse:
    pause_webhook(endpoint=_own(request, pk), reason=WebhookEndpoint.PauseReason.OWNER, actor=actor(request))
    return redirect("webhook_page", pk=pk)


@page(KEEP)
@require_POST
def webhook_resume(request: HttpRequest, pk: int) -> HttpResponse:
    resume_webhook(endpoint=_own(request, pk), actor=actor(request))
    messages.success(request, _("It goes on: what waited is sent now."))
    return redirect("webhook_page", pk=pk)


@page(KEEP)
@require_POST
def webhook_delete(request: HttpRequest, pk: int) -> HttpResponse:
    delete_webhook(endpoint=_own(request, pk), actor=actor(request))
    messages.success(request, _("Deleted."))
    return redirect("webhook_list")


@page(KEEP)
@require_POST
def delivery_repeat(request: HttpRequest, pk: int, delivery: int) -> HttpResponse:
    found = get_object_or_404(deliveries_of(_own(request, pk)), pk=delivery)
    try:
        repeat_delivery(delivery=found, actor=actor(request))
        messages.success(request, _("It is sent again."))
    except BelegError as error:
        messages.error(request, str(error))
    return redirect("webhook_page", pk=pk)


def _own(request: HttpRequest, pk: int) -> WebhookEndpoint:
    found: WebhookEndpoint = get_object_or_404(webhooks_of(actor(request)), pk=pk)
    return found


def _page(
    request: HttpRequest, endpoint: WebhookEndpoint, *, form: WebhookForm | None = None, is_new: bool = False
) -> HttpResponse:
    """`is_new`: with the secret, in this one answer; it is in no session and no cache."""
    names = ("url", "description", "event_types")
    context = {
        "webhook": endpoint,
        "secret": secret_of(endpoint) if is_new else "",
        "kinds": [kind.label for kind in WebhookEndpoint.EventType if kind in endpoint.event_types],
        "form": form or WebhookForm(initial={name: getattr(endpoint, name) for name in names}),
        "page": ShortPaginator(deliveries_of(endpoint), PAGE_SIZE).get_page(request.GET.get("page")),
    }
    status = 400 if form is not None and form.errors else 200
    response = render(request, "annotations/webhook_page.html", context, status=status)
    if is_new:
        response.headers["Cache-Control"] = "no-store"
    return response
