"""Counting related rows in a subquery, so that a list with counts stays one query."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, IntegerField, QuerySet, Subquery
from django.db.models.functions import Coalesce


def number_per(path: str, rows: QuerySet[Any], *, of: str = "pk") -> Coalesce:
    """How many of `rows` there are, 0 for none; `rows` are filtered by `OuterRef` to one value of `path`.

    With `of` each value of that column counts once.
    """
    counted = rows.order_by().values(path).annotate(number=Count(of, distinct=of != "pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
