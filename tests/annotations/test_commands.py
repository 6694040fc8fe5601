"""The command line of the desk."""

from __future__ import annotations

import signal
import threading
from collections import Counter
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from annotations import jobs
from annotations.management.commands import run_jobs
from annotations.models import Annotation, Article, SuggestionRun
from annotations.services.job_kinds import KINDS
from tests.schema_conformity import ConformingClient

pytestmark = pytest.mark.django_db


def said(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_issue_token_prints_a_token_that_works(editor: User) -> None:
    token = said("issue_token", editor.username).strip()
    answer = ConformingClient().get("/api/v1/me/", headers={"Authorization": f"Token {token}"})
    assert answer.json()["username"] == editor.username


def test_issue_token_names_who_there_is(editor: User) -> None:
    with pytest.raises(CommandError, match=editor.username):
        call_command("issue_token", "nobody-of-that-name")


def test_sample_newsroom_can_be_used() -> None:
    lines = [line.split() for line in said("sample_newsroom").splitlines()[1:]]
    assert [line[2] for line in lines] == ["(editor)", "(checker)", "(moderator)", "(administrator)"]
    for username, password, _role in lines:
        assert User.objects.get(username=username).check_password(password)
    assert Article.objects.count() == SuggestionRun.objects.filter(state="queued").count() == 4
    said("run_jobs", "--once")
    assert SuggestionRun.objects.filter(state="finished").count() == 4
    handshake = Annotation.objects.get(exact="40-sekündigen", kind="figure")
    assert (handshake.figure.value, handshake.figure.unit) == (40, "s")
    failed = Annotation.objects.get(exact="zwei", kind="figure", suffix__startswith=" gescheiterte Satellitenstarts")
    assert failed.figure.value == 2


def test_sample_newsroom_leaves_a_desk_in_use_alone(editor: User) -> None:
    with pytest.raises(CommandError, match="in use"):
        call_command("sample_newsroom")
    assert User.objects.count() == 1


def test_schema_is_complete() -> None:
    out = StringIO()
    call_command("spectacular", "--validate", "--fail-on-warn", stdout=out)
    assert "/api/v1/articles/{id}/changes/" in out.getvalue()


def test_the_runner_goes_on_after_a_fault(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """Each sort of job has a thread of its own: one that ended would let its jobs wait for ever."""
    asked: Counter[str] = Counter()

    def fails_at_first(kind: jobs.Kind) -> bool:
        asked[kind.name] += 1
        if asked[kind.name] == 1:
            raise ValueError("unexpected")
        if len(asked) == len(KINDS) and min(asked.values()) > 1:
            jobs.stop_requested.set()
        return False

    monkeypatch.setattr(jobs, "execute", fails_at_first)
    monkeypatch.setattr(run_jobs, "POLL_SECONDS", 0.01)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    timer = threading.Timer(10, jobs.stop_requested.set)
    timer.start()
    try:
        call_command("run_jobs")
    finally:
        timer.cancel()
        jobs.stop_requested.clear()
        for number, handler in handlers.items():
            signal.signal(number, handler)
    assert min(asked.values()) > 1
    assert caplog.text.count("goes on after a fault") == len(KINDS)
