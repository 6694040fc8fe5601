"""Modules that come when they are asked for: not with the page, and asked for again where that failed."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from annotations.models import Annotation, Verdict
from annotations.services.comments import add_comment
from tests.factories import bring_in, make_source, mark
from tests.functional.workbench import card, expect_saved, open_article, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FACT = "40-sekündigen"
ON_DEMAND = ("bulk", "comparison", "history", "new-source", "source-picker", "threads")


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


def away(page: Page, module: str) -> str:
    """The server does not give this module; says what to unroute."""
    address = f"**/workbench/{module}.*"
    page.route(address, lambda route: route.abort("connectionrefused"))
    return address


def test_opening_the_page_fetches_none_of_them(signed_in: Page, fact: Locator) -> None:
    expect(fact).to_be_visible()
    fetched: list[str] = signed_in.evaluate(
        """() => performance.getEntriesByType("resource").map((e) => e.name.match(/workbench[/]([-a-z]+)[.]/)?.[1])"""
    )
    assert "hands" in fetched
    assert not set(ON_DEMAND) & set(fetched)


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


def test_comments_that_could_not_be_fetched_leave_the_card_complete(signed_in: Page, fact: Locator) -> None:
    address = away(signed_in, "threads")
    fact.locator(".card-head").click()
    expect(fact).to_contain_text("Die Kommentare lassen sich gerade nicht laden")
    expect(fact.get_by_role("button", name="Kommentar …")).to_be_visible()
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
    assert not Verdict.objects.exists(), "words that are no source yet are not lost by saving"
    signed_in.unroute(address)
    fact.get_by_role("button", name="Noch einmal versuchen").click()
    fact.get_by_role("option", name="Protokoll der Sitzung").click()
    press(signed_in, "Control+Enter")
    expect_saved(signed_in)
    assert Verdict.objects.get().citations.get().source.title == "Protokoll der Sitzung"
