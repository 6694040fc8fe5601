"""Static files as they are served: hashed names, compressed, our own scripts without what only people read."""

from __future__ import annotations

from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Our own; what packages bring is served as they made it.
_OWN = ("workbench/", "draft.js", "jobs.js")


def small_script(script: str) -> str:
    """The same module without comments and blanks, with short names for what no other module sees."""
    import minify  # only where files are collected: it brings a runtime of its own, which no web process needs

    small: str = minify.string("application/javascript", script)
    return small


class SmallManifestStorage(CompressedManifestStaticFilesStorage):
    """Makes scripts small while they are collected, before their hashes are taken."""

    def _save(self, name: str, content: Any) -> str:
        if name.endswith(".js") and name.startswith(_OWN):
            script = b"".join(content.chunks()).decode("utf-8")
            content = ContentFile(small_script(script).encode("utf-8"), name=name)
        saved: str = super()._save(name, content)
        return saved
