"""Django's SQLite backend, with a memory for statements and a short way for times.

Django writes every statement with "%s" and lets a regular expression turn that into SQLite's "?" each time it is sent,
which for a statement with many columns takes about as long as SQLite does. A time, which every row has several of,
goes through four functions and the settings on its way out of the database.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.db.backends.sqlite3 import base, operations
from django.utils.dateparse import parse_datetime

_REMEMBERED = 1_000  # statements
_LONGEST = 10_000  # characters; longer ones store many rows at once and are hardly ever sent again


class CursorWrapper(base.SQLiteCursorWrapper):
    def convert_query(self, query: str, *, param_names: list[str] | None = None) -> str:
        if param_names is not None or len(query) > _LONGEST:
            return str(super().convert_query(query, param_names=param_names))
        return _converted(query)


@lru_cache(_REMEMBERED)
def _converted(query: str) -> str:
    return str(base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%"))


class DatabaseOperations(operations.DatabaseOperations):
    def convert_datetimefield_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """A column arrives as a time without a zone, what a function of SQLite returns as text."""
        if isinstance(value, str):
            value = parse_datetime(value)
        return value if value is None or value.tzinfo else value.replace(tzinfo=self.connection.timezone)


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations

    def create_cursor(self, name: Any = None) -> CursorWrapper:
        return self.connection.cursor(factory=CursorWrapper)
