"""Storing rows without what the ORM's own way costs.

`bulk_create` asks every field anew for each value of each row, and binds at most 999 values to a statement on SQLite;
`save` writes its statement anew each time. Both take several times longer than the database. Here a model's columns
are looked at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from django.db import connection, models
from django.db.models.base import ModelState
from django.db.models.functions import Now
from django.db.models.sql import Query

Row = TypeVar("Row", bound=models.Model)
Default = Callable[[], Any]

_VALUES = 30_000  # bound to one statement: SQLite takes 32 766, PostgreSQL 65 535

# Values of these go to the database as they stand on the row; others are converted by their field.
_AS_THEY_ARE = (models.CharField, models.TextField, models.IntegerField, models.BooleanField, models.ForeignKey)


def unsaved(model: type[Row], **values: Any) -> Row:
    """A row yet to be stored, with the same values as `model(**values)`, but no signal is sent and no field is asked
    anew for each row. Raises `TypeError` for a name the model does not have.
    """
    row = model.__new__(model)
    row._state = ModelState()
    plan = _plan(model, tuple(values))
    held = row.__dict__
    held.update(plan.constant)
    for name, made in plan.made:
        held[name] = made()
    held.update(values)
    for name, column in plan.related:
        related = row._state.fields_cache[name] = held.pop(name)
        held[column] = None if related is None else related.pk
    return row


def insert(rows: Iterable[Row]) -> list[Row]:
    """Stores new rows of one model and gives them their numbers; sends no signals, as `bulk_create`.

    Values are plain ones but for `Now()`, which then stands on all rows of the call. Raises `IntegrityError`.
    """
    return _insert(list(rows), ending=lambda columns: columns.returning)


def insert_or_replace(rows: Iterable[Row]) -> list[Row]:
    """The same where primary keys are given: what is there already under the same one is replaced."""
    return _insert(list(rows), ending=lambda columns: columns.replacing)


def update(row: models.Model, names: Iterable[str] = ()) -> None:
    """Stores a row that is there already as it is now, or only its fields of these names; sends no signals."""
    statement, readers = _update(type(row), tuple(names))
    with connection.cursor() as cursor:
        cursor.execute(statement, [*(read(row) for read in readers), row.pk])


@dataclass(frozen=True, slots=True)
class _Plan:
    """How rows of a model for which the same names are given come to the rest of their values."""

    constant: dict[str, Any]  # what stands where nothing is said
    made: tuple[tuple[str, Default], ...]  # the same for lists and other things no two rows may share
    related: tuple[tuple[str, str], ...]  # the names given that mean related rows, and the columns of their numbers


@cache
def _plan(model: type[models.Model], given: tuple[str, ...]) -> _Plan:
    fields = model._meta.local_concrete_fields
    columns = {field.name: field.attname for field in fields if isinstance(field, models.ForeignKey)}
    attributes = {field.attname for field in fields}
    for name in given:
        if name not in attributes and name not in columns:
            raise TypeError(f"{model.__name__} has no {name}.")
    filled = {columns.get(name, name) for name in given}
    rest = [field for field in fields if field.attname not in filled]
    made = {field.attname: field.default for field in rest if field.has_default() and callable(field.default)}
    return _Plan(
        constant={field.attname: field.get_default() for field in rest if field.attname not in made},
        made=tuple(made.items()),
        related=tuple((name, columns[name]) for name in given if name in columns),
    )


@dataclass(frozen=True, slots=True)
class _Columns:
    """How a model's rows become values of a statement."""

    readers: tuple[Callable[[Any], Any], ...]
    stamped: dict[int, Any]  # the places of fields that hold the moment of storing
    moments: dict[int, str]  # the places of fields that hold any moment, and their attributes
    beginning: str  # INSERT INTO … VALUES
    returning: str  # the end that asks for the numbers the database gives; empty where rows have theirs
    replacing: str


def _insert(rows: list[Row], *, ending: Callable[[_Columns], str]) -> list[Row]:
    if not rows:
        return rows
    columns = _columns(type(rows[0]))
    readers = _stamp(rows, columns)
    places = ["%s"] * len(readers)
    for place in [place for place, name in columns.moments.items() if isinstance(getattr(rows[0], name), Now)]:
        places[place] = _now()
    readers = [read for read, written in zip(readers, places, strict=True) if written == "%s"]
    row_places = f"({', '.join(places)})"
    at_once, alias = _VALUES // len(readers), connection.alias
    with connection.cursor() as cursor:
        for first in range(0, len(rows), at_once):
            chunk = rows[first : first + at_once]
            values = [read(row) for row in chunk for read in readers]
            all_places = ", ".join([row_places] * len(chunk))
            cursor.execute(f"{columns.beginning} {all_places} {ending(columns)}", values)
            if columns.returning:
                for row, [number] in zip(chunk, cursor.fetchall(), strict=True):
                    row.pk = number
            for row in chunk:
                row._state.adding, row._state.db = False, alias
    return rows


@cache
def _now() -> str:
    """How the database says what time it is by its own clock."""
    statement: str = Query(None).get_compiler(connection=connection).compile(Now())[0]
    return statement


def _stamp(rows: list[Any], columns: _Columns) -> list[Callable[[Any], Any]]:
    """What is stored together was stored at one moment; returns the readers, which need not convert it for each row."""
    readers = list(columns.readers)
    for place, field in columns.stamped.items():
        moment = field.pre_save(rows[0], add=True)
        for row in rows:
            setattr(row, field.attname, moment)
        readers[place] = _always(field.get_db_prep_save(moment, connection))
    return readers


def _always(value: Any) -> Callable[[Any], Any]:
    return lambda _row: value


@cache
def _columns(model: type[models.Model]) -> _Columns:
    quote = connection.ops.quote_name
    fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, models.AutoField)]
    names = [quote(str(field.column)) for field in fields]
    assert model._meta.pk is not None
    key = quote(str(model._meta.pk.column))
    is_numbered = isinstance(model._meta.pk, models.AutoField)
    changed = ", ".join(f"{name} = EXCLUDED.{name}" for name in names if name != key)
    return _Columns(
        readers=tuple(_reader(field) for field in fields),
        stamped={place: field for place, field in enumerate(fields) if _is_stamped(field, add=True)},
        moments={place: field.attname for place, field in enumerate(fields) if isinstance(field, models.DateTimeField)},
        beginning=f"INSERT INTO {quote(model._meta.db_table)} ({', '.join(names)}) VALUES",
        returning=f"RETURNING {key}" if is_numbered else "",
        replacing=f"ON CONFLICT ({key}) DO UPDATE SET {changed}",
    )


@cache
def _update(model: type[models.Model], names: tuple[str, ...]) -> tuple[str, tuple[Callable[[Any], Any], ...]]:
    quote = connection.ops.quote_name
    fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
    if names:
        fields = [field for field in fields if field.name in names or field.attname in names]
    assert model._meta.pk is not None
    changes = ", ".join(f"{quote(str(field.column))} = %s" for field in fields)
    statement = f"UPDATE {quote(model._meta.db_table)} SET {changes} WHERE {quote(str(model._meta.pk.column))} = %s"
    return statement, tuple(_reader(field, add=False) for field in fields)


def _is_stamped(field: Any, *, add: bool) -> bool:
    return getattr(field, "auto_now", False) or (add and getattr(field, "auto_now_add", False))


def _reader(field: Any, *, add: bool = True) -> Callable[[Any], Any]:
    if isinstance(field, models.ForeignKey):
        return _number_reader(field)
    name = str(field.attname)
    if isinstance(field, models.JSONField):
        return _json_reader(name, field)
    if _is_stamped(field, add=add):
        return lambda row: field.get_db_prep_save(field.pre_save(row, add=add), connection)
    if isinstance(field, _AS_THEY_ARE):
        return attrgetter(name)

    def read(row: Any) -> Any:
        value = getattr(row, name)
        return None if value is None else field.get_db_prep_save(value, connection)

    return read


def _json_reader(name: str, field: Any) -> Callable[[Any], Any]:
    adapt, encoder = connection.ops.adapt_json_value, field.encoder
    empty = adapt({}, encoder)

    def read(row: Any) -> Any:
        value = getattr(row, name)
        if value == {}:
            return empty
        return None if value is None else adapt(value, encoder)

    return read


def _number_reader(field: Any) -> Callable[[Any], Any]:
    """The number of the row pointed to, which may have got it after it was put there."""
    name = str(field.attname)

    def read(row: Any) -> Any:
        number = getattr(row, name)
        if number is None and (related := field.get_cached_value(row, default=None)) is not None:
            setattr(row, field.name, related)
            number = getattr(row, name)
        return number

    return read
