"""People, clients and articles that most tests start from."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation
from rest_framework.test import APIClient

from annotations.api.throttling import buckets
from annotations.roles import ADMINISTRATOR, EDITOR, INTEGRATION, MODERATOR, store_roles
from annotations.services.articles import BroughtIn
from tests.factories import bring_in, make_user, suggested
from tests.schema_conformity import ConformingClient


@pytest.fixture(autouse=True)
def _roles_after_flush(request: pytest.FixtureRequest) -> None:
    """A test that commits empties the database when it ends, the roles too."""
    if "transactional_db" in request.fixturenames or "live_server" in request.fixturenames:
        request.getfixturevalue("transactional_db")
        store_roles()


@pytest.fixture(autouse=True)
def _heartbeat_within_a_test_transaction(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that never commits hides its run from the heartbeat, which has a connection of its own."""
    marker = request.node.get_closest_marker("django_db")
    is_committed = "transactional_db" in request.fixturenames or bool(marker and marker.kwargs.get("transaction"))
    if not is_committed:
        monkeypatch.setattr("annotations.jobs.leases.Heartbeat._extend", lambda self: True)


@pytest.fixture(autouse=True)
def _language_of_the_desk() -> None:
    """What one test's last request spoke is not what the next one speaks."""
    translation.deactivate()


@pytest.fixture
def editor(db: None) -> User:
    return make_user(EDITOR)


@pytest.fixture
def colleague(db: None) -> User:
    return make_user(EDITOR)


@pytest.fixture
def moderator(db: None) -> User:
    return make_user(MODERATOR)


@pytest.fixture
def administrator(db: None) -> User:
    return make_user(ADMINISTRATOR)


@pytest.fixture
def integration(db: None) -> User:
    return make_user(INTEGRATION)


@pytest.fixture
def stranger(db: None) -> User:
    """Has an account and no role."""
    return make_user(None)


@pytest.fixture(autouse=True)
def _full_buckets() -> None:
    """No test waits for what another one has used up."""
    buckets.clear()


def api_with_token(token: str) -> APIClient:
    client = ConformingClient(raise_request_exception=False)
    client.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    return client


def api_for(user: User | None) -> APIClient:
    client = ConformingClient(raise_request_exception=False)
    if user is not None:
        client.force_authenticate(user)
    return client


@pytest.fixture
def api(editor: User) -> APIClient:
    return api_for(editor)


def client_of(user: User) -> Client:
    """Somebody signed in to the pages."""
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


@pytest.fixture
def pages(editor: User) -> Client:
    return client_of(editor)


@pytest.fixture
def brought_in(editor: User) -> BroughtIn:
    return bring_in(editor)


@pytest.fixture
def with_suggestions(editor: User) -> BroughtIn:
    return suggested(editor)
