"""The documentation's receiver understands what is sent, and its table names every event."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import translation

from annotations import jobs
from annotations.models import WebhookAttempt, WebhookEndpoint
from annotations.services.webhook_deliveries import KIND
from annotations.services.webhook_signatures import secret_of
from annotations.services.webhooks import repeat_delivery, rotate_secret, send_test
from tests.factories import bring_in, make_webhook
from tests.receiver import LOOPBACK

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "webhooks.md").read_text("utf-8")


def test_every_event_is_documented() -> None:
    rows = dict(re.findall(r"^\| `([a-z.]+)` \| (.+) \|$", PAGE, re.M))
    with translation.override("en"):
        assert rows == {kind.value: str(kind.label) for kind in WebhookEndpoint.EventType}


@pytest.fixture
def example(integration: User, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[WebhookEndpoint, Any]]:
    """A webhook, and the page's receiver that listens to it."""
    settings.OUTGOING_ALLOWED_NETWORKS = LOOPBACK
    endpoint = make_webhook(integration, "http://127.0.0.1/")
    monkeypatch.setenv("BELEG_WEBHOOK_SECRET", secret_of(endpoint))
    [code] = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    names: dict[str, Any] = {"__name__": "example"}
    exec(code, names)
    quiet: type[BaseHTTPRequestHandler] = type("Quiet", (names["Receiver"],), {"log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), quiet)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    WebhookEndpoint.objects.update(url=f"http://127.0.0.1:{server.server_port}/")
    endpoint.refresh_from_db()
    yield endpoint, names
    server.shutdown()
    server.server_close()


def statuses() -> list[int | None]:
    return list(WebhookAttempt.objects.order_by("id").values_list("status", flat=True))


@pytest.mark.django_db
def test_the_example_receives_once_what_comes_twice(
    example: tuple[WebhookEndpoint, Any], editor: User, capsys: pytest.CaptureFixture[str]
) -> None:
    endpoint, names = example
    delivery = send_test(endpoint=endpoint)
    jobs.execute(KIND)
    repeat_delivery(delivery=delivery)
    bring_in(editor)
    while jobs.execute(KIND):
        pass
    assert statuses() == [204] * 5
    assert len(names["seen"]) == 4
    assert capsys.readouterr().out.splitlines() == [
        "webhook.test 0",
        "article.created 1",
        "version.created 1",
        "run.queued 1",
    ]


@pytest.mark.django_db
def test_the_example_refuses_what_is_not_signed_with_its_secret(
    example: tuple[WebhookEndpoint, Any], integration: User
) -> None:
    endpoint, names = example
    rotated = rotate_secret(endpoint=endpoint, actor=integration)
    send_test(endpoint=rotated)
    jobs.execute(KIND)
    assert statuses() == [204], "the old secret still signs"
    WebhookEndpoint.objects.update(previous_until=None)
    send_test(endpoint=rotated)
    jobs.execute(KIND)
    assert statuses() == [204, 401]
    assert len(names["seen"]) == 1
