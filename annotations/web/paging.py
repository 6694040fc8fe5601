"""Pages of long lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet


class ShortPaginator(Paginator):
    """Its pages know which page numbers to offer: `numbers`, with an ellipsis for what lies between."""

    def page(self, number: Any) -> Page[Any]:
        shown = super().page(number)
        shown.numbers = list(self.get_elided_page_range(shown.number))  # type: ignore[attr-defined]
        return shown


class TwoStepPaginator(ShortPaginator):
    """First which rows a page has, by their numbers, without what the list shows of them; `read` adds that, in order.

    In one step SQLite would count for every row it sorts, and PostgreSQL join all of them.
    """

    def __init__(
        self, rows: QuerySet[Any] | Sequence[int], per_page: int, *, read: Callable[[Sequence[int]], list[Any]]
    ) -> None:
        super().__init__(rows.values_list("pk", flat=True) if isinstance(rows, QuerySet) else rows, per_page)
        self._read = read

    def page(self, number: Any) -> Page[Any]:
        shown = super().page(number)
        shown.object_list = self._read(list(shown.object_list))
        return shown
