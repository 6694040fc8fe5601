"""Pictures of the pages in their states, from a sample desk of their own.

.venv/bin/python -m benchmarks.screenshots [FOLDER]      (default: screenshots/, which git ignores)
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests import services
from tests.functional.desk import Desk, free_port, open_desk, wait_for

WIDE, NARROW = {"width": 1280, "height": 850}, {"width": 390, "height": 800}


def start(desk: Desk) -> tuple[str, str]:
    """The desk's address and the editor's password."""
    process = desk.start_manage("serve")
    ready = r"Beleg is ready: (http://\S+)/"
    wait_for(lambda: re.search(ready, desk.output(process)), seconds=60, why="the desk is ready")
    finished = "SELECT count(*) FROM annotations_suggestionrun WHERE state = 'finished'"
    wait_for(lambda: desk.rows(finished) == [(4,)], seconds=60, why="the samples have their suggestions")
    said = desk.output(process)
    return re.findall(ready, said)[0], re.findall(r"redaktion\s+(\S+)", said)[0]


def sign_in(page: Page, address: str, password: str) -> None:
    page.goto(address)
    page.locator("[name=username]").fill("redaktion")
    page.locator("[name=password]").fill(password)
    page.locator("main button").click()


def open_workbench(page: Page, address: str, pk: int) -> None:
    page.goto(f"{address}/articles/{pk}/")
    page.wait_for_selector("body[data-ready]")
    page.wait_for_timeout(300)


def decide(page: Page) -> None:
    """Some accepted, one rejected, one active: what an article looks like in the middle of the work."""
    page.keyboard.press("j")
    for key in ("a", "a", "x", "a", "a"):
        page.keyboard.press(key)
        page.wait_for_timeout(250)


def take(browser: Browser, address: str, password: str, folder: Path) -> None:
    for theme in ("light", "dark"):
        context = browser.new_context(locale="de-DE", viewport=WIDE, color_scheme=theme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address)
        page.screenshot(path=folder / f"sign-in-{theme}.png")
        sign_in(page, address, password)
        page.screenshot(path=folder / f"list-{theme}.png")
        open_workbench(page, address, 1)
        if theme == "light":
            decide(page)
        else:
            page.keyboard.press("j")
        page.wait_for_timeout(400)
        page.screenshot(path=folder / f"workbench-{theme}.png")
        page.keyboard.press("?")
        page.screenshot(path=folder / f"help-{theme}.png")
        for name, path in (("bring-in", "/articles/new/"), ("reading", "/articles/1/text/"), ("missing", "/nirgends/")):
            page.goto(address + path)
            page.screenshot(path=folder / f"{name}-{theme}.png")
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        page.goto(f"{address}/articles/")
        page.screenshot(path=folder / f"list-narrow-{theme}.png")
        open_workbench(page, address, 3)
        page.screenshot(path=folder / f"workbench-narrow-{theme}.png")
        context.close()


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as data,
        open_desk(Path(data), PORT=str(free_port())) as desk,
        sync_playwright() as playwright,
    ):
        address, password = start(desk)
        browser = playwright.chromium.launch(executable_path=services.CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        take(browser, address, password, folder)
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main()
