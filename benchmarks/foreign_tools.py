"""Whether Label Studio marks the words we marked: our export loaded into the tool itself and looked at in a browser.

    python -m venv /tmp/ls && /tmp/ls/bin/pip install label-studio==1.23.2
    LATEST_VERSION_CHECK=false COLLECT_ANALYTICS=false LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN=true \\
      /tmp/ls/bin/label-studio start --no-browser --port 8391 --username a@b.example --password PASSWORD \\
      --user-token TOKEN
    .venv/bin/python -m benchmarks.foreign_tools --address http://127.0.0.1:8391 --user a@b.example \\
      --password PASSWORD --token TOKEN

Run by hand: the tool is no part of the project. Exits with 1 if any words differ.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import sys
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import sync_playwright

from annotations.formats.label_tools import write_labelstudio
from annotations.formats.records import AnnotationRecord, ArticleRecord, VersionRecord
from tests import services

# An emoji of several code points, and one beyond the BMP, before what is marked.
TEXT = "Familie 👩‍👩‍👧 und 😀 vorneweg.\n\n„Wir bauen zwölf Schulen“, sagte Anna Beck. Das kostet 3,5 Millionen Euro."
MARKED = (("quote", "Wir bauen zwölf Schulen"), ("figure", "3,5 Millionen Euro"), ("claim", "Das kostet"))
_NOW = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)
_FORMATS = Path(__file__).resolve().parents[1] / "docs" / "formats.md"


def article() -> ArticleRecord:
    """One article of ours with accepted marks, as an export reads it."""
    marks = []
    for number, (kind, exact) in enumerate(MARKED, start=1):
        start = TEXT.index(exact)
        place = (start, start + len(exact), exact, "", "")
        made: tuple[object, ...] = ("accepted", "", "", "", None, "", [], 1, _NOW, _NOW, "Anna Beck")
        marks.append(AnnotationRecord._make((number, kind, *place, *made, {}, (), None)))
    version = VersionRecord(1, 1, "", _NOW, TEXT)
    known = (None, "Bericht", "", "", "", "de", None, "", None, "draft", False, _NOW)
    return ArticleRecord._make((1, *known, version, marks))


def labelling_configuration() -> str:
    """The one the documentation tells people to use."""
    [found] = re.findall(r"```\n(<View>.*?)```", _FORMATS.read_text("utf-8"), re.S)
    return str(found)


def load(options: Any) -> tuple[int, int]:
    """Imports our file as it is; the numbers of project and task."""
    tasks = json.loads(b"".join(write_labelstudio(iter([article()]), "http://127.0.0.1:8000")))
    headers = {"Authorization": f"Token {options.token}"}
    with httpx.Client(base_url=f"{options.address}/api/", headers=headers, timeout=60) as tool:
        project = tool.post("projects/", json={"title": "Beleg", "label_config": labelling_configuration()})
        number: int = project.raise_for_status().json()["id"]
        tool.post(f"projects/{number}/import", json=tasks).raise_for_status()
        found = tool.get("tasks/", params={"project": number}).raise_for_status().json()
        return number, found["tasks"][0]["id"]


def words_marked(options: Any, project: int, task: int) -> list[str]:
    """What the browser shows as highlighted, in text order."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=services.need_chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        # The tool's pages ask for fonts and statistics elsewhere; this machine answers alone.
        page.route(re.compile(rf"^(?!{re.escape(options.address)})http"), lambda route: route.abort())
        page.goto(f"{options.address}/user/login/")
        page.locator("[name=email]").fill(options.user)
        page.locator("[name=password]").fill(options.password)
        page.locator("button[type=submit], form button").first.click()
        page.wait_for_load_state()
        page.goto(f"{options.address}/projects/{project}/data?task={task}")
        page.locator(".htx-highlight").first.wait_for(timeout=60_000)
        found: list[str] = page.locator(".htx-highlight").all_text_contents()
        browser.close()
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("address", "user", "password", "token"):
        parser.add_argument(f"--{name}", required=True)
    options = parser.parse_args()
    shown = words_marked(options, *load(options))
    expected = [exact for _kind, exact in sorted(MARKED, key=lambda mark: TEXT.index(mark[1]))]
    print(f"marked here:  {expected}\nmarked there: {shown}")
    return 0 if shown == expected else 1


if __name__ == "__main__":
    sys.exit(main())
