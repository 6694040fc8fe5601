"""Undo and redo of every action, the map of keys, what stands before a selection, and hands without a mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from annotations.keys import DEFAULT_KEYS
from annotations.models import Annotation, Article, SentenceReview
from annotations.services.annotations import reject_annotation
from tests.factories import TEXT, bring_in, make_user, mark, suggested
from tests.functional.conftest import PASSWORD
from tests.functional.desk import wait_for
from tests.functional.workbench import card, expect_saved, open_article, press, select, selected

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FACT = "40-sekündigen"


@pytest.fixture
def editor(signed_in: Page) -> User:
    return User.objects.get(username="anna")


@pytest.fixture
def bench(signed_in: Page, live_server: LiveServer, editor: User) -> Page:
    """An article with suggestions; the figure of the first sentence is active."""
    open_article(signed_in, live_server, suggested(editor).article.pk)
    signed_in.locator("#filter-state").select_option("all")
    card(signed_in, FACT).locator(".card-head").click()
    return signed_in


def fact() -> Annotation:
    """The figure that is worked on, whatever has become of it."""
    return Annotation.objects.get(start=TEXT.index(FACT))


# --- Undo and redo of every action -----------------------------------------------------------------------------------


def edit_the_unit(page: Page) -> None:
    press(page, "e")
    page.locator(".edit-form [name=unit]").fill("Sek.")
    press(page, "Control+Enter")


def add_a_part(page: Page) -> None:
    select(page, "Gäste")
    press(page, "p")
    page.get_by_role("button", name="gezählt").click()


def accept_all_sure(page: Page) -> None:
    page.get_by_text("Mehrere …").click()
    page.get_by_role("button", name="Alle sicheren annehmen").click()
    page.get_by_role("button", name="Ausführen").click()


def by_keys(*keys: str) -> Callable[[Page], None]:
    return lambda page: press(page, *keys)


def mark_words(page: Page) -> None:
    select(page, "die Gäste")
    press(page, "c")


def one(field: str) -> Callable[[], Any]:
    return lambda: getattr(Annotation.objects.get(pk=fact().pk), field)


# What is done, and what of the desk it changes.
ACTIONS: dict[str, tuple[Callable[[Page], None], Callable[[], Any]]] = {
    "mark": (mark_words, lambda: Annotation.objects.in_place().filter(exact="die Gäste").count()),
    "accept": (by_keys("a"), one("state")),
    "reject": (by_keys("x"), one("state")),
    "reject with a reason": (by_keys("x", "2"), one("reject_reason")),
    "fields": (edit_the_unit, lambda: fact().figure.unit),
    "extent": (by_keys("b", "Shift+ArrowRight", "Enter"), one("exact")),
    "part": (add_a_part, lambda: sorted(fact().parts.values_list("role", "exact"))),
    "bin": (by_keys("Delete"), lambda: fact().deleted_at is None),
    "kind": (by_keys("c"), one("kind")),
    "verdict": (by_keys("v", "5"), lambda: (fact().state, fact().verdict and fact().verdict.status)),
    "many": (accept_all_sure, lambda: Annotation.objects.filter(state="accepted").count()),
    "sentence": (by_keys("g", "n", "w"), lambda: SentenceReview.objects.filter(withdrawn_at=None).count()),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_undo_and_redo(bench: Page, name: str) -> None:
    act, state = ACTIONS[name]
    before = state()
    act(bench)
    wait_for(lambda: state() != before, seconds=15, why=f"{name} is done")
    expect_saved(bench)
    after = state()
    press(bench, "Control+z")
    expect(bench.locator("#notice")).to_contain_text("Zurückgenommen")
    assert state() == before
    press(bench, "Control+Shift+Z")
    expect(bench.locator("#notice")).to_contain_text("Wiederholt")
    assert state() == after
    expect(bench.locator("#notice")).not_to_have_class("notice is-error")


@pytest.mark.parametrize("name", ["accept", "many", "sentence"])
def test_a_reload_loses_no_step(bench: Page, name: str) -> None:
    act, state = ACTIONS[name]
    before = state()
    act(bench)
    wait_for(lambda: state() != before, seconds=15, why=f"{name} is done")
    expect_saved(bench)
    after = state()
    reload(bench)
    press(bench, "Control+z")
    expect(bench.locator("#notice")).to_contain_text("Zurückgenommen")
    assert state() == before
    reload(bench)
    press(bench, "Control+Shift+Z")
    expect(bench.locator("#notice")).to_contain_text("Wiederholt")
    assert state() == after


def test_what_a_colleague_changed_since_is_not_undone_after_a_reload(bench: Page, editor: User) -> None:
    press(bench, "a")
    wait_for(lambda: fact().state == "accepted", seconds=15, why="it is accepted")
    expect_saved(bench)
    reject_annotation(annotation=fact(), revision=fact().revision, actor=make_user("editor"))
    reload(bench)
    press(bench, "Control+z")
    expect(bench.locator("#notice")).to_have_class("notice is-error")
    assert fact().state == "rejected"
    press(bench, "Control+z")
    expect(bench.locator("#notice")).to_contain_text("Es gibt nichts zurückzunehmen")


def reload(page: Page) -> None:
    page.reload()
    page.wait_for_selector("body[data-ready]")
    page.locator("#text").focus()


def test_undo_of_what_another_has_changed_since_is_refused(bench: Page) -> None:
    press(bench, "a")
    expect_saved(bench)
    annotation = fact()
    reject_annotation(annotation=annotation, revision=annotation.revision, actor=make_user("editor"))
    press(bench, "u")
    expect(bench.locator("#notice")).to_have_class("notice is-error")
    assert fact().state == "rejected"


# --- Keys ------------------------------------------------------------------------------------------------------------


def test_j_and_k_go_through_the_list_and_enter_between_text_and_card(bench: Page) -> None:
    open_card = bench.locator(".card.is-open .card-exact")
    press(bench, "j")
    second = open_card.inner_text()
    assert second != FACT
    press(bench, "k")
    expect(open_card).to_have_text(FACT)
    bench.locator("#text").focus()
    press(bench, "Enter")
    expect(card(bench, FACT).locator(".card-head")).to_be_focused()
    press(bench, "Enter")
    expect(bench.locator("#text")).to_be_focused()
    expect(open_card).to_have_text(FACT)


# Where the button of each key is; extent and verdict are looked at where they are open.
BUTTONS = {
    **{kind: f"#marking [data-act={kind}]" for kind in ("quote", "claim", "figure")},
    **{action: f"#{action}" for action in ("next", "previous", "undo", "redo")},
    "find": "#open-find",
    "help": "#open-help",
    "unlooked": "#next-unlooked",
    "wave": "#wave",
    "accept": ".card-deciding .button-accept",
    "reject": ".card-deciding .button-reject",
    "edit": ".card-deciding button:has-text('Bearbeiten')",
    "extent": ".card-deciding button:has-text('Grenzen')",
    "part": ".card-deciding button:has-text('Teil')",
    "other_end": ".edit-form button:has-text('Anderes Ende')",
}


def test_every_key_has_a_button_that_names_it(bench: Page) -> None:
    press(bench, "g", "n", "j")
    seen = set()
    for step in ("", "b"):
        press(bench, *step)
        expect(bench.locator(".edit-form")).to_have_count(len(step))
        for action, button in BUTTONS.items():
            found = bench.locator(button).first
            if found.is_visible():
                seen.add(action)
                key = found.locator("kbd").text_content()
                assert key, action
                assert found.get_attribute("title") == key
    assert seen == set(DEFAULT_KEYS)


def test_escape_leaves_the_innermost_thing_first(bench: Page) -> None:
    bench.get_by_text("Mehrere …").click()
    press(bench, "Escape")
    expect(bench.locator(".bulk-menu .menu")).to_be_hidden()
    press(bench, "e")
    expect(bench.locator(".edit-form :focus")).to_be_visible()
    press(bench, "Escape")
    expect(bench.locator(".edit-form")).to_have_count(0)
    expect(bench.locator(".card.is-open")).to_have_count(1)
    select(bench, "Gäste")
    expect(selected(bench)).to_have_text("Gäste")
    press(bench, "Escape")
    expect(selected(bench)).to_be_empty()
    expect(bench.locator(".card.is-open")).to_have_count(1)
    press(bench, "Escape")
    expect(bench.locator(".card.is-open")).to_have_count(0)


def test_help_is_searched(bench: Page) -> None:
    press(bench, "?")
    help_dialog = bench.locator("#help")
    expect(help_dialog).to_be_visible()
    rows = help_dialog.locator("tr:visible")
    every = rows.count()
    bench.keyboard.type("rückgängig")
    expect(rows).not_to_have_count(every)
    assert 0 < rows.count() < every
    press(bench, "Escape", "Escape")  # the first one empties the field of search
    expect(help_dialog).to_be_hidden()


@pytest.mark.parametrize(
    ("key", "reason"),
    [("1", "wrong_kind"), ("2", "wrong_extent"), ("3", "duplicate"), ("4", "irrelevant"), ("5", "other"), ("", "")],
)
def test_the_reason_of_a_rejection_is_one_key_or_none(bench: Page, key: str, reason: str) -> None:
    press(bench, "x", *([key] if key else []))
    expect_saved(bench)
    assert (fact().state, fact().reject_reason) == ("rejected", reason)


@pytest.mark.parametrize(
    ("key", "status"),
    [("5", "author_alone"), ("6", "not_checkable"), ("1", None)],
)
def test_the_verdict_is_two_keys(bench: Page, key: str, status: str | None) -> None:
    press(bench, "a")
    expect_saved(bench)
    card(bench, FACT).locator(".card-head").click()
    press(bench, "v", key)
    expect_saved(bench)
    verdict = fact().verdict
    assert (verdict and verdict.status) == status


def test_tab_stops_once_at_a_card_and_arrows_go_inside(bench: Page) -> None:
    head = card(bench, FACT).locator(".card-head")
    head.focus()
    press(bench, "ArrowDown")
    expect(card(bench, FACT).locator(".card-body :focus")).to_have_count(1)
    press(bench, "ArrowUp")
    expect(head).to_be_focused()
    press(bench, "Tab")
    expect(bench.locator(".card:not(.is-open) .card-head:focus")).to_have_count(1)


def test_selecting_by_keys_is_a_mode_of_its_own(bench: Page) -> None:
    """A screen reader keeps its reading keys until somebody wants to select."""
    text = bench.locator("#text")
    expect(text).to_have_attribute("role", "group")
    bench.get_by_role("button", name="Im Text mit Tasten auswählen").press("Enter")
    expect(text).to_have_attribute("role", "application")
    expect(text).to_be_focused()
    press(bench, "ArrowRight")
    expect(selected(bench)).not_to_be_empty()
    press(bench, "Escape", "Escape", "Escape")
    expect(text).to_have_attribute("role", "group")


def test_no_key_acts_with_control_alt_or_meta(bench: Page) -> None:
    press(bench, "Alt+a", "Meta+x", "Control+a")
    expect_saved(bench)
    assert fact().state == "suggested"


# --- Before the selection --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "before",
    [
        "😀😀",
        "🇩🇪🇫🇷",
        "👩\u200d👩\u200d👧\u200d👦",
        "e\u0323\u0301 ọ\u0301",
        "क्षि ที่",
        "👍🏽🏴\U000e0067\U000e0062\U000e007f",
    ],
    ids=["emoji", "flags", "family", "combining", "scripts", "modifiers"],
)
def test_what_stands_before_a_selection_shifts_nothing(
    signed_in: Page, live_server: LiveServer, editor: User, before: str
) -> None:
    version = bring_in(editor, f"{before} Es kamen {before} zwölf Gäste {before}.").version
    mark(editor, version, "Es kamen")
    open_article(signed_in, live_server, version.article_id)
    select(signed_in, "zwölf Gäste")
    press(signed_in, "c")
    expect_saved(signed_in)
    made = Annotation.objects.get(exact="zwölf Gäste")
    assert version.text[made.start : made.end] == "zwölf Gäste"
    signed_in.reload()
    signed_in.wait_for_selector("body[data-ready]")
    signed_in.locator("#filter-state").select_option("all")
    expect(signed_in.locator(".card-exact")).to_have_text(["Es kamen", "zwölf Gäste"])


# --- Hands that hold no mouse ----------------------------------------------------------------------------------------


def test_keyboard_alone_from_sign_in_to_the_proof(page: Page, live_server: LiveServer) -> None:
    editor = make_user("editor", username="anna", password=PASSWORD)
    article: Article = suggested(editor, title="Nur mit Tasten").article
    page.goto(live_server.url)
    page.get_by_label("Benutzername").focus()
    page.keyboard.type("anna")
    press(page, "Tab")
    page.keyboard.type(PASSWORD)
    press(page, "Enter")
    expect(page.get_by_role("heading", name="Artikel", exact=True)).to_be_visible()
    tab_to(page, "Nur mit Tasten")
    press(page, "Enter")
    page.wait_for_selector("body[data-ready]")
    press(page, "j")
    for _turn in range(Annotation.objects.count()):
        press(page, "a")
    expect(page.locator("#empty")).to_be_focused()
    expect_saved(page)
    tab_to(page, "Zur Fahne")
    press(page, "Enter")
    page.wait_for_url(f"**/articles/{article.pk}/proof/")


def tab_to(page: Page, words: str) -> None:
    for _stop in range(80):
        press(page, "Tab")
        if words in page.evaluate("document.activeElement.textContent.trim()"):
            return
    raise AssertionError(f"not reached by Tab: {words}")


def test_the_handles_of_a_touch_screen(
    browser: Browser, signed_in: Page, live_server: LiveServer, editor: User
) -> None:
    """The system's own selection tells of itself by `selectionchange` alone; every target is 44 px high."""
    article = suggested(editor).article
    context = browser.new_context(
        has_touch=True,
        is_mobile=True,
        locale="de-DE",
        viewport={"width": 390, "height": 800},
        storage_state=signed_in.context.storage_state(),
    )
    page = context.new_page()
    open_article(page, live_server, article.pk)
    page.evaluate(
        """() => {
            const node = document.querySelector("#text [data-start]").firstChild;
            for (const end of [6, 9, 12]) getSelection().setBaseAndExtent(node, 5, node, end);
        }"""
    )
    expect(selected(page)).to_have_text("Bürgermeister")
    page.locator("[data-act=quote]").tap()
    expect_saved(page)
    assert Annotation.objects.filter(exact="Bürgermeister", kind="quote").exists()
    low: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("#panel :is(button, select, summary, label:has(input))")]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
            .map((one) => `${one.id || one.className} ${one.getBoundingClientRect().height}`)"""
    )
    assert low == []
    context.close()
