"""What all views of the API share."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import User
from rest_framework.generics import GenericAPIView


class View(GenericAPIView[Any]):
    """Names the permission of each method; a method without one is refused."""

    required_permissions: ClassVar[dict[str, str]] = {}

    @property
    def actor(self) -> User:
        """Who asks; the permission classes have let nobody anonymous through."""
        assert isinstance(self.request.user, User)
        return self.request.user
