"""axe (WCAG 2.2, A and AA) on every page, in both themes and languages, narrow and with large text."""

from __future__ import annotations

import json
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group, User
from playwright.sync_api import Page, Response, expect
from pytest_django.live_server_helper import LiveServer

from annotations.api.concurrency import etag
from annotations.models import Annotation
from annotations.roles import ADMINISTRATOR
from annotations.services.articles import Manuscript
from annotations.services.assignments import assign
from annotations.services.imports import request_import
from annotations.services.intakes import keep_intake
from annotations.services.versions import add_version
from tests.conftest import api_for
from tests.factories import TEXT, bring_in, check, make_webhook, mark, suggested, things_to_check
from tests.functional.workbench import expect_saved, open_article, press, refuse, select

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
# Dialogs and a page that would have to be scrolled sideways.
CUT = """() => [...document.querySelectorAll("html, dialog[open]")]
    .filter((one) => one.scrollWidth > one.clientWidth)
    .map((one) => `${one.localName} ${one.id} is ${one.scrollWidth - one.clientWidth} px too narrow`)"""
PATHS = (
    "/articles/",
    "/articles/new/",
    "/articles/new/{handed_in}/",
    "/articles/{pk}/",
    "/articles/{pk}/text/",
    "/articles/{pk}/history/",
    "/exports/",
    "/imports/",
    "/imports/{import}/",
    "/articles/{pk}/edit/",
    "/help/",
    "/profile/",
    "/profile/tokens/",
    "/profile/webhooks/",
    "/profile/webhooks/{hook}/",
    "/api/v1/docs/",
    "/nirgends/",
    "/articles/{revised}/versions/2/",
    "/articles/{revised}/versions/new/",
    "/articles/{revised}/versions/new/{intake}/",
    "/articles/{checked}/check/",
    "/articles/{checked}/proof/",
    "/dossiers/{release}/",
    "/queue/",
    "/overview/",
    "/sources/",
    "/sources/{source}/",
    "/speakers/",
    "/speakers/{speaker}/",
    "/admin/",
    "/admin/annotations/annotation/",
    "/admin/annotations/annotation/{fact}/change/",
    "/admin/annotations/article/{pk}/history/",
)


def numbers_of_an_article_in_check() -> dict[str, int]:
    """One article with suggestions, and one of each thing the pages of the check show."""
    editor = User.objects.get(username="anna")
    brought_in = suggested(editor)
    things = things_to_check(brought_in)
    assign(article=brought_in.article, checker=editor, actor=editor)
    numbers = {"pk": brought_in.article.pk, "checked": brought_in.article.pk, "hook": make_webhook(editor).pk}
    numbers["handed_in"] = keep_intake(content=TEXT.encode(), name="", actor=editor).pk
    line = {"title": "Markt", "text": "Es kamen zwölf Händler."}
    numbers["import"] = request_import(content=json.dumps(line).encode(), name="markt", form="jsonl", actor=editor).pk
    return {**things, **version_pages(editor), **numbers}


def version_pages(editor: User) -> dict[str, int]:
    """An article with two versions and a third one handed in, each with marks that stay behind."""
    revised = bring_in(editor)
    for words in ("Händedruck", "zwölf neue Schulen"):
        check(editor, mark(editor, revised.version, words))
    text = TEXT.replace("Händedruck", "Handschlag")
    add_version(article=revised.article, manuscript=Manuscript.pasted(text.replace("zwölf", "vierzehn")), actor=editor)
    third = text.replace("zwölf neue Schulen", "nichts").encode()
    intake = keep_intake(content=third, name="", actor=editor, article=revised.article)
    return {"revised": revised.article.pk, "intake": intake.pk}


def findings(page: Page) -> list[str]:
    response: dict[str, Any] = Axe().run(page, options=RULES).response
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary'].splitlines()[1:]}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]


@pytest.fixture
def page_of_all(signed_in: Page) -> Page:
    """Signed in as somebody to whom every page is open."""
    User.objects.get(username="anna").groups.add(Group.objects.get(name=ADMINISTRATOR))
    return signed_in


def choose(page: Page, language: str) -> None:
    if language == "en":
        page.get_by_role("button", name="English").click()


def expect_nothing(found: dict[str, list[str]]) -> None:
    lines = [f"{where}: {finding}" for where, said in found.items() for finding in said]
    assert not lines, "\n".join(lines)


def findings_in_both_themes(page: Page) -> list[str]:
    found = []
    for theme in ("dark", "light"):
        page.emulate_media(color_scheme=theme)
        page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished))")  # the admin panel fades
        found += [f"{theme}: {finding}" for finding in findings(page)]
    return found


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page(page_of_all: Page, live_server: LiveServer, language: str) -> None:
    page = page_of_all
    numbers = numbers_of_an_article_in_check()
    choose(page, language)
    found = {}
    for path in PATHS:
        page.goto(live_server.url + path.format(**numbers))
        if path == "/articles/{pk}/":
            page.wait_for_selector("body[data-ready]")
            page.keyboard.press("j")
        assert page.locator("html").get_attribute("lang") == language, path
        found[path] = findings_in_both_themes(page)
    expect_nothing(found)


def test_no_page_asks_for_what_is_not_there(page_of_all: Page, live_server: LiveServer) -> None:
    page = page_of_all
    numbers = numbers_of_an_article_in_check()
    missing: list[str] = []

    def note(answer: Response) -> None:
        if answer.status >= 400:
            missing.append(f"{page.url}: {answer.url}")

    page.on("response", note)
    for path in PATHS:
        if path != "/nirgends/":
            page.goto(live_server.url + path.format(**numbers))
            page.wait_for_load_state("networkidle")
    assert missing == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_narrow_and_large(page_of_all: Page, live_server: LiveServer, language: str) -> None:
    page = page_of_all
    numbers = numbers_of_an_article_in_check()
    choose(page, language)
    found = {}
    for path in PATHS:
        page.goto(live_server.url + path.format(**numbers))
        page.set_viewport_size({"width": 320, "height": 640})
        found[f"{path} narrow"] = findings_in_both_themes(page)
        page.set_viewport_size({"width": 1280, "height": 850})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        found[f"{path} large"] = findings_in_both_themes(page)
    expect_nothing(found)


@pytest.mark.parametrize("language", ["de", "en"])
def test_sign_in(page: Page, live_server: LiveServer, language: str) -> None:
    page.goto(f"{live_server.url}/admin/")  # leads to the one page there is
    choose(page, language)
    assert findings_in_both_themes(page) == []
    page.get_by_role("textbox").first.fill("niemand")
    page.locator("[name=password]").fill("falsch")
    page.locator("main button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert findings_in_both_themes(page) == []


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("width", [1280, 320])
def test_dialogs(signed_in: Page, live_server: LiveServer, colleague: User, language: str, width: int) -> None:
    """Everything of the workbench that is there only for a moment."""
    page = signed_in
    article = suggested(User.objects.get(username="anna")).article
    choose(page, language)
    page.set_viewport_size({"width": width, "height": 640})
    open_article(page, live_server, article.pk)
    found = {}

    def look(name: str, *keys: str, leave: str = "Escape") -> None:
        press(page, *keys)
        found[name] = findings_in_both_themes(page) + page.evaluate(CUT)
        press(page, leave)

    look("fields", "j", "e")
    select(page, "Gäste")
    for key, dialog in (("p", "part-menu"), ("?", "help"), ("m", "find")):
        press(page, key)
        expect(page.locator(f"#{dialog}")).to_be_visible()
        look(dialog)
    look("verdict with a source", "v", "2")
    look("query", "v", "4")
    if width < 640:
        page.locator("#sheet-handle").click()  # what is for many is in the high sheet
    page.locator(".bulk-menu summary").click()
    look("menu of many", leave="Shift")
    page.locator("#accept-shown").click()
    expect(page.locator("#bulk")).to_be_visible()
    look("preview")
    look("reasons", "k", "x", "k", leave="u")
    expect_saved(page)
    fact = Annotation.objects.awaiting_review()[0]
    refuse(page, "**/changes/*")  # else the page might hear of it first
    api_for(colleague).post(f"/api/v1/annotations/{fact.pk}/reject/", headers={"If-Match": etag(fact)})
    page.locator(f".card[data-id='{fact.pk}'] .card-head[aria-expanded=false]").click()
    press(page, "a")
    expect(page.locator(".conflict")).to_be_visible()
    page.locator(".conflict summary").click()
    look("conflict")
    page.context.clear_cookies(name="sessionid")
    press(page, "j", "a")
    expect(page.locator("#signed-out")).to_be_visible()
    look("sign in again")
    expect_nothing(found)
