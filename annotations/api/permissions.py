"""Each view names the permission each of its methods needs; the role of the person or token must have it."""

from __future__ import annotations

from typing import Any

from rest_framework.permissions import BasePermission
from rest_framework.request import Request


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
        return needed is not None and request.user.has_perm(needed)
