"""Pages by cursor: no page is skipped or doubled while rows are added."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request

from annotations.queries.annotations import with_details
from annotations.queries.articles import articles_with_counts_of

_NUMBER = re.compile(r"-?[0-9]{1,18}")


class Pages(CursorPagination):
    """Says what is wrong with a page size or a cursor, where the library would silently take another."""

    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 500

    def get_page_size(self, request: Request) -> int:
        asked = request.query_params.get(self.page_size_query_param)
        if asked is None:
            return self.page_size
        if not (asked.isascii() and asked.isdigit() and asked.strip("0")):
            message = _("Give a whole number from 1 on; a page holds at most %(most)s.") % {"most": self.max_page_size}
            raise ValidationError({self.page_size_query_param: message}, code="invalid_page_size")
        return min(int(asked[:19]), self.max_page_size)

    def decode_cursor(self, request: Request) -> Any:
        try:
            cursor = super().decode_cursor(request)
        except NotFound:
            cursor = None
        else:
            if cursor is None or cursor.position is None or self._is_position(str(cursor.position)):
                return cursor
        message = _("This cursor is none of ours. Begin at the first page, and follow `next` from there.")
        raise ValidationError({self.cursor_query_param: message}, code="invalid_cursor")

    def _is_position(self, position: str) -> bool:
        """Pages go by numbers, as far as these reach, or by titles; the library compares with whatever it is given."""
        if self.ordering[0].removeprefix("-") == "title":
            return "\0" not in position
        return bool(_NUMBER.fullmatch(position))

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        parameters: list[dict[str, Any]] = super().get_schema_operation_parameters(view)
        for parameter in parameters:
            if parameter["name"] == self.page_size_query_param:
                parameter["schema"] |= {"minimum": 1, "default": self.page_size}
                parameter["description"] = f"Larger numbers than {self.max_page_size} count as {self.max_page_size}."
        return parameters

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        described: dict[str, Any] = super().get_paginated_response_schema(schema)
        for name in ("next", "previous"):
            address = described["properties"][name]
            del address["nullable"]  # the word of OpenAPI 3.0
            address["type"] = ["string", "null"]
        return described


class NewestFirst(Pages):
    ordering = "-id"


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

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """First which articles a page has, then what is counted of them."""
        columns = [name.removeprefix("-") for name in self.get_ordering(request, queryset, view)]
        rows: list[dict[str, Any]] = super().paginate_queryset(queryset.values("id", *columns), request, view) or []
        return articles_with_counts_of([row["id"] for row in rows])


class OldestFirst(NewestFirst):
    ordering = "id"
    max_page_size = 1000


class AnnotationPages(OldestFirst):
    """First which annotations a page has, then what belongs to them."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        rows: list[dict[str, int]] = super().paginate_queryset(queryset.values("id"), request, view) or []
        return with_details([row["id"] for row in rows])
