"""A list longer than what is made of it at once: nothing of it is out of reach."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from annotations.services.annotations import create_annotation
from tests.factories import bring_in
from tests.functional.workbench import middle_of, open_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MARKS = 150


def test_a_long_list_is_made_in_slices(signed_in: Page, live_server: LiveServer) -> None:
    page, editor = signed_in, User.objects.get(username="anna")
    words = [f"Wort{number:03d}" for number in range(MARKS)]
    version = bring_in(editor, "\n\n".join(f"Hier steht {word} allein." for word in words)).version
    for word in words:
        start = version.text.index(word)
        place = {"start": start, "end": start + len(word), "exact": word}
        create_annotation(version=version, kind="claim", actor=editor, **place)
    open_article(page, live_server, version.article_id)
    page.locator("#filter-state").select_option("all")
    cards = page.locator(".card")
    expect(cards.first).to_have_attribute("aria-setsize", str(MARKS))
    assert cards.count() < MARKS
    # Scrolling makes the rest.
    page.locator("#cards").hover()
    for _turn in range(30):
        page.locator("#cards").evaluate("list => { list.scrollTop = list.scrollHeight; }")
        page.wait_for_timeout(50)
    expect(page.locator(".card-exact", has_text=words[-1])).to_be_visible()
    assert cards.count() == MARKS
    # A mark far away is shown with its neighbours, and K goes on from there.
    page.reload()
    page.wait_for_selector("body[data-ready]")
    page.locator("#filter-state").select_option("all")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.mouse.click(*middle_of(page, words[-1]))
    expect(page.locator(".card.is-open .card-exact")).to_have_text(words[-1])
    assert cards.count() < MARKS
    page.keyboard.press("k")
    expect(page.locator(".card.is-open .card-exact")).to_have_text(words[-2])
    shown = cards.locator(".card-exact").all_inner_texts()
    assert shown == sorted(shown)
