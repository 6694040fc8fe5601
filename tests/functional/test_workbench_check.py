"""The check at the workbench: verdicts with sources, queries, countersignatures, comments, sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from annotations.models import Annotation, Article, Comment, SentenceReview, Source, Verdict
from annotations.services.comments import add_comment
from annotations.services.moderation import hide_annotation
from annotations.services.releases import release_article
from tests.factories import bring_in, check, make_source, make_user, mark, suggested
from tests.functional.conftest import PASSWORD
from tests.functional.desk import wait_for
from tests.functional.workbench import card, expect_saved, highlighted, open_article, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FACTS = ("40-sekündigen", "zwölf", "3,5 Millionen Euro")


@pytest.fixture
def editor(signed_in: Page) -> User:
    return User.objects.get(username="anna")


@pytest.fixture
def article(editor: User) -> Article:
    """Three accepted facts, nothing checked."""
    brought_in = bring_in(editor)
    for words in FACTS:
        mark(editor, brought_in.version, words, kind="figure")
    return brought_in.article


@pytest.fixture
def bench(signed_in: Page, live_server: LiveServer, article: Article) -> Page:
    open_article(signed_in, live_server, article.pk)
    signed_in.locator("#filter-state").select_option("unchecked")
    return signed_in


def open_card(page: Page, words: str) -> Locator:
    found = card(page, words)
    found.locator(".card-head").click()
    return found


def verdict_of(words: str) -> Verdict:
    verdict = Annotation.objects.get(exact=words).verdict
    assert verdict is not None
    return verdict


def show_all(page: Page) -> None:
    page.locator("#filter-state").select_option("all")


def colleague(browser: Browser, live_server: LiveServer, article: Article, name: str = "bert") -> Page:
    """A second session, of another person."""
    make_user("checker", username=name, password=PASSWORD)
    page = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 850}).new_page()
    page.goto(live_server.url)
    page.get_by_label("Benutzername").fill(name)
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("heading", name="Artikel", exact=True)).to_be_visible()
    open_article(page, live_server, article.pk)
    show_all(page)
    return page


# --- Two keys --------------------------------------------------------------------------------------------------------


def test_two_keys_wait_and_are_dropped(bench: Page) -> None:
    open_card(bench, FACTS[0])
    press(bench, "v")
    expect(bench.locator("#notice")).to_contain_text("2 bestätigt")
    press(bench, "Escape")
    expect(bench.locator("#notice")).to_be_empty()
    expect(card(bench, FACTS[0])).to_have_class("card card-figure is-accepted is-open")
    press(bench, "v", "x", "6")
    expect_saved(bench)
    assert Annotation.objects.get(exact=FACTS[0]).state == "accepted"
    assert not Verdict.objects.exists()


# --- Verdicts --------------------------------------------------------------------------------------------------------


def test_confirming_with_source_and_place_then_the_same_again(bench: Page, editor: User) -> None:
    source = make_source(editor)
    open_card(bench, FACTS[0])
    press(bench, "v", "2")
    bench.keyboard.type("Protokoll")
    expect(bench.get_by_role("option", name="Protokoll der Ratssitzung")).to_be_visible()
    press(bench, "Enter")
    bench.keyboard.type("Seite 3")
    press(bench, "Control+Enter")
    expect_saved(bench)
    verdict = verdict_of(FACTS[0])
    citation = verdict.citations.get()
    assert (verdict.status, citation.source, citation.place) == ("confirmed", source, "Seite 3")

    # The focus is on the next fact; the same source and place is one key more.
    expect(card(bench, FACTS[1]).locator(".card-head")).to_be_focused()
    press(bench, "v", "2")
    expect(bench.locator(".same-source")).to_be_focused()
    press(bench, "Enter")
    expect_saved(bench)
    assert verdict_of(FACTS[1]).citations.get().place == "Seite 3"

    bench.reload()
    bench.wait_for_selector("body[data-ready]")
    show_all(bench)
    expect(card(bench, FACTS[0]).locator(".card-check")).to_contain_text("✓ bestätigt")
    shown = open_card(bench, FACTS[0])
    expect(shown.locator(".check")).to_contain_text("Protokoll der Ratssitzung · Dokument, Seite 3")
    expect(shown.locator(".verdict")).to_contain_text("anna")
    expect(bench.locator('.counts [data-count="unchecked"]')).to_have_text("1")


def test_confirming_with_a_new_source_and_without_a_place_is_too_vague(bench: Page) -> None:
    open_card(bench, FACTS[0])
    press(bench, "v", "2")
    bench.keyboard.type("Haushalt 2026")
    expect(bench.get_by_role("option", name="Als neue Quelle anlegen")).to_be_visible()
    press(bench, "Enter", "Tab")
    bench.locator(".new-source select").select_option("web_page")
    bench.get_by_label("Adresse").fill("https://stadt.example/haushalt")
    press(bench, "Enter")
    expect(bench.get_by_label("Stelle", exact=True)).to_be_focused()
    press(bench, "Control+Enter")
    expect_saved(bench)
    source = Source.objects.get()
    assert (source.title, source.kind, source.url) == ("Haushalt 2026", "web_page", "https://stadt.example/haushalt")
    show_all(bench)
    expect(open_card(bench, FACTS[0]).locator(".verdict-warning").first).to_contain_text("Zu ungenau")


def test_wrong_asks_for_the_correction_and_undo_takes_the_verdict_back(bench: Page) -> None:
    open_card(bench, FACTS[1])
    press(bench, "v", "3")
    bench.keyboard.type("Es sind dreizehn.")
    press(bench, "Control+Enter")
    expect_saved(bench)
    assert verdict_of(FACTS[1]).correction == "Es sind dreizehn."
    bench.locator("#filter-state").select_option("wrong")
    expect(open_card(bench, FACTS[1]).locator(".check")).to_contain_text("Es sind dreizehn.")
    bench.locator("#text").focus()
    press(bench, "u")
    expect_saved(bench)
    assert Annotation.objects.get(exact=FACTS[1]).verdict is None
    press(bench, "Shift+U")
    expect_saved(bench)
    assert verdict_of(FACTS[1]).status == "wrong"


def test_escape_drops_the_form(bench: Page) -> None:
    open_card(bench, FACTS[0])
    press(bench, "v", "3")
    bench.keyboard.type("Doch nicht")
    press(bench, "Escape")
    expect(bench.locator(".edit-form")).to_have_count(0)
    expect(card(bench, FACTS[0]).locator(".card-head")).to_be_focused()
    assert not Verdict.objects.exists()


def test_author_alone_is_saved_at_once_with_a_note_later(bench: Page) -> None:
    open_card(bench, FACTS[0])
    press(bench, "v", "5", "v", "6")
    expect_saved(bench)
    assert [verdict_of(words).status for words in FACTS[:2]] == ["author_alone", "not_checkable"]
    show_all(bench)
    open_card(bench, FACTS[0]).get_by_role("button", name="Notiz …").click()
    bench.keyboard.type("Telefonat der Autorin")
    press(bench, "Control+Enter")
    expect_saved(bench)
    assert (verdict_of(FACTS[0]).status, verdict_of(FACTS[0]).note) == ("author_alone", "Telefonat der Autorin")


def test_verdict_on_a_suggestion_accepts_it_in_one_step(signed_in: Page, live_server: LiveServer, editor: User) -> None:
    article = suggested(editor).article
    open_article(signed_in, live_server, article.pk)
    open_card(signed_in, FACTS[0])
    press(signed_in, "v", "6")
    expect_saved(signed_in)
    fact = Annotation.objects.get(exact=FACTS[0], kind="figure")
    assert (fact.state, fact.verdict and fact.verdict.status) == ("accepted", "not_checkable")
    press(signed_in, "u")
    expect_saved(signed_in)
    fact.refresh_from_db()
    assert (fact.state, fact.verdict) == ("suggested", None)
    press(signed_in, "Shift+U")
    expect_saved(signed_in)
    fact.refresh_from_db()
    assert (fact.state, fact.verdict and fact.verdict.status) == ("accepted", "not_checkable")


def test_verdict_on_a_suggestion_by_buttons(signed_in: Page, live_server: LiveServer, editor: User) -> None:
    open_article(signed_in, live_server, suggested(editor).article.pk)
    shown = open_card(signed_in, FACTS[0])
    verdict = shown.get_by_role("button", name="nicht prüfbar")
    expect(verdict).to_be_hidden()
    shown.get_by_text("Mit Urteil annehmen").click()
    verdict.click()
    expect_saved(signed_in)
    fact = Annotation.objects.get(exact=FACTS[0], kind="figure")
    assert (fact.state, fact.verdict and fact.verdict.status) == ("accepted", "not_checkable")
    show_all(signed_in)
    expect(open_card(signed_in, FACTS[0]).get_by_text("Mit Urteil annehmen")).to_have_count(0)


# --- Undo and redo of what comes after a verdict ---------------------------------------------------------------------


def countersign(page: Page) -> None:
    card(page, FACTS[0]).get_by_role("button", name="Gegenzeichnen", exact=True).click()


def answer(page: Page) -> None:
    card(page, FACTS[0]).get_by_role("button", name="Rückfrage beantworten").click()
    page.keyboard.type("Aus dem Schulbauplan.")
    press(page, "Control+Enter")


def change_the_note(page: Page) -> None:
    card(page, FACTS[0]).get_by_role("button", name="Notiz …").click()
    page.locator(".edit-form [name=note]").fill("Zweimal gemessen")
    press(page, "Control+Enter")


# What is done to which verdict, what of it changes, and what the card then says.
AFTER_THE_VERDICT: dict[str, tuple[dict[str, str], Callable[[Page], None], Callable[[Verdict], Any], str]] = {
    "countersigning": (
        {"status": "author_alone"},
        countersign,
        lambda verdict: verdict.countersigned_by and verdict.countersigned_by.username,
        "Gegengezeichnet",
    ),
    "the first answer": (
        {"status": "query", "question": "Wer hat gestoppt?"},
        answer,
        lambda verdict: (verdict.answer, verdict.answered_by and verdict.answered_by.username),
        "Aus dem Schulbauplan. (anna)",
    ),
    "a note": ({"status": "author_alone"}, change_the_note, lambda verdict: verdict.note, "Zweimal gemessen"),
    "another note": (
        {"status": "author_alone", "note": "Einmal gemessen"},
        change_the_note,
        lambda verdict: verdict.note,
        "Zweimal gemessen",
    ),
}


@pytest.mark.parametrize("name", AFTER_THE_VERDICT)
def test_undo_and_redo_after_the_verdict(signed_in: Page, live_server: LiveServer, article: Article, name: str) -> None:
    verdict, act, state, words = AFTER_THE_VERDICT[name]
    check(make_user("checker", username="bert"), Annotation.objects.get(exact=FACTS[0]), **verdict)
    before = state(verdict_of(FACTS[0]))
    open_article(signed_in, live_server, article.pk)
    show_all(signed_in)
    shown = open_card(signed_in, FACTS[0]).locator(".check")
    expect(shown).not_to_contain_text(words)
    act(signed_in)
    expect_saved(signed_in)
    if card(signed_in, FACTS[0]).locator(".card-head[aria-expanded=false]").count():
        open_card(signed_in, FACTS[0])  # a decision goes on to the next card
    expect(shown).to_contain_text(words)
    after = state(verdict_of(FACTS[0]))
    assert after != before
    press(signed_in, "u")
    expect(signed_in.locator("#notice")).to_contain_text("Zurückgenommen")
    expect(shown).not_to_contain_text(words)
    if verdict.get("note"):
        expect(shown).to_contain_text(verdict["note"])
    assert (state(verdict_of(FACTS[0])), verdict_of(FACTS[0]).by.username) == (before, "bert")
    press(signed_in, "Shift+U")
    expect(signed_in.locator("#notice")).to_contain_text("Wiederholt")
    expect(shown).to_contain_text(words)
    assert state(verdict_of(FACTS[0])) == after


# --- Two people ------------------------------------------------------------------------------------------------------


def test_query_and_answer(bench: Page, browser: Browser, live_server: LiveServer, article: Article) -> None:
    open_card(bench, FACTS[1])
    press(bench, "v", "4")
    bench.keyboard.type("Woher ist die Zahl?")
    bench.get_by_label("Antwort bis").fill("2026-12-01")
    press(bench, "Control+Enter")
    expect_saved(bench)
    assert str(verdict_of(FACTS[1]).due_on) == "2026-12-01"
    other = colleague(browser, live_server, article)
    shown = open_card(other, FACTS[1])
    expect(shown.locator(".check")).to_contain_text("Woher ist die Zahl?")
    shown.get_by_role("button", name="Rückfrage beantworten").click()
    other.keyboard.type("Aus dem Schulbauplan.")
    press(other, "Control+Enter")
    expect_saved(other)
    expect(card(other, FACTS[1]).locator(".check")).to_contain_text("Aus dem Schulbauplan. (bert)")
    assert verdict_of(FACTS[1]).answer == "Aus dem Schulbauplan."
    other.context.close()


def test_nobody_countersigns_alone(bench: Page, browser: Browser, live_server: LiveServer, article: Article) -> None:
    open_card(bench, FACTS[0])  # in the lead: a prominent figure
    press(bench, "v", "6")
    expect_saved(bench)
    bench.locator("#filter-state").select_option("due")
    own = open_card(bench, FACTS[0])
    expect(own.locator(".verdict-warning")).to_contain_text("Eine zweite Person muss gegenzeichnen")
    expect(own.get_by_role("button", name="Gegenzeichnen", exact=True)).to_be_disabled()
    expect(own).to_contain_text("Das Urteil ist Ihr eigenes")

    other = colleague(browser, live_server, article)
    open_card(other, FACTS[0]).get_by_role("button", name="Gegenzeichnen", exact=True).click()
    expect_saved(other)
    verdict = verdict_of(FACTS[0])
    assert verdict.countersigned_by == User.objects.get(username="bert")
    show_all(other)
    card(other, FACTS[0]).locator(".card-head[aria-expanded=false]").click()
    expect(card(other, FACTS[0]).locator(".check")).to_contain_text("Gegengezeichnet")
    other.context.close()


def test_somebody_was_faster(bench: Page, editor: User) -> None:
    other = make_user("checker", username="bert")
    open_card(bench, FACTS[0])
    check(other, Annotation.objects.get(exact=FACTS[0]))
    press(bench, "v", "6")
    expect(bench.locator(".conflict")).to_contain_text("Nicht gespeichert")
    bench.get_by_role("button", name="Meine nehmen").click()
    expect_saved(bench)
    assert (verdict_of(FACTS[0]).status, verdict_of(FACTS[0]).by) == ("not_checkable", editor)


# --- Comments --------------------------------------------------------------------------------------------------------


def test_comment_reply_resolve(bench: Page, browser: Browser, live_server: LiveServer, article: Article) -> None:
    open_card(bench, FACTS[0]).get_by_role("button", name="Kommentar …").click()
    bench.keyboard.type("Stimmt die Dauer?")
    press(bench, "Control+Enter")
    expect(card(bench, FACTS[0]).locator(".card-check")).to_contain_text("offene Kommentare: 1")
    other = colleague(browser, live_server, article)
    expect(card(other, FACTS[0]).locator(".card-check")).to_contain_text("offene Kommentare: 1")
    shown = open_card(other, FACTS[0])
    expect(shown.locator(".comment")).to_contain_text("Stimmt die Dauer?")
    shown.get_by_role("button", name="Antworten …").click()
    other.keyboard.type("Ja, gestoppt.")
    press(other, "Control+Enter")
    expect(card(other, FACTS[0]).locator(".comment")).to_have_count(2)
    card(other, FACTS[0]).get_by_role("button", name="Erledigt").click()
    expect(card(other, FACTS[0])).to_contain_text("erledigt von bert")
    expect(card(other, FACTS[0]).locator(".card-check")).not_to_contain_text("offene")
    assert Comment.objects.get(parent=None).resolved_by == User.objects.get(username="bert")
    other.context.close()


def test_comments_are_undone_and_done_again(bench: Page) -> None:
    comments = card(bench, FACTS[0]).locator(".comment")
    open_card(bench, FACTS[0]).get_by_role("button", name="Kommentar …").click()
    bench.keyboard.type("Stimmt die Dauer?")
    press(bench, "Control+Enter")
    expect(comments).to_have_count(1)
    press(bench, "u")
    expect(comments).to_have_count(0)
    expect(card(bench, FACTS[0]).locator(".card-check")).not_to_contain_text("offene Kommentare")
    bench.reload()
    bench.wait_for_selector("body[data-ready]")
    bench.locator("#filter-state").select_option("unchecked")
    press(bench, "Shift+U")  # leads to the card, which opens
    expect(comments).to_have_count(1)
    card(bench, FACTS[0]).get_by_role("button", name="Erledigt").click()
    expect(card(bench, FACTS[0])).to_contain_text("erledigt von anna")
    press(bench, "u")
    expect(card(bench, FACTS[0]).get_by_role("button", name="Erledigt")).to_be_visible()
    comments.get_by_role("button", name="Zurücknehmen").click()
    expect(comments).to_have_count(0)
    expect_saved(bench)
    assert Comment.objects.get().withdrawn_at is not None, "nothing is lost: it can be put back"


def test_what_colleagues_do_arrives(bench: Page) -> None:
    """A comment changes no revision, and a hidden mark is gone: both come with the next question for changes."""
    moderator = make_user("moderator")
    first, second = (Annotation.objects.get(exact=words) for words in FACTS[:2])
    add_comment(annotation=first, text="Wer hat gestoppt?", actor=moderator)
    hide_annotation(annotation=second, actor=moderator, reason="Persönlich")
    expect(card(bench, FACTS[0]).locator(".card-check")).to_contain_text("offene Kommentare: 1", timeout=20_000)
    expect(card(bench, FACTS[1])).to_have_count(0)
    expect(bench.locator('.counts [data-count="unchecked"]')).to_have_text("2")


def test_the_end_of_the_list_says_what_is_left(bench: Page) -> None:
    open_card(bench, FACTS[0])
    for _ in FACTS:
        press(bench, "v", "6")
    expect_saved(bench)
    expect(bench.locator("#empty")).to_be_focused()
    expect(bench.locator("#empty")).to_contain_text("Alle Fakten sind geprüft.")
    expect(bench.locator("#empty")).to_contain_text("Sätze, die niemand angesehen hat: 2")


# --- Sentences -------------------------------------------------------------------------------------------------------


def test_going_to_unlooked_sentences_and_waving_them_through(bench: Page) -> None:
    number = bench.locator(".counts [data-unlooked]")
    expect(number).to_have_text("2")
    bench.get_by_label("Nicht angesehene Sätze zeigen").check()
    wait_for(lambda: len(highlighted(bench, "unlooked")) == 2, seconds=10, why="both sentences are tinted")
    bench.locator("#text").focus()
    press(bench, "g", "n")
    expect(bench.locator("#selected")).to_contain_text("Zweimal sei der Plan gescheitert")
    bench.get_by_role("button", name="Nichts zu prüfen").click()
    expect_saved(bench)
    expect(number).to_have_text("1")
    expect(bench.locator("#selected")).to_contain_text("1.200 Menschen")
    assert SentenceReview.objects.filter(withdrawn_at=None).count() == 1
    press(bench, "u")
    expect(number).to_have_text("2")
    assert not SentenceReview.objects.filter(withdrawn_at=None).exists()
    press(bench, "Shift+U")
    expect(number).to_have_text("1")
    expect_saved(bench)
    bench.reload()
    expect(number).to_have_text("1")
    press(bench, "g", "n", "f")  # the sentence is selected: a key marks in it, and it is looked at
    expect_saved(bench)
    expect(number).to_have_text("0")


def test_a_queue_leads_to_its_mark(bench: Page, live_server: LiveServer, article: Article) -> None:
    fact = Annotation.objects.get(exact=FACTS[2])
    bench.goto(f"{live_server.url}/articles/{article.pk}/?mark={fact.pk}")
    bench.wait_for_selector("body[data-ready]")
    expect(card(bench, FACTS[2]).locator(".check")).to_be_visible()
    press(bench, "v", "6")
    expect_saved(bench)
    assert verdict_of(FACTS[2]).status == "not_checkable"


def test_words_that_became_no_source_are_not_lost_by_saving(bench: Page) -> None:
    open_card(bench, FACTS[0])
    press(bench, "v", "2")
    bench.keyboard.type("Protokoll")
    expect(bench.locator(".source-hits [role=option]")).to_have_count(1)
    press(bench, "Escape", "Control+Enter")
    expect(bench.get_by_label("Quelle suchen")).to_have_value("Protokoll")
    assert not Verdict.objects.exists()
    press(bench, "Control+a", "Delete", "Control+Enter")
    expect_saved(bench)
    assert verdict_of(FACTS[0]).status == "confirmed"


def test_a_change_after_the_release_opens_the_article_again_and_says_so(
    signed_in: Page, live_server: LiveServer, article: Article
) -> None:
    release_article(article=article, actor=make_user("moderator"), reason="Eilt.")
    open_article(signed_in, live_server, article.pk)
    released, reopened = signed_in.locator("#released"), signed_in.locator("#reopened")
    expect(released).to_contain_text("freigegeben")
    expect(reopened).to_be_hidden()
    place = "document.getElementById('text').getBoundingClientRect().top + scrollY"
    before = signed_in.evaluate(place)
    signed_in.locator("#filter-state").select_option("unchecked")
    open_card(signed_in, "zwölf")
    press(signed_in, "x")
    expect(reopened).to_contain_text("wieder geöffnet")
    expect(released).to_be_hidden()
    assert signed_in.evaluate(place) == before
    article.refresh_from_db()
    assert article.state == "in_check"


@pytest.mark.parametrize("width", [320, 1280])
def test_a_closed_card_has_two_lines_whatever_was_found(
    signed_in: Page, live_server: LiveServer, article: Article, width: int
) -> None:
    check(make_user("checker", username="bert"), Annotation.objects.get(exact=FACTS[0]), "not_checkable")
    signed_in.set_viewport_size({"width": width, "height": 800})
    open_article(signed_in, live_server, article.pk)
    Annotation.objects.filter(exact=FACTS[1]).update(state="superseded")
    signed_in.reload()
    signed_in.wait_for_selector("body[data-ready]")
    if width == 320:
        signed_in.get_by_role("button", name="Liste").click()
    signed_in.locator("#filter-state").select_option("superseded")
    expect(signed_in.locator(".cards > li > article > h3 .card-exact")).to_have_text([FACTS[1]])
    signed_in.locator("#filter-state").select_option("all")
    expect(card(signed_in, FACTS[0]).locator(".card-check")).to_contain_text("nicht")
    expect(card(signed_in, FACTS[1])).to_have_count(0)
    heights = signed_in.locator(".card-head").evaluate_all("(all) => all.map((one) => one.offsetHeight)")
    assert max(heights) <= 52
