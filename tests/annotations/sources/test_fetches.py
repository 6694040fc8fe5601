"""The page of a source, fetched by a job and frozen: what is kept, what is refused, and what is said about it."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from rest_framework.test import APIClient

from annotations import jobs
from annotations.models import Event, Source, SourceCopy, SourceFetch
from annotations.services import source_fetches
from annotations.services.source_fetches import request_fetch
from tests.conftest import api_for
from tests.factories import make_source
from tests.receiver import LOOPBACK, Receiver, answer, receiver

pytestmark = pytest.mark.django_db
PAGE = b"<p>Der Rat stimmte mit 23 zu 19 Stimmen zu.</p>"


@pytest.fixture
def web(settings: Any) -> Any:
    """A page on the web, which this machine may reach in this test."""
    settings.OUTGOING_ALLOWED_NETWORKS = LOOPBACK
    with receiver(answer(200, PAGE, Content_Type="text/html; charset=utf-8")) as found:
        yield found


@pytest.fixture
def source(editor: User, web: Receiver) -> Source:
    return make_source(editor, url=f"{web.url}rat/beschluss")


def run() -> SourceFetch:
    assert jobs.execute(source_fetches.KIND)
    newest: SourceFetch = SourceFetch.objects.order_by("-id")[0]
    return newest


def path_of(source: Source) -> str:
    return f"/api/v1/sources/{source.pk}/"


def test_the_page_is_frozen_as_it_came(api: APIClient, source: Source) -> None:
    asked = api.post(f"{path_of(source)}copies/", {"fetch": True})
    assert asked.status_code == 202
    assert (asked.json()["state"], asked.json()["copy"]) == ("queued", None)
    run()
    job = api.get(f"{path_of(source)}fetches/{asked.json()['id']}/").json()
    assert (job["state"], job["status"], job["final_url"], job["error"]) == ("finished", 200, source.url, None)
    [copy] = api.get(f"{path_of(source)}copies/").json()
    assert copy["id"] == job["copy"]
    assert copy["sha256"] == hashlib.sha256(PAGE).hexdigest()
    assert (copy["name"], copy["content_type"], copy["url"]) == ("beschluss.html", "text/html", source.url)


def test_an_unchanged_page_is_one_copy(editor: User, source: Source, web: Receiver) -> None:
    numbers = []
    for content in (PAGE, PAGE, b"<p>Berichtigt</p>"):
        web.behaviour = answer(200, content, Content_Type="text/html")
        request_fetch(source=source, actor=editor)
        numbers.append(run().copy_id)
    assert numbers[0] == numbers[1] != numbers[2]
    assert SourceCopy.objects.count() == 2


def test_redirects_are_followed_and_named(editor: User, source: Source, web: Receiver) -> None:
    def behave(request: Any) -> None:
        moved = answer(301, Location="/neu.pdf")
        (moved if request.path == "/rat/beschluss" else answer(200, b"%PDF-", Content_Type="application/pdf"))(request)

    web.behaviour = behave
    request_fetch(source=source, actor=editor)
    job = run()
    assert (job.state, job.final_url) == ("finished", f"{web.url}neu.pdf")
    assert job.copy is not None
    assert job.copy.name == "neu.pdf"


@pytest.mark.parametrize(
    ("behaviour", "error", "status"),
    [
        (answer(404, b"nichts", Content_Type="text/html"), "not_found", 404),
        (answer(200, b"PK", Content_Type="application/zip"), "not_kept", 200),
        (answer(200, b"", Content_Type="text/html"), "empty", 200),
        (answer(302, Location="http://[fe80::1]/"), "address_refused", None),
        (answer(302, Location="/rat/beschluss"), "too_many_redirects", None),
        (answer(200, b" " * (5 * 2**20 + 1), Content_Type="text/plain"), "too_large", None),
    ],
)
def test_what_cannot_be_kept_says_why(
    behaviour: Any, error: str, status: int | None, editor: User, source: Source, web: Receiver
) -> None:
    web.behaviour = behaviour
    request_fetch(source=source, actor=editor)
    job = run()
    assert (job.state, job.error, job.status) == ("failed", error, status)
    assert not SourceCopy.objects.exists()
    assert Event.objects.get(object_type="source_fetch", verb="failed").new["error"] == error


def test_nothing_inside_is_called(api: APIClient, source: Source, web: Receiver, settings: Any) -> None:
    settings.OUTGOING_ALLOWED_NETWORKS = []
    Source.objects.update(url="http://127.0.0.1/")
    assert api.post(f"{path_of(source)}copies/", {"fetch": True}).status_code == 202
    assert run().error == "address_refused"
    assert web.received == []


def test_what_is_waiting_is_not_asked_for_twice(editor: User, source: Source) -> None:
    assert request_fetch(source=source, actor=editor) == request_fetch(source=source, actor=editor)


def test_a_role_that_was_lost_fetches_nothing(editor: User, source: Source, web: Receiver) -> None:
    request_fetch(source=source, actor=editor)
    editor.groups.clear()
    assert run().error == "not_allowed"
    assert web.received == []


@pytest.mark.parametrize("body", [{}, {"fetch": False}, [1]])
def test_a_file_or_fetch_is_needed(body: Any, api: APIClient, source: Source) -> None:
    assert api.post(f"{path_of(source)}copies/", body).json()["code"] == "invalid"


def test_a_source_without_an_address_says_so(api: APIClient, editor: User) -> None:
    refused = api.post(f"{path_of(make_source(editor))}copies/", {"fetch": True})
    assert (refused.status_code, refused.json()["code"]) == (409, "no_address")


def test_a_fetch_is_found_under_its_source_only(editor: User, source: Source) -> None:
    job = request_fetch(source=source, actor=editor)
    other = make_source(editor, "Anderes")
    assert api_for(editor).get(f"{path_of(other)}fetches/{job.pk}/").status_code == 404
    [listed] = api_for(editor).get(f"{path_of(source)}fetches/").json()["results"]
    assert listed["id"] == job.pk


def test_everybody_reads_of_it_in_the_record(editor: User, colleague: User, source: Source) -> None:
    request_fetch(source=source, actor=editor)
    run()
    told = api_for(colleague).get("/api/v1/events/?object_type=source_fetch").json()["results"]
    assert [event["verb"] for event in told] == ["queued", "finished"]
    assert told[1]["new"]["sha256"] == hashlib.sha256(PAGE).hexdigest()


def test_the_page_follows_the_job_and_tries_again(pages: Client, source: Source, web: Receiver) -> None:
    path = f"/sources/{source.pk}/"
    assert "Seite jetzt holen" in pages.get(path).content.decode()
    web.behaviour = answer(404)
    pages.post(f"{path}fetch/")
    assert f'data-job="/api/v1/sources/{source.pk}/fetches/' in pages.get(path).content.decode()
    run()
    failed = pages.get(path).content.decode()
    assert "Der Server hat unter dieser Adresse keine Seite" in failed
    assert "Noch einmal versuchen" in failed
    web.behaviour = answer(200, b"<script>1</script>", Content_Type="text/html")
    pages.post(f"{path}fetch/")
    copy = run().copy
    assert copy is not None
    assert ": gesichert (" in pages.get(path).content.decode()
    kept = pages.get(f"{path}copies/{copy.pk}/")
    assert kept.content == b"<script>1</script>"
    assert kept["Content-Disposition"].startswith("attachment")
    assert (kept["Content-Type"], kept["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")


def test_the_page_says_when_nothing_changed(pages: Client, source: Source) -> None:
    for _time in range(2):
        pages.post(f"/sources/{source.pk}/fetch/")
        run()
    page = pages.get(f"/sources/{source.pk}/").content.decode()
    assert page.count("unverändert") == 1
