"""The whole loop on one article in the browser, in both languages: bring in, accept, check, countersign, release."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.utils import translation
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from annotations.models import Annotation, Article, Release
from tests.factories import make_source, make_user
from tests.functional.conftest import PASSWORD
from tests.functional.workbench import expect_saved
from tests.replay import assert_record_gives

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SOURCE = "Protokoll der Sitzung"
SAMPLE = Path(__file__).resolve().parents[2] / "annotations" / "sample" / "gipfel.txt"


@dataclass
class Desk:
    """People at their browsers, all in one language; what they read there stands in the catalogue."""

    browser: Browser
    url: str
    language: str
    opened: list[Page]

    def say(self, words: str) -> str:
        """The interface's words for an English text of the code, up to the first value in it."""
        with translation.override(self.language):
            return re.split(r"\{|%\(", translation.gettext(words))[0].strip()

    def sign_in(self, role: str) -> Page:
        make_user(role, username=role, password=PASSWORD)
        context = self.browser.new_context(locale=self.language, viewport={"width": 1280, "height": 850})
        page = context.new_page()
        self.opened.append(page)
        page.goto(self.url)
        page.get_by_label(self.say("Username")).fill(role)
        page.get_by_label(self.say("Password")).fill(PASSWORD)
        page.get_by_role("button", name=self.say("Sign in")).click()
        expect(page.get_by_role("heading", name=self.say("Articles"), exact=True)).to_be_visible()
        expect(page.locator("html")).to_have_attribute("lang", self.language)
        return page

    def click(self, page: Page, words: str) -> None:
        page.get_by_role("button", name=self.say(words), exact=True).first.click()


@pytest.fixture(params=["de", "en"])
def desk(request: pytest.FixtureRequest, browser: Browser, live_server: LiveServer, worker: None) -> Iterator[Desk]:
    opened = Desk(browser, live_server.url, request.param, [])
    yield opened
    for page in opened.opened:
        page.context.close()


def bring_in_and_accept(desk: Desk, page: Page) -> None:
    page.get_by_role("link", name=desk.say("Bring in an article")).click()
    page.get_by_label(desk.say("Text of the article")).fill(SAMPLE.read_text("utf-8"))
    desk.click(page, "Go on")
    desk.click(page, "Save and get suggestions")
    with translation.override(desk.language):
        found = translation.gettext("{n} suggestions in {s} s").split("{s}")[0].replace("{n}", r"\d+")
    expect(page.locator("#run")).to_contain_text(re.compile(found), timeout=20_000)
    page.locator(".card .card-head").first.click()
    for key in ("x", "4", "x", "4"):
        page.keyboard.press(key)
    page.get_by_text(desk.say("Many …")).click()
    desk.click(page, "Accept all sure")
    desk.click(page, "Do it")
    expect(page.locator("#notice")).to_contain_text(desk.say("Accepted: {n}."))
    expect_saved(page)


def verdict(desk: Desk, page: Page, fact: Annotation, key: str, *typed: str) -> str:
    """Sets a verdict by key, and says which one is stored then."""
    page.goto(f"{desk.url}/articles/{fact.version.article_id}/?mark={fact.pk}")
    page.wait_for_selector("body[data-ready]")
    page.keyboard.press("v")
    page.keyboard.press(key)
    for text in typed:
        if text == "Enter":
            expect(page.get_by_role("option", name=SOURCE)).to_be_visible()
        page.keyboard.press(text) if text in ("Enter", "Control+Enter") else page.keyboard.type(text)
    expect_saved(page)
    fact.refresh_from_db()
    return str(fact.verdict.status)


def answer_query(desk: Desk, page: Page, fact: Annotation) -> None:
    page.goto(f"{desk.url}/queue/")
    page.get_by_label(desk.say("Answer"), exact=True).fill("Aus dem Protokoll.")
    desk.click(page, "Send")
    expect(page.get_by_text(desk.say("Your answer was kept."))).to_be_visible()
    assert Annotation.objects.get(pk=fact.pk).verdict.answer == "Aus dem Protokoll."


def countersign(desk: Desk, own: Page, fact: Annotation) -> None:
    """Not offered to oneself, refused where she asks for it all the same, done by a colleague."""
    path = f"{desk.url}/articles/{fact.version.article_id}/check/"
    own.goto(path)
    expect(own.get_by_text(desk.say("somebody else has to countersign")).first).to_be_visible()
    assert own.get_by_role("button", name=desk.say("Countersign"), exact=True).count() == 0
    own.evaluate(
        """([path, revision]) => {
            const form = document.createElement("form");
            const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
            for (const [name, value] of Object.entries({csrfmiddlewaretoken: token, revision})) {
                form.append(Object.assign(document.createElement("input"), {name, value}));
            }
            document.body.append(Object.assign(form, {method: "post", action: path}));
            form.submit();
        }""",
        [f"/facts/{fact.pk}/sign/", fact.revision],
    )
    expect(
        own.get_by_text(desk.say("You set this verdict yourself: somebody else has to countersign it."))
    ).to_be_visible()
    assert Annotation.objects.get(pk=fact.pk).verdict.countersigned_by is None
    colleague = desk.sign_in("checker")
    colleague.goto(path)
    while colleague.get_by_role("button", name=desk.say("Countersign"), exact=True).count():
        desk.click(colleague, "Countersign")
    assert Annotation.objects.get(pk=fact.pk).verdict.countersigned_by.username == "checker"


def proof(desk: Desk, page: Page, article: Article, *, confirmed: Annotation, wrong: Annotation) -> None:
    page.goto(f"{desk.url}/articles/{article.pk}/proof/")
    expect(page.locator(".proof-text s.fact-confirmed", has_text=confirmed.exact).first).to_be_visible()
    expect(page.locator(".proof-text u.fact-wrong", has_text=wrong.exact).first).to_be_visible()
    expect(page.locator(".proof-margin", has_text="andere Zahl").first).to_be_visible()
    expect_file(page, "PDF", b"%PDF")


def expect_file(page: Page, link: str, begins: bytes) -> None:
    with page.expect_download() as download:
        page.get_by_role("link", name=link, exact=True).click()
    assert download.value.path().read_bytes().startswith(begins)


def release(desk: Desk, article: Article, head: Page) -> Release:
    head.goto(f"{desk.url}/articles/{article.pk}/check/")
    head.get_by_label(desk.say("Release all the same, because")).fill("Redaktionsschluss")
    desk.click(head, "Release and sign")
    head.get_by_role("link", name=desk.say("Dossier of %(day)s")).click()
    expect(head.locator(".dossier")).to_contain_text("Redaktionsschluss")
    expect(head.locator(".dossier")).to_contain_text(f"{SOURCE}, S. 4")
    expect_file(head, "PDF", b"%PDF")
    expect_file(head, "JSON-LD", b'{\n  "@context"')
    return Release.objects.get()


def correct(desk: Desk, head: Page, fact: Annotation) -> None:
    head.get_by_text(desk.say("Correct what was published"), exact=True).click()
    head.get_by_label(desk.say("Fact"), exact=True).select_option(str(fact.pk))
    head.get_by_label(desk.say("What is right")).fill("Es war eine mehr.")
    desk.click(head, "Attach the correction")
    expect(head.get_by_role("heading", name=desk.say("Corrections"))).to_be_visible()
    expect(head.locator(".dossier")).to_contain_text(re.compile(f"{re.escape(fact.exact)}[“”] → Es war eine mehr"))


def test_from_paste_to_dossier(desk: Desk) -> None:
    editor = desk.sign_in("editor")
    bring_in_and_accept(desk, editor)
    article = Article.objects.get()
    make_source(article.uploader, SOURCE)
    assert Annotation.objects.filter(state="rejected", reject_reason="irrelevant").count() == 2

    first, second, third = Annotation.objects.facts().filter(kind="figure").order_by("start")[:3]
    assert verdict(desk, editor, first, "2", "Protokoll", "Enter", "S. 4", "Control+Enter") == "confirmed"
    assert verdict(desk, editor, second, "3", "andere Zahl", "Control+Enter") == "wrong"
    assert verdict(desk, editor, third, "4", "Woher stammt das?", "Control+Enter") == "query"
    answer_query(desk, editor, third)
    quote = Annotation.objects.facts().filter(kind="quote", quote__type="direct").first()
    assert verdict(desk, editor, quote, "5") == "author_alone"
    countersign(desk, editor, quote)

    proof(desk, editor, article, confirmed=first, wrong=second)
    head = desk.sign_in("moderator")
    signed = release(desk, article, head)
    assert signed.by.username == "moderator"
    assert {fact["exact"] for fact in signed.dossier["facts"]} >= {first.exact, second.exact, third.exact}
    correct(desk, head, first)
    assert Article.objects.get().state == "released", "a correction opens nothing"
    assert_record_gives(article)

    assert verdict(desk, editor, first, "6") == "not_checkable"
    head.goto(f"{desk.url}/articles/{article.pk}/check/")
    expect(head.get_by_role("button", name=desk.say("Release and sign"))).to_be_visible()
    assert Article.objects.get().state == "in_check", "a later change does"
    assert_record_gives(article)
