"""The main job in a browser: bring in, get suggestions, decide, mark, undo, and find it all again."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db.models.functions import Now
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from annotations.models import Annotation, Event
from tests.conftest import api_for
from tests.factories import TEXT, bring_in, suggested
from tests.functional.conftest import PASSWORD
from tests.functional.workbench import card, expect_saved, highlighted, middle_of, open_article, select

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAMPLE = Path(__file__).resolve().parents[2] / "annotations" / "sample" / "gipfel.txt"


def test_from_paste_to_admin(signed_in: Page, live_server: LiveServer, worker: None) -> None:
    page = signed_in
    page.get_by_role("link", name="Artikel einbringen").click()
    page.get_by_label("Text des Artikels").fill(SAMPLE.read_text("utf-8"))
    page.get_by_role("button", name="Weiter").click()
    expect(page.get_by_label("Titel")).to_have_value(re.compile("Händedruck und harte Zahlen"))
    page.get_by_label("Ressort").fill("Ausland")
    page.get_by_role("button", name="Speichern und Vorschläge holen").click()

    expect(page.locator("#run")).to_contain_text(re.compile(r"\d+ Vorschläge in"), timeout=20_000)
    handshake = card(page, "40-sekündigen")
    expect(handshake).to_contain_text("Zahl")
    assert "40-sekündigen" in highlighted(page, "figure-suggested")
    assert any("viel nachzuholen" in words for words in highlighted(page, "quote-suggested"))

    handshake.get_by_role("button").click()
    expect(handshake).to_contain_text("40 Sekunden")
    page.keyboard.press("a")
    expect(page.locator(".counts [data-count=accepted]")).to_have_text("1")
    page.keyboard.press("x")
    expect(page.locator("#notice")).to_contain_text("Abgelehnt")
    page.keyboard.press("4")
    expect(page.locator("#notice")).to_contain_text("unwichtig")
    select(page, "Inselrepublik Marvenia")
    expect(page.locator("#selected")).to_have_text("Inselrepublik Marvenia")
    page.keyboard.press("c")
    expect(page.locator("#notice")).to_contain_text("Markiert: Behauptung")
    expect_saved(page)

    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert highlighted(page, "figure-accepted") == ["40-sekündigen"]
    assert highlighted(page, "claim-accepted") == ["Inselrepublik Marvenia"]
    page.locator("#filter-state").select_option("rejected")
    expect(page.locator(".card")).to_have_count(1)

    editor = User.objects.get(username="anna")
    accepted = api_for(editor).get("/api/v1/annotations/?state=accepted").json()["results"]
    assert {row["exact"] for row in accepted} == {"40-sekündigen", "Inselrepublik Marvenia"}
    rejected = Annotation.objects.get(state="rejected")
    assert rejected.reject_reason == "irrelevant"
    verbs = set(Event.objects.filter(actor=editor).values_list("verb", flat=True))
    assert {"created", "queued", "accepted", "rejected"} <= verbs


def test_remove_undo_and_redo(signed_in: Page, live_server: LiveServer) -> None:
    page, editor = signed_in, User.objects.get(username="anna")
    article = suggested(editor).article
    open_article(page, live_server, article.pk)
    before = highlighted(page, "figure-suggested")
    card(page, "40-sekündigen").get_by_role("button").click()
    page.keyboard.press("Delete")
    expect(card(page, "40-sekündigen")).to_have_count(0)
    page.keyboard.press("u")
    expect(card(page, "40-sekündigen")).to_have_count(1)
    assert sorted(highlighted(page, "figure-suggested")) == sorted(before)
    page.keyboard.press("a")
    accepted = page.locator(".counts [data-count=accepted]")
    expect(accepted).to_have_text("1")
    page.get_by_role("button", name="Rückgängig").click()
    expect(accepted).to_have_text("0")
    page.get_by_role("button", name="Wiederholen").click()
    expect(accepted).to_have_text("1")
    expect_saved(page)
    assert Annotation.objects.get(exact="40-sekündigen").state == "accepted"


def test_places_behind_an_emoji_are_code_points(signed_in: Page, live_server: LiveServer) -> None:
    page, editor = signed_in, User.objects.get(username="anna")
    open_article(page, live_server, bring_in(editor).article.pk)
    select(page, "Die Kosten liegen")
    page.keyboard.press("c")
    expect(page.locator(".card")).to_have_count(1)
    expect_saved(page)
    annotation = Annotation.objects.get()
    assert annotation.exact == "Die Kosten liegen"
    assert annotation.start == TEXT.index("Die Kosten liegen")


@pytest.mark.parametrize(
    ("rough", "kind", "meant"),
    [
        ("ekündigen Händedr", "c", "40-sekündigen Händedruck"),
        (" Händedruck", "f", "Händedruck"),
        ("„Wir bauen bis 2027 zwölf neue Schulen“", "q", "Wir bauen bis 2027 zwölf neue Schulen"),
        ("„Wir bauen bis 2027", "q", "Wir bauen bis 2027"),
        ("👩\u200d👩\u200d👧", "c", "👩\u200d👩\u200d👧"),
    ],
)
def test_a_rough_selection_becomes_what_is_meant(
    signed_in: Page, live_server: LiveServer, rough: str, kind: str, meant: str
) -> None:
    page, editor = signed_in, User.objects.get(username="anna")
    open_article(page, live_server, bring_in(editor).article.pk)
    select(page, rough)
    page.keyboard.press(kind)
    expect(page.locator(".card")).to_have_count(1)
    expect_saved(page)
    assert Annotation.objects.get().exact == meant


def test_clicking_takes_the_shortest_mark_first(signed_in: Page, live_server: LiveServer) -> None:
    page, editor = signed_in, User.objects.get(username="anna")
    open_article(page, live_server, suggested(editor).article.pk)
    box = middle_of(page, "2027")
    page.mouse.click(*box)
    expect(page.locator(".card.is-open .card-exact")).to_have_text("2027")
    page.mouse.click(*box)
    expect(page.locator(".card.is-open .card-exact")).to_contain_text("Wir bauen bis 2027")


def test_a_colleagues_change_arrives_and_an_old_decision_is_refused(
    signed_in: Page, live_server: LiveServer, colleague: User
) -> None:
    page, editor = signed_in, User.objects.get(username="anna")
    article = suggested(editor).article
    open_article(page, live_server, article.pk)
    annotation = Annotation.objects.get(exact="40-sekündigen")
    # Between two looks of the page: its decision is based on what it has seen.
    answer = api_for(colleague).post(
        f"/api/v1/annotations/{annotation.pk}/reject/", headers={"If-Match": f'"annotation-{annotation.pk}-1"'}
    )
    assert answer.status_code == 200
    card(page, "40-sekündigen").get_by_role("button").first.click()
    page.keyboard.press("a")
    expect(page.locator("#notice.is-error")).to_contain_text("Nicht gespeichert")
    assert Annotation.objects.get(pk=annotation.pk).state == "rejected"


def test_a_server_that_goes_away_loses_nothing(signed_in: Page, live_server: LiveServer) -> None:
    page, editor = signed_in, User.objects.get(username="anna")
    open_article(page, live_server, suggested(editor).article.pk)
    page.context.set_offline(True)
    card(page, "40-sekündigen").get_by_role("button").click()
    page.keyboard.press("a")
    expect(page.locator("#offline")).to_be_visible()
    expect(page.locator("#saving")).to_contain_text("speichert: 1")
    page.context.set_offline(False)
    expect_saved(page)
    assert Annotation.objects.get(exact="40-sekündigen").state == "accepted"


def test_an_expired_session_keeps_what_was_done(signed_in: Page, live_server: LiveServer) -> None:
    page, editor = signed_in, User.objects.get(username="anna")
    open_article(page, live_server, suggested(editor).article.pk)
    cookies = page.context.cookies()
    page.context.clear_cookies(name="sessionid")
    card(page, "40-sekündigen").get_by_role("button").click()
    page.keyboard.press("a")
    expect(page.locator("#signed-out")).to_be_visible()
    page.context.add_cookies(cookies)  # signed in again in another tab
    expect_saved(page)
    assert Annotation.objects.get(exact="40-sekündigen").state == "accepted"


def test_signing_in_over_the_article_sends_what_waits(signed_in: Page, live_server: LiveServer) -> None:
    page, editor = signed_in, User.objects.get(username="anna")
    open_article(page, live_server, suggested(editor).article.pk)
    page.context.clear_cookies(name="sessionid")
    card(page, "40-sekündigen").get_by_role("button").click()
    page.keyboard.press("a")
    dialog = page.locator("#signed-out")
    dialog.get_by_label("Passwort").fill("falsch")
    dialog.get_by_role("button", name="Anmelden").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Passwort")
    dialog.get_by_label("Passwort").fill(PASSWORD)
    dialog.get_by_role("button", name="Anmelden").click()
    expect(dialog).to_be_hidden()
    expect_saved(page)
    assert Annotation.objects.get(exact="40-sekündigen").state == "accepted"


def test_a_pasted_text_survives_an_expired_session(signed_in: Page, live_server: LiveServer) -> None:
    page = signed_in
    page.goto(f"{live_server.url}/articles/new/")
    page.get_by_label("Text des Artikels").fill(TEXT)
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Weiter").click()
    page.get_by_label("Benutzername").fill("anna")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_label("Text des Artikels")).to_have_value(TEXT)


def test_a_mark_may_cross_lines(signed_in: Page, live_server: LiveServer) -> None:
    page, editor = signed_in, User.objects.get(username="anna")
    open_article(page, live_server, bring_in(editor).article.pk)
    page.evaluate(
        """() => {
            const [first, second] = document.querySelectorAll("#text [data-start]");
            getSelection().setBaseAndExtent(first.firstChild, 60, second.firstChild, 10);
            document.getElementById("text").focus({preventScroll: true});
        }"""
    )
    page.keyboard.press("c")
    expect(page.locator(".card")).to_have_count(1)
    expect_saved(page)
    assert Annotation.objects.get().exact == "Händedruck.\n\n„Wir bauen"


def test_says_that_no_worker_is_running(signed_in: Page, live_server: LiveServer) -> None:
    page, editor = signed_in, User.objects.get(username="anna")
    result = bring_in(editor)
    type(result.run).objects.update(due_at=Now() - timedelta(seconds=20))
    open_article(page, live_server, result.article.pk)
    expect(page.locator("#run")).to_have_text("Vorschläge warten: kein Arbeitsprozess läuft")


def test_works_at_320_pixels_without_sideways_scrolling(signed_in: Page, live_server: LiveServer) -> None:
    page, editor = signed_in, User.objects.get(username="anna")
    article = suggested(editor, TEXT + "\n\nDonaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 2).article
    page.set_viewport_size({"width": 320, "height": 640})
    for path in ("/articles/", "/articles/new/", f"/articles/{article.pk}/", f"/articles/{article.pk}/text/"):
        page.goto(live_server.url + path)
        wide: int = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, path
