"""Pages by cursor: no page is skipped or doubled while rows are added."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request


class NewestFirst(CursorPagination):
    ordering = "-id"
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 500


class ArticlePages(NewestFirst):
    """`ordering` is one of ORDERINGS; what is equal comes newest first."""

    ORDERINGS: ClassVar = {
        "-created_at": ("-id",),
        "created_at": ("id",),
        "title": ("title", "-id"),
        "-open_suggestions": ("-open_suggestions", "-id"),
        "-open_high_claims": ("-open_high_claims", "-id"),
    }

    def get_ordering(self, request: Request, queryset: Any, view: Any) -> tuple[str, ...]:
        asked = request.query_params.get("ordering", "-created_at")
        if asked not in self.ORDERINGS:
            known = ", ".join(self.ORDERINGS)
            message = _("Unknown order “%(asked)s”. Known: %(known)s.") % {"asked": asked[:50], "known": known}
            raise ValidationError({"ordering": message}, code="unknown_ordering")
        return self.ORDERINGS[asked]


class OldestFirst(NewestFirst):
    ordering = "id"
    max_page_size = 1000
