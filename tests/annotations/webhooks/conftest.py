"""An endpoint that wants everything, and the receiver behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User

from annotations.models import WebhookEndpoint
from annotations.services.webhooks import create_webhook
from tests.receiver import LOOPBACK, Receiver, receiver


@pytest.fixture
def inbox(settings: Any) -> Iterator[Receiver]:
    settings.OUTGOING_ALLOWED_NETWORKS = LOOPBACK
    with receiver() as found:
        yield found


@pytest.fixture
def endpoint(inbox: Receiver, integration: User) -> WebhookEndpoint:
    return create_webhook(url=inbox.url, event_types=WebhookEndpoint.EventType.values, actor=integration)
