"""The admin panel: all entities in useful lists; whatever it changes goes through the services."""

from annotations.admin import (
    accounts,
    annotations,
    articles,
    checks,
    desks,
    events,
    exports,
    imports,
    learned_models,
    nightly_work,
    speakers,
    suggestion_runs,
    tokens,
    webhooks,
)

__all__ = [
    "accounts",
    "annotations",
    "articles",
    "checks",
    "desks",
    "events",
    "exports",
    "imports",
    "learned_models",
    "nightly_work",
    "speakers",
    "suggestion_runs",
    "tokens",
    "webhooks",
]
