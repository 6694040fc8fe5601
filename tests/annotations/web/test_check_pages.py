"""The pages of the check: progress, proof, release, dossier, queue, overview, sources, speakers."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.formats import date_format
from django.utils.timezone import localtime
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Table

from annotations.formats.writing import utc_time
from annotations.models import Annotation, Article, Release, Source, SourceCopy
from annotations.services.articles import BroughtIn
from annotations.services.comments import add_comment
from annotations.services.releases import correct_published, release_article
from annotations.web import documents
from tests.conftest import client_of
from tests.factories import bring_in, check, make_source, mark

pytestmark = pytest.mark.django_db
TEXT = "Titel\n\nVorspann\n\nEs kamen 20 Gäste. Danach gab es Kuchen. Der Chor sang 3 Lieder."


@pytest.fixture
def desk(editor: User) -> BroughtIn:
    return bring_in(editor, TEXT)


@pytest.fixture
def fact(editor: User, desk: BroughtIn) -> Annotation:
    return mark(editor, desk.version, "Es kamen 20 Gäste")


def html(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_check_page_names_facts_conditions_and_sources(pages: Client, editor: User, fact: Annotation) -> None:
    source = make_source(editor, "Einlassliste")
    check(editor, fact, "confirmed", source=source, place="Blatt 2")
    page = html(pages, f"/articles/{fact.version.article_id}/check/")
    assert "Es kamen 20 Gäste" in page
    assert "Einlassliste" in page
    assert "Blatt 2" in page
    assert "1 von 1 Fakten" in page
    assert "Sätze, die niemand angesehen hat" in page


def test_proof_strikes_through_what_is_confirmed_and_corrects_what_is_wrong(
    pages: Client, editor: User, desk: BroughtIn, fact: Annotation
) -> None:
    check(editor, fact, "confirmed", source=make_source(editor))
    check(editor, mark(editor, desk.version, "gab es Kuchen"), "wrong", correction="gab es Torte")
    page = html(pages, f"/articles/{desk.article.pk}/proof/")
    assert '<s class="fact-confirmed">Es kamen 20 Gäste</s>' in page
    assert '<u class="fact-wrong">gab es Kuchen</u>' in page
    assert "gab es Torte" in page
    assert '<span class="is-unlooked">Der Chor sang 3 Lieder.</span>' in page
    check(editor, fact, "confirmed")
    assert "<s " not in html(pages, f"/articles/{desk.article.pk}/proof/").split("legend")[1].split("</p>", 1)[1]


def test_a_moderator_releases_with_a_reason_and_the_dossier_says_so(
    editor: User, moderator: User, fact: Annotation
) -> None:
    article = fact.version.article
    client = client_of(moderator)
    answer = client.post(f"/articles/{article.pk}/release/", {"reason": ""}, follow=True)
    assert "Es sind noch Bedingungen offen" in answer.content.decode()
    client.post(f"/articles/{article.pk}/release/", {"reason": "Redaktionsschluss"})
    release = Release.objects.get()
    page = html(client, f"/dossiers/{release.pk}/")
    assert "Redaktionsschluss" in page
    assert release.sha256 in page
    correct_published(annotation=fact, text="Es waren 21.", actor=moderator)
    assert "Es waren 21." in html(client, f"/dossiers/{release.pk}/")
    assert "Es waren 21." in html(client, f"/articles/{article.pk}/check/")
    assert client.get(f"/dossiers/{release.pk}/?as=json").json() == release.dossier
    [item] = client.get(f"/dossiers/{release.pk}/?as=jsonld").json()["items"]
    quote, place = item["target"]["selector"]
    assert TEXT[place["start"] : place["end"]] == quote["exact"] == "Es kamen 20 Gäste"
    assert TEXT[place["start"] - len(quote["prefix"]) : place["start"]] == quote["prefix"]
    client.post(f"/articles/{article.pk}/reopen/", {"reason": "Neue Lage"})
    assert Article.objects.get(pk=article.pk).state == "in_check"


def test_an_editor_does_not_release(pages: Client, fact: Annotation) -> None:
    assert pages.post(f"/articles/{fact.version.article_id}/release/", {"reason": "x"}).status_code == 403
    assert "Leitung des Ressorts" in html(pages, f"/articles/{fact.version.article_id}/check/")


def test_work_is_shared_out_and_taken_back(pages: Client, colleague: User, fact: Annotation) -> None:
    path = f"/articles/{fact.version.article_id}"
    pages.post(f"{path}/assign/", {"checker": colleague.pk})
    assignment = fact.version.article.assignments.get()
    assert "Es kamen 20 Gäste" in html(client_of(colleague), "/queue/")
    pages.post(f"{path}/assign/{assignment.pk}/")
    assert "Nichts wartet auf Sie" in html(client_of(colleague), "/queue/")
    assert pages.post(f"{path}/assign/", {"checker": "x"}).status_code == 404


def test_queue_countersigns_answers_and_shows_calls(
    pages: Client, editor: User, colleague: User, desk: BroughtIn, fact: Annotation
) -> None:
    quote = check(editor, mark(editor, desk.version, "Der Chor sang", "quote"))
    theirs = client_of(colleague)
    assert "Der Chor sang" in html(theirs, "/queue/")
    body = {"revision": quote.revision, "next": "queue"}
    own = pages.post(f"/facts/{quote.pk}/sign/", body, follow=True).content.decode()
    assert "Gegenzeichnen muss jemand anderes" in own
    theirs.post(f"/facts/{quote.pk}/sign/", body)
    assert Annotation.objects.get(pk=quote.pk).verdict.countersigned_by == colleague
    asked = check(colleague, fact, "query", question="Wer hat gezählt?")
    assert "Wer hat gezählt?" in html(pages, "/queue/")
    pages.post(f"/facts/{fact.pk}/answer/", {"revision": asked.revision, "answer": "Der Einlass.", "next": "queue"})
    assert Annotation.objects.get(pk=fact.pk).verdict.answer == "Der Einlass."
    add_comment(annotation=fact, text=f"@{colleague.username} siehst du das?", actor=editor)
    assert "siehst du das?" in html(theirs, "/queue/")
    theirs.post("/queue/seen/")
    assert "siehst du das?" not in html(theirs, "/queue/")


def test_overview_shows_what_is_due(pages: Client, editor: User, moderator: User, fact: Annotation) -> None:
    check(editor, fact)
    page = html(pages, "/overview/")
    assert fact.version.article.title in page
    assert "bar-author_alone" in page
    release_article(article=fact.version.article, actor=moderator, reason="Eilt")
    assert "Tage von" in html(pages, "/overview/")


def test_sources_are_entered_changed_and_frozen(pages: Client, editor: User, fact: Annotation) -> None:
    pages.post("/sources/", {"title": "Ratsprotokoll", "kind": "document", "level": "primary"})
    source = Source.objects.get()
    check(editor, fact, "confirmed", source=source)
    assert "Ratsprotokoll" in html(pages, "/sources/?q=rats")
    assert "Keine Quelle" in html(pages, "/sources/?q=anderes")
    assert "Es kamen 20 Gäste" in html(pages, f"/sources/{source.pk}/")
    pages.post(f"/sources/{source.pk}/", {"title": "Protokoll", "kind": "archive", "level": "primary"})
    assert Source.objects.get().title == "Protokoll"
    pages.post(f"/sources/{source.pk}/copies/", {"file": SimpleUploadedFile("p.html", b"<script>1</script>")})
    copy = SourceCopy.objects.get()
    answer = pages.get(f"/sources/{source.pk}/copies/{copy.pk}/")
    assert answer.content == b"<script>1</script>"
    assert answer["Content-Disposition"].startswith("attachment")
    assert pages.post("/sources/", {"title": ""}).status_code == 400


def test_what_a_speaker_said_stands_side_by_side(pages: Client, editor: User, desk: BroughtIn) -> None:
    quote = mark(editor, desk.version, "Der Chor sang", "quote", fields={"speaker": "Anna Beck"})
    speaker = Annotation.objects.get(pk=quote.pk).quote.speaker
    assert "Anna Beck" in html(pages, "/speakers/?q=beck")
    Article.objects.update(published_on="2023-09-01", published_precision="month")
    page = html(pages, f"/speakers/{speaker.pk}/")
    assert "Der Chor sang" in page
    assert ">2023-09<" in page, "no day where none is known"
    assert "keine Angabe" not in page


def test_proof_and_dossier_come_as_pdf(editor: User, moderator: User) -> None:
    long = "Es kamen 20 Gäste 👩‍👩‍👧 aus Łódź. " * 400
    desk = bring_in(editor, f"Titel <b>\n\n{long}")
    for place, status in (("Es kamen 20 Gäste", "confirmed"), ("Titel", "author_alone")):
        check(editor, mark(editor, desk.version, place), status, source=make_source(editor))
    release = release_article(article=desk.article, actor=moderator, reason="Eilt")
    client = client_of(moderator)
    for path in (f"/articles/{desk.article.pk}/proof/?as=pdf", f"/dossiers/{release.pk}/?as=pdf"):
        answer = client.get(path)
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
        assert answer.content.startswith(b"%PDF")
        assert len(re.findall(rb"/Type /Page\b", answer.content)) > 1, "400 sentences fill more than one page"


def test_the_head_of_every_page_says_that_somebody_calls(
    editor: User, colleague: User, fact: Annotation, pages: Client
) -> None:
    add_comment(annotation=fact, text=f"@{colleague.username} siehst du das?", actor=editor)
    theirs = client_of(colleague)
    for path in ("/articles/", f"/articles/{fact.version.article_id}/", "/sources/"):
        assert re.search(r'class="calls">1<span class="hidden-words"> Kommentar ruft Sie', html(theirs, path))
    assert 'class="calls"' not in html(pages, "/articles/")
    theirs.post("/queue/seen/")
    assert 'class="calls"' not in html(theirs, "/articles/")


def words_of_pdf(client: Client, path: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the PDF says, read before it is drawn: its letters are numbers of glyphs then."""
    drawn: list[str] = []
    build = documents._build

    def reading(story: list[Any], **rest: Any) -> bytes:
        cells = [cell for table in story if isinstance(table, Table) for row in table._cellvalues for cell in row]
        for item in [*story, *cells]:
            drawn.extend(p.getPlainText() for p in (item if isinstance(item, list) else [item]) if hasattr(p, "frags"))
        return build(story, **rest)

    monkeypatch.setattr(documents, "_build", reading)
    assert client.get(path).content.startswith(b"%PDF")
    return "\n".join(drawn)


def test_a_pdf_prints_every_sign(pages: Client, editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = bring_in(editor, "Titel\n\n👩‍👩‍👧 tanzten ❤️ in 北京 und 🇩🇪.")
    check(editor, mark(editor, desk.version, "👩‍👩‍👧 tanzten"), "confirmed", source=make_source(editor))
    said = words_of_pdf(pages, f"/articles/{desk.article.pk}/proof/?as=pdf", monkeypatch)
    assert "👩👩👧 tanzten ❤ in [U+5317 U+4EAC] und 🇩🇪." in said
    fonts = [pdfmetrics.getFont(name).face for name in ("BelegSerif", "BelegEmoji")]
    assert {ord(c) for c in "👩👧❤🇩🇪"} <= {number for font in fonts for number in font.charToGlyph}


def test_the_pdf_of_the_proof_has_legend_sources_and_corrections(
    pages: Client, editor: User, desk: BroughtIn, fact: Annotation, monkeypatch: pytest.MonkeyPatch
) -> None:
    check(editor, fact, "confirmed", source=make_source(editor, "Einlassliste"), place="")
    check(editor, mark(editor, desk.version, "gab es Kuchen"), "wrong", correction="gab es Torte")
    said = words_of_pdf(pages, f"/articles/{desk.article.pk}/proof/?as=pdf", monkeypatch)
    for words in ("diesen Satz hat niemand angesehen", "1. Einlassliste", "falsch → gab es Torte", "zu ungenau"):
        assert words in said


def test_the_dossier_says_when_how_vague_and_what_was_corrected(
    moderator: User, editor: User, fact: Annotation, monkeypatch: pytest.MonkeyPatch
) -> None:
    vague = check(editor, fact, "confirmed", source=make_source(editor, "Einlassliste"), place="").verdict
    release = release_article(article=fact.version.article, actor=moderator, reason="Eilt")
    correct_published(annotation=fact, text="Es waren 21.", actor=moderator)
    assert vague is not None
    when = date_format(localtime(vague.at), "d.m.Y H:i")
    client, path = client_of(moderator), f"/dossiers/{release.pk}/"
    page = client.get(f"{path}?as=jsonld").json()
    assessing = page["items"][0]["body"][1]
    assert (assessing["beleg:status"], assessing["beleg:isTooVague"]) == ("confirmed", True)
    assert (assessing["creator"]["name"], assessing["created"]) == (editor.username, utc_time(vague.at))
    assert (page["beleg:text"], page["beleg:sha256"]) == (TEXT, fact.version.sha256)
    assert (page["beleg:signedBy"], page["beleg:dossierSha256"]) == (moderator.username, release.sha256)
    for said in (html(client, path), words_of_pdf(client, f"{path}?as=pdf", monkeypatch)):
        for words in ("zu ungenau", when, "Es waren 21."):
            assert words in said
    assert release.dossier["facts"][0]["verdict"]["is_too_vague"] is True
