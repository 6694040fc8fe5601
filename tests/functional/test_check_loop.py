"""The whole loop on one article in the browser: bring in, accept, reject, check, countersign, proof, release."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from annotations.models import Annotation, Article, Release
from tests.factories import make_source, make_user
from tests.functional.conftest import PASSWORD
from tests.functional.workbench import expect_saved

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SOURCE = "Protokoll der Sitzung"
SAMPLE = Path(__file__).resolve().parents[2] / "annotations" / "sample" / "gipfel.txt"


def sign_in(browser: Browser, live_server: LiveServer, role: str) -> Page:
    make_user(role, username=role, password=PASSWORD)
    page = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 850}).new_page()
    page.goto(live_server.url)
    page.get_by_label("Benutzername").fill(role)
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("heading", name="Artikel", exact=True)).to_be_visible()
    return page


def bring_in_and_accept(page: Page) -> None:
    page.get_by_role("link", name="Artikel einbringen").click()
    page.get_by_label("Text des Artikels").fill(SAMPLE.read_text("utf-8"))
    page.get_by_role("button", name="Weiter").click()
    page.get_by_role("button", name="Speichern und Vorschläge holen").click()
    expect(page.locator("#run")).to_contain_text(re.compile(r"\d+ Vorschläge in"), timeout=20_000)
    page.locator(".card .card-head").first.click()
    for key in ("x", "4", "x", "4"):
        page.keyboard.press(key)
    page.get_by_text("Mehrere …").click()
    page.get_by_role("button", name="Alle sicheren annehmen").click()
    page.get_by_role("button", name="Ausführen").click()
    expect(page.locator("#notice")).to_contain_text("Angenommen:")
    expect_saved(page)


def verdict(page: Page, live_server: LiveServer, fact: Annotation, key: str, *typed: str) -> None:
    page.goto(f"{live_server.url}/articles/{fact.version.article_id}/?mark={fact.pk}")
    page.wait_for_selector("body[data-ready]")
    page.keyboard.press("v")
    page.keyboard.press(key)
    for text in typed:
        if text == "Enter":
            expect(page.get_by_role("option", name=SOURCE)).to_be_visible()
        page.keyboard.press(text) if text in ("Enter", "Control+Enter") else page.keyboard.type(text)
    expect_saved(page)


def test_from_paste_to_dossier(signed_in: Page, browser: Browser, live_server: LiveServer, worker: None) -> None:
    editor = User.objects.get(username="anna")
    make_source(editor, SOURCE)
    bring_in_and_accept(signed_in)
    article = Article.objects.get()
    assert Annotation.objects.filter(state="rejected", reject_reason="irrelevant").count() == 2

    first, second, third = Annotation.objects.facts().filter(kind="figure").order_by("start")[:3]
    verdict(signed_in, live_server, first, "2", "Protokoll", "Enter", "S. 4", "Control+Enter")
    verdict(signed_in, live_server, second, "3", "andere Zahl", "Control+Enter")
    verdict(signed_in, live_server, third, "4", "Woher stammt das?", "Control+Enter")
    for fact in (first, second, third):
        fact.refresh_from_db()
    assert [fact.verdict.status for fact in (first, second, third)] == ["confirmed", "wrong", "query"]

    signed_in.goto(f"{live_server.url}/queue/")
    signed_in.get_by_label("Antwort").fill("Aus dem Protokoll.")
    signed_in.get_by_role("button", name="Absenden").click()
    expect(signed_in.get_by_text("Ihre Antwort ist gespeichert.")).to_be_visible()
    assert Annotation.objects.get(pk=third.pk).verdict.answer == "Aus dem Protokoll."

    quote = Annotation.objects.facts().filter(kind="quote", quote__type="direct").first()
    verdict(signed_in, live_server, quote, "5")
    signed_in.goto(f"{live_server.url}/articles/{article.pk}/check/")
    expect(signed_in.get_by_text("Gegenzeichnen muss jemand anderes").first).to_be_visible()
    colleague = sign_in(browser, live_server, "checker")
    colleague.goto(f"{live_server.url}/articles/{article.pk}/check/")
    while colleague.get_by_role("button", name="Gegenzeichnen").count():
        colleague.get_by_role("button", name="Gegenzeichnen").first.click()
    assert Annotation.objects.get(pk=quote.pk).verdict.countersigned_by.username == "checker"

    signed_in.goto(f"{live_server.url}/articles/{article.pk}/proof/")
    expect(signed_in.locator(".proof u.fact-wrong", has_text=second.exact).first).to_be_visible()
    expect(signed_in.locator(".proof")).to_contain_text("andere Zahl")

    head = sign_in(browser, live_server, "moderator")
    head.goto(f"{live_server.url}/articles/{article.pk}/check/")
    head.get_by_label("Trotzdem freigeben, weil").fill("Redaktionsschluss")
    head.get_by_role("button", name="Freigeben und zeichnen").click()
    head.get_by_role("link", name=re.compile("Dossier vom")).click()
    expect(head.locator(".dossier")).to_contain_text("Redaktionsschluss")
    expect(head.locator(".dossier")).to_contain_text(SOURCE)
    release = Release.objects.get()
    assert release.by.username == "moderator"
    assert {fact["exact"] for fact in release.dossier["facts"]} >= {first.exact, second.exact, third.exact}
    for page in (colleague, head):
        page.context.close()
