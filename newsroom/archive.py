"""Backups: the whole database in one archive, consistent while the desk is running, and back.

Originals and frozen copies lie in the database (docs/decisions/0003), so the database is all there is. SQLite is copied
with VACUUM INTO, PostgreSQL with pg_dump in one snapshot. The archive is a zip with the copy and a manifest.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder

_MANIFEST, _COPY = "manifest.json", "database"
_CHUNK = 2**20  # bytes
_VENDORS = ("sqlite", "postgresql")


class ArchiveError(Exception):
    """Says what is wrong with an archive or database, and what to do."""


def write_archive(path: Path) -> dict[str, Any]:
    """Writes and verifies; the manifest. An existing file is never overwritten. Raises `ArchiveError`."""
    if path.exists():
        raise ArchiveError(f"{path} exists already. Name another file; backups are never overwritten.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="beleg-backup-", dir=path.parent) as folder:
        copy = Path(folder) / _COPY
        {"sqlite": _copy_sqlite, "postgresql": _copy_postgresql}[connection.vendor](copy)
        manifest = {
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "vendor": connection.vendor,
            "sha256": _digest(copy),
            "size": copy.stat().st_size,
            "migrations": sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()),
        }
        draft = Path(folder) / "archive.zip"
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(copy, _COPY)
            archive.writestr(_MANIFEST, json.dumps(manifest, indent=1))
        with _unpacked(draft):
            os.replace(draft, path)  # verified: only a whole archive gets its name
    return manifest


def read_archive(path: Path, *, replace: bool) -> dict[str, Any]:
    """Puts the archive's database in the place of this one; the manifest. Nothing else may use the database meanwhile.

    Raises `ArchiveError`: damaged, made by the other database or a newer version, or (without `replace`) in the way of
    articles that are here.
    """
    with _unpacked(path) as (copy, manifest):
        if manifest["vendor"] != connection.vendor:
            raise ArchiveError(f"The archive is one of {manifest['vendor']}, this desk runs on {connection.vendor}.")
        if connection.vendor == "sqlite":
            # A desk that was never started has no folder yet.
            Path(connection.settings_dict["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        if _has_articles() and not replace:
            raise ArchiveError("There are articles at this desk. Add --replace if the archive is to take their place.")
        {"sqlite": _restore_sqlite, "postgresql": _restore_postgresql}[connection.vendor](copy)
    return manifest


def _has_articles() -> bool:
    if "annotations_article" not in connection.introspection.table_names():
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM annotations_article LIMIT 1")
        return cursor.fetchone() is not None


@contextmanager
def _unpacked(path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The copy and its manifest, checked: digest, and that the database's own tool can read it."""
    with tempfile.TemporaryDirectory(prefix="beleg-restore-") as folder:
        copy = Path(folder) / _COPY
        try:
            with zipfile.ZipFile(path) as archive:
                manifest: dict[str, Any] = json.loads(archive.read(_MANIFEST))
                with archive.open(_COPY) as packed, copy.open("wb") as out:
                    shutil.copyfileobj(packed, out, _CHUNK)
        except FileNotFoundError as error:
            raise ArchiveError(f"There is no file {path}.") from error
        except (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError) as error:
            raise ArchiveError(f"{path} is not a whole backup ({error}). Take another one.") from error
        if manifest.get("vendor") not in _VENDORS or _digest(copy) != manifest.get("sha256"):
            raise ArchiveError(f"{path} is damaged: its content is not what was written. Take another backup.")
        {"sqlite": _verify_sqlite, "postgresql": _verify_postgresql}[manifest["vendor"]](copy)
        yield copy, manifest


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


# --- SQLite ----------------------------------------------------------------------------------------------------------


def _copy_sqlite(copy: Path) -> None:
    # A connection of its own: VACUUM INTO cannot run inside a transaction, and reads one state of the database.
    source = sqlite3.connect(str(connection.settings_dict["NAME"]), timeout=20, isolation_level=None)
    try:
        source.execute("VACUUM INTO ?", (str(copy),))
    finally:
        source.close()


def _verify_sqlite(copy: Path) -> None:
    database = sqlite3.connect(copy)
    try:
        [(answer,)] = database.execute("PRAGMA integrity_check(1)").fetchall()
    except sqlite3.DatabaseError as error:
        raise ArchiveError(f"The copy of the database cannot be read ({error}).") from error
    finally:
        database.close()
    if answer != "ok":
        raise ArchiveError(f"The copy of the database is damaged ({answer}).")


def _restore_sqlite(copy: Path) -> None:
    """Through SQLite's own backup: readers of the old state see it whole or not at all."""
    connections.close_all()
    source, target = sqlite3.connect(copy), sqlite3.connect(str(connection.settings_dict["NAME"]), timeout=20)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()


# --- PostgreSQL ------------------------------------------------------------------------------------------------------


def _run(*command: str) -> None:
    settings = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    environment = {name: str(settings[key]) for name, key in names.items() if settings.get(key)}
    whole = {**os.environ, **environment}
    try:
        done = subprocess.run(command, env=whole, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    except FileNotFoundError as error:
        raise ArchiveError(f"{command[0]} is missing. Install PostgreSQL's client programs.") from error
    if done.returncode:
        raise ArchiveError(f"{command[0]} failed: {done.stderr.strip()}")


def _copy_postgresql(copy: Path) -> None:
    _run("pg_dump", "--format=custom", "--no-owner", f"--file={copy}")


def _verify_postgresql(copy: Path) -> None:
    _run("pg_restore", "--list", str(copy))


def _restore_postgresql(copy: Path) -> None:
    name = str(connection.settings_dict["NAME"])
    connections.close_all()
    _run("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", f"--dbname={name}", str(copy))
