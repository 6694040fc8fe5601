"""Fast output: a serializer's fields are looked at once a class, not once a row.

The framework copies and binds every field for every nested object, which costs a millisecond for an annotation. Here
the same declarations become a table of plain functions. The schema, and what comes in, go on reading the declarations.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone
from rest_framework import serializers

Reader = Callable[[Any], Any]

_AS_IT_IS = (
    serializers.BooleanField,
    serializers.CharField,
    serializers.ChoiceField,
    serializers.DictField,
    serializers.FloatField,
    serializers.IntegerField,
    serializers.JSONField,
    serializers.ListField,
)


class Output(serializers.Serializer[Any]):
    """Mixed into a serializer whose method fields read nothing but the row: there is no context here."""

    def to_representation(self, instance: Any) -> dict[str, Any]:
        return shown(type(self), instance)


@cache
def _readers(serializer_class: type[serializers.Serializer[Any]]) -> tuple[tuple[str, Reader], ...]:
    serializer = serializer_class()
    return tuple((str(field.field_name), _reader(field, serializer)) for field in serializer._readable_fields)


def _reader(field: serializers.Field[Any, Any, Any, Any], serializer: serializers.Serializer[Any]) -> Reader:
    if isinstance(field, serializers.SerializerMethodField):
        method: Reader = getattr(serializer, str(field.method_name))
        return method
    if field.source == "*":
        return field.to_representation
    get = _getter(field)
    if isinstance(field, serializers.ListSerializer):
        child = _object(field.child.__class__)
        return lambda row: [child(item) for item in _rows(get(row))]
    if isinstance(field, serializers.Serializer):
        return _or_none(get, _object(type(field)))
    if isinstance(field, serializers.DateTimeField):
        return _or_none(get, _moment)
    if isinstance(field, serializers.DateField):
        return _or_none(get, datetime.date.isoformat)
    if isinstance(field, serializers.PrimaryKeyRelatedField):
        column = f"{field.source}_id"
        return lambda row: getattr(row, column)
    if isinstance(field, _AS_IT_IS):
        return get
    return _or_none(get, field.to_representation)


def _getter(field: serializers.Field[Any, Any, Any, Any]) -> Reader:
    """Follows the field's path; what is not there is the field's default, as the framework has it."""
    follow = attrgetter(str(field.source))
    default = None if field.default is serializers.empty else field.default

    def get(row: Any) -> Any:
        try:
            return follow(row)
        except (AttributeError, ObjectDoesNotExist):
            return default

    return get


def shown(serializer_class: Any, row: Any) -> dict[str, Any]:
    """One row as that serializer shows it."""
    return {name: read(row) for name, read in _readers(serializer_class)}


def _object(serializer_class: Any) -> Reader:
    return lambda row: shown(serializer_class, row)


def _rows(value: Any) -> Any:
    return value.all() if hasattr(value, "all") else value


def _or_none(get: Reader, show: Reader) -> Reader:
    def read(row: Any) -> Any:
        value = get(row)
        return None if value is None else show(value)

    return read


def _moment(value: datetime.datetime) -> str:
    return _written(value, timezone.get_default_timezone())  # the desk's; nobody has another


@lru_cache(maxsize=4096)  # rows of one answer were made, changed and decided at the same few moments
def _written(value: datetime.datetime, zone: datetime.tzinfo) -> str:
    local = value.astimezone(zone)
    # Until 1893 Berlin was 53 minutes and 28 seconds ahead, and RFC 3339 has no seconds there.
    in_minutes = (local.utcoffset() or datetime.timedelta()).seconds % 60 == 0
    written = (local if in_minutes else value.astimezone(datetime.UTC)).isoformat()
    return written.removesuffix("+00:00") + "Z" if written.endswith("+00:00") else written
