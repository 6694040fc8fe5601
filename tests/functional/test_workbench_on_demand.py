"""Modules that come when somebody begins to work or asks for them: not with the page, and again where that failed."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from annotations.models import Annotation, Verdict
from annotations.services.comments import add_comment
from tests.factories import bring_in, make_source, mark
from tests.functional.desk import wait_for
from tests.functional.workbench import card, expect_saved, intercept, open_article, press, refuse

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FACT = "40-sekündigen"
# The list is empty as the page opens, so what it says (summary) is there.
WITH_THE_FIRST_ACT = {"check", "comments", "find", "forms", "sign-in", "verdict-form", "waving"}
ON_DEMAND = {"bulk", "comparison", "history", "new-source", "source-picker"}


@pytest.fixture
def fact(signed_in: Page, live_server: LiveServer) -> Locator:
    """One accepted figure with a comment; the page is open, its card is not."""
    editor = User.objects.get(username="anna")
    brought_in = bring_in(editor)
    mark(editor, brought_in.version, FACT, kind="figure")
    add_comment(annotation=Annotation.objects.get(), text="Wer hat gestoppt?", actor=editor)
    open_article(signed_in, live_server, brought_in.article.pk)
    signed_in.locator("#filter-state").select_option("all")
    return card(signed_in, FACT)


def away(page: Page, module: str | None) -> str:
    """The server does not give this module, or else no comments; says what to unroute."""
    address = f"**/workbench/{module}.*" if module else "**/api/v1/annotations/*/comments/"
    refuse(page, address)
    return address


def fetched(page: Page) -> set[str]:
    names: list[str] = page.evaluate(
        """() => performance.getEntriesByType("resource").map((e) => e.name.match(/workbench[/]([-a-z]+)[.]/)?.[1])"""
    )
    return set(names)


def test_opening_the_page_fetches_none_of_them(signed_in: Page, fact: Locator) -> None:
    expect(fact).to_be_visible()
    signed_in.wait_for_load_state("networkidle")
    assert "hands" in fetched(signed_in)
    assert not (WITH_THE_FIRST_ACT | ON_DEMAND) & fetched(signed_in)


def test_what_work_needs_is_there_from_the_first_key_on_even_if_the_server_goes_away(
    signed_in: Page, fact: Locator
) -> None:
    press(signed_in, "j")
    wait_for(lambda: fetched(signed_in) >= WITH_THE_FIRST_ACT, seconds=15, why="what work needs is fetched")
    signed_in.wait_for_load_state("networkidle")
    refuse(signed_in, "**/*")
    press(signed_in, "e")
    expect(fact.locator(".edit-form [name=unit]")).to_be_visible()
    press(signed_in, "Escape", "v", "4")
    signed_in.keyboard.type("Wer hat das gemessen?")
    press(signed_in, "Control+Enter", "m")
    expect(signed_in.get_by_label("Wörter im Text")).to_be_focused()
    press(signed_in, "Escape")
    expect(fact.locator(".card-check")).to_contain_text("Rückfrage")
    signed_in.unroute("**/*")
    expect_saved(signed_in)
    assert Verdict.objects.get().question == "Wer hat das gemessen?"


class Held:
    """The server takes its time with this module, until it gives it or gives up."""

    def __init__(self, page: Page, module: str) -> None:
        self._page = page
        self._waiting: list[Route] | None = []
        intercept(page, f"**/workbench/{module}.*", self._handle)

    def _handle(self, route: Route) -> None:
        if self._waiting is None:
            route.continue_()
        else:
            self._waiting.append(route)

    def _is_asked(self) -> bool:
        self._page.wait_for_timeout(10)  # only a call lets requests come in
        return bool(self._waiting)

    def end(self, *, given: bool = True) -> None:
        wait_for(self._is_asked, seconds=10, why="the page asks for the module")
        waiting, self._waiting = self._waiting or [], None
        for route in waiting:
            if given:
                route.continue_()
            else:
                route.abort("connectionrefused")


def test_what_is_typed_before_the_form_is_there_goes_into_it(signed_in: Page, fact: Locator) -> None:
    check = Held(signed_in, "check")
    press(signed_in, "j", "v", "4")
    signed_in.keyboard.type("Wer hatx")
    press(signed_in, "Backspace")
    signed_in.keyboard.type(" gemessen?")
    press(signed_in, "Tab")
    press(signed_in, "Control+Enter")
    expect(signed_in.locator("#notice")).to_contain_text("Was Sie tippen, bleibt erhalten")
    expect(fact.locator(".edit-form")).to_have_count(0)
    check.end()
    expect_saved(signed_in)
    expect(fact.locator(".card-check")).to_contain_text("Rückfrage")
    assert (Verdict.objects.get().status, Verdict.objects.get().question) == ("query", "Wer hat gemessen?")


def test_what_is_pressed_before_a_verdict_can_be_given_is_done_after_it(signed_in: Page, fact: Locator) -> None:
    check = Held(signed_in, "check")
    press(signed_in, "j", "v", "6", "x")
    expect(fact.locator(".card-state")).to_have_text("Angenommen")
    check.end()
    expect(fact.locator(".card-state")).to_have_text("Abgelehnt")
    expect_saved(signed_in)
    assert Verdict.objects.get().status == "not_checkable"
    assert Annotation.objects.get().state == "rejected"


def test_a_form_that_could_not_be_fetched_says_so_and_opens_the_next_time(signed_in: Page, fact: Locator) -> None:
    forms = Held(signed_in, "forms")
    press(signed_in, "j", "e")
    signed_in.keyboard.type("xx")
    forms.end(given=False)
    expect(signed_in.locator("#notice")).to_contain_text("solange der Server nicht antwortet")
    press(signed_in, "e")
    expect(fact.locator(".edit-form")).to_be_visible()
    assert Annotation.objects.get().state == "accepted", "what was typed for the form decides on nothing"


def test_history_that_could_not_be_fetched_is_there_the_next_time(signed_in: Page, fact: Locator) -> None:
    address = away(signed_in, "history")
    fact.locator(".card-head").click()
    history = fact.locator("details.history")
    history.locator("summary").click()
    expect(history).to_contain_text("solange der Server nicht antwortet")
    signed_in.unroute(address)
    history.locator("summary").click()
    history.locator("summary").click()
    expect(history.locator("li")).to_have_text("Keine.")


@pytest.mark.parametrize("module", ["comments", None])
def test_comments_that_could_not_be_fetched_leave_the_card_complete(
    signed_in: Page, fact: Locator, module: str | None
) -> None:
    address = away(signed_in, module)
    fact.locator(".card-head").click()
    expect(fact).to_contain_text("Die Kommentare lassen sich gerade nicht laden")
    expect(fact.get_by_role("button", name="Ablehnen")).to_be_visible()
    signed_in.unroute(address)
    fact.locator(".card-head").click()
    fact.locator(".card-head").click()
    expect(fact.locator(".comment")).to_contain_text("Wer hat gestoppt?")
    expect(fact).not_to_contain_text("Die Kommentare lassen sich gerade nicht laden")


def test_a_verdict_without_a_source_is_saved_where_sources_cannot_be_fetched(signed_in: Page, fact: Locator) -> None:
    away(signed_in, "source-picker")
    fact.locator(".card-head").click()
    press(signed_in, "v", "2")
    expect(fact).to_contain_text("Quellen lassen sich nicht suchen")
    fact.locator("[name=note]").fill("Selbst gestoppt")
    press(signed_in, "Control+Enter")
    expect_saved(signed_in)
    verdict = Verdict.objects.get()
    assert (verdict.status, verdict.note) == ("confirmed", "Selbst gestoppt")


def test_what_was_typed_before_sources_could_be_fetched_is_searched_then(signed_in: Page, fact: Locator) -> None:
    make_source(User.objects.get(username="anna"), title="Protokoll der Sitzung")
    address = away(signed_in, "source-picker")
    fact.locator(".card-head").click()
    press(signed_in, "v", "2")
    signed_in.keyboard.type("Protokoll")
    press(signed_in, "Enter", "Control+Enter")
    expect(fact).to_contain_text("Quellen lassen sich nicht suchen")
    expect_saved(signed_in)
    assert not Verdict.objects.exists(), "words that are no source yet are not lost by saving"
    signed_in.unroute(address)
    fact.get_by_role("button", name="Noch einmal versuchen").click()
    fact.get_by_role("option", name="Protokoll der Sitzung").click()
    press(signed_in, "Control+Enter")
    expect_saved(signed_in)
    assert Verdict.objects.get().citations.get().source.title == "Protokoll der Sitzung"
