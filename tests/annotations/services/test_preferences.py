"""Keys a person chooses: none is lost, none fights another."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from annotations.errors import KeyRefused
from annotations.keys import DEFAULT_KEYS, RESERVED_KEYS
from annotations.queries.preferences import keys_of, preferences_of
from annotations.services.preferences import change_preferences
from annotations.web.key_words import ACTIONS

pytestmark = pytest.mark.django_db


def test_only_what_differs_is_kept(editor: User) -> None:
    change_preferences(user=editor, values={"keys": {"accept": "y", "reject": "x"}, "single_keys": False})
    stored = preferences_of(editor)
    assert stored.keys == {"accept": "y"}
    assert not stored.single_keys
    assert keys_of(stored) == {**DEFAULT_KEYS, "accept": "y"}


def test_two_actions_can_change_places(editor: User) -> None:
    keys = keys_of(change_preferences(user=editor, values={"keys": {"next": "k", "previous": "j"}}))
    assert (keys["next"], keys["previous"]) == ("k", "j")


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("x", "taken"),
        ("g", "taken"),
        ("v", "reserved"),
        ("v 2", "reserved"),
        ("3", "reserved"),
        ("ab", "no_key"),
        ("", "no_key"),
        ("Enter", "no_key"),
        (" ", "no_key"),
        ("A", "no_key"),
    ],
)
def test_keys_that_would_fight_are_refused(editor: User, key: str, reason: str) -> None:
    with pytest.raises(KeyRefused) as caught:
        change_preferences(user=editor, values={"keys": {"accept": key}})
    assert caught.value.details["reason"] == reason
    assert preferences_of(editor).keys == {}


def test_every_action_is_named_and_no_default_is_reserved() -> None:
    assert set(ACTIONS) == set(DEFAULT_KEYS)
    assert not {key.split(" ")[0] for key in DEFAULT_KEYS.values()} & RESERVED_KEYS


def test_the_page_says_what_is_wrong_and_can_put_all_back(pages: Client, editor: User) -> None:
    wished = {"theme": "system", **{f"key_{action}": key for action, key in DEFAULT_KEYS.items()}}
    answer = pages.post("/profile/", {**wished, "single_keys": "on", "key_accept": "x"})
    assert answer.status_code == 400
    assert "schon für" in answer.content.decode()
    pages.post("/profile/", {**wished, "key_accept": "y"})
    assert preferences_of(editor).keys == {"accept": "y"}
    pages.post("/profile/", {"reset": "yes"})
    assert preferences_of(editor).keys == {}
