"""How many requests a token may make. In this process's memory: a second web process counts for itself."""

from __future__ import annotations

import math
import threading
import time
from typing import Any

from django.conf import settings
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from annotations.models import ApiToken


class _Buckets:
    """A token bucket for each token: full after a minute of rest, emptied by requests."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._levels: dict[int, tuple[float, float]] = {}  # token → requests left, at which moment

    def take(self, token: int, *, per_minute: int) -> float:
        """Seconds to wait; 0 where the request is allowed."""
        now = time.monotonic()
        with self._lock:
            left, seen = self._levels.get(token, (float(per_minute), now))
            left = min(float(per_minute), left + (now - seen) * per_minute / 60)
            allowed = left >= 1
            self._levels[token] = (left - 1 if allowed else left, now)
        return 0.0 if allowed else (1 - left) * 60 / per_minute

    def clear(self) -> None:
        self._levels.clear()


buckets = _Buckets()


class TokenThrottle(BaseThrottle):
    _wait = 0.0

    def allow_request(self, request: Request, view: Any) -> bool:
        if not isinstance(request.auth, ApiToken):
            return True
        self._wait = buckets.take(request.auth.pk, per_minute=settings.API_REQUESTS_PER_MINUTE)
        return self._wait == 0

    def wait(self) -> float:
        """Whole seconds: what `Retry-After` can say."""
        return math.ceil(self._wait)
