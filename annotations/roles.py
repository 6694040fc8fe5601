"""Who may do what: the roles, as groups of Django's own permissions. `docs/roles.md` shows the same table to people."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

EDITOR, CHECKER, MODERATOR = "editor", "checker", "moderator"
ADMINISTRATOR, INTEGRATION = "administrator", "integration"

NAMES = {
    EDITOR: _("editing"),
    CHECKER: _("checking"),
    MODERATOR: _("head of desk"),
    ADMINISTRATOR: _("administration"),
    INTEGRATION: _("program"),
}


def role_in_words(group: str) -> str:
    """A group that a newsroom made itself has the name it was given."""
    return str(NAMES.get(group, group))


_READ = frozenset({"export_article"}) | frozenset(
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
        "verdict",
        "citation",
        "source",
        "sourcecopy",
        "comment",
        "assignment",
        "release",
        "correction",
    )
)
_BRING_IN = frozenset({"add_import", "add_article", "add_articleversion", "add_suggestionrun"})
_MARK = frozenset({"add_annotation", "change_annotation", "delete_annotation"})
_CHECK = frozenset(
    {
        "add_verdict",
        "sign_verdict",
        "add_source",
        "change_source",
        "add_sourcecopy",
        "add_comment",
        "change_comment",
        "add_assignment",
        "delete_assignment",
    }
)
_MODERATE = frozenset(
    {
        "view_export",
        "view_import",
        "view_importresult",
        "use_admin",
        "hide_annotation",
        "add_release",
        "add_correction",
        "view_desk",
        "change_desk",
        "change_article",
        "delete_article",
        "change_speaker",
        "add_speaker",
        "view_originalfile",
        "view_sourcefetch",
        "view_learnedmodel",
        "view_nightlywork",
        "use_learnedmodel",
    }
)
_ACCOUNTS = frozenset(
    {"view_user", "add_user", "change_user", "view_group", "view_apitoken", "add_apitoken", "delete_apitoken"}
)
_ADMINISTER = frozenset({"see_all_articles", "add_desk", "change_desk"})

# Webhooks of one's own. Whether their articles may be seen is asked at every delivery.
_LISTEN = frozenset(
    {f"{act}_webhookendpoint" for act in ("view", "add", "change", "delete")} | {"view_webhookdelivery"}
)

_WORK = _READ | _MARK | _CHECK | {"add_suggestionrun", "use_pages"}

PERMISSIONS: dict[str, frozenset[str]] = {
    EDITOR: _WORK | _BRING_IN | {"change_article", "delete_article"},
    CHECKER: _WORK,
    MODERATOR: _WORK | _BRING_IN | _MODERATE | _LISTEN,
    ADMINISTRATOR: _WORK | _BRING_IN | _MODERATE | _LISTEN | _ACCOUNTS | _ADMINISTER,
    INTEGRATION: _READ | _BRING_IN | _LISTEN | {"change_article", "delete_article", "add_annotation"},
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
        group, _created = Group.objects.using(using).get_or_create(name=role)
        group.permissions.set(Permission.objects.using(using).filter(codename__in=codenames))
