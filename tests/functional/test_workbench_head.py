"""The head of the workbench: two lines in 48 pixels at every width, without losing what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from annotations.models import Article
from tests.factories import TEXT, suggested
from tests.functional.desk import wait_for
from tests.functional.workbench import open_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TITLE = "Wie der Landkreis seine Schulen bis zum Ende des Jahrzehnts umbauen will und was die Gemeinden davon halten"
RUNNING = {"state": "running", "done": 14, "total": 31, "waits_for_worker": False}
FINISHED = {"state": "finished", "waits_for_worker": False}
FAILED = {"state": "failed", "error": {"detail": "Nach drei Versuchen aufgegeben."}, "waits_for_worker": False}
COLLEAGUES = [{"id": 901, "name": "Bernadette Krause-Hallermann"}, {"id": 902, "name": "Dirk"}]
# What can be pressed in the head and cannot: too small, out of the window, or under something else.
OUT_OF_REACH = """() => [...document.querySelectorAll(".head :is(a, button, summary)")]
    .filter((one) => one.checkVisibility())
    .filter((one) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return Math.min(width, height) < 28 || !one.contains(hit);
    }).map((one) => one.textContent)"""


@pytest.fixture
def article(signed_in: Page) -> Iterator[Article]:
    """A long title, a long desk, and text enough to scroll."""
    text = TEXT + "\n\nDann gingen alle heim." * 30
    desk = "Wirtschaft und Verbraucherpolitik"
    yield suggested(User.objects.get(username="anna"), text, title=TITLE, desk=desk).article
    signed_in.unroute_all(behavior="ignoreErrors")


def tell(page: Page, run: dict[str, Any], colleagues: Sequence[dict[str, Any]] = COLLEAGUES) -> None:
    """The server says this of the run, and that these colleagues are here."""

    def answer(route: Route) -> None:
        said = route.fetch()
        news = said.json()
        route.fulfill(response=said, json={**news, "run": {**(news["run"] or {}), **run}, "present": colleagues})

    page.route("**/changes/*", answer)


def open_busy(page: Page, live_server: LiveServer, article: Article, run: dict[str, Any] = RUNNING) -> None:
    """With a run, colleagues, and counts of three digits."""
    tell(page, run)
    open_article(page, live_server, article.pk)
    expect(page.locator("#present")).to_contain_text("Dirk")
    page.evaluate("for (const one of document.querySelectorAll('.counts b')) one.textContent = '128'")


def height(page: Page) -> float:
    found: float = page.locator(".head").evaluate("(head) => head.getBoundingClientRect().height")
    return found


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("width", [320, 390, 640, 768, 959, 960, 1201, 1280, 1441])
def test_the_head_is_48_pixels_high(
    signed_in: Page, live_server: LiveServer, article: Article, language: str, width: int
) -> None:
    bench = signed_in
    if language == "en":
        bench.get_by_role("button", name="English").click()
        bench.wait_for_selector("html[lang=en]")
    bench.set_viewport_size({"width": width, "height": 500})
    open_busy(bench, live_server, article)
    expect(bench.locator("#run-bar")).to_be_visible()
    assert height(bench) == 48
    assert bench.evaluate(OUT_OF_REACH) == []
    assert bench.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(bench.locator(".head h1")).to_have_attribute("title", TITLE)
    for cut in ("#present", "#run"):
        assert bench.locator(cut).get_attribute("title") == bench.locator(cut).text_content()
    bench.evaluate("scrollTo(0, 200)")
    wait_for(lambda: bench.evaluate("scrollY") > 100, seconds=10, why="the text is scrolled")
    assert bench.locator(".head").evaluate("(head) => head.getBoundingClientRect().top") == 0


MOVED = """
    new PerformanceObserver((list) => {
        for (const { sources } of list.getEntries())
            for (const { node } of sources) if (node?.id === "main") document.body.dataset.moved = "true";
    }).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("width", [320, 390, 640, 768, 959, 1280])
def test_what_arrives_in_it_moves_no_text(
    signed_in: Page, live_server: LiveServer, article: Article, width: int
) -> None:
    signed_in.set_viewport_size({"width": width, "height": 800})
    tell(signed_in, FINISHED)
    open_article(signed_in, live_server, article.pk)
    signed_in.evaluate(MOVED)
    expect(signed_in.locator("#present")).to_contain_text("Dirk")
    expect(signed_in.locator("#run-dismiss")).to_be_visible()
    signed_in.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert signed_in.locator("body").get_attribute("data-moved") is None
    assert signed_in.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_result_of_a_run_stays_within_it(signed_in: Page, live_server: LiveServer, article: Article) -> None:
    signed_in.set_viewport_size({"width": 960, "height": 800})
    open_busy(signed_in, live_server, article, FINISHED)
    expect(signed_in.locator("#run-again")).to_be_visible()
    assert height(signed_in) == 48
    assert signed_in.evaluate(OUT_OF_REACH) == []


def test_a_result_once_dismissed_stays_so(signed_in: Page, live_server: LiveServer, article: Article) -> None:
    tell(signed_in, FINISHED, [])
    open_article(signed_in, live_server, article.pk)
    expect(signed_in.locator("#run")).not_to_be_empty()
    signed_in.get_by_role("button", name="Ausblenden").click()
    expect(signed_in.locator("#run")).to_be_empty()
    signed_in.reload()
    expect(signed_in.locator("#run-again")).to_be_visible()
    expect(signed_in.locator("#run")).to_be_empty()
    expect(signed_in.locator("#run-dismiss")).to_be_hidden()


def test_an_error_of_a_run_is_not_cut(signed_in: Page, live_server: LiveServer, article: Article) -> None:
    signed_in.set_viewport_size({"width": 960, "height": 800})
    open_busy(signed_in, live_server, article, FAILED)
    expect(signed_in.locator("#run")).to_contain_text("aufgegeben")
    assert height(signed_in) > 48
    assert signed_in.locator("#run").evaluate("(run) => run.scrollWidth <= run.clientWidth")
    assert signed_in.evaluate(OUT_OF_REACH) == []


def test_without_colleagues_the_first_line_ends_where_the_second_does(
    signed_in: Page, live_server: LiveServer, article: Article
) -> None:
    tell(signed_in, FINISHED, [])
    open_article(signed_in, live_server, article.pk)
    expect(signed_in.locator("#run-dismiss")).to_be_visible()
    assert len({round(right(signed_in, one)) for one in ("#run-dismiss", ".counts")}) == 1


def right(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box
    return box["x"] + box["width"]


def test_large_text_makes_the_head_grow(signed_in: Page, live_server: LiveServer, article: Article) -> None:
    bench = signed_in
    open_busy(bench, live_server, article)
    bench.evaluate("document.documentElement.style.fontSize = '200%'")
    assert height(bench) > 48
    assert bench.evaluate(OUT_OF_REACH) == []


@pytest.mark.parametrize("is_touch", [False, True])
def test_what_has_no_room_is_in_the_menu_of_the_head(
    browser: Browser, signed_in: Page, live_server: LiveServer, article: Article, is_touch: bool
) -> None:
    """It reaches all of it in a window of 320 by 320, and touch has targets of 44 px whatever the width."""
    window = {"width": 900 if is_touch else 320, "height": 320}
    context = browser.new_context(
        locale="de-DE",
        viewport={"width": window["width"], "height": window["height"]},
        has_touch=is_touch,
        is_mobile=is_touch,
        storage_state=signed_in.context.storage_state(),
    )
    page = context.new_page()
    tell(page, FINISHED, [])
    open_article(page, live_server, article.pk)
    expect(page.get_by_role("link", name="Fahne")).to_be_hidden()
    page.get_by_text("Menü", exact=True).click()
    for name in ("Prüfung", "Fahne", "Verlauf"):
        page.get_by_role("link", name=name).click(trial=True)
    least = page.locator(".head :is(a, button, summary):visible").evaluate_all(
        "(all) => Math.min(...all.map((one) => one.getBoundingClientRect().height))"
    )
    assert least >= (44 if is_touch else 28)
    page.get_by_role("button", name="Hilfe").click()
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Fahne")).to_be_hidden()
    context.close()
