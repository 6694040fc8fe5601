"""Pages of long lists: first which rows a page has, then what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


def in_order(rows: QuerySet[Row], numbers: Sequence[int]) -> list[Row]:
    """Those of the rows, in the order of the numbers given; what is gone by now is left out."""
    found = rows.in_bulk(numbers)
    return [found[number] for number in numbers if number in found]
