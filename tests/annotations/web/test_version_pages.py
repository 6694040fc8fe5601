"""Bringing in a changed manuscript by the pages: hand in, look at the changes, save, see what stayed behind."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from annotations.models import Annotation, ArticleVersion, Intake
from annotations.services.articles import BroughtIn, Manuscript
from annotations.services.versions import add_version, version_changes
from annotations.web.differences import Piece, changed_paragraphs
from tests.annotations.web.test_pages import signed_in
from tests.factories import TEXT, check, make_user, mark

pytestmark = pytest.mark.django_db

CHANGED = TEXT.replace("zwölf", "vierzehn").replace("Händedruck", "Handschlag")


def handed_in(pages: Client, pk: int, text: str = CHANGED) -> str:
    answer = pages.post(f"/articles/{pk}/versions/new/", {"text": text})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def test_the_present_text_is_there_to_be_edited(pages: Client, brought_in: BroughtIn) -> None:
    page = pages.get(f"/articles/{brought_in.article.pk}/versions/new/").content.decode()
    assert "zwölf neue Schulen" in page
    assert f'data-draft="version-{brought_in.article.pk}-1"' in page


def test_the_changes_are_shown_before_anything_is_saved(pages: Client, editor: User, brought_in: BroughtIn) -> None:
    mark(editor, brought_in.version, "am Montag")
    check(editor, mark(editor, brought_in.version, "zwölf neue Schulen"))
    mark(editor, brought_in.version, "Händedruck")
    page = pages.get(handed_in(pages, brought_in.article.pk)).content.decode()
    assert "<del>zwölf</del><ins>vierzehn</ins>" in page
    assert "<b>2</b> Fundstellen gehen mit." in page
    assert "<b>1</b> davon muss neu geprüft werden" in page
    assert "„Händedruck“" in page
    assert "1 Absatz unverändert" in page
    assert ArticleVersion.objects.count() == 1


def test_saving_makes_a_version_and_names_what_stayed_behind(
    pages: Client, editor: User, brought_in: BroughtIn
) -> None:
    pk = brought_in.article.pk
    check(editor, mark(editor, brought_in.version, "zwölf neue Schulen"))
    mark(editor, brought_in.version, "Händedruck")
    answer = pages.post(handed_in(pages, pk))
    assert answer.headers["Location"] == f"/articles/{pk}/versions/2/"
    assert not Intake.objects.exists()
    page = pages.get(f"/articles/{pk}/versions/2/").content.decode()
    assert "„Händedruck“" in page
    assert "„vierzehn neue Schulen“" in page
    assert "„zwölf neue Schulen“ · beruht allein auf der Autorin, dem Autor" in page
    assert "vierzehn" in pages.get(f"/articles/{pk}/").content.decode()


def test_a_file_counts_where_the_text_was_left_as_it_was(pages: Client, brought_in: BroughtIn) -> None:
    pk = brought_in.article.pk
    file = SimpleUploadedFile("neu.txt", CHANGED.encode())
    answer = pages.post(f"/articles/{pk}/versions/new/", {"text": TEXT.replace("\n", "\r\n"), "file": file})
    assert answer.status_code == 302
    both = SimpleUploadedFile("neu.txt", CHANGED.encode())
    answer = pages.post(f"/articles/{pk}/versions/new/", {"text": "Ganz anders.", "file": both})
    assert answer.status_code == 400


def test_the_same_text_is_said_to_be_the_same(pages: Client, brought_in: BroughtIn) -> None:
    page = pages.get(handed_in(pages, brought_in.article.pk, TEXT)).content.decode()
    assert "Wort für Wort" in page
    assert "Als Fassung 2" not in page


def test_a_started_version_is_no_started_article(pages: Client, brought_in: BroughtIn) -> None:
    handed_in(pages, brought_in.article.pk)
    assert "Angefangen" not in pages.get("/articles/new/").content.decode()
    intake = Intake.objects.get()
    assert pages.get(f"/articles/new/{intake.pk}/").status_code == 404
    answer = pages.post(f"/articles/new/{intake.pk}/discard/")
    assert answer.headers["Location"] == f"/articles/{brought_in.article.pk}/"
    assert not Intake.objects.exists()


def test_leaving_an_old_version_takes_late_decisions_along(pages: Client, editor: User, brought_in: BroughtIn) -> None:
    added = add_version(article=brought_in.article, manuscript=Manuscript.pasted(CHANGED), actor=editor)
    late = mark(editor, brought_in.version, "am Montag")
    answer = pages.post(f"/articles/{brought_in.article.pk}/versions/1/leave/")
    assert answer.headers["Location"] == f"/articles/{brought_in.article.pk}/"
    assert Annotation.objects.get(version=added.version).carried_from == late


@pytest.mark.parametrize(("role", "status"), [("editor", 200), ("checker", 403), ("integration", 403), (None, 403)])
def test_who_may_bring_in_a_version(brought_in: BroughtIn, role: str | None, status: int) -> None:
    path = f"/articles/{brought_in.article.pk}/versions/new/"
    assert signed_in(make_user(role)).get(path).status_code == status


def test_the_intake_of_somebody_else_is_not_there(pages: Client, colleague: User, brought_in: BroughtIn) -> None:
    path = handed_in(pages, brought_in.article.pk)
    assert signed_in(colleague).get(path).status_code == 404


def test_paragraphs_in_which_nothing_changed_are_counted(editor: User, brought_in: BroughtIn) -> None:
    text = "Eins.\n\nZwei.\n\nDrei alt.\n\nVier."
    old = ArticleVersion(text=text)
    new = ArticleVersion(text=text.replace("alt", "neu") + "\n\nFünf.")
    rows = changed_paragraphs(version_changes(old=old, new=new))
    assert [row.unchanged for row in rows] == [2, 0, 1, 0]
    assert rows[1].pieces == (Piece("", "Drei "), Piece("del", "alt"), Piece("ins", "neu"), Piece("", "."))
    assert rows[3].pieces == (Piece("ins", "Fünf."),)
