"""A list longer than what is made of it at once: nothing of it is out of reach."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from annotations.models import Annotation, Claim
from annotations.services.annotations import create_annotation
from tests.factories import bring_in
from tests.functional.workbench import expect_saved, middle_of, open_article

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


def test_twenty_thousand_words_with_five_thousand_marks(signed_in: Page, live_server: LiveServer) -> None:
    page, editor = signed_in, User.objects.get(username="anna")
    paragraph = " ".join(["Der Rat hat am Montag über neue Wege zum Bahnhof gesprochen 👩‍👩‍👧."] * 8)
    text = "\n\n".join([paragraph] * 230)
    version = bring_in(editor, text).version
    assert len(version.text.split()) > 20_000
    starts = [found.start() for found in re.finditer(r"\b\w+", version.text)][:20_000:4]
    Annotation.objects.bulk_create(
        [
            Annotation(
                version=version,
                kind="claim",
                start=start,
                end=start + 3,
                exact=version.text[start : start + 3],
                state="suggested",
                creator=editor,
            )
            for start in starts
        ],
        batch_size=500,
    )
    Claim.objects.bulk_create([Claim(annotation=one) for one in Annotation.objects.all()], batch_size=500)
    page.set_default_timeout(60_000)
    open_article(page, live_server, version.article_id)
    expect(page.locator(".counts [data-count=open]")).to_have_text("5.000")
    # Work at the beginning and at the end, where every emoji of the text stands before it.
    for key in ("j", "a", "x"):
        page.keyboard.press(key)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    last = version.text.rindex("Bahnhof")
    select_last(page, "Bahnhof")
    page.keyboard.press("q")
    expect_saved(page)
    assert Annotation.objects.get(kind="quote").start == last
    expect(page.locator(".counts [data-count=open]")).to_have_text("4.998")


def select_last(page: Page, words: str) -> None:
    page.evaluate(
        """words => {
            const node = [...document.querySelectorAll("#text [data-start]")].at(-1).firstChild;
            const at = node.data.lastIndexOf(words);
            getSelection().setBaseAndExtent(node, at, node, at + words.length);
            document.getElementById("text").focus({preventScroll: true});
        }""",
        words,
    )
