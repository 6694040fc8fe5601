"""Every sort of job there is; workers and the embedded runner work on all of them."""

from __future__ import annotations

from annotations.jobs import Kind
from annotations.services import exports, imports, nightly, source_fetches, suggestions, webhook_deliveries

KINDS: tuple[Kind, ...] = (
    suggestions.KIND,
    exports.KIND,
    imports.KIND,
    webhook_deliveries.KIND,
    source_fetches.KIND,
    nightly.KIND,
)


def kind_named(name: str) -> Kind | None:
    """None for the name of a kind that an older or newer release knew."""
    return next((kind for kind in KINDS if kind.name == name), None)
