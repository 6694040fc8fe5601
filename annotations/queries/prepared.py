"""Queries whose statement is written once and asked with other values each time.

The ORM writes a statement anew each time it is asked, which takes several times longer than SQLite takes to answer it.
What nearly every request asks is written here once a process.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, Generic, TypeVar

from django.contrib.auth.models import AnonymousUser, User
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet

from annotations.queries.row_reader import RowReader
from annotations.querysets import viewer

Row = TypeVar("Row", bound=Model)

_FIRST_NUMBER = 2_000_000_000  # nothing a query says by itself; within 32 bits, which a column may be limited to
_LAST_NUMBER = 2**63 - 1  # that a database can hold


class Prepared(Generic[Row]):
    """`build` makes the query from placeholders, one for each of `kinds`: int, str, or list (of numbers, for `__in`).

    The shape of the query must not depend on the values, and nothing is prefetched.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Row]], *kinds: type) -> None:
        self._build = build
        self._kinds = kinds

    def all(self, *values: Any) -> list[Row]:
        """The rows for these values, in the order of the placeholders."""
        if any(value == [] or (isinstance(value, int) and value > _LAST_NUMBER) for value in values):
            return []  # nothing is in an empty list, and such a number the database would not even take
        statement = self._statement
        own = connections[DEFAULT_DB_ALIAS]  # this thread's; asked once, as looking it up is slow
        with own.cursor() as cursor:
            cursor.execute(*statement.with_values(values))
            rows: list[Row] = statement.reader.read(cursor.fetchall(), own)
        return rows

    def first(self, *values: Any) -> Row | None:
        return next(iter(self.all(*values)), None)

    @cached_property
    def _statement(self) -> _Statement:
        slots = [_slot(kind, place) for place, kind in enumerate(self._kinds)]
        query = self._build(*([slot] if kind is list else slot for slot, kind in zip(slots, self._kinds, strict=True)))
        compiler = query.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, parameters = compiler.as_sql()
        return _Statement(RowReader(compiler), sql.split("%s"), [_place(slots, given) for given in parameters])


class PreparedForViewer(Generic[Row]):
    """The same for what not everybody may see; `build` takes the viewer (see `querysets.viewer`) first."""

    def __init__(self, build: Callable[..., QuerySet[Any, Row]], *kinds: type) -> None:
        self._of_everything: Prepared[Row] = Prepared(partial(build, None), *kinds)
        self._in_sight: Prepared[Row] = Prepared(build, int, *kinds)

    def first(self, user: User | AnonymousUser, *values: Any) -> Row | None:
        if not user.is_authenticated:
            return None
        number = viewer(user)
        return self._of_everything.first(*values) if number is None else self._in_sight.first(number, *values)


@dataclass(frozen=True, slots=True)
class _Slot:
    """Stands for a value of the statement: its place among the values asked with, or what it always is."""

    place: int | None
    value: Any = None


@dataclass(frozen=True, slots=True)
class _Statement:
    reader: RowReader
    pieces: list[str]  # of the statement, between its values
    slots: list[_Slot]

    def with_values(self, values: Sequence[Any]) -> tuple[str, list[Any]]:
        sql, parameters = [self.pieces[0]], []
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            value = slot.value if slot.place is None else values[slot.place]
            several = value if isinstance(value, list) else [value]
            sql += [", ".join(["%s"] * len(several)), piece]
            parameters += several
        return "".join(sql), parameters


def _slot(kind: type, place: int) -> int | str:
    return f"\x1fvalue {place}" if kind is str else _FIRST_NUMBER + place


def _place(slots: Sequence[int | str], given: Any) -> _Slot:
    return _Slot(slots.index(given)) if given in slots else _Slot(None, given)
