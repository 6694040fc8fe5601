"""The server goes away while somebody works: what work needs is there, and what only the server knows says so."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from annotations.models import Verdict
from annotations.services.comments import add_comment
from tests.factories import bring_in, mark
from tests.functional.workbench import card, expect_saved, open_article, press, refuse

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FACT = "40-sekündigen"


@pytest.fixture
def fact(signed_in: Page, live_server: LiveServer) -> Locator:
    """One accepted figure with a comment; the page is open, its card is not."""
    editor = User.objects.get(username="anna")
    brought_in = bring_in(editor)
    annotation = mark(editor, brought_in.version, FACT, kind="figure")
    add_comment(annotation=annotation, text="Wer hat gestoppt?", actor=editor)
    open_article(signed_in, live_server, brought_in.article.pk)
    signed_in.locator("#filter-state").select_option("all")
    return card(signed_in, FACT)


def test_what_work_needs_is_there(signed_in: Page, fact: Locator) -> None:
    refuse(signed_in, "**/*")
    press(signed_in, "j", "e")
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


def test_history_that_could_not_be_fetched_is_there_the_next_time(signed_in: Page, fact: Locator) -> None:
    address = "**/api/v1/annotations/*/verdict/"
    refuse(signed_in, address)
    fact.locator(".card-head").click()
    history = fact.locator("details.history")
    history.locator("summary").click()
    expect(history).to_contain_text("solange der Server nicht antwortet")
    signed_in.unroute(address)
    history.locator("summary").click()
    history.locator("summary").click()
    expect(history.locator("li")).to_have_text("Keine.")


def test_comments_that_could_not_be_fetched_leave_the_card_complete(signed_in: Page, fact: Locator) -> None:
    address = "**/api/v1/annotations/*/comments/"
    refuse(signed_in, address)
    fact.locator(".card-head").click()
    expect(fact).to_contain_text("Die Kommentare lassen sich gerade nicht laden")
    expect(fact.get_by_role("button", name="Ablehnen")).to_be_visible()
    signed_in.unroute(address)
    fact.locator(".card-head").click()
    fact.locator(".card-head").click()
    expect(fact.locator(".comment")).to_contain_text("Wer hat gestoppt?")
    expect(fact).not_to_contain_text("Die Kommentare lassen sich gerade nicht laden")


def test_a_verdict_without_a_source_is_saved_where_sources_cannot_be_searched(signed_in: Page, fact: Locator) -> None:
    refuse(signed_in, "**/api/v1/sources/*")
    fact.locator(".card-head").click()
    press(signed_in, "v", "2")
    signed_in.keyboard.type("Protokoll")
    expect(fact.get_by_role("option", name="Als neue Quelle anlegen")).to_be_visible()
    press(signed_in, "Escape", "Control+Enter")
    expect(fact.locator(".edit-form")).to_be_visible()  # words that are no source yet are not lost by saving
    press(signed_in, "Control+a", "Delete")
    fact.locator("[name=note]").fill("Selbst gestoppt")
    press(signed_in, "Control+Enter")
    expect_saved(signed_in)
    verdict = Verdict.objects.get()
    assert (verdict.status, verdict.note) == ("confirmed", "Selbst gestoppt")
