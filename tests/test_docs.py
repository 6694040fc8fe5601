"""What the documentation says is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotations import errors
from annotations.roles import PERMISSIONS
from newsroom.environment import Environment

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"


def table_after(text: str, heading: str) -> list[list[str]]:
    rows = [line for line in text.split(heading)[1].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    rows = table_after((DOCS / "operations.md").read_text("utf-8"), "## Settings")[2:]
    documented = {row[0].strip("`") for row in rows if row[0].startswith("`")}
    assert documented == {name.upper() for name in Environment.model_fields}


@pytest.mark.parametrize(
    ("row", "permission"),
    [
        ("sign in to the pages", "use_pages"),
        ("read articles, versions, annotations, runs", "view_annotation"),
        ("import articles and annotations from files", "add_import"),
        ("export articles with their marks", "export_article"),
        ("bring in articles", "add_article"),
        ("ask for suggestions", "add_suggestionrun"),
        ("change what is known about an article", "change_article"),
        ("mark", "add_annotation"),
        ("accept, reject, change, bin, restore, undo", "change_annotation"),
        ("set verdicts, enter sources, comment, share out work", "add_verdict"),
        ("countersign what somebody else has checked", "sign_verdict"),
        ("release, take a release back, correct what was published", "add_release"),
        ("hide marks and show them again, merge speakers", "hide_annotation"),
        ("see articles of closed desks and under embargo that are not one's own", "see_all_articles"),
        ("keep webhooks of one's own", "add_webhookendpoint"),
        ("admin panel: articles, annotations, runs, events, speakers", "use_admin"),
        ("switch between learned models", "use_learnedmodel"),
        ("admin panel: accounts, roles, tokens", "change_user"),
    ],
)
def test_roles_are_documented_cell_by_cell(row: str, permission: str) -> None:
    table = table_after((DOCS / "roles.md").read_text("utf-8"), "sign-in page only.")
    roles = table[0][1:]
    [cells] = [cells[1:] for cells in table if cells[0] == row]
    assert {role: cell.startswith("yes") for role, cell in zip(roles, cells, strict=True)} == {
        role: permission in PERMISSIONS[role] for role in roles
    }


def test_every_error_code_is_documented() -> None:
    text = (DOCS / "api.md").read_text("utf-8")
    bases = (
        errors.BelegError,
        errors.InvalidText,
        errors.InvalidSpan,
        errors.OutsideFailed,
        errors.CheckRefused,
        errors.ImportRefused,
    )
    codes = {
        cls.code
        for cls in vars(errors).values()
        if isinstance(cls, type) and issubclass(cls, errors.BelegError) and cls not in bases
    }
    assert {code for code in codes if f"`{code}`" not in text} == set()


def test_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\((?!http)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_make_targets_the_readme_names_exist() -> None:
    named = set(re.findall(r"\bmake ([a-z-]+)", (ROOT / "README.md").read_text("utf-8")))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert named <= targets
