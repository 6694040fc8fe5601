"""What all views of the API share."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import User
from drf_spectacular.utils import OpenApiParameter
from rest_framework.generics import GenericAPIView
from rest_framework.serializers import Serializer

from annotations.api.idempotency import METHODS, idempotent

IF_MATCH = OpenApiParameter(
    "If-Match",
    str,
    location=OpenApiParameter.HEADER,
    required=True,
    description="The ETag of what was read. 428 without it, 412 with the present state if it is stale.",
)


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
        given = query(data=self.request.query_params.dict())
        given.is_valid(raise_exception=True)
        values: dict[str, Any] = given.validated_data
        return values

    @property
    def actor(self) -> User:
        """Who asks; the permission classes have let nobody anonymous through."""
        assert isinstance(self.request.user, User)
        return self.request.user
