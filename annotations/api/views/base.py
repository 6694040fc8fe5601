"""What all views of the API share."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

from django.contrib.auth.models import User
from drf_spectacular.utils import OpenApiParameter
from rest_framework.generics import GenericAPIView
from rest_framework.parsers import MultiPartParser
from rest_framework.serializers import Serializer

from annotations.api.idempotency import METHODS, idempotent
from annotations.api.parsers import JsonParser

IF_MATCH = OpenApiParameter(
    "If-Match",
    str,
    location=OpenApiParameter.HEADER,
    required=True,
    description="The ETag of what was read. 428 without it, 412 with the present state if it is stale.",
)

# Of views that take a file. Elsewhere a form, in which everything is text, would only be a way to be misunderstood.
FILE_PARSERS = (JsonParser, MultiPartParser)


class View(GenericAPIView[Any]):
    # No docstring: the schema would take it for the description of every operation that has none.
    # Names the permission of each method; a method without one is refused. What changes takes an Idempotency-Key.

    required_permissions: ClassVar[dict[str, str]] = {}
    once_only: ClassVar[tuple[str, ...]] = ()  # fields of an answer that are not kept: what is shown only once

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for method in METHODS:
            if method in cls.__dict__:
                setattr(cls, method, idempotent(cls.__dict__[method]))

    def asked(self, query: type[Serializer[Any]]) -> dict[str, Any]:
        """What the address asks for after its "?", each name once. An empty value is a wrong one, not a missing one."""
        return _checked(query, self.request.query_params.dict())

    def sent(self, body: type[Serializer[Any]]) -> dict[str, Any]:
        """What the body says, checked by a serializer whose checks ask for nothing but the body."""
        return _checked(body, self.request.data)

    @property
    def actor(self) -> User:
        """Who asks; the permission classes have let nobody anonymous through."""
        assert isinstance(self.request.user, User)
        return self.request.user


def _checked(serializer_class: type[Serializer[Any]], data: Any) -> dict[str, Any]:
    """The framework puts a serializer together for each request, which takes longer than its checks; these are kept."""
    if data is None:
        serializer_class(data=data).is_valid(raise_exception=True)  # says it in its own words
    values: dict[str, Any] = _kept(serializer_class).run_validation(data)
    return values


@cache
def _kept(serializer_class: type[Serializer[Any]]) -> Serializer[Any]:
    return serializer_class()
