"""Whether Label Studio and doccano mark the words we marked: our export loaded into the tool itself and looked at in a
browser.

    .venv/bin/python -m benchmarks.foreign_tools label-studio --address http://127.0.0.1:8391 --user a@b.example \\
      --password PASSWORD --token TOKEN
    .venv/bin/python -m benchmarks.foreign_tools doccano --address http://127.0.0.1:8392 --user admin \\
      --password PASSWORD

Run by hand, with the tools started as `benchmarks/rivals.py` says: they are no part of the project. Exits with 1 if any
words differ.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Page, sync_playwright

from annotations.formats.label_tools import write_doccano, write_labelstudio
from annotations.formats.records import AnnotationRecord, ArticleRecord, VersionRecord
from tests import services

# An emoji of several code points, and one beyond the BMP, before what is marked.
TEXT = "Familie 👩‍👩‍👧 und 😀 vorneweg.\n\n„Wir bauen zwölf Schulen“, sagte Anna Beck. Das kostet 3,5 Millionen Euro."
MARKED = (("quote", "Wir bauen zwölf Schulen"), ("figure", "3,5 Millionen Euro"), ("claim", "Das kostet"))
_NOW = datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)
SITE = "http://127.0.0.1:8000"
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


def load_into_label_studio(options: Any) -> str:
    """Imports our file as it is; the address of the page that shows it."""
    tasks = json.loads(b"".join(write_labelstudio(iter([article()]), SITE)))
    headers = {"Authorization": f"Token {options.token}"}
    with httpx.Client(base_url=f"{options.address}/api/", headers=headers, timeout=60) as tool:
        project = tool.post("projects/", json={"title": "Beleg", "label_config": labelling_configuration()})
        number: int = project.raise_for_status().json()["id"]
        tool.post(f"projects/{number}/import", json=tasks).raise_for_status()
        found = tool.get("tasks/", params={"project": number}).raise_for_status().json()
        return f"projects/{number}/data?task={found['tasks'][0]['id']}"


def load_into_doccano(options: Any) -> str:
    """As the documentation says: overlapping spans, no grapheme clusters, the column `label`."""
    who = {"username": options.user, "password": options.password}
    key = httpx.post(f"{options.address}/v1/auth/login/", json=who).raise_for_status().json()["key"]
    kind = {"project_type": "SequenceLabeling", "resourcetype": "SequenceLabelingProject"}
    rules = {"allow_overlapping": True, "grapheme_mode": False}
    headers = {"Authorization": f"Token {key}"}
    with httpx.Client(base_url=f"{options.address}/v1/", headers=headers, timeout=60) as tool:
        body = {"name": "Beleg", "description": "-", "guideline": "", **kind, **rules}
        project = f"projects/{tool.post('projects', json=body).raise_for_status().json()['id']}"
        export = b"".join(write_doccano(iter([article()]), SITE))
        file = tool.post("fp/process/", files={"filepond": ("beleg.jsonl", export, "application/json")})
        columns = {"column_data": "text", "column_label": "label", "encoding": "utf_8"}
        body = {"format": "JSONL", "task": "SequenceLabeling", "uploadIds": [file.raise_for_status().text], **columns}
        task = tool.post(f"{project}/upload", json=body).raise_for_status().json()["task_id"]
        while not (state := tool.get(f"tasks/status/{task}").raise_for_status().json())["ready"]:
            time.sleep(0.2)
        if problem := state["error"] or state["result"]["error"]:
            sys.exit(f"doccano did not take the file: {problem}")
        return f"{project}/sequence-labeling?page=1"


# What lies above each line that doccano draws under a label, read from the letters' places.
_UNDERLINED = """() => {
    const text = [...document.querySelectorAll("svg text[id]")].filter((t) => t.getNumberOfChars() > 1);
    const left = (t, i) => t.getStartPositionOfChar(i).x + t.getScreenCTM().e;
    return [...document.querySelectorAll("svg line")].map((line) => {
        const { left: from, right: to, top } = line.getBoundingClientRect();
        const above = text.filter((t) => t.getBoundingClientRect().top < top).at(-1);
        return [...Array(above.getNumberOfChars()).keys()]
            .filter((i) => left(above, i) > from - 3 && left(above, i) < to - 3)
            .map((i) => above.textContent[i]).join("");
    });
}"""


def words_in_label_studio(page: Page, options: Any, path: str) -> list[str]:
    page.goto(f"{options.address}/user/login/")
    page.locator("[name=email]").fill(options.user)
    page.locator("[name=password]").fill(options.password)
    page.locator("button[type=submit], form button").first.click()
    page.wait_for_url(lambda address: "/user/login" not in address)
    page.goto(f"{options.address}/{path}")
    page.locator(".htx-highlight").first.wait_for(timeout=60_000)
    found: list[str] = page.locator(".htx-highlight").all_text_contents()
    return found


def words_in_doccano(page: Page, options: Any, path: str) -> list[str]:
    page.goto(f"{options.address}/auth")
    page.locator("input[type=text]").first.fill(options.user)
    page.locator("input[type=password]").fill(options.password)
    page.get_by_role("button", name="Login").last.click()
    page.wait_for_url("**/projects")
    page.goto(f"{options.address}/{path}")
    page.locator("svg line").nth(len(MARKED) - 1).wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(1000)  # until its lines stand where they stay
    found: list[str] = page.evaluate(_UNDERLINED)
    return found


TOOLS = {
    "label-studio": (load_into_label_studio, words_in_label_studio),
    "doccano": (load_into_doccano, words_in_doccano),
}


def words_marked(options: Any) -> list[str]:
    """What the tool's page shows as marked, in text order."""
    load, read = TOOLS[options.tool]
    path = load(options)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=services.need_chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 1000})
        # The tools' pages ask for fonts and statistics elsewhere; this machine answers alone.
        page.route(re.compile(rf"^(?!{re.escape(options.address)})http"), lambda route: route.abort())
        found = read(page, options, path)
        browser.close()
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool", choices=list(TOOLS))
    for name in ("address", "user", "password"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--token", help="of Label Studio")
    options = parser.parse_args()
    shown = words_marked(options)
    expected = [exact for _kind, exact in sorted(MARKED, key=lambda mark: TEXT.index(mark[1]))]
    print(f"marked here:  {expected}\nmarked there: {shown}")
    return 0 if shown == expected else 1


if __name__ == "__main__":
    sys.exit(main())
