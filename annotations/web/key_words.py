"""The workbench's keys in words: what each does, and how it is written on a button."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

# Lazily translated: a form and a help page read them.
ACTIONS: dict[str, Any] = {
    "quote": _("mark as quote, or change the kind"),
    "claim": _("mark as claim, or change the kind"),
    "figure": _("mark as figure, or change the kind"),
    "find": _("find words and select them"),
    "other_end": _("go to the other end of the selection"),
    "next": _("next mark in the list"),
    "previous": _("previous mark in the list"),
    "accept": _("accept, go to the next open one"),
    "reject": _("reject, go to the next open one; then 1 to 5 for the reason"),
    "edit": _("edit the fields of the active mark"),
    "extent": _("edit the extent of the active mark: arrows, then Enter"),
    "part": _("add the selection to the active mark as a part"),
    "unlooked": _("next sentence nobody has looked at"),
    "wave": _("nothing to check in the selected sentence"),
    "undo": _("undo"),
    "redo": _("redo"),
    "help": _("this help"),
}


def key_label(key: str) -> str:
    """As it stands on a button: "g n" is "G N", "Shift+u" is "⇧U"."""
    return key.replace("Shift+", "⇧").upper()
