"""SQLite knows how its tables are filled."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.services import upkeep
from tests.factories import bring_in

pytestmark = pytest.mark.django_db(transaction=True, reset_sequences=True)  # events count from 1


@pytest.fixture(autouse=True)
def _a_new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "_gathered_at", 0)


def gathers() -> bool:
    with CaptureQueriesContext(connection) as asked:
        upkeep.keep_statistics()
    return any(query["sql"] == "ANALYZE" for query in asked)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL gathers statistics by itself")
def test_gathers_them_anew_when_the_record_is_twice_as_long(editor: User) -> None:
    assert not gathers()  # there is nothing yet
    for is_time in (True, True, False, True, False, False, False, True):  # at 1, 2, 4 and 8 articles
        bring_in(editor, "Der Rat tagt.")
        assert gathers() is is_time
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(CAST(stat AS INTEGER)) FROM sqlite_stat1 WHERE tbl = 'annotations_article'")
        assert cursor.fetchall() == [(8,)]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite needs it")
def test_postgresql_gathers_them_by_itself(editor: User) -> None:
    bring_in(editor, "Der Rat tagt.")
    assert not gathers()
