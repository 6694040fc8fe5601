"""The Python client against a real server: what it asks for arrives once, and what goes wrong is told."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.contrib.auth.models import User
from pytest_django.live_server_helper import LiveServer

import beleg
from annotations import jobs
from annotations.models import Annotation, Article, IdempotencyKey
from annotations.roles import INTEGRATION
from annotations.services import exports, imports
from beleg import Client, Conflict, Invalid, NotAllowed, NotFound, NotSignedIn, ServerError, Stale, Throttled
from tests.factories import bring_in, make_token, make_user, suggested
from tests.receiver import answer, receiver

pytestmark = pytest.mark.django_db(transaction=True)
README = Path(__file__).parents[2] / "clients" / "python" / "README.md"


@pytest.fixture
def owner(_roles_after_flush: None, live_server: LiveServer) -> User:
    return make_user("editor")


@pytest.fixture
def token(owner: User) -> str:
    return make_token(owner).shown_once


@pytest.fixture
def desk(live_server: LiveServer, token: str) -> Iterator[Client]:
    with Client(live_server.url, token) as client:
        yield client


class Faulty(httpx.HTTPTransport):
    """Sends each request on, and puts what a test says in the place of its first answers."""

    def __init__(self, *faults: Callable[[httpx.Response], httpx.Response]) -> None:
        super().__init__()
        self.faults = list(faults)
        self.seen: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        response = super().handle_request(request)
        return self.faults.pop(0)(response) if self.faults else response


def lost(response: httpx.Response) -> httpx.Response:
    response.read()
    raise httpx.ReadError("connection reset")


def instead(status: int, **headers: str) -> Callable[[httpx.Response], httpx.Response]:
    def exchanged(response: httpx.Response) -> httpx.Response:
        response.read()
        return httpx.Response(status, headers=headers, text="<html>Bad gateway</html>")

    return exchanged


def no_pause(_seconds: float) -> None:
    pass


@pytest.mark.parametrize("fault", [lost, instead(502), instead(429, **{"Retry-After": "3"})])
def test_a_request_whose_answer_got_lost_happens_once(live_server: LiveServer, token: str, fault: Any) -> None:
    line = Faulty(fault, fault)
    with Client(live_server.url, token, transport=line, sleep=no_pause) as client:
        article = client.articles.create(title="Einmal", text="Nur einmal.")
        client.articles.create(title="Noch einer", text="Ein anderer.")
    assert list(Article.objects.filter(title="Einmal").values_list("pk", flat=True)) == [article["id"]]
    keys = [request.headers["Idempotency-Key"] for request in line.seen]
    assert len(keys) == 4
    assert keys[0] == keys[1] == keys[2] != keys[3]
    assert IdempotencyKey.objects.count() == 2


def test_the_pause_is_the_one_the_desk_asks_for(live_server: LiveServer, token: str) -> None:
    pauses: list[float] = []
    line = Faulty(instead(429, **{"Retry-After": "7"}), instead(503))
    with Client(live_server.url, token, transport=line, sleep=pauses.append) as client:
        client.me()
    assert pauses[0] == 7
    assert 0 < pauses[1] <= 1


def test_a_pause_of_hours_is_told_of_and_not_waited_for(live_server: LiveServer, token: str) -> None:
    pauses: list[float] = []
    line = Faulty(instead(429, **{"Retry-After": "7200"}))
    with Client(live_server.url, token, transport=line, sleep=pauses.append) as client, pytest.raises(Throttled):
        client.me()
    assert not pauses


def test_attempts_come_to_an_end(live_server: LiveServer, token: str) -> None:
    line = Faulty(*[instead(500)] * 9)
    with Client(live_server.url, token, attempts=3, transport=line, sleep=no_pause) as client:
        with pytest.raises(ServerError) as caught:
            client.me()
        assert caught.value.code == "http_500"
    assert len(line.seen) == 3


def test_nobody_there_is_told_in_a_sentence() -> None:
    with (
        Client("http://127.0.0.1:9", "beleg_x", sleep=no_pause) as client,
        pytest.raises(beleg.Unreachable, match="does not answer"),
    ):
        client.me()


def test_a_redirect_is_not_followed_with_the_token() -> None:
    with receiver(answer(302, Location="http://127.0.0.1:9/")) as other, Client(other.url, "beleg_x") as client:
        with pytest.raises(beleg.Problem, match=r"leads on to http://127\.0\.0\.1:9/"):
            client.me()
        assert len(other.received) == 1


def test_something_else_that_answers_is_no_desk() -> None:
    """Such as the page for signing in of a machine in between, with status 200."""
    page = answer(200, b"<html>Sign in</html>", Content_Type="text/html; charset=utf-8")
    with receiver(page) as other, Client(other.url, "beleg_x") as client:
        with pytest.raises(beleg.Unreachable, match=r"127\.0\.0\.1 is no desk"):
            client.me()
        with pytest.raises(beleg.Unreachable, match="no desk"):
            client.articles.create(title="Hafen", text="Er kostet 40 Millionen Euro.")


@pytest.mark.parametrize(("url", "token"), [("beleg.example", "beleg_x"), ("https://beleg.example", ""), ("", "x")])
def test_a_wrong_address_or_token_is_refused_at_once(url: str, token: str) -> None:
    with pytest.raises(ValueError, match=r"no address of a desk|no token"):
        Client(url, token)


def test_lists_are_followed_as_far_as_one_reads(live_server: LiveServer, owner: User, token: str) -> None:
    for number in range(5):
        bring_in(owner, f"Text {number}.", title=str(number))
    line = Faulty()
    with Client(live_server.url, token, transport=line) as client:
        rows = client.articles.find(page_size=2, ordering="created_at")
        assert next(rows)["title"] == "0"
        assert len(line.seen) == 1
        assert [row["title"] for row in rows] == ["1", "2", "3", "4"]
    assert len(line.seen) == 3


def test_a_file_keeps_its_bytes(desk: Client, tmp_path: Path) -> None:
    path = tmp_path / "Übersicht.txt"
    path.write_bytes("Größe und Maß.".encode("cp1252"))
    article = desk.articles.create(title="Maß", file=path, external_id=None)
    assert article["version"]["text"] == "Größe und Maß."
    original = Article.objects.get(pk=article["id"]).versions.get().original
    assert (bytes(original.content), original.name) == (path.read_bytes(), "Übersicht.txt")


def test_marks_are_made_decided_and_taken_back(desk: Client, owner: User) -> None:
    brought_in = suggested(owner)
    text = brought_in.version.text
    made = desk.annotations.create(version=brought_in.version.pk, kind="claim", start=0, end=3, exact=text[:3])
    assert made["annotation"]["state"] == "accepted"
    suggestion = next(desk.annotations.find(article=brought_in.article.pk, state="suggested"))
    accepted = desk.annotations.accept(suggestion)["annotation"]
    with pytest.raises(Stale) as caught:
        desk.annotations.reject(suggestion, "other")
    assert caught.value.current["state"] == "accepted"
    assert desk.annotations.delete(accepted)["annotation"]["deleted"] is True
    [result] = desk.annotations.bulk([{"op": "accept", "id": made["annotation"]["id"], "revision": 1}])
    assert result["status"] == 200


def test_all_or_nothing_that_fails_has_its_results(desk: Client) -> None:
    with pytest.raises(Conflict) as caught:
        desk.annotations.bulk([{"op": "accept", "id": 4711, "revision": 1}])
    assert caught.value.document["results"][0]["status"] == 404


def test_versions_and_the_feed(desk: Client) -> None:
    article = desk.articles.create(title="Hafen", text="Erste Fassung.")
    [feed] = desk.changes()
    added = desk.articles.add_version(article["id"], text="Zweite Fassung.")
    again = desk.articles.add_version(article["id"], text="Zweite Fassung.")
    assert (added["version"]["number"], added["is_new"], again["is_new"]) == (2, True, False)
    [later] = desk.changes(since=feed["next"])
    assert [version["number"] for version in later["versions"]] == [2]
    assert {"created", "queued"} <= {event["verb"] for event in desk.events(article=article["id"])}


def test_an_export_is_followed_and_fetched(desk: Client, owner: User) -> None:
    article = suggested(owner).article
    job = desk.exports.create("jsonl", articles=[article.pk])
    with pytest.raises(beleg.TookTooLong):
        desk.exports.wait(job, seconds=0)
    assert jobs.execute(exports.KIND, job["id"])
    seen: list[tuple[int, int]] = []
    done = desk.exports.wait(job, on_progress=lambda *progress: seen.append(progress))
    file = io.BytesIO()
    assert desk.exports.download(done, file) == done["size"] == len(file.getvalue())
    assert json.loads(file.getvalue())["id"] == article.pk
    assert seen[-1] == (1, 1)
    desk.exports.delete(job["id"])
    with pytest.raises(NotFound):
        desk.exports.get(job["id"])


def test_marks_are_imported_and_decided_on_only_if_asked(desk: Client, owner: User, tmp_path: Path) -> None:
    version = bring_in(owner, "Es kamen 12 Gäste.").version
    place = {"kind": "figure", "start": 9, "end": 11, "exact": "12"}
    path = tmp_path / "marks.jsonl"
    path.write_text(json.dumps({"sha256": version.sha256, "annotations": [place, {**place, "kind": "poem"}]}), "utf-8")
    job = desk.imports.create(path, form="jsonl")
    assert jobs.execute(imports.KIND, job["id"])
    done = desk.imports.wait(job)
    assert (done["created"], done["failed"], done["name"]) == (1, 1, "marks.jsonl")
    made, failed = desk.imports.results(job["id"])
    assert desk.annotations.get(made["object_id"])["state"] == "suggested"
    assert failed["problem"]["code"] == "unknown_kind"
    accepting = desk.imports.create(path, form="jsonl", accepted=True)
    assert accepting["accepted"] is True
    assert next(desk.imports.find())["id"] == accepting["id"]


def test_a_failed_job_says_why(desk: Client, owner: User) -> None:
    job = desk.exports.create("jsonl", articles=[bring_in(owner).article.pk])
    owner.groups.clear()
    assert jobs.execute(exports.KIND, job["id"])
    owner.groups.add(make_user("editor").groups.get())
    with pytest.raises(beleg.JobFailed) as caught:
        desk.exports.wait(job)
    assert caught.value.code == "not_allowed"


def test_errors_have_code_sentence_and_fields(desk: Client, live_server: LiveServer, owner: User) -> None:
    with pytest.raises(Invalid) as invalid:
        desk.articles.create(title="", text="Text.")
    assert [error["field"] for error in invalid.value.errors] == ["title"]
    with Client(live_server.url, "beleg_wrong") as stranger, pytest.raises(NotSignedIn):
        stranger.me()
    narrow = make_token(owner, "articles:read").shown_once
    with Client(live_server.url, narrow, language="en") as reader, pytest.raises(NotAllowed) as refused:
        reader.articles.create(title="T", text="Text.")
    assert refused.value.code == "scope_missing"
    assert "lacks the scope" in refused.value.detail


def test_public_names_are_those_that_are_meant() -> None:
    assert [name for name in beleg.__all__ if not hasattr(beleg, name)] == []
    assert beleg.__all__ == sorted(beleg.__all__)


def test_the_readmes_example_runs(live_server: LiveServer, owner: User, tmp_path: Path) -> None:
    """As a program of its own, with the token of a program."""
    integration = make_user(INTEGRATION)
    [example] = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.S)
    path = tmp_path / "example.py"
    path.write_text(example, "utf-8")
    environment = {
        **os.environ,
        "BELEG_URL": live_server.url,
        "BELEG_TOKEN": make_token(integration).shown_once,
        "PYTHONPATH": str(README.parent / "src"),
    }
    done = subprocess.run(
        [sys.executable, path],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "figure 40 Millionen Euro",
        "external_id_taken True",
        "stale_revision Lokales",
    ]
    assert Annotation.objects.filter(exact="40 Millionen Euro", creator=integration).exists()
