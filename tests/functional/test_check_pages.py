"""The pages of the check in the browser: frozen web pages, the proof without scripts, calls, speakers."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from annotations.models import Annotation, Event, SourceCopy, Speaker
from annotations.services.articles import BroughtIn
from tests.factories import bring_in, check, make_source, make_user, mark
from tests.functional.conftest import PASSWORD, worker_environment
from tests.functional.desk import ROOT
from tests.functional.workbench import card, expect_saved, open_article, press
from tests.receiver import LOOPBACK, Receiver, answer, receiver

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = b"<p>Der Rat stimmte mit 23 zu 19 Stimmen zu.</p>"


def sign_in(page: Page, live_server: LiveServer, role: str, **values: Any) -> User:
    user = make_user(role, username=role, password=PASSWORD, **values)
    page.goto(live_server.url)
    page.get_by_label("Benutzername").fill(role)
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("heading", name="Artikel", exact=True)).to_be_visible()
    return user


# --- Frozen pages ----------------------------------------------------------------------------------------------------


@pytest.fixture
def web(settings: Any) -> Iterator[Receiver]:
    """A page on the web that this machine may reach in this test."""
    settings.OUTGOING_ALLOWED_NETWORKS = LOOPBACK
    with receiver(answer(404)) as found:
        yield found


@pytest.fixture
def fetching_worker(transactional_db: None, web: Receiver) -> Iterator[None]:
    """Begins to work when the test says so: until then a job is seen to wait."""
    processes = []

    def start() -> None:
        environment = {**worker_environment(), "OUTGOING_ALLOWED_NETWORKS": "127.0.0.0/8"}
        command = [sys.executable, "manage.py", "run_jobs"]
        processes.append(subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL))

    yield start  # type: ignore[misc]
    for process in processes:
        process.terminate()
        process.wait(20)


def test_a_web_page_is_frozen(signed_in: Page, live_server: LiveServer, web: Receiver, fetching_worker: Any) -> None:
    source = make_source(User.objects.get(username="anna"), url=f"{web.url}rat/beschluss")
    page = signed_in
    page.goto(f"{live_server.url}/sources/{source.pk}/")
    page.get_by_role("button", name="Seite jetzt holen").click()
    expect(page.get_by_role("progressbar", name="Fortschritt")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="wartet")).to_be_visible()
    fetching_worker()
    expect(page.get_by_text("Der Server hat unter dieser Adresse keine Seite")).to_be_visible(timeout=30_000)
    assert not SourceCopy.objects.exists()

    web.behaviour = answer(200, PAGE, Content_Type="text/html; charset=utf-8")
    page.get_by_role("button", name="Noch einmal versuchen").click()
    expect(page.locator(".hash")).to_have_text(f"SHA-256 {hashlib.sha256(PAGE).hexdigest()}", timeout=30_000)
    expect(page.get_by_text("gesichert (beschluss.html)")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="beschluss.html").first.click()
    assert download.value.path().read_bytes() == PAGE
    verbs = Event.objects.filter(object_type="source_fetch").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["queued", "failed", "queued", "finished"]


def test_nothing_inside_the_house_is_fetched(
    signed_in: Page, live_server: LiveServer, web: Receiver, worker: None
) -> None:
    """As it is set up: the worker may not call this machine."""
    source = make_source(User.objects.get(username="anna"), url=web.url)
    signed_in.goto(f"{live_server.url}/sources/{source.pk}/")
    signed_in.get_by_role("button", name="Seite jetzt holen").click()
    expect(signed_in.locator(".tasks .warn")).to_contain_text("Adresse", timeout=30_000)
    assert web.received == []


# --- The proof -------------------------------------------------------------------------------------------------------


@pytest.fixture
def checked(transactional_db: None) -> BroughtIn:
    owner = make_user("editor", username="autorin")
    desk = bring_in(owner)
    check(owner, mark(owner, desk.version, "rund 1.200 Menschen"), "confirmed", source=make_source(owner))
    check(owner, mark(owner, desk.version, "3,5 Millionen Euro"), "wrong", correction="4 Millionen")
    mark(owner, desk.version, "40-sekündigen Händedruck")
    return desk


def test_the_proof_is_read_and_printed_without_scripts(
    browser: Browser, live_server: LiveServer, checked: BroughtIn
) -> None:
    context = browser.new_context(locale="de-DE", java_script_enabled=False, viewport={"width": 1280, "height": 850})
    page = context.new_page()
    sign_in(page, live_server, "checker")
    page.goto(f"{live_server.url}/articles/{checked.article.pk}/check/")
    page.get_by_role("link", name="Fahne").click()
    struck, wrong = page.locator(".proof-text s", has_text="rund 1.200"), page.locator(".proof-text u")
    assert "line-through" in struck.evaluate("element => getComputedStyle(element).textDecorationLine")
    expect(wrong).to_have_text("3,5 Millionen Euro")
    expect(page.locator(".proof-margin").filter(has_text="4 Millionen")).to_be_visible()
    expect(page.locator(".legend")).to_contain_text("diesen Satz hat niemand angesehen")
    expect(page.locator(".proof-text .is-unlooked").first).to_contain_text("Wir bauen bis 2027 zwölf neue Schulen")
    printed = page.pdf(prefer_css_page_size=True)
    width, height = map(float, re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed).groups())
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)
    page.emulate_media(media="print")
    expect(page.locator(".site")).to_be_hidden()
    left, right = (
        page.locator(f".proof-row .{part}").nth(1).evaluate("element => element.getBoundingClientRect().toJSON()")
        for part in ("proof-text", "proof-margin")
    )
    assert right["left"] >= left["right"], "the margin for notes is beside the text"
    page.emulate_media(media="screen")
    with page.expect_download() as download:
        page.get_by_role("link", name="PDF").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
    context.close()


def test_long_notes_leave_no_gap_in_the_text(signed_in: Page, live_server: LiveServer) -> None:
    """Neither on the screen nor on paper: they go on beside the next paragraph, and below each other."""
    owner = User.objects.get(username="anna")
    paragraphs = [f"Am Montag kamen {number} Gäste." for number in (20, 21, 22)]
    desk = bring_in(owner, "\n\n".join(paragraphs))
    note = "Die Polizei zählte anders, der Veranstalter auch. " * 8
    for number in (20, 21):
        check(owner, mark(owner, desk.version, f"{number} Gäste"), "author_alone", note=note)
    mark(owner, desk.version, "22 Gäste")
    signed_in.goto(f"{live_server.url}/articles/{desk.article.pk}/proof/")
    expect(signed_in.locator(".proof-margin").last).to_have_text(re.compile("1 Fakt ungeprüft"))
    for media in ("screen", "print"):
        signed_in.emulate_media(media=media)
        texts, notes = (
            [part.evaluate("element => element.getBoundingClientRect().toJSON()") for part in found.all()]
            for found in (signed_in.locator(".proof-text"), signed_in.locator(".proof-margin"))
        )
        for above, below in pairwise(texts):
            assert below["top"] - above["bottom"] <= above["height"], media
        for above, below in pairwise(notes):
            assert below["top"] >= above["bottom"], media
        assert notes[0]["bottom"] > texts[1]["top"], "longer than its paragraph"


def test_release_and_countersignature_need_no_scripts(
    browser: Browser, live_server: LiveServer, checked: BroughtIn
) -> None:
    quote = mark(checked.article.uploader, checked.version, "Wir bauen bis 2027 zwölf neue Schulen", "quote")
    check(checked.article.uploader, quote)
    context = browser.new_context(locale="de-DE", java_script_enabled=False)
    page = context.new_page()
    moderator = sign_in(page, live_server, "moderator")
    page.goto(f"{live_server.url}/articles/{checked.article.pk}/check/")
    while (buttons := page.get_by_role("button", name="Gegenzeichnen", exact=True)).count():
        buttons.first.click()
    assert Annotation.objects.get(pk=quote.pk).verdict.countersigned_by == moderator
    page.get_by_label("Trotzdem freigeben, weil").fill("Redaktionsschluss")
    page.get_by_role("button", name="Freigeben und zeichnen").click()
    page.get_by_role("link", name=re.compile("Dossier vom")).click()
    expect(page.locator(".dossier")).to_contain_text("gegengezeichnet von moderator")
    context.close()


# --- Calls -----------------------------------------------------------------------------------------------------------


def test_whoever_is_called_hears_of_it_in_the_page_and_by_mail(
    signed_in: Page,
    browser: Browser,
    live_server: LiveServer,
    checked: BroughtIn,
    settings: Any,
    mailoutbox: list[Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.EMAIL_HOST = "mail.example"
    monkeypatch.setattr(settings.ENVIRONMENT, "public_url", "https://beleg.example")
    context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 850})
    other = context.new_page()
    called = sign_in(other, live_server, "checker", email="pruefung@redaktion.example")
    expect(other.locator(".calls")).to_have_count(0)

    open_article(signed_in, live_server, checked.article.pk)
    signed_in.locator("#filter-state").select_option("all")
    fact = card(signed_in, "3,5 Millionen Euro", "claim")
    fact.locator(".card-head").click()
    fact.get_by_role("button", name="Kommentar …").click()
    signed_in.keyboard.type("@checker, stimmt das?")
    press(signed_in, "Control+Enter")
    expect_saved(signed_in)
    [message] = mailoutbox
    assert message.to == [called.email]
    number = Annotation.objects.get(exact="3,5 Millionen Euro").pk
    assert f"https://beleg.example/articles/{checked.article.pk}/?mark={number}" in message.body
    assert "„3,5 Millionen Euro“" in message.body

    other.reload()
    expect(other.locator(".calls")).to_have_text(re.compile("^1"))
    other.get_by_role("link", name=re.compile("Meine Aufgaben")).click()
    expect(other.locator(".tasks")).to_contain_text("@checker, stimmt das?")
    other.get_by_role("button", name="Gesehen").click()
    expect(other.locator(".calls")).to_have_count(0)
    context.close()


# --- Speakers --------------------------------------------------------------------------------------------------------


def choose(page: Page, live_server: LiveServer, action: str, *names: str) -> None:
    page.goto(f"{live_server.url}/admin/annotations/speaker/")
    for name in names:
        page.get_by_role("row", name=name).get_by_role("checkbox").check()
    page.get_by_label("Aktion:").select_option(label=action)
    page.get_by_label("weil").fill("Dieselbe Person")
    page.get_by_role("button", name="Ausführen").click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def test_speakers_are_merged_read_side_by_side_and_split(page: Page, live_server: LiveServer) -> None:
    owner = make_user("editor", username="autorin")
    for text, day, name in (
        ("„Wir bauen zwölf Schulen“, sagte sie.", "2026-03-02", "Anna Beck"),
        ("„Wir bauen elf Schulen“, sagte sie.", "2026-01-15", "Beck, A."),
    ):
        desk = bring_in(owner, text, published_on=day, published_precision="day")
        mark(owner, desk.version, text[1 : text.index("“")], "quote", fields={"speaker": name, "type": "direct"})
    sign_in(page, live_server, "moderator")
    choose(page, live_server, "Mit dem Eintrag mit den meisten Zitaten zusammenlegen", "Anna Beck", "Beck, A.")
    kept = Speaker.objects.get(merged_into=None)
    page.goto(f"{live_server.url}/speakers/{kept.pk}/")
    wordings = page.locator("tbody td:first-child")
    expect(wordings).to_have_text([re.compile("„Wir bauen elf Schulen“"), re.compile("„Wir bauen zwölf Schulen“")])
    merged = Speaker.objects.exclude(pk=kept.pk).get()
    choose(page, live_server, "Wieder trennen", merged.name)
    page.goto(f"{live_server.url}/speakers/{kept.pk}/")
    expect(wordings).to_have_count(1)
    page.goto(f"{live_server.url}/speakers/{merged.pk}/")
    expect(wordings).to_have_count(1)
    reasons = Event.objects.filter(object_type="speaker", object_id=merged.pk, new__reason="Dieselbe Person")
    assert set(reasons.values_list("verb", flat=True)) == {"merged", "restored"}
