"""A new version arrives while somebody works in the old one."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from annotations.models import Annotation
from annotations.services.articles import Manuscript
from annotations.services.versions import add_version
from tests.factories import TEXT, bring_in, make_user, mark
from tests.functional.workbench import expect_saved, open_article, select

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_work_goes_on_in_the_old_version_and_comes_along(signed_in: Page, live_server: LiveServer) -> None:
    page = signed_in
    editor = User.objects.get(username="anna")
    brought_in = bring_in(editor)
    gone = mark(editor, brought_in.version, "Händedruck")
    open_article(page, live_server, brought_in.article.pk)
    expect(page.locator("#newer")).to_be_hidden()
    place = "document.getElementById('text').getBoundingClientRect().top"
    before = page.evaluate(place)
    changed = Manuscript.pasted("Neu davor.\n\n" + TEXT.replace("Händedruck", "Handschlag"))
    added = add_version(article=brought_in.article, manuscript=changed, actor=make_user("editor"))
    expect(page.locator("#newer")).to_contain_text("Es gibt jetzt Fassung 2", timeout=15_000)
    assert page.evaluate(place) == before
    select(page, "zwölf neue Schulen")
    page.keyboard.press("c")
    expect_saved(page)
    late = Annotation.objects.get(exact="zwölf neue Schulen")
    assert late.version == brought_in.version
    page.get_by_role("button", name="Zu Fassung 2").click()
    expect(page.get_by_role("heading", name="Fundstellen, die nicht mitgekommen sind")).to_be_visible()
    expect(page.locator("main")).to_contain_text(gone.exact)
    assert Annotation.objects.get(carried_from=late).version == added.version
    page.get_by_role("link", name="Zur Werkbank").click()
    page.wait_for_selector("body[data-ready]")
    expect(page.locator("#text")).to_contain_text("Neu davor.")


def test_a_changed_manuscript_by_the_pages(signed_in: Page, live_server: LiveServer) -> None:
    page = signed_in
    editor = User.objects.get(username="anna")
    brought_in = bring_in(editor)
    mark(editor, brought_in.version, "zwölf neue Schulen")
    open_article(page, live_server, brought_in.article.pk)
    page.get_by_role("link", name="Neue Fassung einbringen").click()
    text = page.get_by_label("Text des Artikels")
    text.fill(text.input_value().replace("zwölf", "vierzehn"))
    page.get_by_role("button", name="Weiter").click()
    expect(page.locator(".difference ins")).to_have_text("vierzehn")
    page.get_by_role("button", name="Als Fassung 2 speichern").click()
    page.wait_for_selector("body[data-ready]")
    page.locator("#filter-state").select_option("all")
    expect(page.locator(".card-exact")).to_have_text("vierzehn neue Schulen")
