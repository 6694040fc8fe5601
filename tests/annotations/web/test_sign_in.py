"""Signing in pauses after too many failures: by name and address, and says for how long."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from annotations.models import SignInFailure
from annotations.services.sign_in import WINDOW
from tests.annotations.web.test_pages import signed_in
from tests.factories import make_user

pytestmark = pytest.mark.django_db
PASSWORD = "geheim-genug"


@pytest.fixture
def anna(db: None) -> User:
    return make_user("editor", username="anna", password=PASSWORD)


def attempt(client: Client, password: str = "falsch", name: str = "anna", address: str = "192.0.2.1") -> str:
    data = {"username": name, "password": password}
    answer = client.post("/sign-in/", data, REMOTE_ADDR=address)
    return "in" if answer.status_code == 302 else answer.content.decode()


def test_the_fifth_failure_makes_wait_and_a_right_password_does_not_help(client: Client, anna: User) -> None:
    for _time in range(5):
        assert "Warten Sie" not in attempt(client)
    assert "Warten Sie 15 Minuten" in attempt(client, PASSWORD)
    assert attempt(client, PASSWORD, address="192.0.2.2") == "in", "from elsewhere she is let in"


def test_it_is_over_when_the_window_is(client: Client, anna: User) -> None:
    for _time in range(5):
        attempt(client)
    SignInFailure.objects.update(at=timezone.now() - WINDOW + timedelta(seconds=90))
    assert "Warten Sie 2 Minuten" in attempt(client, PASSWORD)
    SignInFailure.objects.update(at=timezone.now() - WINDOW)
    assert attempt(client, PASSWORD) == "in"


def test_a_success_clears_what_failed_before(client: Client, anna: User) -> None:
    for _time in range(4):
        attempt(client)
    assert attempt(client, PASSWORD) == "in"
    assert not SignInFailure.objects.exists()


def test_one_address_cannot_try_many_names(client: Client, anna: User) -> None:
    now = timezone.now()
    SignInFailure.objects.bulk_create(SignInFailure(name=f"n{i}", address="192.0.2.9", at=now) for i in range(60))
    assert "Warten Sie" in attempt(client, PASSWORD, address="192.0.2.9")


def test_many_addresses_cannot_try_one_name(client: Client, anna: User) -> None:
    now = timezone.now()
    SignInFailure.objects.bulk_create(SignInFailure(name="anna", address=f"192.0.2.{i}", at=now) for i in range(30))
    assert "Warten Sie" in attempt(client, PASSWORD, address="198.51.100.1")


def test_the_admin_panel_has_no_door_of_its_own(client: Client, anna: User) -> None:
    assert client.get("/admin/login/?next=/admin/").headers["Location"] == "/sign-in/?next=/admin/"
    assert signed_in(anna).get("/admin/login/").status_code == 403


def test_the_sentence_is_english_for_english_readers(client: Client, anna: User) -> None:
    for _time in range(5):
        attempt(client)
    answer = client.post(
        "/sign-in/", {"username": "anna", "password": "x"}, REMOTE_ADDR="192.0.2.1", headers={"Accept-Language": "en"}
    )
    assert "Wait 15 minutes" in answer.content.decode()
