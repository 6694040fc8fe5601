"""What browser tests of the workbench share: opening it, selecting as a drag would, reading what is drawn."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from tests.functional.desk import wait_for

PROBE = "/api/v1/me/?probe"


def open_article(page: Page, live_server: LiveServer, pk: int) -> None:
    page.goto(f"{live_server.url}/articles/{pk}/")
    page.wait_for_selector("body[data-ready]")


def select(page: Page, words: str) -> None:
    """Selects words as a drag would leave them."""
    page.evaluate(
        """words => {
            for (const p of document.querySelectorAll("#text [data-start]")) {
                const at = p.firstChild.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(p.firstChild, at);
                range.setEnd(p.firstChild, at + words.length);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
                document.getElementById("text").focus({preventScroll: true});
                return;
            }
            throw new Error("not in the text: " + words);
        }""",
        words,
    )


def highlighted(page: Page, name: str) -> list[str]:
    found: list[str] = page.evaluate(
        """name => [...CSS.highlights.get(name)].map(({startContainer, startOffset, endContainer, endOffset}) => {
            const range = document.createRange();
            range.setStart(startContainer, startOffset);
            range.setEnd(endContainer, endOffset);
            return range.toString();
        })""",
        name,
    )
    return found


def middle_of(page: Page, words: str) -> tuple[float, float]:
    """The point of the page in the middle of the words' first occurrence, once it has come to rest there."""
    found: list[tuple[float, float]] = [_middle_of(page, words)]

    def is_at_rest() -> bool:
        page.wait_for_timeout(50)
        found.append(_middle_of(page, words))
        return found[-1] == found[-2]

    wait_for(is_at_rest, seconds=10, why="the text stays where it is")
    return found[-1]


def _middle_of(page: Page, words: str) -> tuple[float, float]:
    x, y = page.evaluate(
        """words => {
            for (const p of document.querySelectorAll("#text [data-start]")) {
                const at = p.firstChild.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(p.firstChild, at);
                range.setEnd(p.firstChild, at + words.length);
                const rect = range.getClientRects()[0];
                return [rect.x + rect.width / 2, rect.y + rect.height / 2];
            }
            throw new Error("not in the text: " + words);
        }""",
        words,
    )
    return x, y


def card(page: Page, words: str, kind: str = "figure") -> Locator:
    return page.locator(f".card-{kind}", has=page.locator(".card-exact", has_text=re.compile(f"^{re.escape(words)}$")))


def selected(page: Page) -> Locator:
    return page.locator("#selected")


def expect_saved(page: Page) -> None:
    expect(page.locator("body[aria-busy=true]")).to_have_count(0)  # a form may be on its way to the page
    expect(page.locator("#saving")).to_have_attribute("data-waiting", "0", timeout=15_000)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def intercept(page: Page, address: str, handler: Callable[[Route], object]) -> None:
    """Routes what the page asks of this address, and comes back once nothing passes by.

    Chromium agrees to it before the open page has heard of it: what that page sends in the first moments would go
    to the server.
    """
    page.route(address, handler)
    page.route(f"**{PROBE}", lambda route: route.fulfill(status=204))
    wait_for(lambda: _status(page, PROBE) == 204, seconds=10, why="requests come this way")
    page.unroute(f"**{PROBE}")


def _status(page: Page, address: str) -> int:
    status: int = page.evaluate("async (address) => (await fetch(address)).status", address)
    return status


def refuse(page: Page, address: str) -> None:
    """The server does not answer there any more."""
    intercept(page, address, lambda route: route.abort("connectionrefused"))
