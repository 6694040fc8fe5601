"""What narrow windows show: the list of articles before its filters, buttons that stand in pairs."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.factories import bring_in
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


def test_no_button_of_the_workbench_stands_alone_in_a_line(signed_in: Page, live_server: LiveServer) -> None:
    article = bring_in(User.objects.get(username="anna")).article
    signed_in.set_viewport_size({"width": 320, "height": 700})
    open_article(signed_in, live_server, article.pk)
    tops = signed_in.evaluate(
        """() => ["#open-find", "#undo", "#redo", ".bulk-menu"]
            .map((one) => Math.round(document.querySelector(one).getBoundingClientRect().top))"""
    )
    assert all(tops.count(top) == 2 for top in tops), tops
