"""The workbench's single keys by action, as they are until a person changes them."""

from __future__ import annotations

# A key is the character it writes; Shift is named for letters; two keys one after the other have a blank between them.
DEFAULT_KEYS = {
    "quote": "q",
    "claim": "c",
    "figure": "f",
    "accept": "a",
    "reject": "x",
    "edit": "e",
    "extent": "b",
    "part": "p",
    "find": "m",
    "other_end": "o",
    "next": "j",
    "previous": "k",
    "undo": "u",
    "redo": "Shift+u",
    "wave": "w",
    "unlooked": "g n",
    "help": "?",
}
# "v" and a number is the verdict, a number alone the reason of a rejection.
RESERVED_KEYS = frozenset({"v", *"123456789"})
