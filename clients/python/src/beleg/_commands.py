"""What the commands do. Each says whether all of it succeeded; results go to standard output, the rest beside it."""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

from tqdm import tqdm

from beleg._client import Client
from beleg._errors import Conflict, Invalid, JobFailed
from beleg._jobs import Progress
from beleg._types import Annotation

_BAR_AFTER_SECONDS = 1.0  # shorter work needs no bar; where there is no terminal none is drawn
_TITLE_LENGTH = 120  # characters of a headline; a longer first line is running text
_IMPORTED = {".jsonl": "jsonl", ".zip": "zip"}  # what becomes a job, by the end of its name
_COLUMNS = (
    "id",
    "article",
    "version",
    "kind",
    "start",
    "end",
    "exact",
    "state",
    "said_by",
    "value",
    "minimum",
    "maximum",
    "unit",
    "verdict",
    "created_at",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def tell(sentence: str) -> None:
    # Names of files may hold bytes that are no UTF-8.
    tqdm.write(sentence.encode("utf-8", "backslashreplace").decode(), file=sys.stderr)


def moment(written: str) -> str:
    """A date or a time, by this machine's clock unless it names a zone, as the API takes it."""
    try:
        return datetime.fromisoformat(written).astimezone(UTC).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"write “{written}” as 2026-09-14 or 2026-09-14T08:00") from error


def push(client: Client, asked: argparse.Namespace) -> bool:
    if asked.title and len(asked.files) > 1:
        tell("--title names one article. Push the files one by one, or leave it out.")
        return False
    failed = 0
    pushed: set[str] = set()
    for name in tqdm(asked.files, unit=" files", disable=None, delay=_BAR_AFTER_SECONDS, leave=False):
        path = Path(name)
        form = _IMPORTED.get(path.suffix.lower())
        try:
            if not form:
                _check_name(path, pushed)
            said, is_fine = _import(client, path, form, asked) if form else (_push_file(client, path, asked), True)
        except (Invalid, Conflict, JobFailed, OSError, _NameUnfit) as error:
            said, is_fine = str(error), False
        failed += not is_fine
        tell(f"{name}: {said}")
    if failed:
        tell(f"{failed} of {len(asked.files)} failed.")
    return not failed


class _NameUnfit(Exception):
    """A file whose name cannot be the number of an article."""


def _check_name(path: Path, pushed: set[str]) -> None:
    """Raises `_NameUnfit`."""
    if path.name in pushed:
        raise _NameUnfit("another file of this name came before, and the name is the article's number. Rename one.")
    try:
        path.name.encode()
    except UnicodeEncodeError:
        raise _NameUnfit("the name is no UTF-8, and it is the article's number. Rename the file.") from None
    pushed.add(path.name)


def _push_file(client: Client, path: Path, asked: argparse.Namespace) -> str:
    """What became of it. Raises `Invalid`, `Conflict` or `OSError`."""
    names = ("outlet", "desk", "byline", "language", "published_on")
    fields = {name: value for name in names if (value := getattr(asked, name)) is not None}
    title = asked.title or _title(path)
    try:
        article = client.articles.create(title=title, file=path, external_id=path.name, **fields)
    except Conflict as error:
        number = error.document.get("article")
        if error.code != "external_id_taken" or number is None:
            raise
        if not asked.update:
            return f"there already as article {number}; --update brings it in as a new version"
        added = client.articles.add_version(number, file=path)
        return f"version {added['version']['number']} of article {number}{'' if added['is_new'] else ', unchanged'}"
    return f"article {article['id']}"


def _import(client: Client, path: Path, form: str, asked: argparse.Namespace) -> tuple[str, bool]:
    """What became of a file of many articles, with its problems, and whether there are none."""
    with _bar(" rows") as show:
        job = client.imports.wait(client.imports.create(path, form=form, desk=asked.desk or ""), on_progress=show)
    told = [f"{job['created']} created, {job['unchanged']} there already, {job['failed']} failed"]
    for result in client.imports.results(job["id"], outcome="failed"):
        place = f"{result['row']}.{result['item']}" if result["item"] else f"{result['row']}"
        told.append(f"  row {place}: {(result['problem'] or {}).get('detail', '')}")
    return "\n".join(told), not job["failed"]


@contextmanager
def _bar(unit: str) -> Iterator[Progress]:
    """Draws the progress of a job, if it takes long and there is a terminal."""
    with tqdm(unit=unit, disable=None, delay=_BAR_AFTER_SECONDS, leave=False) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total or None
            bar.update(done - bar.n)

        yield show


def _title(path: Path) -> str:
    """The first line if it is short enough for a headline, else the file's name. Raises `OSError`."""
    with path.open("rb") as file:
        beginning = file.read(4096)
    try:
        text = beginning.decode("utf-8-sig", "strict" if len(beginning) < 4096 else "ignore")
    except UnicodeDecodeError:
        text = beginning.decode("cp1252", "replace")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[0] if lines and len(lines[0]) <= _TITLE_LENGTH else path.stem


def pull(client: Client, asked: argparse.Namespace) -> bool:
    names = {"kind": "kind", "state": "state", "verdict": "verdict", "article": "article", "since": "created_after"}
    filters = {name: value for own, name in names.items() if (value := getattr(asked, own)) is not None}
    marks = tqdm(client.annotations.find(**filters), unit=" marks", disable=None, delay=_BAR_AFTER_SECONDS, leave=False)
    write = {"jsonl": _write_lines, "csv": _write_table}[asked.form]
    if asked.output is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # as into a file, whatever this machine takes for its own
        write(marks, sys.stdout)
    else:
        with _whole(Path(asked.output)) as part, part.open("w", encoding="utf-8", newline="") as file:
            write(marks, file)
    return True


def _write_lines(marks: Iterable[Annotation], to: TextIO) -> None:
    for mark in marks:
        to.write(json.dumps(mark, ensure_ascii=False) + "\n")


def _write_table(marks: Iterable[Annotation], to: TextIO) -> None:
    """UTF-8 with commas, for programs; `beleg export --as csv` writes one for a German Excel."""
    writer = csv.writer(to, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for mark in marks:
        row = _row(mark)
        writer.writerow([_cell(row[name]) for name in _COLUMNS])


def _row(mark: Annotation) -> dict[str, Any]:
    figure = mark["figure"] or {}
    speaker = (mark["quote"] or {}).get("speaker") or (mark["claim"] or {}).get("claimant") or {}
    more = {name: figure.get(name) for name in ("value", "minimum", "maximum", "unit")}
    verdict = (mark["verdict"] or {}).get("status", "unchecked" if mark["state"] == "accepted" else "")
    return {**mark, **more, "said_by": speaker.get("name"), "verdict": verdict}


def _cell(value: Any) -> Any:
    """Words that a spreadsheet would run as a formula get an apostrophe before them; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def export(client: Client, asked: argparse.Namespace) -> bool:
    named = {name: value for name in ("desk", "outlet", "state") if (value := getattr(asked, name)) is not None}
    selection: dict[str, Any] = {"filters": named} if named else {}
    if asked.article:
        selection["articles"] = asked.article
    with _bar(" articles") as show:
        job = client.exports.wait(client.exports.create(asked.form, **selection), on_progress=show)
    with _whole(Path(asked.output)) as part, part.open("wb") as file:
        client.exports.download(job, file)
    tell(f"{asked.output}: {job['articles']} articles, {job['annotations']} marks")
    return True


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A file beside `path` that takes its name once it is complete: no half file is ever taken for a whole one."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
