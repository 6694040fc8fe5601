"""Fields several serializers share."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.validators import ProhibitSurrogateCharactersValidator

from annotations.api.concurrency import etag
from annotations.partial_dates import parse_partial_date

# The largest place or number a request may name: what both databases keep in an integer column.
INTEGER_LIMIT = 2**31 - 1
_SURROGATES = re.compile("[\ud800-\udfff]")


class NoSurrogates(ProhibitSurrogateCharactersValidator):
    """The same, without looking at each character by itself: of a large import that was most of the request's time."""

    def __call__(self, value: Any) -> None:
        if _SURROGATES.search(value):
            super().__call__(value)


class WrittenField(serializers.CharField):
    """What somebody has written. A number in its place is a mistake, and does not become its digits.

    How long it may be counts with the blanks around it, as the schema says it.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        slow = ProhibitSurrogateCharactersValidator
        self.validators = [NoSurrogates() if type(v) is slow else v for v in self.validators]

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        if self.max_length is not None and len(data) > self.max_length:
            self.fail("max_length", max_length=self.max_length)
        written: str = super().to_internal_value(data)
        return written


class ChoicesField(serializers.MultipleChoiceField):
    """Several of the choices, in a list. An object in its place is a mistake, and not the list of its keys."""

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping):
            self.fail("not_a_list", input_type=type(data).__name__)
        return super().to_internal_value(data)


@extend_schema_field(str)
class EtagField(serializers.ReadOnlyField):
    """What `If-Match` of a change has to say."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(source="*", help_text=_("Goes into If-Match of a change."), **kwargs)

    def to_representation(self, value: Any) -> str:
        return etag(value)


class PersonSerializer(serializers.ModelSerializer[User]):
    name = serializers.SerializerMethodField()

    class Meta:
        model = User
        fields = ["id", "name"]

    def get_name(self, person: User) -> str:
        return person.get_full_name() or person.get_username()


@extend_schema_field({"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$", "examples": ["2023-09-14", "2023-09"]})
class PartialDateField(serializers.Field[tuple[datetime.date, str], str, str, Any]):
    """ "2023-09-14", "2023-09" or "2023"; becomes a date and its precision."""

    default_error_messages = {"invalid": _("Write the date as 2023-09-14, 2023-09 or 2023.")}

    def to_internal_value(self, data: Any) -> tuple[datetime.date, str]:
        try:
            return parse_partial_date(data)
        except (ValueError, TypeError, AttributeError):
            self.fail("invalid")

    def to_representation(self, value: Any) -> Any:
        return value
