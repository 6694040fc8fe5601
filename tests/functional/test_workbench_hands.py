"""The editor's hands: every way of selecting, editing, deciding on many, and two people at once."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from annotations.models import Annotation, Article, Speaker
from annotations.services.preferences import change_preferences
from tests.conftest import api_for
from tests.factories import TEXT, bring_in, make_user, suggested
from tests.functional.conftest import PASSWORD
from tests.functional.workbench import (
    card,
    expect_saved,
    highlighted,
    middle_of,
    open_article,
    press,
    refuse,
    select,
    selected,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def editor(signed_in: Page) -> User:
    return User.objects.get(username="anna")


@pytest.fixture
def empty(signed_in: Page, live_server: LiveServer, editor: User) -> Page:
    """An article without marks."""
    open_article(signed_in, live_server, bring_in(editor).article.pk)
    return signed_in


@pytest.fixture
def bench(signed_in: Page, live_server: LiveServer, editor: User) -> Page:
    """An article with suggestions."""
    open_article(signed_in, live_server, suggested(editor).article.pk)
    return signed_in


# --- Selecting -------------------------------------------------------------------------------------------------------


def test_word_cursor_moves_and_extends(empty: Page) -> None:
    empty.locator("#text").focus()
    press(empty, "ArrowRight")
    expect(selected(empty)).to_have_text("Der")
    press(empty, "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight")
    expect(selected(empty)).to_have_text("Bürgermeister begrüßte die")
    press(empty, "o", "Shift+ArrowRight")
    expect(selected(empty)).to_have_text("begrüßte die")
    press(empty, "c")
    expect_saved(empty)
    assert Annotation.objects.get().exact == "begrüßte die"


def test_word_cursor_goes_by_sentence_line_and_edge(empty: Page) -> None:
    empty.locator("#text").focus()
    press(empty, "ArrowRight", "Control+ArrowRight")
    expect(selected(empty)).to_have_text("Wir")
    press(empty, "Control+ArrowLeft", "Shift+End")
    first_line = selected(empty).inner_text()
    assert TEXT.startswith(first_line)
    assert len(first_line) > 20
    press(empty, "Home", "ArrowDown")
    second = selected(empty).inner_text()
    assert TEXT.index(second) >= len(first_line) - 1
    press(empty, "ArrowUp")
    assert TEXT.index(selected(empty).inner_text()) < len(first_line)


def test_tapping_a_word_and_to_here_on_a_second_one(empty: Page) -> None:
    empty.mouse.click(*middle_of(empty, "begrüßte"))
    expect(selected(empty)).to_have_text("begrüßte")
    empty.get_by_role("button", name="bis hier").click()
    empty.mouse.click(*middle_of(empty, "Händedruck"))
    expect(selected(empty)).to_have_text("begrüßte die Gäste mit einem 40-sekündigen Händedruck")
    empty.get_by_role("button", name="Behauptung").click()
    expect_saved(empty)
    assert Annotation.objects.get().exact == "begrüßte die Gäste mit einem 40-sekündigen Händedruck"


def test_on_to_the_end_of_the_sentence_and_dropped(empty: Page) -> None:
    sentence = TEXT[TEXT.index("begrüßte") : TEXT.index(".", TEXT.index("begrüßte"))]
    empty.mouse.click(*middle_of(empty, "begrüßte"))
    press(empty, "Control+Shift+ArrowRight")
    expect(empty.locator("#selected")).to_have_text(sentence)
    empty.get_by_role("button", name="Auswahl aufheben").click()
    expect(empty.locator("#selected")).to_be_empty()


def test_mouse_drag_and_double_click(empty: Page) -> None:
    empty.mouse.dblclick(*middle_of(empty, "Gäste"))
    expect(selected(empty)).to_have_text("Gäste")
    x, y = middle_of(empty, "Bürgermeister")
    to_x, to_y = middle_of(empty, "begrüßte")
    empty.mouse.move(x, y)
    empty.mouse.down()
    empty.mouse.move(to_x, to_y, steps=5)
    empty.mouse.up()
    expect(selected(empty)).to_have_text("Bürgermeister begrüßte")
    press(empty, "o", "Shift+ArrowLeft")  # its other end goes on
    expect(selected(empty)).to_have_text("Der Bürgermeister begrüßte")


@pytest.mark.parametrize("key", ["ArrowDown", "Control+ArrowRight"])
def test_the_word_cursor_stays_between_head_and_sheet(
    signed_in: Page, live_server: LiveServer, editor: User, key: str
) -> None:
    signed_in.set_viewport_size({"width": 320, "height": 560})
    text = "\n\n".join(f"Im Saal saßen {number} Gäste. Kein Einziger ging heim." for number in range(20, 60))
    open_article(signed_in, live_server, bring_in(editor, text).article.pk)
    signed_in.locator("#text").focus()
    for _step in range(25):
        press(signed_in, key)
        top, bottom, head, sheet = signed_in.evaluate(WHERE_SELECTED)
        assert head <= top, selected(signed_in).inner_text()
        assert bottom <= sheet, selected(signed_in).inner_text()
    assert "Im Saal saßen 20" not in signed_in.evaluate("[...CSS.highlights.get('pending')][0].startContainer.data")


# Its upper and lower edge, the lower edge of the head, the upper one of the sheet.
WHERE_SELECTED = """() => {
    const [{ startContainer, startOffset, endContainer, endOffset }] = CSS.highlights.get("pending");
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    const { top, bottom } = range.getBoundingClientRect();
    const edge = (place) => document.querySelector(place).getBoundingClientRect();
    return [top, bottom, edge(".head").bottom, edge("#panel").top];
}"""


def test_lines_of_the_text_hold_60_to_70_characters(empty: Page) -> None:
    per_line = empty.evaluate(
        """() => {
            const line = document.querySelector("#text p").cloneNode();
            line.textContent = "die Räte der Stadt haben am Abend über die Wege zum Bahnhof gesprochen ".repeat(20);
            document.getElementById("text").append(line);
            const lines = line.getBoundingClientRect().height / parseFloat(getComputedStyle(line).lineHeight);
            return line.textContent.length / lines;
        }"""
    )
    assert 60 <= per_line <= 70


def test_alt_keeps_the_exact_extent(empty: Page) -> None:
    x, y = middle_of(empty, "Bürgermeister")
    to_x, to_y = middle_of(empty, "begrüßte")
    empty.mouse.move(x, y)
    empty.mouse.down()
    empty.mouse.move(to_x, to_y, steps=5)
    empty.keyboard.down("Alt")
    empty.mouse.up()
    empty.keyboard.up("Alt")
    expect(selected(empty)).to_have_text(re.compile("meister begr"))
    exact = selected(empty).inner_text()
    assert exact in TEXT
    assert not exact.startswith("Bürger")
    assert not exact.endswith("begrüßte")


def test_find_to_mark(empty: Page) -> None:
    empty.locator("#text").focus()
    press(empty, "m")
    empty.get_by_label("Wörter im Text").fill("neue schulen")
    expect(empty.locator("#find [role=status]")).to_have_text("Gefunden: 1")
    press(empty, "Enter")
    expect(selected(empty)).to_have_text("neue Schulen")
    press(empty, "q")
    expect_saved(empty)
    assert Annotation.objects.get().exact == "neue Schulen"


def test_touch(browser: Browser, live_server: LiveServer, signed_in: Page, editor: User) -> None:
    article = bring_in(editor).article
    context = browser.new_context(
        has_touch=True,
        locale="de-DE",
        viewport={"width": 390, "height": 800},
        storage_state=signed_in.context.storage_state(),
    )
    page = context.new_page()
    open_article(page, live_server, article.pk)
    page.touchscreen.tap(*middle_of(page, "Gäste"))
    expect(selected(page)).to_have_text("Gäste")
    page.get_by_role("button", name="bis Satzende").tap()
    page.get_by_role("button", name="Behauptung").tap()
    expect_saved(page)
    assert Annotation.objects.get().exact == "Gäste mit einem 40-sekündigen Händedruck"
    page.locator(".card.is-open .card-head").tap()
    chip = page.locator(".chip")
    expect(chip).not_to_have_class(re.compile("is-active"))
    box = chip.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + 10, box["y"] + box["height"] / 2 + 21)  # of 44 pixels it has
    expect(chip).to_have_class(re.compile("is-active"))
    context.close()


# --- Editing ---------------------------------------------------------------------------------------------------------


def test_fields_of_a_figure(bench: Page) -> None:
    card(bench, "40-sekündigen").get_by_role("button").first.click()
    press(bench, "e")
    bench.locator(".edit-form [name=value]").fill("41")
    bench.locator(".edit-form [name=approximation]").select_option("about")
    press(bench, "Control+Enter")
    expect_saved(bench)
    figure = Annotation.objects.get(exact="40-sekündigen").figure
    assert (figure.value, figure.unit, figure.approximation) == (41, "s", "about")
    press(bench, "u")
    expect_saved(bench)
    assert Annotation.objects.get(exact="40-sekündigen").figure.value == 40


def test_units_are_said_in_the_language_of_the_reader_and_stored_as_codes(bench: Page) -> None:
    chosen = card(bench, "40-sekündigen")
    chosen.get_by_role("button").first.click()
    expect(chosen.locator("dl")).to_contain_text("40 Sekunden")
    press(bench, "e")
    expect(bench.locator(".edit-form [name=unit]")).to_have_value("Sekunden")
    bench.locator(".edit-form [name=value]").fill("1")
    bench.locator(".edit-form [name=unit]").fill("Jahr")
    press(bench, "Control+Enter")
    expect_saved(bench)
    assert Annotation.objects.get(exact="40-sekündigen").figure.unit == "year"
    expect(chosen.locator("dl")).to_contain_text("1 Jahr")


def test_fields_of_a_quote_and_dropping_them(bench: Page) -> None:
    words = "Wir bauen bis 2027 zwölf neue Schulen"
    card(bench, words, "quote").get_by_role("button").first.click()
    press(bench, "e")
    bench.locator(".edit-form [name=speaker]").fill("Niemand")
    press(bench, "Escape")
    expect(bench.locator(".edit-form")).to_have_count(0)
    press(bench, "e")
    bench.locator(".edit-form [name=speaker]").fill("Anna Beck-Roth")
    bench.get_by_role("button", name="Speichern").click()
    expect_saved(bench)
    assert Annotation.objects.get(exact=words, kind="quote").quote.speaker.name == "Anna Beck-Roth"


def test_extent_by_arrows(bench: Page) -> None:
    card(bench, "40-sekündigen").get_by_role("button").first.click()
    press(bench, "b", "ArrowRight", "Enter")
    expect_saved(bench)
    assert Annotation.objects.filter(exact="40-sekündigen Händedruck", kind="figure").exists()
    press(bench, "b", "ArrowRight", "Escape", "u")
    expect_saved(bench)
    assert Annotation.objects.filter(exact="40-sekündigen", kind="figure").exists()


def test_extent_without_arrow_keys(bench: Page) -> None:
    figure = card(bench, "40-sekündigen")
    figure.locator(".card-head").click()
    figure.get_by_role("button", name="Grenzen").click()
    figure.get_by_role("button", name="Ein Wort weiter").click()
    figure.get_by_role("button", name="Anderes Ende").click()
    figure.get_by_role("button", name="Ein Wort zurück").click()
    expect(selected(bench)).to_have_text("einem 40-sekündigen Händedruck")
    assert highlighted(bench, "active-figure") == [], "what is active lies over nothing that is being chosen"
    figure.get_by_role("button", name="Speichern").click()
    expect_saved(bench)
    assert Annotation.objects.filter(exact="einem 40-sekündigen Händedruck", kind="figure").exists()


def test_extent_by_selecting_the_words_anew(bench: Page) -> None:
    figure = card(bench, "40-sekündigen")
    figure.locator(".card-head").click()
    figure.get_by_role("button", name="Grenzen").click()
    bench.mouse.click(*middle_of(bench, "40-sekündigen"))  # selects the word, leads to no mark
    expect(selected(bench)).to_have_text("40-sekündigen")
    bench.get_by_role("button", name="bis hier").click()
    bench.mouse.click(*middle_of(bench, "Händedruck"))
    expect(selected(bench)).to_have_text("40-sekündigen Händedruck")
    figure.get_by_role("button", name="Speichern").click()
    expect_saved(bench)
    assert Annotation.objects.filter(exact="40-sekündigen Händedruck", kind="figure").exists()


def test_a_part_by_its_button(bench: Page) -> None:
    figure = card(bench, "Zweimal")
    figure.locator(".card-head").click()
    figure.get_by_role("button", name="Teil …").click()
    expect(bench.locator("#notice")).to_contain_text("erst die Wörter des Teils")
    select(bench, "gescheitert")
    figure.get_by_role("button", name="Teil …").click()
    bench.get_by_role("button", name="gezählt").click()
    expect_saved(bench)
    parts = Annotation.objects.get(exact="Zweimal", kind="figure").parts.values_list("role", "exact")
    assert ("counted", "gescheitert") in parts


def test_pointing_goes_by_the_character_not_by_the_gap_beside_it(bench: Page) -> None:
    left, right, end = bench.evaluate(
        """() => {
            const node = document.querySelector("#text [data-start]").firstChild;
            const box = (at) => {
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + 1);
                return range.getBoundingClientRect();
            };
            const at = node.data.indexOf("40-sekündigen");
            const [first, last, stop] = [box(at - 2), box(at + 12), box(node.data.length - 1)];
            const middle = last.y + last.height / 2;
            return [[first.right - 2, first.y + 9], [last.right - 1, middle], [stop.right + 60, stop.y + 9]];
        }"""
    )
    bench.mouse.click(*right)
    expect(bench.locator(".card.is-open .card-exact")).to_have_text("40-sekündigen")
    bench.mouse.click(*end)
    expect(bench.locator(".card.is-open")).to_have_count(0)
    bench.mouse.click(*left)
    expect(bench.locator(".card.is-open .card-exact")).not_to_have_text("40-sekündigen")


def test_a_long_extent_is_two_lines_until_more_is_asked_for(bench: Page, editor: User) -> None:
    words = TEXT.split("\n\n")[1]
    select(bench, words)
    press(bench, "c")
    expect_saved(bench)
    long = card(bench, words, "claim")
    short = long.locator(".card-exact").bounding_box()["height"]
    long.get_by_text("mehr", exact=True).click()
    assert long.locator(".card-exact").bounding_box()["height"] > 1.5 * short
    long.get_by_text("weniger", exact=True).click()
    assert long.locator(".card-exact").bounding_box()["height"] == short


def test_selection_becomes_a_part(bench: Page) -> None:
    card(bench, "Zweimal").get_by_role("button").first.click()
    select(bench, "gescheitert")
    press(bench, "p")
    bench.get_by_role("button", name="gezählt").click()
    expect_saved(bench)
    parts = Annotation.objects.get(exact="Zweimal", kind="figure").parts.values_list("role", "exact")
    assert ("counted", "gescheitert") in parts


def test_keys_are_switched_and_changed_in_the_profile(bench: Page, live_server: LiveServer) -> None:
    article = bench.url
    bench.goto(f"{live_server.url}/profile/")
    bench.get_by_label("annehmen, zur nächsten").fill("x")
    bench.get_by_role("button", name="Speichern").click()
    expect(bench.locator(".error").first).to_contain_text("schon für")
    bench.get_by_label("annehmen, zur nächsten").fill("y")
    bench.get_by_label("Einzelne Tasten wirken").uncheck()
    bench.get_by_role("button", name="Speichern").click()
    bench.goto(article)
    bench.wait_for_selector("body[data-ready]")
    expect(bench.locator("#text-keys")).to_contain_text("Y nimmt an")
    card(bench, "Zweimal").get_by_role("button").first.click()
    press(bench, "a", "y", "Alt+a")
    expect(bench.locator(".counts [data-count=accepted]")).to_have_text("0")
    press(bench, "Alt+y")
    expect(bench.locator(".counts [data-count=accepted]")).to_have_text("1")
    press(bench, "Control+z")
    expect(bench.locator(".counts [data-count=accepted]")).to_have_text("0")


def test_marks_are_announced_while_reading(bench: Page, live_server: LiveServer, editor: User) -> None:
    change_preferences(user=editor, values={"announce_marks": True})
    bench.reload()
    bench.wait_for_selector("body[data-ready]")
    mark = bench.locator("#text mark", has_text="2027").first
    assert "Zahl" in (mark.get_attribute("data-begins") or "")
    bench.mouse.click(*middle_of_mark(bench, "2027"))
    expect(bench.locator(".card.is-open .card-exact")).to_have_text("2027")
    card(bench, "Zweimal").get_by_role("button").first.click()
    press(bench, "b", "Shift+ArrowRight", "Enter")
    expect_saved(bench)
    assert Annotation.objects.filter(exact="Zweimal sei", kind="figure").exists()


def middle_of_mark(page: Page, words: str) -> tuple[float, float]:
    box = page.locator("#text mark", has_text=words).first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_list_is_narrowed_by_certainty_and_by_whose_it_is(bench: Page) -> None:
    bench.locator("#filter-state").select_option("all")
    bench.get_by_text("Sicherheit, eigene").click()
    bench.get_by_label("nur eigene").check()
    expect(bench.locator(".card")).to_have_count(0)
    select(bench, "die Gäste")
    press(bench, "c")
    expect(bench.locator(".card")).to_have_count(1)
    bench.get_by_label("nur eigene").uncheck()
    bench.locator("#filter-band").select_option("maybe")
    expect(bench.locator(".card").first).to_be_visible()
    states = bench.locator(".card:not(.is-open) .card-state")
    expect(states.filter(has_not_text="prüfen")).to_have_count(0)
    expect(states.first).to_be_visible()


def test_a_card_says_where_its_words_stand(bench: Page) -> None:
    card(bench, "Zweimal").get_by_role("button").first.click()
    expect(bench.locator(".card.is-open .facts")).to_contain_text("Absatz 2, Satz 2")
    bench.get_by_role("button", name="Absatz 2, Satz 2", exact=True).click()
    expect(bench.locator("#text")).to_be_focused()


def test_w_waves_the_selected_sentence_through(bench: Page) -> None:
    number = bench.locator("[data-unlooked]").first
    expect(number).not_to_have_text("0")
    before = int(number.inner_text())
    press(bench, "g", "n", "w")
    expect(number).to_have_text(str(before - 1))
    press(bench, "u")
    expect(number).to_have_text(str(before))


def test_kind_by_key(bench: Page) -> None:
    card(bench, "Zweimal").get_by_role("button").first.click()
    press(bench, "c")
    expect_saved(bench)
    assert Annotation.objects.get(exact="Zweimal").kind == "claim"
    assert "Zweimal" in highlighted(bench, "active-claim")


# --- What cards say --------------------------------------------------------------------------------------------------


def test_a_claim_says_why_it_is_worth_checking(bench: Page) -> None:
    bench.locator("#filter-kind").select_option("high")
    high = Annotation.objects.filter(kind="claim", claim__worthiness="high")
    expect(bench.locator(".card")).to_have_count(high.count())
    bench.locator(".card-head").first.click()
    body = bench.locator(".card.is-open .card-body")
    expect(body).to_contain_text("Prüfbedarf")
    expect(body).to_contain_text("hoch")
    expect(body.locator(".reasons li q").first).not_to_be_empty()


def test_a_quote_says_who_and_which_words_gave_it_away(bench: Page) -> None:
    Speaker.objects.filter(name="Anna Beck").update(function="Dezernentin", aliases=["Beck", "A. Beck"])
    bench.reload()
    bench.wait_for_selector("body[data-ready]")
    card(bench, "Wir bauen bis 2027 zwölf neue Schulen", "quote").get_by_role("button").first.click()
    body = bench.locator(".card.is-open .card-body")
    expect(body).to_contain_text("Anna Beck · Dezernentin · auch Beck, A. Beck")
    expect(body).to_contain_text("Auslöser")
    expect(body).to_contain_text("sagte")


def test_the_reason_for_what_has_left_the_list_does_not_bring_it_back(bench: Page) -> None:
    bench.locator("#text").focus()
    press(bench, "j", "j", "x", "2")
    expect_saved(bench)
    expect(bench.locator("#notice")).to_have_text("Abgelehnt als: falsche Grenzen")
    rejected = Annotation.objects.get(state="rejected")
    assert rejected.reject_reason == "wrong_extent"
    expect(bench.locator(f".card[data-id='{rejected.pk}']")).to_have_count(0)
    expect(bench.locator("#arrived-above")).to_be_hidden()


def test_the_hands_are_in_the_text_when_their_card_has_gone(empty: Page) -> None:
    select(empty, "die Gäste")
    press(empty, "c")
    expect_saved(empty)
    press(empty, "Enter")
    expect(empty.locator(".card-head")).to_be_focused()
    press(empty, "u")
    expect(empty.locator(".card")).to_have_count(0)
    expect(empty.locator("#text")).to_be_focused()


# --- Many at once, two people ----------------------------------------------------------------------------------------


def test_accept_all_sure_with_preview_and_one_undo(bench: Page) -> None:
    sure = Annotation.objects.filter(band="sure").count()
    assert sure > 1
    bench.get_by_text("Mehrere …").click()
    bench.get_by_role("button", name="Alle sicheren annehmen").click()
    expect(bench.locator("#bulk-title")).to_contain_text(str(sure))
    bench.get_by_role("button", name="Abbrechen").click()
    assert not Annotation.objects.filter(state="accepted").exists()
    bench.get_by_text("Mehrere …").click()
    bench.get_by_role("button", name="Alle sicheren annehmen").click()
    bench.get_by_role("button", name="Ausführen").click()
    expect(bench.locator("#notice")).to_contain_text(f"Angenommen: {sure}")
    assert Annotation.objects.filter(state="accepted").count() == sure
    bench.locator(".card-head").last.click()
    bench.get_by_role("button", name="Rückgängig").click()
    expect(bench.locator(".counts [data-count=accepted]")).to_have_text("0")
    expect(bench.locator(".card")).to_have_count(Annotation.objects.filter(state="suggested").count())
    expect(bench.locator("#arrived-above")).to_be_hidden()  # they are back, and not new
    assert not Annotation.objects.filter(state="accepted").exists()


def test_reject_what_the_filter_shows(bench: Page) -> None:
    bench.locator("#filter-kind").select_option("quote")
    bench.get_by_text("Mehrere …").click()
    bench.get_by_role("button", name="Gezeigte ablehnen").click()
    bench.get_by_role("button", name="Ausführen").click()
    expect(bench.locator("#notice")).to_contain_text("Abgelehnt")
    assert set(Annotation.objects.filter(kind="quote").values_list("state", flat=True)) == {"rejected"}
    assert not Annotation.objects.filter(kind="figure", state="rejected").exists()


@pytest.mark.parametrize(("choice", "state"), [("Meine nehmen", "accepted"), ("Die andere behalten", "rejected")])
def test_conflict_is_decided_by_the_editor(bench: Page, colleague: User, choice: str, state: str) -> None:
    annotation = Annotation.objects.get(exact="40-sekündigen")
    headers = {"If-Match": f'"annotation-{annotation.pk}-1"'}
    api_for(colleague).post(f"/api/v1/annotations/{annotation.pk}/reject/", headers=headers)
    card(bench, "40-sekündigen").get_by_role("button").first.click()
    press(bench, "a")
    expect(bench.locator(".conflict")).to_contain_text("Nicht gespeichert")
    bench.get_by_role("button", name=choice).click()
    expect_saved(bench)
    expect(bench.locator(".conflict")).to_have_count(0)
    assert Annotation.objects.get(pk=annotation.pk).state == state


def test_a_conflict_between_two_sessions(bench: Page, browser: Browser, live_server: LiveServer) -> None:
    """Both have the article open and decide on the same suggestion before either has heard of the other."""
    make_user("editor", username="bert", password=PASSWORD)
    other = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 850}).new_page()
    other.goto(live_server.url)
    other.get_by_label("Benutzername").fill("bert")
    other.get_by_label("Passwort").fill(PASSWORD)
    other.get_by_role("button", name="Anmelden").click()
    expect(other.get_by_role("heading", name="Artikel", exact=True)).to_be_visible()
    open_article(other, live_server, Article.objects.get().pk)
    refuse(bench, "**/changes/*")
    card(other, "40-sekündigen").locator(".card-head").click()
    press(other, "x", "2")
    expect_saved(other)
    card(bench, "40-sekündigen").locator(".card-head").click()
    press(bench, "a")
    conflict = bench.locator(".conflict")
    expect(conflict).to_contain_text("bert hat diese Fundstelle")
    expect(conflict).to_contain_text("Abgelehnt")
    assert Annotation.objects.get(exact="40-sekündigen").state == "rejected", "nothing is overwritten in silence"
    conflict.get_by_text("Vergleichen").click()
    expect(conflict.locator("tbody tr").first).to_contain_text("Angenommen")
    conflict.get_by_role("button", name="Meine nehmen").click()
    expect_saved(bench)
    fact = Annotation.objects.get(exact="40-sekündigen")
    assert (fact.state, fact.reject_reason) == ("accepted", "")
    other.context.close()


def test_forced_colours_keep_kinds_and_states_apart(bench: Page) -> None:
    bench.emulate_media(forced_colors="active")
    drawn: dict[str, list[str]] = bench.evaluate(
        """() => Object.fromEntries([...CSS.highlights.keys()].map((name) => {
            const style = getComputedStyle(document.getElementById("text"), `::highlight(${name})`);
            return [name, [style.textDecorationColor, style.textDecorationStyle, style.textUnderlineOffset]];
        }))"""
    )
    marks = [drawn[f"{kind}-{state}"] for kind in ("quote", "claim", "figure") for state in ("suggested", "accepted")]
    assert len({tuple(one) for one in marks}) == 6
    assert {one[1] for one in marks[::2]} == {"dashed"}
    assert bench.locator("#text").evaluate("(text) => getComputedStyle(text).forcedColorAdjust") == "none"


def test_keyboard_alone_from_the_list_to_the_last_card(signed_in: Page, live_server: LiveServer, editor: User) -> None:
    article = suggested(editor, title="Nur mit Tasten").article
    page = signed_in
    page.reload()
    page.get_by_role("link", name="Nur mit Tasten").focus()
    press(page, "Enter")
    page.wait_for_selector("body[data-ready]")
    number = Annotation.objects.filter(state="suggested").count()
    press(page, "j")
    for _ in range(number):
        press(page, "a")
    expect(page.locator(".counts [data-count=open]")).to_have_text("0")
    expect(page.locator("#empty")).to_be_focused()
    expect(page.locator("#empty")).to_contain_text("Über alle Vorschläge ist entschieden")
    expect_saved(page)
    assert Annotation.objects.filter(version__article=Article(pk=article.pk), state="accepted").count() == number


def test_arrivals_move_nothing(bench: Page, live_server: LiveServer, editor: User, colleague: User) -> None:
    card(bench, "Zweimal").get_by_role("button").first.click()
    before = bench.evaluate("[scrollY, document.querySelector('.card.is-open').getBoundingClientRect().top]")
    version = Annotation.objects.all()[0].version
    start = version.text.index("Gäste")
    body = {"version": version.pk, "kind": "claim", "start": start, "end": start + 5, "exact": "Gäste"}
    assert api_for(colleague).post("/api/v1/annotations/", body).status_code == 201
    expect(bench.locator(".counts [data-count=claim]")).not_to_have_text("0", timeout=20_000)
    after = bench.evaluate("[scrollY, document.querySelector('.card.is-open').getBoundingClientRect().top]")
    assert after == before
    expect(bench.locator(".card.is-open .card-exact")).to_have_text("Zweimal")


def test_colleagues_see_who_else_is_here(bench: Page, colleague: User) -> None:
    article = Article.objects.get()
    answer = api_for(colleague).get(f"/api/v1/articles/{article.pk}/changes/?present=true").json()
    assert [person["name"] for person in answer["present"]] == ["anna"]
    expect(bench.locator("#present")).to_have_text(f"Auch hier: {colleague.username}", timeout=20_000)


def test_the_active_card_is_level_with_its_mark(signed_in: Page, live_server: LiveServer, editor: User) -> None:
    text = "\n\n".join(f"Im Saal saßen {number} Gäste, kein Einziger ging." for number in range(21, 41))
    signed_in.set_viewport_size({"width": 1280, "height": 1300})
    open_article(signed_in, live_server, suggested(editor, text).article.pk)
    for words in ("30", "32"):
        x, y = middle_of(signed_in, words)
        signed_in.mouse.click(x, y)
        expect(signed_in.locator(".card.is-open .card-exact")).to_have_text(words)
        box = signed_in.locator(".card.is-open").bounding_box()
        assert box is not None
        assert abs(box["y"] - y) < 20


def test_the_sheet_of_a_narrow_screen_has_two_heights(bench: Page) -> None:
    bench.set_viewport_size({"width": 390, "height": 800})  # opened as a wide one, it begins high
    high = bench.locator("#panel").bounding_box()["height"]
    bench.get_by_role("button", name="Liste").click()
    low = bench.locator("#panel").bounding_box()["height"]
    assert low < high / 1.5
    bench.mouse.click(*middle_of(bench, "40-sekündigen"))
    expect(bench.locator(".card.is-open .card-exact")).to_have_text("40-sekündigen")
    bench.get_by_role("button", name="Liste").click()
    assert bench.locator("#panel").bounding_box()["height"] > low
