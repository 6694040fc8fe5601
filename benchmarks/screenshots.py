"""Pictures of the pages in their states, from a sample desk of their own.

.venv/bin/python -m benchmarks.screenshots [FOLDER]      (default: screenshots/, which git ignores)
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route, sync_playwright

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


def empty(page: Page, address: str) -> None:
    page.route("**/annotations/?*", lambda route: route.fulfill(json={"results": [], "next": None, "previous": None}))
    page.route("**/changes/*", lambda route: route.abort())
    open_workbench(page, address, 1)
    page.evaluate("document.getElementById('offline').hidden = true")


def _run(page: Page, address: str, **run: Any) -> None:
    """The run as the server would tell of it."""

    def tell(route: Route) -> None:
        answer = route.fetch()
        said = answer.json()
        route.fulfill(response=answer, json={**said, "run": {**(said["run"] or {}), **run}})

    page.route("**/changes/*", tell)
    open_workbench(page, address, 1)
    page.wait_for_timeout(700)


def running(page: Page, address: str) -> None:
    _run(page, address, state="running", done=14, total=31, waits_for_worker=False)


def failed(page: Page, address: str) -> None:
    said = {"de": "Nach drei Versuchen aufgegeben: der Text war nicht zu lesen.", "en": "Given up after three tries."}
    error = {"code": "failed", "detail": said[page.evaluate("document.documentElement.lang")]}
    _run(page, address, state="failed", error=error, waits_for_worker=False)


def offline(page: Page, address: str) -> None:
    open_workbench(page, address, 1)
    page.route("**/api/v1/**", lambda route: route.abort())
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.wait_for_selector("#offline:not([hidden])")
    page.wait_for_timeout(400)


def session_expired(page: Page, address: str) -> None:
    open_workbench(page, address, 1)
    refusal = {"code": "not_authenticated", "detail": "Anmelden."}
    page.route("**/api/v1/**", lambda route: route.fulfill(status=401, json=refusal))
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.wait_for_selector("#signed-out[open]")


def conflict(page: Page, address: str) -> None:
    """A colleague was faster."""
    open_workbench(page, address, 1)

    def refuse(route: Route) -> None:
        headers = {"Accept-Language": route.request.headers["accept-language"]}
        found = page.request.get(route.request.url.replace("accept/", ""), headers=headers).json()
        theirs = {**found, "state": "rejected", "reject_reason": "irrelevant", "revision": found["revision"] + 1}
        said = {
            "de": "Nicht gespeichert: Diese Fundstelle hat inzwischen jemand anders geändert.",
            "en": "Not saved: somebody else has changed this mark meanwhile.",
        }
        detail = said[page.evaluate("document.documentElement.lang")]
        route.fulfill(status=412, json={"code": "stale", "detail": detail, "current": theirs})

    page.route("**/accept/", refuse)
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.locator(".conflict summary").click()


def raise_sheet(page: Page) -> None:
    """A phone shows one card; the filters and the list come with the other height."""
    handle = page.locator("#sheet-handle[aria-expanded=false]")
    if handle.count() and handle.is_visible():
        handle.click()


def list_high(page: Page, address: str) -> None:
    open_workbench(page, address, 1)
    raise_sheet(page)


def extent(page: Page, address: str) -> None:
    open_workbench(page, address, 1)
    page.keyboard.press("j")
    page.keyboard.press("b")
    page.wait_for_selector(".edit-form")


def no_hits(page: Page, address: str) -> None:
    open_workbench(page, address, 1)
    raise_sheet(page)
    page.locator("#filter-state").select_option("wrong")
    page.locator("#filter-kind").select_option("quote")


def form(page: Page, address: str) -> None:
    open_workbench(page, address, 1)
    page.keyboard.press("j")
    page.keyboard.press("v")
    page.keyboard.press("2")
    page.wait_for_selector(".edit-form")


def preview(page: Page, address: str) -> None:
    open_workbench(page, address, 1)
    raise_sheet(page)
    page.locator(".bulk-menu summary").click()
    page.locator("#accept-sure").click()
    page.wait_for_selector("#bulk[open]")


def all_done(page: Page, address: str) -> None:
    """The last one: it decides on all suggestions of an article."""
    open_workbench(page, address, 4)
    raise_sheet(page)
    page.locator(".bulk-menu summary").click()
    page.locator("#accept-shown").click()
    page.wait_for_selector("#bulk[open], #empty:not([hidden])")
    if page.locator("#bulk[open]").count():
        page.locator("#bulk [value=go]").click()
    page.wait_for_selector("#empty:not([hidden])")
    page.wait_for_timeout(400)


STATES = (
    empty,
    running,
    failed,
    offline,
    session_expired,
    conflict,
    no_hits,
    form,
    extent,
    list_high,
    preview,
    all_done,
)
PAGES = {
    "bring-in": "/articles/new/",
    "reading": "/articles/1/text/",
    "missing": "/nirgends/",
    "profile": "/profile/",
    "check": "/articles/1/check/",
    "proof": "/articles/1/proof/",
    "history": "/articles/1/history/",
    "queue": "/queue/",
    "overview": "/overview/",
    "sources": "/sources/",
    "what-is-what": "/help/",
}


def take(browser: Browser, address: str, password: str, folder: Path) -> None:
    for locale, theme in (("de-DE", "light"), ("de-DE", "dark"), ("en-GB", "light")):
        context = browser.new_context(locale=locale, viewport=WIDE, color_scheme=theme)  # type: ignore[arg-type]
        name_of = theme if locale.startswith("de") else f"en-{theme}"
        page = context.new_page()
        page.goto(address)
        page.screenshot(path=folder / f"sign-in-{name_of}.png")
        sign_in(page, address, password)
        page.screenshot(path=folder / f"list-{name_of}.png")
        open_workbench(page, address, 1)
        if name_of == "light":
            decide(page)
        else:
            page.keyboard.press("j")
        page.wait_for_timeout(400)
        page.screenshot(path=folder / f"workbench-{name_of}.png")
        page.keyboard.press("?")
        page.screenshot(path=folder / f"help-{name_of}.png")
        for name, path in PAGES.items():
            page.goto(address + path)
            page.screenshot(path=folder / f"{name}-{name_of}.png")
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]
        page.goto(f"{address}/articles/")
        page.screenshot(path=folder / f"list-narrow-{name_of}.png")
        open_workbench(page, address, 3)
        page.screenshot(path=folder / f"workbench-narrow-{name_of}.png")
        for size, shape in ((WIDE, ""), (NARROW, "-narrow")):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            for state in STATES:
                state(page, address)
                page.screenshot(path=folder / f"{state.__name__}{shape}-{name_of}.png")
                page.unroute_all(behavior="ignoreErrors")
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
