"""Each view names the permission each of its methods needs; the role of the person or token must have it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import exceptions, status
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from annotations.models import ApiToken
from annotations.scopes import covers, scope_of


class ScopeMissing(exceptions.APIException):
    status_code = status.HTTP_403_FORBIDDEN
    default_code = "scope_missing"

    def __init__(self, scope: str) -> None:
        detail = _("This token is not for that: it lacks the scope “%(scope)s”. Make one that has it.")
        super().__init__(detail % {"scope": scope})


class SignedIn(BasePermission):
    def has_permission(self, request: Request, view: Any) -> bool:
        return bool(request.user and request.user.is_authenticated)


class RolePermission(SignedIn):
    """Reads `required_permissions`, method → "app.codename", from the view. A method that is not named is refused."""

    def has_permission(self, request: Request, view: Any) -> bool:
        if not super().has_permission(request, view):
            return False
        if request.method == "OPTIONS" or request.method not in view.allowed_methods:
            return True  # the latter is answered 405, which says more than 403
        required: dict[str, str] = view.required_permissions
        needed = required.get("GET" if request.method == "HEAD" else request.method or "")
        return needed is not None and may(request, needed)


def may(request: Request, permission: str) -> bool:
    """Whether the person's role has the permission, and the token, if one was used, is for it.

    Raises `ScopeMissing` where only the token's scopes stand in the way.
    """
    if not request.user.has_perm(permission):
        return False
    if not allows(request, permission):
        raise ScopeMissing(scope_of(permission))
    return True


def allows(request: Request, permission: str) -> bool:
    """As `may`, without raising: for what an answer leaves out."""
    is_covered = not isinstance(request.auth, ApiToken) or covers(request.auth.scopes, permission)
    return is_covered and request.user.has_perm(permission)
