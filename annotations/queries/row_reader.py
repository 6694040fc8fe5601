"""The rows of a statement as models, or as plain columns.

The ORM looks at a query's columns anew each time, and sends two signals for every row it makes. Here the columns are
looked at once, and nobody is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import orjson
from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import JSONField, Model, QuerySet
from django.db.models.base import ModelState


def read_columns(query: QuerySet[Any, Any], *names: str) -> list[tuple[Any, ...]]:
    """What `query.values_list(*names)` gives, converted column by column instead of value by value."""
    compiler = query.values_list(*names).query.get_compiler(DEFAULT_DB_ALIAS)
    own = connections[DEFAULT_DB_ALIAS]
    try:
        statement, parameters = compiler.as_sql()
    except EmptyResultSet:
        return []
    with own.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    converted = compiler.get_converters([column for column, *_more in compiler.select])
    if not (rows and converted):
        return rows
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
    for place, (converters, column) in converted.items():
        if isinstance(column.output_field, JSONField):
            columns[place] = [None if value is None else orjson.loads(value) for value in columns[place]]
            continue
        for convert in converters:
            columns[place] = [convert(value, column, own) for value in columns[place]]
    return list(zip(*columns, strict=True))


class RowReader:
    """Of one query, whose compiler has written its statement."""

    def __init__(self, compiler: Any) -> None:
        columns = [column for column, *_more in compiler.select]
        # Place of a column → how its values are converted. The same for every row of every answer.
        self._converted = [(place, *how) for place, how in compiler.get_converters(columns).items()]
        self._annotated = list(compiler.annotation_col_map.items())
        self._maker = _Maker(compiler.klass_info, columns)

    def read(self, rows: Sequence[Sequence[Any]], connection: Any) -> list[Any]:
        """Models, with what `select_related` named and their annotations. `connection` is that of this thread."""
        return [self._row(list(row), connection) for row in rows]

    def _row(self, row: list[Any], connection: Any) -> Model | None:
        for place, converters, column in self._converted:
            for converter in converters:
                row[place] = converter(row[place], column, connection)
        made = self._maker.make(row)
        for name, place in self._annotated:
            setattr(made, name, row[place])
        return made


class _Maker:
    """Makes one model of a row and the related ones that stand in it: `info` is the compiler's `klass_info`."""

    def __init__(self, info: dict[str, Any], columns: Sequence[Any]) -> None:
        self._model: type[Model] = info["model"]
        self._first, self._end = info["select_fields"][0], info["select_fields"][-1] + 1
        self._names = [column.target.attname for column in columns[self._first : self._end]]
        assert self._model._meta.pk is not None
        self._key = self._first + self._names.index(self._model._meta.pk.attname)
        self._related: list[tuple[_Maker, Callable[..., None], Callable[..., None]]] = [
            (_Maker(related, columns), related["local_setter"], related["remote_setter"])
            for related in info.get("related_klass_infos", ())
        ]

    def make(self, row: list[Any]) -> Model | None:
        """None where a related row is not there. A column that was not asked for is read when it is needed."""
        if row[self._key] is None:
            return None
        made = self._model.__new__(self._model)
        made._state = ModelState()
        made._state.adding, made._state.db = False, DEFAULT_DB_ALIAS
        made.__dict__.update(zip(self._names, row[self._first : self._end], strict=True))
        for maker, set_here, set_there in self._related:
            related = maker.make(row)
            set_here(made, related)
            if related is not None:
                set_there(related, made)
        return made
