"""Who may do what: the roles, as groups of Django's own permissions. `docs/roles.md` shows the same table to people."""

from __future__ import annotations

from typing import Any

EDITOR, MODERATOR, ADMINISTRATOR, INTEGRATION = "editor", "moderator", "administrator", "integration"

_READ = frozenset(
    f"view_{model}"
    for model in (
        "article",
        "articleversion",
        "annotation",
        "annotationpart",
        "quote",
        "claim",
        "figure",
        "speaker",
        "suggestionrun",
        "event",
    )
)
_BRING_IN = frozenset({"add_article", "add_articleversion", "add_suggestionrun"})
_MARK = frozenset({"add_annotation", "change_annotation", "delete_annotation"})
_MODERATE = frozenset(
    {
        "use_admin",
        "change_article",
        "change_speaker",
        "add_speaker",
        "view_originalfile",
        "view_learnedmodel",
        "use_learnedmodel",
    }
)
_ACCOUNTS = frozenset({"view_user", "add_user", "change_user", "view_group", "view_authtoken", "delete_authtoken"})

PERMISSIONS: dict[str, frozenset[str]] = {
    EDITOR: _READ | _BRING_IN | _MARK | {"change_article", "use_pages"},
    MODERATOR: _READ | _BRING_IN | _MARK | _MODERATE | {"use_pages"},
    ADMINISTRATOR: _READ | _BRING_IN | _MARK | _MODERATE | _ACCOUNTS | {"use_pages"},
    INTEGRATION: _READ | _BRING_IN | {"change_article", "add_annotation"},
}


def store_roles(*, apps: Any = None, using: str = "default", **_signal: Any) -> None:
    """Brings the groups in the database in line with the table. Runs after every migration."""
    from django.apps import apps as installed
    from django.contrib.auth.models import Group, Permission
    from django.contrib.contenttypes.models import ContentType

    from django.contrib.auth.management import create_permissions  # isort: skip

    for label in ("auth", "annotations", "knox"):
        create_permissions(installed.get_app_config(label), verbosity=0, using=using)
    ContentType.objects.clear_cache()
    for role, codenames in PERMISSIONS.items():
        group, _ = Group.objects.using(using).get_or_create(name=role)
        group.permissions.set(Permission.objects.using(using).filter(codename__in=codenames))
