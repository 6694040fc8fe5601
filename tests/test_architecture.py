"""Imports point one way. The allowed arrows stand here; any other import fails."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Whoever stands on the left may import what stands on the right, and itself.
FOUNDATION = {"errors", "keys", "stemming", "scopes", "spans", "canonical", "partial_dates", "querysets", "problems"}
DOORS = {"services", "queries", "models", "formats", "narration", "errors", "keys", "partial_dates", "roles", "scopes"}
DOORS |= {"problems"}
ALLOWED: dict[str, set[str]] = {
    "errors": set(),
    "problems": set(),
    "keys": set(),
    "canonical": set(),
    "partial_dates": set(),
    "rights": set(),
    "roles": set(),
    "scopes": set(),
    "stemming": set(),
    "querysets": set(),
    "spans": {"errors"},
    "models": {"querysets"},
    # Pure conversion: reads models for the words of their choices, asks the database nothing. Queries make the records
    # it writes and borrow its selectors for the dossier.
    "formats": {"models", "spans", "partial_dates", "errors"},
    # Events as sentences: reads the words of models' choices and fields, asks the database nothing.
    "narration": {"models", "errors"},
    "queries": {"keys", "stemming", "models", "querysets", "partial_dates", "formats", "narration"},
    "adapters": {"models", "errors", "spans"},
    "ingest": {"errors", "partial_dates"},
    "jobs": {"models", "querysets"},
    "outgoing": {"errors"},
    "services": {"queries", "adapters", "jobs", "models", "ingest", "outgoing", "formats", *FOUNDATION},
    "tasks": {"services", "jobs", "errors"},
    "api": {*DOORS, "ingest", "querysets", "spans"},
    "web": DOORS,
    "admin": DOORS,
    "management": {*DOORS, "jobs", "sample"},
    "sample": {*DOORS},
    "templatetags": {"web"},
    "apps": {"roles"},
}
# The one late import: tasks import services, which import jobs.
LATE = {("jobs", "tasks")}
STANDARD_LIBRARY_ONLY = "extraction"


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            if node.module in ("annotations", "extraction"):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def sources(folder: str) -> list[Path]:
    return [p for p in sorted((ROOT / folder).rglob("*.py")) if "migrations" not in p.parts]


@pytest.mark.parametrize("path", sources("annotations"), ids=lambda p: str(p.relative_to(ROOT)))
def test_app_imports_along_the_allowed_arrows(path: Path) -> None:
    layer = path.relative_to(ROOT / "annotations").parts[0].removesuffix(".py")
    if layer == "__init__":
        return
    for name in imports_of(path):
        assert not name.startswith("newsroom"), f"{path}: settings come through django.conf"
        assert name.split(".")[0] != "tests"
        if name.startswith("annotations."):
            target = name.split(".")[1]
            assert target in {layer, *ALLOWED[layer]} or (layer, target) in LATE, f"{layer} → {target}"


@pytest.mark.parametrize("path", sources("extraction"), ids=lambda p: str(p.relative_to(ROOT)))
def test_engine_needs_nothing_but_the_standard_library(path: Path) -> None:
    import sys

    for name in imports_of(path):
        top = name.split(".")[0]
        assert top == "extraction" or top in sys.stdlib_module_names, name


def test_only_services_and_adapters_know_the_engine() -> None:
    knowing = {
        path.relative_to(ROOT / "annotations").parts[0].removesuffix(".py")
        for path in sources("annotations")
        if any(name.split(".")[0] == "extraction" for name in imports_of(path))
    }
    # Queries put decisions into the form the engine learns from. The API names rules in plain words, and guesses a
    # language where the client gives none.
    assert knowing <= {"services", "queries", "adapters", "api"}


def test_only_outgoing_talks_to_the_outside() -> None:
    talking = {"http.client", "urllib.request", "urllib3", "requests", "socket", "httpx"}
    for path in sources("annotations"):
        if path.relative_to(ROOT / "annotations").parts[0] != "outgoing":
            assert not {n for n in imports_of(path) if n in talking or n.split(".")[0] in talking}, path


def test_every_layer_is_named_here() -> None:
    layers = {path.relative_to(ROOT / "annotations").parts[0].removesuffix(".py") for path in sources("annotations")}
    assert layers - {"__init__"} == set(ALLOWED)


def test_nobody_saves_models_outside_services() -> None:
    offenders = []
    for layer in ("api", "web", "admin", "tasks.py"):
        base = ROOT / "annotations" / layer
        for path in [base] if base.is_file() else sorted(base.rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Attribute) and node.attr in (
                    "bulk_create",
                    "get_or_create",
                    "update_or_create",
                ):
                    offenders.append(f"{path}:{node.lineno}")
    assert not offenders
