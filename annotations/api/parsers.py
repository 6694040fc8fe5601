"""Reading bodies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import parsers
from rest_framework.exceptions import ParseError


class JsonParser(parsers.JSONParser):
    """Takes the charset a body names, which Django's request leaves alone; and says of too many nested lists or
    objects what is wrong, where the library fails.
    """

    def parse(
        self, stream: Any, media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        context = dict(parser_context or {})
        if charset := context["request"].content_params.get("charset"):
            context["encoding"] = charset
        try:
            return super().parse(stream, media_type, context)
        except RecursionError:
            raise ParseError(_("The lists and objects of this JSON are nested too deeply.")) from None
