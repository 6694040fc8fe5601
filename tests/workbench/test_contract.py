"""What page and scripts say to each other by name: presses, places of templates, texts."""

from __future__ import annotations

import re
from pathlib import Path

from annotations.web.texts import workbench_texts

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = "".join(path.read_text("utf-8") for path in sorted((ROOT / "static" / "workbench").glob("*.js")))
FOLDER = ROOT / "templates" / "annotations"
PAGES = "".join(
    path.read_text("utf-8")
    for path in [
        *FOLDER.glob("_workbench_*.html"),
        *(FOLDER / f"{name}.html" for name in ("article_page", "_verdict_buttons", "_form_buttons", "_sources_field")),
    ]
)
# Put together from a name: what is undone, done again, or decided on many.
COMPOSED = {"undo_done", "redo_done", "nothing_to_undo", "nothing_to_redo", "bulk_accept", "bulk_reject"}
WAITING = {"waits_v", "waits_g"}


def test_every_press_is_known_to_the_scripts() -> None:
    named = set(re.findall(r'data-act="([a-zA-Z_]+)"', PAGES))
    assert len(named) > 30
    table = "".join(re.findall(r"  const acts = \{.*?\n  \};|  return \{.*?\};", SCRIPTS, re.S))
    assert {name for name in named if not re.search(rf'(?:^|\W){name}(?::|"|,)', table)} == set()


def test_every_place_of_a_template_is_filled_by_the_scripts() -> None:
    named = set(re.findall(r'data-slot="([a-z-]+)"', PAGES))
    assert len(named) > 30
    assert {name for name in named if not re.search(rf'["\s{{]{name}["\]:,]', SCRIPTS)} == set()


def test_texts_are_those_the_scripts_say() -> None:
    said = set(re.findall(r"\btexts\.([a-z_]+)", SCRIPTS)) | COMPOSED | WAITING
    assert said == set(workbench_texts())
