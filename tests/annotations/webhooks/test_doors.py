"""Webhooks' page and their lists in the admin panel."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from annotations import jobs
from annotations.models import Desk, Event, WebhookAttempt, WebhookDelivery, WebhookEndpoint
from annotations.roles import ADMINISTRATOR, CHECKER, EDITOR
from annotations.services.webhook_deliveries import KIND
from annotations.services.webhook_signatures import secret_of
from annotations.services.webhooks import pause_webhook, send_test
from tests.conftest import api_for
from tests.factories import bring_in, make_user, make_webhook
from tests.receiver import LOOPBACK, answer, receiver

pytestmark = pytest.mark.django_db
PAGE = "/profile/webhooks/"
FORM = {"url": "https://cms.example/hook", "description": "Redaktionssystem", "event_types": ["run.finished"]}


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def client(moderator: User) -> Client:
    return client_of(moderator)


def test_the_page_enters_and_shows_the_secret_once(client: Client) -> None:
    made = client.post(PAGE, FORM)
    endpoint = WebhookEndpoint.objects.get()
    assert secret_of(endpoint) in made.content.decode()
    assert made.headers["Cache-Control"] == "no-store"
    shown = client.get(f"{PAGE}{endpoint.pk}/").content.decode()
    assert "whsec_" not in shown
    assert "Vorschläge sind da" in shown
    assert "Redaktionssystem" in client.get(PAGE).content.decode()


def test_the_page_says_what_is_wrong_and_keeps_the_entries(client: Client) -> None:
    refused = client.post(PAGE, {**FORM, "url": "http://cms.example:6379/"})
    assert refused.status_code == 400
    assert "Web-Adresse" in refused.content.decode()
    assert "Redaktionssystem" in refused.content.decode()
    empty = client.post(PAGE, {"url": "https://cms.example/"})
    assert "Wählen Sie mindestens ein Ereignis" in empty.content.decode()
    assert WebhookEndpoint.objects.count() == 0


def test_the_page_shows_what_came_of_a_delivery_and_repeats_it(client: Client, moderator: User, settings: Any) -> None:
    settings.OUTGOING_ALLOWED_NETWORKS = LOOPBACK
    with receiver(answer(500, b"Kein <b>Platz")) as inbox:
        endpoint = make_webhook(moderator, inbox.url)
        client.post(f"{PAGE}{endpoint.pk}/test/")
        jobs.execute(KIND)
        shown = client.get(f"{PAGE}{endpoint.pk}/").content.decode()
        assert re.search(r"500, \d+ ms · Kein &lt;b&gt;Platz", shown)
        assert "1 Fehlschlag in Folge" in shown
        inbox.behaviour = answer(200)
        client.post(f"{PAGE}{endpoint.pk}/deliveries/{WebhookDelivery.objects.get().pk}/")
        jobs.execute(KIND)
    assert "angekommen" in client.get(f"{PAGE}{endpoint.pk}/").content.decode()
    assert list(WebhookAttempt.objects.order_by("id").values_list("status", flat=True)) == [500, 200]


def test_the_page_pauses_resumes_rotates_changes_and_deletes(client: Client, moderator: User) -> None:
    endpoint = make_webhook(moderator)
    path = f"{PAGE}{endpoint.pk}/"
    client.post(f"{path}pause/")
    assert "Von Hand angehalten" in client.get(path).content.decode()
    refused = client.post(f"{path}test/", follow=True).content.decode()
    assert "Nehmen Sie ihn erst wieder auf" in refused
    client.post(f"{path}resume/")
    old = secret_of(endpoint)
    rotated = client.post(f"{path}secret/").content.decode()
    endpoint.refresh_from_db()
    assert secret_of(endpoint) in rotated
    assert old not in rotated
    client.post(path, {**FORM, "description": "Archiv"})
    endpoint.refresh_from_db()
    assert (endpoint.state, endpoint.description, endpoint.event_types) == ("active", "Archiv", ["run.finished"])
    client.post(f"{path}delete/")
    assert WebhookEndpoint.objects.count() == 0


@pytest.mark.parametrize("role", [EDITOR, CHECKER, None])
def test_the_page_is_for_those_who_may_keep_webhooks(role: str | None) -> None:
    assert client_of(make_user(role)).get(PAGE).status_code == 403


def test_webhooks_of_others_are_not_there(client: Client, colleague: User) -> None:
    endpoint = make_webhook(colleague)
    delivery = send_test(endpoint=endpoint)
    assert client.get(f"{PAGE}{endpoint.pk}/").status_code == 404
    for act in ("test", "pause", "resume", "secret", "delete", f"deliveries/{delivery.pk}"):
        assert client.post(f"{PAGE}{endpoint.pk}/{act}/").status_code == 404


def test_deliveries_of_articles_out_of_sight_are_not_listed(client: Client, moderator: User, editor: User) -> None:
    endpoint = make_webhook(moderator, event_types=["article.created"])
    Desk.objects.create(name="Recherche", is_closed=True)
    bring_in(editor, title="Verdeckt", desk="Recherche")
    bring_in(editor, "Ein anderer Text.", title="Offen", desk="Lokales")
    hidden, shown = WebhookDelivery.objects.order_by("pk")
    page = client.get(f"{PAGE}{endpoint.pk}/").content.decode()
    listed = api_for(moderator).get(f"/api/v1/webhooks/{endpoint.pk}/deliveries/").json()["results"]
    panel = client.get("/admin/annotations/webhookdelivery/").content.decode()
    assert "Offen" in page
    assert "Verdeckt" not in page
    assert [delivery["id"] for delivery in listed] == [shown.pk]
    assert "Offen" in panel
    assert "Verdeckt" not in panel
    assert client.post(f"{PAGE}{endpoint.pk}/deliveries/{hidden.pk}/").status_code == 404


def test_the_panel_shows_ones_own_and_to_administrators_all(client: Client, integration: User) -> None:
    endpoint = make_webhook(integration, description="Archiv")
    send_test(endpoint=endpoint)
    pause_webhook(endpoint=endpoint, reason="failures")
    lists = [f"/admin/annotations/{name}/" for name in ("webhookendpoint", "webhookdelivery")]
    assert all("Archiv" not in client.get(path).content.decode() for path in lists)
    administrator = client_of(make_user(ADMINISTRATOR))
    assert all("Archiv" in administrator.get(path).content.decode() for path in lists)
    page = administrator.get(f"{lists[0]}{endpoint.pk}/change/").content.decode()
    assert endpoint.secret_seed not in page
    paused = "/admin/annotations/webhookendpoint/?attention=paused"
    assert paused.removeprefix("/admin/") in administrator.get("/admin/").content.decode()
    assert "Archiv" in administrator.get(paused).content.decode()


def test_the_panel_resumes_and_repeats(integration: User, settings: Any) -> None:
    settings.OUTGOING_ALLOWED_NETWORKS = LOOPBACK
    panel = client_of(make_user(ADMINISTRATOR))
    with receiver() as inbox:
        endpoint = make_webhook(integration, inbox.url)
        delivery = send_test(endpoint=endpoint)
        pause_webhook(endpoint=endpoint, reason="failures")
        why = {"reason": "Empfänger ist wieder da"}
        repeat = {"action": "repeat", "_selected_action": [delivery.pk], **why}
        said = panel.post("/admin/annotations/webhookdelivery/", repeat, follow=True).content.decode()
        assert "Nehmen Sie ihn erst wieder auf" in said
        panel.post(
            "/admin/annotations/webhookendpoint/", {"action": "resume", "_selected_action": [endpoint.pk], **why}
        )
        jobs.execute(KIND)
        panel.post("/admin/annotations/webhookdelivery/", repeat)
        jobs.execute(KIND)
    assert len(inbox.received) == 2
    page = panel.get(f"/admin/annotations/webhookdelivery/{delivery.pk}/change/").content.decode()
    assert page.count("200") >= 2
    told = Event.objects.filter(object_type="webhook", object_id=endpoint.pk, new__reason="Empfänger ist wieder da")
    assert list(told.order_by("id").values_list("verb", flat=True)) == ["changed", "queued"]


def test_deliveries_are_kept_for_thirty_days(moderator: User, capsys: pytest.CaptureFixture[str]) -> None:
    endpoint = make_webhook(moderator)
    old, new = send_test(endpoint=endpoint), send_test(endpoint=endpoint)
    WebhookDelivery.objects.filter(pk=old.pk).update(queued_at=timezone.now() - timedelta(days=31))
    call_command("purge_bin")
    assert "1 deliveries" in capsys.readouterr().out
    assert WebhookDelivery.objects.get() == new
