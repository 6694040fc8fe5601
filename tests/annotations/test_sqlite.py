"""Statements on the way to SQLite: what the memory for them must not mix up, and how they are answered."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Max
from django.db.models.functions import Coalesce

from annotations.models import WebhookDelivery

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="of the database of a newsroom on one machine"),
]


def _answer(statement: str, values: object) -> object:
    with connection.cursor() as cursor:
        return cursor.execute(statement, values).fetchone()


def test_values_and_percent_signs_reach_the_database_as_written() -> None:
    for share in ("3 %", "%s", "4 %s"):
        assert _answer("SELECT %s, 'a%%', '%%s'", [share]) == (share, "a%", "%s")


def test_a_statement_without_values_is_taken_as_it_stands() -> None:
    assert _answer("SELECT 'a%%', '%s'", None) == ("a%%", "%s")


def test_the_same_statement_by_names_of_values() -> None:
    assert _answer("SELECT %(share)s", {"share": "3 %"}) == ("3 %",)
    assert _answer("SELECT %(share)s, %(more)s", {"share": 1, "more": 2}) == (1, 2)


def test_a_statement_too_long_to_remember() -> None:
    numbers = list(range(5_000))
    assert _answer(f"SELECT max(column1) FROM (VALUES {', '.join(['(%s)'] * 5_000)})", numbers) == (4_999,)


def test_the_next_delivery_is_found_without_sorting_all_that_wait() -> None:
    """With fifty thousand that waited, a worker looked for most of a second before each."""
    left_behind, due = (str(found[:1].explain()) for found in WebhookDelivery.objects.runnable_in_turn())
    for plan in (left_behind, due):
        assert "webhookdelivery_due" in plan
        assert "webhookdelivery_in_order" in plan
    assert "TEMP B-TREE" not in due


def test_times_come_back_as_the_moment_that_was_stored(editor: User) -> None:
    """From a column, and from a function of the database, which SQLite answers with text."""
    moment = datetime.datetime(2026, 5, 3, 23, 59, 59, 123456, tzinfo=datetime.UTC)
    User.objects.filter(pk=editor.pk).update(last_login=moment)
    earlier = Coalesce("last_login", "date_joined")
    [found] = User.objects.filter(pk=editor.pk).annotate(earlier=earlier, newest=Max("last_login"))
    assert (found.last_login, found.earlier, found.newest) == (moment, moment, moment)
    assert {time.utcoffset() for time in (found.last_login, found.earlier, found.newest)} == {datetime.timedelta(0)}
    User.objects.filter(pk=editor.pk).update(last_login=None)
    assert User.objects.get(pk=editor.pk).last_login is None
