"""What a dossier says of each fact and source: places with their notes, who answered, frozen copies with their hash."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client

from annotations.models import Release
from annotations.services.releases import release_article
from annotations.services.sources import keep_copy
from annotations.services.verdict_rows import CitationInput, VerdictInput
from annotations.services.verdicts import answer_query, set_verdict
from tests.annotations.web.test_check_pages import words_of_pdf
from tests.factories import bring_in, check, make_source, mark

pytestmark = pytest.mark.django_db
CONTENT = b"Blatt 2: 20 G\xc3\xa4ste"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def release(editor: User, colleague: User, moderator: User) -> Release:
    text = "Titel\n\nEs kamen 20 Gäste. Danach gab es Kuchen."
    desk = bring_in(
        editor,
        text,
        byline="Von Mara Lindt",
        desk="Lokales",
        published_on=date(2023, 9, 1),
        published_precision="month",
    )
    check(colleague, mark(editor, desk.version, "20", kind="figure"))  # in the lead: a second person has to sign
    source = make_source(editor, "Einlassliste", kind="archive", level="secondary")
    keep_copy(source=source, name="liste.txt", content_type="text/plain", content=CONTENT, actor=editor)
    fact, asked = (mark(editor, desk.version, words) for words in ("Es kamen 20 Gäste", "gab es Kuchen"))
    citation = CitationInput(source=source.pk, place="Blatt 2", note="ohne Kinder")
    wished = VerdictInput(status="confirmed", citations=(citation,))
    set_verdict(annotation=fact, revision=fact.revision, verdict=wished, actor=colleague)
    asked = check(colleague, asked, "query", question="Welchen?")
    answer_query(annotation=asked, revision=asked.revision, answer="Apfelkuchen.", actor=editor)
    return release_article(article=desk.article, actor=moderator, reason="Eilt.")


def test_the_dossier_holds_it_and_page_and_pdf_say_it(
    release: Release, editor: User, pages: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    [source] = release.dossier["sources"]
    assert [(copy["name"], copy["sha256"]) for copy in source["copies"]] == [("liste.txt", DIGEST)]
    path = f"/dossiers/{release.pk}/"
    page = pages.get(path).content.decode()
    for said in (page, words_of_pdf(pages, f"{path}?as=pdf", monkeypatch)):
        for words in (
            "Einlassliste, Blatt 2 (ohne Kinder)",
            f"Antwort: Apfelkuchen. ({editor.username})",
            "Archiv, Sekundärquelle",
            "liste.txt",
            f"SHA-256 {DIGEST}",
            "Von Mara Lindt · Lokales · September 2023",
            "Gegenzeichnung steht aus",
        ):
            assert words in said
    items = pages.get(f"{path}?as=jsonld").json()["items"]
    assert [body["beleg:answeredBy"] for item in items for body in item["body"] if "beleg:answeredBy" in body] == [
        editor.username
    ]


def test_a_dossier_from_before_is_still_shown(release: Release, pages: Client) -> None:
    """It does not say who answered nor whose countersignature was due, and knows no copies."""
    for fact in release.dossier["facts"]:
        del fact["verdict"]["answered_by"], fact["verdict"]["is_countersignature_due"]
    for source in release.dossier["sources"]:
        del source["copies"]
    release.save()
    for form in ("", "?as=pdf", "?as=json", "?as=jsonld"):
        assert pages.get(f"/dossiers/{release.pk}/{form}").status_code == 200
