"""What the workbench's scripts need to know, and how their modules are found."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from annotations.models import (
    Annotation,
    Article,
    ArticleVersion,
    Claim,
    Figure,
    Preferences,
    Quote,
    Risk,
    Source,
    Verdict,
)
from annotations.queries.preferences import keys_of
from annotations.queries.units import unit_words
from annotations.web.key_words import key_label
from annotations.web.texts import workbench_texts

# All modules but the first, which the page names itself.
MODULES = (
    "actions",
    "cards",
    "check",
    "comments",
    "coverage",
    "editing",
    "element",
    "frame",
    "hands",
    "highlights",
    "keys",
    "marking",
    "panel",
    "rare",
    "selection",
    "sources",
    "store",
    "sync",
    "text-map",
    "tokeniser",
)

VERDICT_SIGNS = {
    Verdict.Status.UNCHECKED: "○",
    Verdict.Status.CONFIRMED: "✓",
    Verdict.Status.WRONG: "✕",
    Verdict.Status.QUERY: "?",
    Verdict.Status.AUTHOR_ALONE: "◐",
    Verdict.Status.NOT_CHECKABLE: "–",
}


def import_map() -> dict[str, Any]:
    """What a relative import comes to → the hashed address in the static files manifest."""
    folder = f"{settings.STATIC_URL}workbench/"
    return {"imports": {f"{folder}{name}.js": static(f"workbench/{name}.js") for name in MODULES}}


def workbench_settings(
    *, article: Article, version: ArticleVersion, user: User | AnonymousUser, preferences: Preferences
) -> dict[str, Any]:
    keys = keys_of(preferences)
    labels = {action: key_label(key) for action, key in keys.items()}
    return {
        "article": article.pk,
        "version": {"id": version.pk, "number": version.number},
        "api": "/api/v1/",
        "signIn": reverse("sign_in"),
        "since": article.event_count,
        "language": get_language(),
        "user": user.pk,
        "me": {"id": user.pk, "name": user.get_full_name() or user.get_username() if user.is_authenticated else ""},
        "canMark": user.has_perm("annotations.change_annotation"),
        "canCheck": user.has_perm("annotations.add_verdict"),
        "canSign": user.has_perm("annotations.sign_verdict"),
        "canComment": user.has_perm("annotations.add_comment"),
        "canAddSource": user.has_perm("annotations.add_source"),
        "canSuggest": user.has_perm("annotations.add_suggestionrun"),
        "keys": {"single": preferences.single_keys, "map": keys, "labels": labels},
        "texts": {name: _with_keys(words, labels) for name, words in workbench_texts().items()},
        "words": {
            "kind": dict(Annotation.Kind.choices),
            "state": dict(Annotation.State.choices),
            "band": dict(Annotation.Band.choices),
            "reason": dict(Annotation.RejectReason.choices),
            "quoteType": dict(Quote.Type.choices),
            "claimType": dict(Claim.Type.choices),
            "worthiness": dict(Claim.Worthiness.choices),
            "figureKind": dict(Figure.Kind.choices),
            "approximation": dict(Figure.Approximation.choices),
            "verdict": dict(Verdict.Status.choices),
            "verdictShort": _short_verdicts(),
            "verdictSign": {str(status): sign for status, sign in VERDICT_SIGNS.items()},
            "risk": dict(Risk.choices),
            "sourceKind": dict(Source.Kind.choices),
            "unit": unit_words(),
        },
    }


def verdict_choices() -> list[tuple[str, str, str]]:
    """Value, short words and sign of each verdict, in the order of its key."""
    return [(status, words, VERDICT_SIGNS[Verdict.Status(status)]) for status, words in _short_verdicts().items()]


def _short_verdicts() -> dict[str, str]:
    full = {value: str(words) for value, words in Verdict.Status.choices}
    return {**full, "query": _("query"), "author_alone": _("author alone")}


def _with_keys(words: str, labels: dict[str, str]) -> str:
    """Names the person's own keys where a text speaks of one; other braces are the scripts' to fill."""
    for action, label in labels.items():
        words = words.replace("{key_" + action + "}", label)
    return words
