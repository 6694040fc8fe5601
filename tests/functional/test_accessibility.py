"""axe (WCAG 2.2, A and AA) on every page, in both themes and languages, narrow and with large text."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from annotations.services.articles import Manuscript
from annotations.services.assignments import assign
from annotations.services.intakes import keep_intake
from annotations.services.versions import add_version
from tests.factories import TEXT, bring_in, check, mark, suggested, things_to_check

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
PATHS = (
    "/articles/",
    "/articles/new/",
    "/articles/{pk}/",
    "/articles/{pk}/text/",
    "/exports/",
    "/imports/",
    "/articles/{pk}/edit/",
    "/help/",
    "/profile/",
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
)


def numbers_of_an_article_in_check() -> dict[str, int]:
    """One article with suggestions, and one of each thing the pages of the check show."""
    editor = User.objects.get(username="anna")
    brought_in = suggested(editor)
    things = things_to_check(brought_in)
    assign(article=brought_in.article, checker=editor, actor=editor)
    return {**things, **version_pages(editor), "pk": brought_in.article.pk, "checked": brought_in.article.pk}


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


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page(signed_in: Page, live_server: LiveServer, theme: Any, language: str) -> None:
    page = signed_in
    numbers = numbers_of_an_article_in_check()
    page.emulate_media(color_scheme=theme)
    if language == "en":
        page.get_by_role("button", name="English").click()
    for path in PATHS:
        page.goto(live_server.url + path.format(**numbers))
        if path == "/articles/{pk}/":
            page.wait_for_selector("body[data-ready]")
            page.keyboard.press("j")
        assert findings(page) == [], path
        assert page.locator("html").get_attribute("lang") == language


@pytest.mark.parametrize("shape", ["narrow", "large"])
def test_narrow_and_large(signed_in: Page, live_server: LiveServer, shape: str) -> None:
    page = signed_in
    numbers = numbers_of_an_article_in_check()
    if shape == "narrow":
        page.set_viewport_size({"width": 320, "height": 640})
    for path in PATHS:
        page.goto(live_server.url + path.format(**numbers))
        if shape == "large":
            page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert findings(page) == [], path


def test_sign_in(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    assert findings(page) == []


def test_dialogs(signed_in: Page, live_server: LiveServer) -> None:
    page = signed_in
    article = suggested(User.objects.get(username="anna")).article
    page.goto(f"{live_server.url}/articles/{article.pk}/")
    page.wait_for_selector("body[data-ready]")
    page.keyboard.press("j")
    page.keyboard.press("e")
    assert findings(page) == []
    page.keyboard.press("Escape")
    for key in ("?", "m", "p"):
        page.keyboard.press(key)
        assert findings(page) == [], key
        page.keyboard.press("Escape")
