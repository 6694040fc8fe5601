"""Who may see a page: signed in, and in a role that permits it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required, permission_required
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponseBase

from annotations.errors import NotThere
from annotations.models import Preferences

PageView = Callable[..., HttpResponseBase]


def actor(request: HttpRequest) -> User:
    """Who asks; `page` has let nobody anonymous through."""
    assert isinstance(request.user, User)
    return request.user


def preferences(request: HttpRequest) -> Preferences:
    """What she prefers, as `PreferencesMiddleware` has found it."""
    found = request.preferences  # type: ignore[attr-defined]
    assert isinstance(found, Preferences)
    return found


def page(*permissions: str) -> Callable[[PageView], PageView]:
    """Anonymous visitors are sent to the sign-in page and back; others without the permission get status 403.

    What was removed while the view was at work is answered 404.
    """
    needed = ("annotations.use_pages", *permissions)

    def decorate(view: PageView) -> PageView:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                return view(request, *args, **kwargs)
            except NotThere as error:  # it was there when the view looked for it
                raise Http404 from error

        checked: Any = login_required(permission_required(needed, raise_exception=True)(answer))
        return checked

    return decorate
