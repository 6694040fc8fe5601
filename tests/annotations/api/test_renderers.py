"""Bodies of answers: byte for byte what the framework writes, whatever stands in them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils.translation import gettext_lazy
from rest_framework.exceptions import ErrorDetail
from rest_framework.renderers import JSONRenderer

from annotations.api.renderers import JsonRenderer
from annotations.models import Annotation

MOMENT = datetime.datetime(2026, 5, 3, 8, 0, 0, 120000, tzinfo=datetime.UTC)
EASTERN = datetime.timezone(datetime.timedelta(hours=2))


@pytest.mark.parametrize(
    "data",
    [
        {"exact": "„Käse“ 🧀 \u2028\u2029 </script>", "start": 0, "parts": [], "verdict": None, "score": 0.1 + 0.2},
        {"at": MOMENT, "day": MOMENT.date(), "local": MOMENT.astimezone(EASTERN)},
        {"state": Annotation.State.ACCEPTED, "title": gettext_lazy("Too large"), "detail": ErrorDetail("Nein", "code")},
        {"amount": Decimal("1.50"), 7: "a number as a name", "large": 2**70, "pair": (1, 2), "few": {3}},
        ["\ud83d"],
        "",
        None,
    ],
)
@pytest.mark.parametrize("accepted", ["application/json", "application/json; indent=2"])
def test_the_same_as_the_framework_writes(data: Any, accepted: str) -> None:
    try:
        expected = JSONRenderer().render(data, accepted, {})
    except UnicodeEncodeError:
        with pytest.raises(UnicodeEncodeError):
            JsonRenderer().render(data, accepted, {})
        return
    assert JsonRenderer().render(data, accepted, {}) == expected
