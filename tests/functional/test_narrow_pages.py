"""What narrow windows show: the list of articles before its filters, buttons that stand in pairs."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.factories import bring_in, suggested
from tests.functional.workbench import open_article

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_filters_of_the_list_are_folded_and_say_how_many_are_active(signed_in: Page, live_server: LiveServer) -> None:
    signed_in.set_viewport_size({"width": 390, "height": 800})
    signed_in.goto(f"{live_server.url}/articles/?state=draft")
    expect(signed_in.get_by_label("Suchen")).to_be_visible()
    expect(signed_in.get_by_label("Stand")).to_be_hidden()
    signed_in.get_by_text("Filter: 1 aktiv").click()
    signed_in.get_by_label("Stand").select_option("")
    signed_in.get_by_role("button", name="Filtern").click()
    expect(signed_in.locator(".filters-more summary")).to_have_text("Filter")


def test_filters_of_the_list_stand_in_a_row_where_there_is_room(signed_in: Page, live_server: LiveServer) -> None:
    signed_in.goto(f"{live_server.url}/articles/")
    expect(signed_in.get_by_label("Stand")).to_be_visible()
    expect(signed_in.locator(".filters-more summary")).to_be_hidden()


def top(one: Locator) -> float:
    """Its upper edge in the window."""
    box = one.bounding_box()
    assert box
    return box["y"]


def tops(page: Page, *selectors: str) -> set[int]:
    found: list[int] = page.evaluate(
        "(all) => all.map((one) => Math.round(document.querySelector(one).getBoundingClientRect().top))", selectors
    )
    return set(found)


@pytest.mark.parametrize("width", [320, 390])
def test_the_workbench_leaves_the_text_room(signed_in: Page, live_server: LiveServer, width: int) -> None:
    article = suggested(User.objects.get(username="anna")).article
    signed_in.set_viewport_size({"width": width, "height": 720})
    open_article(signed_in, live_server, article.pk)
    sheet = signed_in.locator("#panel")
    room = top(sheet) - top(signed_in.locator("#text"))
    assert room > 10 * 30, "ten lines as the page opens"
    assert len(tops(signed_in, "#open-find", "#undo", "#previous", "#next")) == 1
    signed_in.get_by_role("button", name="Nächste").click()
    expect(signed_in.locator(".card.is-open")).to_be_visible()
    for name in ("Annehmen", "Ablehnen"):
        expect(sheet.get_by_role("button", name=name)).to_be_in_viewport()
    assert top(sheet) > 0.4 * 720
    first: float = signed_in.evaluate(
        """() => {
            const active = [...CSS.highlights].filter(([name]) => name.startsWith("active"));
            const one = active.flatMap(([, all]) => [...all])[0];
            const range = document.createRange();
            range.setStart(one.startContainer, one.startOffset);
            range.setEnd(one.startContainer, one.startOffset + 1);
            return range.getBoundingClientRect().bottom;
        }"""
    )
    assert 0 < first < top(sheet), "the active mark is seen above the sheet"
    signed_in.get_by_role("button", name="Liste").click()
    assert len(tops(signed_in, "#undo", "#redo", ".bulk-menu")) == 1


@pytest.mark.parametrize("width", [320, 390])
def test_the_list_of_articles_is_cut_nowhere(signed_in: Page, live_server: LiveServer, width: int) -> None:
    bring_in(User.objects.get(username="anna"), desk="Wirtschaft und Verbraucherpolitik")
    signed_in.set_viewport_size({"width": width, "height": 720})
    signed_in.goto(f"{live_server.url}/articles/")
    row = signed_in.locator("table.list tbody tr")
    for words in ("Wirtschaft und Verbraucherpolitik", "Entwurf"):
        expect(row.get_by_text(words)).to_be_visible()
    expect(row.locator("[data-label='Eingebracht']")).to_be_visible()
    assert signed_in.evaluate(
        "[...document.querySelectorAll('.table-box, html')].every((one) => one.scrollWidth <= one.clientWidth)"
    )
