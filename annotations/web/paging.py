"""Pages of lists of marks."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from annotations.queries.annotations import with_details


class AnnotationPaginator(Paginator):
    """First which annotations a page has, then what belongs to them."""

    def __init__(self, annotations: QuerySet[Any], per_page: int) -> None:
        super().__init__(annotations.values_list("pk", flat=True), per_page)

    def page(self, number: Any) -> Page[Any]:
        shown = super().page(number)
        shown.object_list = with_details(list(shown.object_list))
        return shown
