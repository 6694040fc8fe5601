"""Nothing is lost and nothing is done twice: answers that do not arrive, a server that goes away and comes back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Dialog, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from annotations.models import Annotation, Article, Comment, Event, SentenceReview, Verdict
from tests.factories import bring_in, mark
from tests.functional.workbench import card, expect_saved, highlighted, intercept, open_article, press, refuse, select

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FACT = "40-sekündigen"


@pytest.fixture
def article(signed_in: Page) -> Article:
    editor = User.objects.get(username="anna")
    brought_in = bring_in(editor)
    mark(editor, brought_in.version, FACT, kind="figure")
    return brought_in.article


@pytest.fixture
def bench(signed_in: Page, live_server: LiveServer, article: Article) -> Page:
    """One accepted figure, open in the list."""
    open_article(signed_in, live_server, article.pk)
    signed_in.locator("#filter-state").select_option("all")
    card(signed_in, FACT).locator(".card-head").click()
    return signed_in


class LostAnswer:
    """The server does once what it is asked, and nobody hears of it; whatever is asked then waits for `release`.

    Held back, because what the page shows meanwhile would else be gone after a second, looked at or not.
    """

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []  # by method and key
        self._held: list[Route] | None = []
        intercept(page, "**/api/v1/**", self._handle)

    def _handle(self, route: Route) -> None:
        request = route.request
        if request.method == "GET":
            return route.continue_()
        self.asked.append(f"{request.method} {request.headers.get('idempotency-key')}")
        if len(self.asked) == 1:
            assert route.fetch().ok
            return route.abort("connectionreset")
        if self._held is not None:
            return self._held.append(route)
        return route.continue_()

    def release(self) -> None:
        held, self._held = self._held or [], None
        for route in held:
            route.continue_()


def comment(page: Page) -> None:
    page.get_by_role("button", name="Kommentar …").click()
    page.keyboard.type("Stimmt das?")
    press(page, "Control+Enter")


def change_a_field(page: Page) -> None:
    press(page, "e")
    page.locator(".edit-form [name=unit]").fill("Sek.")
    press(page, "Control+Enter")


def mark_words(page: Page) -> None:
    select(page, "Anna Beck")
    press(page, "q")


def number_of_events() -> int:
    return Event.objects.filter(object_type="annotation").count()


ONCE: dict[str, tuple[Callable[[Page], None], Callable[[], int]]] = {
    "mark": (mark_words, lambda: Annotation.objects.filter(exact="Anna Beck").count()),
    "comment": (comment, lambda: Comment.objects.count()),
    "field": (change_a_field, lambda: number_of_events() - 1),
    "reject": (lambda page: press(page, "x"), lambda: Annotation.objects.filter(state="rejected").count()),
    "bin": (lambda page: press(page, "Delete"), lambda: Annotation.objects.filter(deleted_at__isnull=False).count()),
    "verdict": (lambda page: press(page, "v", "6"), lambda: Verdict.objects.count()),
    "sentence": (lambda page: press(page, "g", "n", "w"), lambda: SentenceReview.objects.count()),
}


@pytest.mark.parametrize("name", ONCE)
def test_what_arrived_unheard_is_not_done_again(bench: Page, name: str) -> None:
    act, done = ONCE[name]
    lost = LostAnswer(bench)
    act(bench)
    expect(bench.locator("#offline")).to_be_visible()
    lost.release()
    expect_saved(bench)
    expect(bench.locator("#offline")).to_be_hidden()
    assert len(lost.asked) == 2
    assert len(set(lost.asked)) == 1
    assert "undefined" not in lost.asked[0]
    assert "None" not in lost.asked[0]
    assert done() == 1
    expect(bench.locator("#notice")).not_to_have_class("notice is-error")
    expect(bench.locator(".conflict")).to_have_count(0)


def test_undo_knows_what_arrived_unheard(bench: Page) -> None:
    lost = LostAnswer(bench)
    press(bench, "x")
    expect(bench.locator("#offline")).to_be_visible()
    lost.release()
    expect_saved(bench)
    press(bench, "u")
    expect_saved(bench)
    assert Annotation.objects.get(exact=FACT).state == "accepted"


def test_a_server_that_goes_away_and_comes_back(bench: Page) -> None:
    refuse(bench, "**/api/v1/**")
    mark_words(bench)
    expect(bench.locator("#offline")).to_be_visible()
    expect(card(bench, "Anna Beck", "quote")).to_have_class("card card-quote is-accepted is-open is-pending")
    assert "Anna Beck" in highlighted(bench, "quote-accepted")
    press(bench, "a")
    expect(bench.locator("#notice")).to_contain_text("noch unterwegs")
    card(bench, FACT).locator(".card-head").click()
    comment(bench)
    press(bench, "v", "6")
    select(bench, "am Montag")
    press(bench, "c")
    expect(bench.locator("#saving")).to_have_attribute("data-waiting", "4")
    expect(bench.locator("#offline-queue")).to_contain_text("4", timeout=20_000)
    expect(card(bench, FACT).locator(".card-check")).to_contain_text("nicht prüfbar")
    assert not Verdict.objects.exists()
    bench.unroute("**/api/v1/**")
    expect_saved(bench)
    expect(bench.locator("#offline")).to_be_hidden()
    assert set(Annotation.objects.values_list("exact", "kind")) == {
        (FACT, "figure"),
        ("Anna Beck", "quote"),
        ("am Montag", "claim"),
    }
    assert Verdict.objects.get().status == "not_checkable"
    assert Comment.objects.get().text == "Stimmt das?"


def test_a_mark_the_server_refuses_is_taken_away_again(bench: Page) -> None:
    refusal = {"code": "not_allowed", "detail": "Das darf hier niemand."}
    intercept(bench, "**/api/v1/annotations/", lambda route: route.fulfill(status=403, json=refusal))
    mark_words(bench)
    expect(bench.locator("#notice")).to_have_text("Das darf hier niemand.")
    expect(bench.locator(".card")).to_have_count(1)
    assert highlighted(bench, "quote-accepted") == []


def test_leaving_the_page_warns_while_something_waits(bench: Page) -> None:
    refuse(bench, "**/api/v1/**")
    press(bench, "x")
    expect(bench.locator("#saving")).to_have_attribute("data-waiting", "1")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    bench.once("dialog", stay)
    bench.close(run_before_unload=True)
    expect(bench.locator("#saving")).to_have_attribute("data-waiting", "1")
    assert asked == ["beforeunload"]
    bench.unroute("**/api/v1/**")
    expect_saved(bench)
    assert Annotation.objects.get(exact=FACT).state == "rejected"


def test_an_expired_session_is_renewed_over_the_article(bench: Page) -> None:
    bench.context.clear_cookies(name="sessionid")
    press(bench, "x")
    dialog = bench.locator("#signed-out")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Passwort").fill("falsch")
    dialog.get_by_role("button", name="Anmelden").click()
    expect(dialog.get_by_role("alert")).not_to_be_empty()
    dialog.get_by_label("Passwort").fill("sehr-geheim-1")
    dialog.get_by_role("button", name="Anmelden").click()
    expect(dialog).to_be_hidden()
    expect_saved(bench)
    assert Annotation.objects.get(exact=FACT).state == "rejected"
