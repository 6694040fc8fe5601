"""Keeping webhooks over the API."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from annotations import jobs
from annotations.models import Event, WebhookDelivery, WebhookEndpoint
from annotations.services.webhook_deliveries import KIND
from annotations.services.webhook_signatures import secret_of
from annotations.services.webhooks import LIMIT
from tests.conftest import api_for
from tests.factories import make_webhook
from tests.receiver import LOOPBACK, answer, receiver

pytestmark = pytest.mark.django_db
WEBHOOKS = "/api/v1/webhooks/"
BODY = {"url": "https://cms.example/beleg", "description": "CMS", "event_types": ["run.finished", "article.released"]}


@pytest.fixture
def client(integration: User) -> APIClient:
    return api_for(integration)


def test_the_secret_is_shown_once(client: APIClient) -> None:
    made = client.post(WEBHOOKS, BODY)
    assert made.status_code == 201
    assert made.json()["secret"] == secret_of(WebhookEndpoint.objects.get())
    [listed] = client.get(WEBHOOKS).json()["results"]
    assert "secret" not in listed
    assert listed["event_types"] == ["article.released", "run.finished"]
    assert made.json()["secret"] not in str(Event.objects.values())


def test_rotating_shows_the_new_secret(client: APIClient, integration: User) -> None:
    endpoint = make_webhook(integration)
    old = secret_of(endpoint)
    answered = client.post(f"{WEBHOOKS}{endpoint.pk}/rotate-secret/").json()
    assert answered["secret"] not in (old, "")
    assert answered["previous_until"] is not None


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"url": "ftp://cms.example/"}, "url", "url_refused"),
        ({"url": "https://name:word@cms.example/"}, "url", "url_refused"),
        ({"url": "http://cms.example:6379/"}, "url", "url_refused"),
        ({"url": ""}, "url", "blank"),
        ({"event_types": []}, "event_types", "min_length"),
        ({"event_types": ["article.eaten"]}, "event_types.0", "invalid_choice"),
    ],
)
def test_says_what_is_wrong(change: dict[str, Any], field: str, code: str, client: APIClient) -> None:
    refused = client.post(WEBHOOKS, {**BODY, **change})
    assert refused.status_code == 400
    assert [(e["field"], e["code"]) for e in refused.json()["errors"]] == [(field, code)]


def test_webhooks_of_others_are_not_there(client: APIClient, moderator: User) -> None:
    endpoint = make_webhook(moderator)
    assert client.get(WEBHOOKS).json()["results"] == []
    for method, path in [("get", ""), ("patch", ""), ("delete", ""), ("post", "test/"), ("post", "rotate-secret/")]:
        assert getattr(client, method)(f"{WEBHOOKS}{endpoint.pk}/{path}").status_code == 404
    assert WebhookEndpoint.objects.count() == 1


def test_one_person_cannot_have_webhooks_without_end(client: APIClient, integration: User) -> None:
    for _ in range(LIMIT):
        make_webhook(integration)
    refused = client.post(WEBHOOKS, BODY)
    assert (refused.status_code, refused.json()["code"]) == (409, "webhooks_full")


def test_a_test_message_and_what_came_of_it(client: APIClient, integration: User, settings: Any) -> None:
    settings.OUTGOING_ALLOWED_NETWORKS = LOOPBACK
    with receiver(answer(500, b"Kein Platz.")) as inbox:
        endpoint = make_webhook(integration, inbox.url)
        sent = client.post(f"{WEBHOOKS}{endpoint.pk}/test/")
        assert (sent.status_code, sent.json()["type"], sent.json()["state"]) == (202, "webhook.test", "queued")
        jobs.execute(KIND)
        [delivery] = client.get(f"{WEBHOOKS}{endpoint.pk}/deliveries/").json()["results"]
        assert [(t["status"], t["excerpt"]) for t in delivery["tries"]] == [(500, "Kein Platz.")]
        assert client.get(f"{WEBHOOKS}{endpoint.pk}/").json()["failures"] == 1
        inbox.behaviour = answer(200)
        repeated = client.post(f"{WEBHOOKS}{endpoint.pk}/deliveries/{delivery['id']}/repeat/")
        assert repeated.status_code == 202
        jobs.execute(KIND)
    assert WebhookDelivery.objects.get().state == "finished"


def test_a_paused_one_is_tested_after_it_is_resumed(client: APIClient, integration: User) -> None:
    endpoint = make_webhook(integration)
    assert client.post(f"{WEBHOOKS}{endpoint.pk}/pause/").json()["pause_reason"] == "owner"
    refused = client.post(f"{WEBHOOKS}{endpoint.pk}/test/")
    assert (refused.status_code, refused.json()["code"]) == (409, "webhook_paused")
    assert client.post(f"{WEBHOOKS}{endpoint.pk}/resume/").json()["state"] == "active"
    assert client.post(f"{WEBHOOKS}{endpoint.pk}/test/").status_code == 202


def test_every_change_is_in_the_record_and_deleting_takes_the_deliveries(client: APIClient) -> None:
    pk = client.post(WEBHOOKS, BODY).json()["id"]
    client.patch(f"{WEBHOOKS}{pk}/", {"event_types": ["run.failed"]})
    client.post(f"{WEBHOOKS}{pk}/test/")
    assert client.delete(f"{WEBHOOKS}{pk}/").status_code == 204
    record = Event.objects.filter(object_type="webhook", object_id=pk).order_by("id")
    assert [event.verb for event in record] == ["created", "changed", "queued", "deleted"]
    assert record[1].new == {"event_types": ["run.failed"]}
    assert WebhookDelivery.objects.count() == 0


def test_deliveries_are_listed_in_a_constant_number_of_queries(
    client: APIClient, integration: User, django_assert_max_num_queries: Any, settings: Any
) -> None:
    settings.OUTGOING_ALLOWED_NETWORKS = LOOPBACK
    with receiver() as inbox:
        endpoint = make_webhook(integration, inbox.url)
        for _ in range(10):
            client.post(f"{WEBHOOKS}{endpoint.pk}/test/")
        while jobs.execute(KIND):
            pass
    with django_assert_max_num_queries(6):
        assert len(client.get(f"{WEBHOOKS}{endpoint.pk}/deliveries/").json()["results"]) == 10
