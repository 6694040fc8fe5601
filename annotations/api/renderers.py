"""Writing bodies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from rest_framework import renderers
from rest_framework.utils.encoders import JSONEncoder

_OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_UTC_Z
# U+2028 and U+2029, which JavaScript takes for the end of a line.
_LINE_ENDS = ((b"\xe2\x80\xa8", b"\\u2028"), (b"\xe2\x80\xa9", b"\\u2029"))
_other = JSONEncoder().default  # lazy translations, decimals and the like


class JsonRenderer(renderers.JSONRenderer):
    """The same bytes as the framework's, several times faster. What the library refuses, the framework writes."""

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> Any:
        if data is None or "indent" in (accepted_media_type or "") or (renderer_context or {}).get("indent"):
            return super().render(data, accepted_media_type, renderer_context)
        try:
            written = orjson.dumps(data, default=_other, option=_OPTIONS)
        except TypeError:  # an integer of more than 64 bits, half a surrogate pair
            return super().render(data, accepted_media_type, renderer_context)
        for character, escaped in _LINE_ENDS:
            written = written.replace(character, escaped)
        return written
