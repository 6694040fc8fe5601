"""Error pages: what happened, what is kept, what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from annotations.problems import CONTENT_TYPE, problem_document


def _page(request: HttpRequest, *, status: int, code: str, title: str, what_to_do: str) -> HttpResponse:
    if request.path.startswith("/api/"):
        body = problem_document(status=status, code=code, title=title, detail=what_to_do)
        return JsonResponse(body, status=status, content_type=CONTENT_TYPE)
    return render(request, "error.html", {"title": title, "what_to_do": what_to_do, "status": status}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(
        request,
        status=400,
        code="bad_request",
        title=_("That could not be read"),
        what_to_do=_(
            "What was sent is too large or damaged. Go back: your entries are still there. "
            "Then shorten the text and send it again."
        ),
    )


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(
        request,
        status=403,
        code="not_allowed",
        title=_("Your role does not permit this"),
        what_to_do=_("Ask the head of the desk, or sign in with another account."),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(
        request,
        status=404,
        code="not_found",
        title=_("There is nothing at this address"),
        what_to_do=_("Check the address, or find the article in the list."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    return _page(
        request,
        status=500,
        code="server_error",
        title=_("Something went wrong on our side"),
        what_to_do=_(
            "Nothing that was saved is lost. Try again; if it happens again, tell the administrator the time."
        ),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(
        request,
        status=403,
        code="csrf_failed",
        title=_("This page was open for too long"),
        what_to_do=_(
            "For your safety nothing was saved. Go back, reload the page and send it again: "
            "a text you pasted is kept in this browser tab."
        ),
    )
