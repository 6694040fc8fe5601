"""The pages: who sees them, what they show, what they do with bad input."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from annotations.models import Article, ArticleVersion, Intake, SuggestionRun
from annotations.services.articles import BroughtIn
from tests.factories import TEXT, bring_in, make_user, suggested

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


PAGES = [
    "/articles/",
    "/articles/new/",
    "/articles/{pk}/",
    "/articles/{pk}/edit/",
    "/articles/{pk}/text/",
    "/articles/{pk}/original/",
    "/articles/{pk}/versions/1/",
    "/help/",
    "/profile/",
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("role", "status"), [("editor", 200), ("moderator", 200), ("administrator", 200), ("integration", 403), (None, 403)]
)
def test_page_by_role(path: str, role: str | None, status: int, brought_in: BroughtIn) -> None:
    answer = signed_in(make_user(role)).get(path.format(pk=brought_in.article.pk))
    assert answer.status_code == status


@pytest.mark.parametrize("path", PAGES)
def test_anonymous_is_sent_to_sign_in_and_back(path: str, brought_in: BroughtIn, client: Client) -> None:
    full = path.format(pk=brought_in.article.pk)
    answer = client.get(full)
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/sign-in/?next={full}"


@pytest.mark.parametrize(("role", "status"), [("moderator", 200), ("administrator", 200), ("editor", 302), (None, 302)])
def test_admin_by_role(role: str | None, status: int) -> None:
    assert signed_in(make_user(role)).get("/admin/").status_code == status


def test_sign_in_and_out(client: Client) -> None:
    make_user("editor", username="anna", password="geheim-genug")
    wrong = client.post("/sign-in/", {"username": "anna", "password": "falsch"})
    assert "error" in wrong.content.decode()
    assert (
        client.post("/sign-in/", {"username": "anna", "password": "geheim-genug"}).headers["Location"] == "/articles/"
    )
    assert client.post("/sign-out/").status_code == 302
    assert client.get("/articles/").status_code == 302


def test_german_by_default_and_english_on_request(pages: Client) -> None:
    german = pages.get("/articles/new/").content.decode()
    assert '<html lang="de">' in german
    assert "Artikel einbringen" in german
    pages.post("/language/", {"language": "en", "next": "/articles/new/"})
    assert "Bring in an article" in pages.get("/articles/new/").content.decode()


def test_the_profile_names_the_role_in_the_language_of_the_reader(pages: Client) -> None:
    assert "· Redaktion" in pages.get("/profile/").content.decode()


def test_list_shows_counts_filters_and_pages(pages: Client, editor: User, colleague: User) -> None:
    article = suggested(editor, title="Gipfel in Port Velmar", desk="Ausland")
    for number in range(26):
        bring_in(colleague, f"Text {number}.", title=f"Haushalt {number}", desk="Lokales")
    first = pages.get("/articles/").content.decode()
    assert "27 Artikel" in first
    assert "page=2" in first
    for query in ("q=gipfel", "desk=Ausland", f"who={editor.pk}"):
        page = pages.get(f"/articles/?{query}").content.decode()
        assert "Gipfel in Port Velmar" in page
        assert "Haushalt" not in page
    assert str(sum(article.run.counts.values())) in page
    assert "Kein Artikel passt" in pages.get("/articles/?q=nirgends").content.decode()


@pytest.mark.parametrize("number", ["9" * 33, "-1", "x", "0"])
def test_a_page_that_is_not_there_is_said(pages: Client, number: str) -> None:
    answer = pages.get(f"/articles/?page={number}")
    assert answer.status_code == 200
    assert "Diese Seite gibt es nicht" in answer.content.decode()


def hand_in(client: Client, text: str) -> Intake:
    answer = client.post("/articles/new/", {"text": text})
    assert answer.status_code == 302, answer.content.decode()
    return Intake.objects.order_by("-id")[0]


def test_bringing_in_takes_two_steps(pages: Client, editor: User) -> None:
    intake = hand_in(pages, " date 2023-09 Seoul. Der Gipfel begann am Montag.\r\nZweiter Absatz. ")
    review = pages.get(f"/articles/new/{intake.pk}/").content.decode()
    assert 'value="2023-09"' in review
    assert 'value="Seoul' in review
    values = {"title": "Gipfel", "language": "de", "published_on": "2023-09", "desk": "Ausland"}
    saved = pages.post(f"/articles/new/{intake.pk}/", values)
    article = Article.objects.get()
    assert saved.headers["Location"] == f"/articles/{article.pk}/"
    assert (article.published_precision, article.uploader) == ("month", editor)
    assert ArticleVersion.objects.get().text.startswith("date 2023-09 Seoul.")
    assert SuggestionRun.objects.get().state == "queued"
    assert not Intake.objects.exists()


def test_a_started_intake_is_offered_again_and_is_its_owners_alone(pages: Client, colleague: User) -> None:
    intake = hand_in(pages, TEXT)
    assert f"/articles/new/{intake.pk}/" in pages.get("/articles/new/").content.decode()
    assert signed_in(colleague).get(f"/articles/new/{intake.pk}/").status_code == 404
    pages.post(f"/articles/new/{intake.pk}/discard/")
    assert not Intake.objects.exists()


def test_a_text_that_is_there_is_pointed_out_before_saving(pages: Client, brought_in: BroughtIn) -> None:
    intake = hand_in(pages, TEXT)
    assert brought_in.article.title in pages.get(f"/articles/new/{intake.pk}/").content.decode()
    values = {"title": "Noch einmal", "language": "de"}
    refused = pages.post(f"/articles/new/{intake.pk}/", values)
    assert refused.status_code == 400
    assert Article.objects.count() == 1
    pages.post(f"/articles/new/{intake.pk}/", {**values, "confirm_duplicate": "on"})
    assert Article.objects.count() == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "leer"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "keine Textdatei"),
        (b"a" * (25 * 2**20), "20 MB"),
        (b"a" * 1_000_001, "Zeichen"),
    ],
)
def test_a_bad_file_gets_a_sentence(pages: Client, content: bytes, said: str) -> None:
    answer = pages.post("/articles/new/", {"file": SimpleUploadedFile("artikel.txt", content)})
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not Intake.objects.exists()


def test_encoding_and_removed_characters_are_said(pages: Client) -> None:
    pages.post("/articles/new/", {"file": SimpleUploadedFile("a.txt", "Händedruck\x07 \u00ad".encode("cp1252"))})
    review = pages.get(f"/articles/new/{Intake.objects.get().pk}/").content.decode()
    assert "Windows-1252" in review
    assert "2 unsichtbare Zeichen" in review
    assert "Händedruck" in review


def test_nothing_handed_in_is_said(pages: Client) -> None:
    assert "Fügen Sie den Text des Artikels ein" in pages.post("/articles/new/", {"text": " "}).content.decode()


def test_hostile_text_shows_as_text(pages: Client, editor: User) -> None:
    text = "<script>alert(1)</script> {{ 7|add:7 }} {% now %} \u202egnitser\u202c </p><b>x"
    article = suggested(editor, text, title="<img src=x onerror=alert(1)>").article
    for path in ("", "text/", "edit/"):
        page = pages.get(f"/articles/{article.pk}/{path}").content.decode()
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    page = pages.get(f"/articles/{article.pk}/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7|add:7 }} {% now %} gnitser &lt;/p&gt;&lt;b&gt;x" in page


def test_original_is_an_attachment(pages: Client, brought_in: BroughtIn) -> None:
    answer = pages.get(f"/articles/{brought_in.article.pk}/original/")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.content.decode() == TEXT


def test_blocks_carry_code_point_offsets(pages: Client, brought_in: BroughtIn) -> None:
    page = pages.get(f"/articles/{brought_in.article.pk}/").content.decode()
    starts = [int(n) for n in re.findall(r'data-start="(\d+)"', page)]
    text = brought_in.version.text
    assert starts == [m.start() for m in re.finditer(r"(?m)^.+$", text)]


def test_marked_text_shows_every_kind_of_overlapping_marks(pages: Client, with_suggestions: BroughtIn) -> None:
    page = pages.get(f"/articles/{with_suggestions.article.pk}/text/").content.decode()
    body = page[page.index('<div class="text"') :]
    assert re.sub(r"<[^>]+>", "", body[: body.index("</div>")]) == TEXT.replace("\n\n", "")
    assert '<mark class="figure suggested"' in body
    assert re.search(r'<mark class="quote suggested"[^>]*><mark class="figure suggested"', body)


def test_csrf_failure_keeps_the_text_and_says_so(editor: User) -> None:
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.force_login(editor)
    answer = strict.post("/articles/new/", {"text": TEXT})
    assert answer.status_code == 403
    assert "zu lange offen" in answer.content.decode()


def test_missing_article_gets_a_page(pages: Client) -> None:
    for path in (f"/articles/{'9' * 33}/", "/articles/999/", "/nirgends/"):
        answer = pages.get(path)
        assert answer.status_code == 404
        assert "Unter dieser Adresse gibt es nichts" in answer.content.decode()


def test_every_page_has_a_strict_content_policy(pages: Client, brought_in: BroughtIn) -> None:
    answer = pages.get(f"/articles/{brought_in.article.pk}/")
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    [nonce] = set(re.findall(r'nonce="([^"]+)"', answer.content.decode()))
    assert f"'nonce-{nonce}'" in policy


def test_data_for_programs_may_load_nothing(pages: Client) -> None:
    for path in ("/api/v1/articles/", "/api/v1/articles/999/"):
        policy = pages.get(path).headers["Content-Security-Policy"]
        assert policy == "default-src 'none'; frame-ancestors 'none'"


def test_error_on_our_side_shows_no_stack_trace(pages: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotations.web.views.articles.articles_with_counts", lambda: 1 / 0)
    answer = pages.get("/articles/")
    assert answer.status_code == 500
    assert "Traceback" not in answer.content.decode()
