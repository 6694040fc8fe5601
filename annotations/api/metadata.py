"""What OPTIONS answers: name, methods and media types. What a body has to look like stands in the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework.metadata import SimpleMetadata

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.views import APIView


class Metadata(SimpleMetadata):
    def determine_actions(self, request: Request, view: APIView) -> dict[str, Any]:
        """None: the library would describe one serializer for reading and writing, where ours are two or none."""
        return {}
