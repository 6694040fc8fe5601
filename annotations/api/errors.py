"""Errors as problem documents (RFC 9457) with a stable `code`: one handler for the whole API."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, UnreadablePostError
from django.utils.translation import gettext as _
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import set_rollback

from annotations.api.renderers import JsonRenderer
from annotations.errors import (
    AlreadyMarked,
    BelegError,
    CommentAnswered,
    ExportNotReady,
    ExternalIdTaken,
    FileTooLarge,
    FourEyes,
    InBin,
    KeyReused,
    MergeRefused,
    NoAddress,
    NoOpenQuery,
    NotAccepted,
    NotAllowed,
    NothingToLearnFrom,
    NothingToSign,
    NotReleased,
    NotThere,
    StaleRevision,
    StillOpen,
    TooManyTokens,
    UndoRefused,
    WasReleased,
    WebhookPaused,
    WebhooksFull,
)
from annotations.problems import CONTENT_TYPE, problem_document

_STATUS: dict[type[BelegError], int] = {
    StaleRevision: status.HTTP_412_PRECONDITION_FAILED,
    NotAllowed: status.HTTP_403_FORBIDDEN,
    KeyReused: status.HTTP_422_UNPROCESSABLE_ENTITY,
    InBin: status.HTTP_409_CONFLICT,
    NotThere: status.HTTP_404_NOT_FOUND,
    NothingToLearnFrom: status.HTTP_409_CONFLICT,
    ExportNotReady: status.HTTP_409_CONFLICT,
    NoAddress: status.HTTP_409_CONFLICT,
    AlreadyMarked: status.HTTP_409_CONFLICT,
    UndoRefused: status.HTTP_409_CONFLICT,
    CommentAnswered: status.HTTP_409_CONFLICT,
    NotAccepted: status.HTTP_409_CONFLICT,
    NothingToSign: status.HTTP_409_CONFLICT,
    FourEyes: status.HTTP_409_CONFLICT,
    NoOpenQuery: status.HTTP_409_CONFLICT,
    StillOpen: status.HTTP_409_CONFLICT,
    NotReleased: status.HTTP_409_CONFLICT,
    MergeRefused: status.HTTP_409_CONFLICT,
    ExternalIdTaken: status.HTTP_409_CONFLICT,
    WasReleased: status.HTTP_409_CONFLICT,
    TooManyTokens: status.HTTP_409_CONFLICT,
    WebhookPaused: status.HTTP_409_CONFLICT,
    WebhooksFull: status.HTTP_409_CONFLICT,
    FileTooLarge: status.HTTP_413_REQUEST_ENTITY_TOO_LARGE,
}


class PreconditionRequired(exceptions.APIException):
    status_code = status.HTTP_428_PRECONDITION_REQUIRED
    default_code = "revision_required"

    def __init__(self) -> None:
        super().__init__(_("Send the header If-Match with the ETag of what you have read."))


def problem_response(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler. None, which leads to the page for status 500, only for what nobody foresaw."""
    set_rollback()
    # Also where something else was asked for, as YAML of the schema, or what nobody writes.
    request = context["request"]
    request.accepted_renderer, request.accepted_media_type = JsonRenderer(), JsonRenderer.media_type
    if isinstance(error, BelegError):
        return _respond(domain_problem(error, reader=request.user))
    if isinstance(error, RequestDataTooBig):
        detail = _("The request is too large. Send the text alone, or split it.")
        return _respond(problem_document(status=413, code="request_too_large", title=_("Too large"), detail=detail))
    if isinstance(error, SuspiciousOperation | UnreadablePostError):  # the latter: the connection broke off
        detail = _("The request could not be read.")
        return _respond(problem_document(status=400, code="bad_request", title=_("Invalid request"), detail=detail))
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    if not isinstance(error, exceptions.APIException):
        return None
    return _respond(_api_problem(error), headers=_headers(error))


def _respond(document: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    return Response(document, status=document["status"], headers=headers, content_type=CONTENT_TYPE)


def _headers(error: exceptions.APIException) -> dict[str, str]:
    headers = {}
    if challenge := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    if wait := getattr(error, "wait", None):
        headers["Retry-After"] = str(int(wait))
    return headers


def domain_problem(error: BelegError, *, reader: Any) -> dict[str, Any]:
    """The problem document of a domain error; a present state in it is that which `reader` may see."""
    code = next((_STATUS[cls] for cls in type(error).__mro__ if cls in _STATUS), status.HTTP_400_BAD_REQUEST)
    extra: dict[str, Any] = dict(error.details)
    if isinstance(error, StaleRevision):
        from annotations.api.serializers.current import changed_by, current_state

        extra = {"current": current_state(error.current, user=reader), "changed_by": changed_by(error.current)}
    sentence = str(error)
    errors = [{"field": error.field, "code": error.code, "detail": sentence}] if error.field else None
    title = {403: _("Not allowed"), 404: _("Not found"), 409: _("Conflict"), 412: _("Conflict")}.get(code)
    extra = {name: value for name, value in extra.items() if name not in ("status", "code", "title", "detail")}
    return problem_document(
        status=code, code=error.code, title=title or _("Invalid input"), detail=sentence, errors=errors, **extra
    )


def _api_problem(error: exceptions.APIException) -> dict[str, Any]:
    if isinstance(error, exceptions.ValidationError):
        errors = list(_field_errors(error.get_full_details()))
        detail = " ".join(f"{e['field']}: {e['detail']}" if e["field"] else e["detail"] for e in errors)
        return problem_document(status=400, code="invalid", title=_("Invalid input"), detail=detail, errors=errors)
    codes = error.get_codes()
    code = codes if isinstance(codes, str) else "error"
    if isinstance(error, exceptions.NotAuthenticated):
        detail = _("Sign in, or send the header “Authorization: Token beleg_…”.")
    else:
        detail = str(error.detail)
    if isinstance(error, exceptions.PermissionDenied) and detail.startswith("CSRF"):
        code, detail = "csrf_failed", _("The page was open for too long. Reload it and try again; nothing was saved.")
    if isinstance(error, exceptions.Throttled):
        seconds = int(getattr(error, "wait", None) or 1)
        detail = _("Too many requests with this token. Go on in %(seconds)s s.") % {"seconds": seconds}
    titles = {
        401: _("Not signed in"),
        403: _("Not allowed"),
        404: _("Not found"),
        405: _("Not possible here"),
        406: _("Not written here"),
        428: _("Revision missing"),
        429: _("Too many requests"),
    }
    title = titles.get(error.status_code, _("Invalid request"))
    return problem_document(status=error.status_code, code=code, title=title, detail=detail)


def _field_errors(details: Any, path: str = "") -> Any:
    """Flattens DRF's nested details to one entry per message; `parts.0.start` is a path into the input."""
    if isinstance(details, dict) and "message" in details and "code" in details:
        yield {"field": path, "code": str(details["code"]), "detail": str(details["message"])}
    elif isinstance(details, dict):
        for name, inner in details.items():
            yield from _field_errors(inner, path if name == "non_field_errors" else f"{path}.{name}".lstrip("."))
    elif isinstance(details, list):
        for index, inner in enumerate(details):
            is_message = isinstance(inner, dict) and "message" in inner and "code" in inner
            yield from _field_errors(inner, path if is_message else f"{path}.{index}".lstrip("."))
