"""Before a page is made: a body that is too large is refused, what the person prefers takes effect."""

from __future__ import annotations

from collections.abc import Callable

from csp.middleware import CSPMiddleware
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.middleware.common import CommonMiddleware
from django.utils import translation
from django.utils.translation import gettext as _

from annotations.problems import CONTENT_TYPE, problem_document
from annotations.queries.preferences import preferences_of

# Bytes. Files up to this size are read, so that the form can say what is wrong with them and keep its other fields.
BODY_LIMIT = 100 * 1024 * 1024
_DATA = frozenset({"application/json", "application/problem+json"})
_NOTHING = "default-src 'none'; frame-ancestors 'none'"


class ContentPolicyMiddleware(CSPMiddleware):
    """What a page may load. Data for programs may load nothing, which is not put together anew for each answer."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.headers.get("Content-Type", "").split(";")[0] in _DATA:
            response.headers["Content-Security-Policy"] = _NOTHING
            return response
        return super().process_response(request, response)


class _SameRequestThere(HttpResponsePermanentRedirect):
    """With 301 programs ask there for the list, and take the answer for that of what they wanted to store."""

    status_code = 308


class AddressMiddleware(CommonMiddleware):
    response_redirect_class = _SameRequestThere


class RequestSizeMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = 0
        if length > BODY_LIMIT:
            message = _("This is too large: at most %(limit)s MB can be sent at once.") % {"limit": BODY_LIMIT // 2**20}
            if request.path.startswith("/api/"):
                title = _("Too large")
                problem = problem_document(status=413, code="request_too_large", title=title, detail=message)
                return JsonResponse(problem, status=413, content_type=CONTENT_TYPE)
            return HttpResponse(message, status=413, content_type="text/plain; charset=utf-8")
        return self.get_response(request)


class PreferencesMiddleware:
    """Puts `preferences` on the request of whoever is signed in, and speaks her language. Programs name theirs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, User) and not request.path.startswith("/api/"):
            preferences = preferences_of(request.user)
            request.preferences = preferences  # type: ignore[attr-defined]
            if preferences.language:
                translation.activate(preferences.language)
                request.LANGUAGE_CODE = translation.get_language()
        return self.get_response(request)
