"""Backup and restore of whole desks, on both databases, while somebody works."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import FileField, Model

from tests.functional.desk import ROOT, Desk, open_desk

# Every table there is, those of models that are added one day too.
COUNTS = "SELECT " + ", ".join(
    f"(SELECT count(*) FROM {model._meta.db_table})" for model in apps.get_models(include_auto_created=True)
)


KEEP_A_COPY = """
from django.contrib.auth.models import User
from annotations.services.sources import create_source, keep_copy
actor = User.objects.get(username="redaktion")
source = create_source(values={"title": "Protokoll"}, actor=actor)
keep_copy(source=source, name="p.pdf", content_type="application/pdf", content=bytes(range(256)) * 4096, actor=actor)
"""
IS_WHOLE = """
import hashlib
from annotations.models import SourceCopy
copy = SourceCopy.objects.get()
print("whole" if hashlib.sha256(bytes(copy.content)).hexdigest() == copy.sha256 else "damaged")
"""


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "desk").mkdir()
    with open_desk(tmp_path / "desk", on_postgres=request.param == "postgresql") as desk:
        desk.manage("migrate", "--verbosity", "0")
        desk.manage("sample_newsroom")
        desk.manage("run_jobs", "--once")
        yield desk


@pytest.mark.parametrize("model", apps.get_models(), ids=lambda model: model._meta.label)
def test_no_model_keeps_its_content_in_files(model: type[Model]) -> None:
    """The archive is the database: what lay in files beside it would be missing."""
    assert not [field.name for field in model._meta.get_fields() if isinstance(field, FileField)]


def run(desk: Desk, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=desk.environment, capture_output=True, text=True, check=False)


def refused(desk: Desk, *arguments: str) -> str:
    done = run(desk, *arguments)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def test_what_was_backed_up_comes_back(desk: Desk, tmp_path: Path) -> None:
    [before] = desk.rows(COUNTS)
    archive = tmp_path / "backups" / "beleg.zip"
    runner = desk.start_manage("run_jobs")
    said = desk.manage("backup", str(archive))
    runner.terminate()
    runner.wait(20)
    assert "verified" in said
    assert "exists already" in refused(desk, "backup", str(archive))
    assert "Add --replace" in refused(desk, "restore", str(archive))
    desk.manage("shell", "-c", "from annotations.models import Article; Article.objects.update(title='Verloren')")
    desk.manage("restore", str(archive), "--replace")
    assert desk.rows(COUNTS) == [before]
    assert desk.rows("SELECT count(*) FROM annotations_article WHERE title = 'Verloren'") == [(0,)]
    # The triggers that keep spans true came back with the rows.
    lie = "from annotations.models import Annotation; Annotation.objects.filter(kind='figure').update(exact='X')"
    assert run(desk, "shell", "-c", lie).returncode


def test_a_desk_that_was_never_started_takes_a_backup(desk: Desk, tmp_path: Path) -> None:
    """With originals and frozen copies: they lie in the database."""
    desk.manage("shell", "-c", KEEP_A_COPY)
    archive = tmp_path / "beleg.zip"
    desk.manage("backup", str(archive))
    [before] = desk.rows(COUNTS)
    with open_desk(tmp_path / "new" / "desk", on_postgres=bool(desk.postgres)) as fresh:
        fresh.manage("restore", str(archive))
        assert fresh.rows(COUNTS) == [before]
        assert "whole" in fresh.manage("shell", "-v0", "-c", IS_WHOLE)


def test_a_damaged_archive_touches_nothing(desk: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "beleg.zip"
    desk.manage("backup", str(archive))
    [before] = desk.rows(COUNTS)
    with zipfile.ZipFile(archive) as whole:
        manifest, content = whole.read("manifest.json"), bytearray(whole.read("database"))
    content[len(content) // 2] ^= 1
    with zipfile.ZipFile(archive, "w") as damaged:
        damaged.writestr("manifest.json", manifest)
        damaged.writestr("database", bytes(content))
    assert "is damaged" in refused(desk, "restore", str(archive), "--replace")
    archive.write_bytes(b"no archive")
    assert "not a whole backup" in refused(desk, "restore", str(archive), "--replace")
    assert "no file" in refused(desk, "restore", str(tmp_path / "missing.zip"), "--replace")
    assert desk.rows(COUNTS) == [before]
