"""Messages to a slow receiver, and the worker killed while it waits for an answer: each arrives, in order."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.functional.desk import Desk, open_desk, wait_for
from tests.receiver import Receiver, answer, receiver

ARTICLES = 6
TOLD = ["article.created", "version.created", "run.queued"]
BRING_IN = f"""
from django.contrib.auth.models import Group, User
from annotations.services.articles import ArticleFields, Manuscript, bring_in_article
from annotations.services.webhooks import create_webhook
actor = User.objects.create_user("cms")
actor.groups.add(Group.objects.get(name="integration"))
create_webhook(url="{{url}}", event_types={TOLD}, actor=actor)
for n in range({ARTICLES}):
    text = Manuscript.pasted(f"Es waren {{{{n}}}} Gäste.")
    bring_in_article(fields=ArticleFields(title=str(n)), manuscript=text, actor=actor)
"""


@pytest.fixture
def inbox() -> Iterator[Receiver]:
    def slow(request: object) -> None:
        time.sleep(0.3)
        answer(204)(request)

    with receiver(slow) as found:
        yield found


@pytest.fixture
def desk(tmp_path: Path, inbox: Receiver) -> Iterator[Desk]:
    with open_desk(tmp_path, LEASE_SECONDS="3", OUTGOING_ALLOWED_NETWORKS="127.0.0.0/8") as opened:
        opened.manage("migrate", "-v0")
        opened.manage("shell", "-v0", "-c", BRING_IN.format(url=inbox.url))
        yield opened


def test_the_runner_is_killed_while_it_delivers(desk: Desk, inbox: Receiver) -> None:
    for round_number in range(1, 4):
        runner = desk.start_manage("run_jobs")
        enough = 4 * round_number
        wait_for(partial(inbox.has, enough), seconds=60, why="messages come in")
        runner.kill()
        runner.wait()
    desk.start_manage("run_jobs")
    waiting = "SELECT count(*) FROM annotations_webhookdelivery WHERE state <> 'finished'"
    wait_for(lambda: desk.rows(waiting) == [(0,)], seconds=60, why="everything is delivered")

    first_arrivals: dict[int, list[str]] = {}
    seen = set()
    for message in inbox.received:
        if message.headers["webhook-id"] not in seen:
            seen.add(message.headers["webhook-id"])
            body = json.loads(message.body)
            first_arrivals.setdefault(body["data"]["article"]["id"], []).append(body["type"])
    assert list(first_arrivals.values()) == [TOLD] * ARTICLES
    assert len(inbox.received) - len(seen) <= 3, "at most the one that was under way comes twice"
