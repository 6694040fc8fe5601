"""How a receiver knows that a message is ours: signatures by the rules of Standard Webhooks (standardwebhooks.com).

A secret is derived from a random seed in the endpoint's row and the installation's `SECRET_KEY`: a copy of the
database alone signs nothing. Whoever changes `SECRET_KEY` gives every endpoint a new secret.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import datetime, timedelta
from uuid import uuid4

from django.utils.crypto import salted_hmac

from annotations.models import WebhookEndpoint

ROTATION = timedelta(hours=24)  # for this long the earlier secret signs as well
_PREFIX = "whsec_"
_SALT = "annotations.webhooks"


def new_seed() -> str:
    return uuid4().hex


def secret_of(endpoint: WebhookEndpoint) -> str:
    """As the receiver keeps it; shown when it is made and never again."""
    return _PREFIX + base64.b64encode(_key(endpoint.secret_seed)).decode()


def signed_headers(endpoint: WebhookEndpoint, *, webhook_id: str, body: bytes, at: datetime) -> dict[str, str]:
    """The three headers of a message; one signature for each secret that is valid at that time."""
    timestamp = str(int(at.timestamp()))
    seeds = [endpoint.secret_seed]
    if endpoint.previous_until is not None and endpoint.previous_until > at:
        seeds.append(endpoint.previous_seed)
    signed = f"{webhook_id}.{timestamp}.".encode() + body
    return {
        "webhook-id": webhook_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": " ".join(f"v1,{_signature(seed, signed)}" for seed in seeds),
    }


def _signature(seed: str, signed: bytes) -> str:
    return base64.b64encode(hmac.new(_key(seed), signed, hashlib.sha256).digest()).decode()


def _key(seed: str) -> bytes:
    return salted_hmac(_SALT, seed, algorithm="sha256").digest()
