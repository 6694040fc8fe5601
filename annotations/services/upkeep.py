"""Statistics of its tables, by which SQLite chooses its indexes. PostgreSQL gathers them by itself, SQLite when told.

Without them a desk with 5 000 articles waits for its overview for minutes: SQLite takes every index for equally good.
"""

from __future__ import annotations

from django.db import connection
from django.db.models import Max

from annotations.models import Event

_ROWS_LOOKED_AT = 1000  # of each index: some milliseconds, however large the desk

# The last event there was when this process gathered them; a new process begins by gathering.
_gathered_at = 0


def keep_statistics() -> None:
    """Gathers them anew whenever the record is twice as long: one query where it is not.

    Connections that are open already read them when they are opened the next time.
    """
    global _gathered_at
    if connection.vendor != "sqlite":
        return
    last: int = Event.objects.aggregate(last=Max("pk"))["last"] or 0
    if last < 2 * _gathered_at or not last:
        return
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit = {_ROWS_LOOKED_AT}")
        cursor.execute("ANALYZE")
    _gathered_at = last
