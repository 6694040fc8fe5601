"""What a token may be used for. A token never may more than its owner; its scopes narrow that down.

A view names the permission of each method; the permission belongs to exactly one scope. So scopes need no second
list of endpoints, and an endpoint cannot be forgotten.
"""

from __future__ import annotations

from collections.abc import Collection

ARTICLES_READ, ARTICLES_WRITE = "articles:read", "articles:write"
ANNOTATIONS_READ, ANNOTATIONS_WRITE = "annotations:read", "annotations:write"
MODERATE, EXPORT, WEBHOOKS = "moderate", "export", "webhooks"

SCOPES = (ARTICLES_READ, ARTICLES_WRITE, ANNOTATIONS_READ, ANNOTATIONS_WRITE, MODERATE, EXPORT, WEBHOOKS)

_OF_ARTICLES = frozenset(
    {"article", "articleversion", "originalfile", "suggestionrun", "event", "assignment", "release", "import"}
)
_MODERATING = frozenset({"release", "correction", "speaker", "desk"})
_EXACTLY = {
    "export_article": EXPORT,
    "hide_annotation": MODERATE,
    "see_all_articles": MODERATE,
}


def scope_of(permission: str) -> str:
    """The scope of "annotations.view_article" and the like."""
    codename = permission.split(".", 1)[1]
    if codename in _EXACTLY:
        return _EXACTLY[codename]
    verb, _, model = codename.partition("_")
    if model.startswith("webhook"):
        return WEBHOOKS
    if verb == "view":
        return ARTICLES_READ if model in _OF_ARTICLES else ANNOTATIONS_READ
    if model in _MODERATING:
        return MODERATE
    return ARTICLES_WRITE if model in _OF_ARTICLES else ANNOTATIONS_WRITE


def covers(scopes: Collection[str], permission: str) -> bool:
    """Whether a token with these scopes may use the permission. Who may write may read the same."""
    needed = scope_of(permission)
    return needed in scopes or needed.replace(":read", ":write") in scopes
