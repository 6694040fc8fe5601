"""The proof: which sign stands where, what the margin says, and how notes go on beside the text on paper."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from annotations.queries.checks import facts_of
from annotations.queries.proofs import proof_of
from annotations.services.articles import BroughtIn
from annotations.web.margins import beside
from tests.factories import bring_in, check, make_source, mark

TEXT = "Titel\n\nVorspann\n\nEs kamen 20 Gäste, sagte sie. Danach gab es Kuchen."
STYLE = ParagraphStyle("test", fontSize=10, leading=12, spaceAfter=0)


@pytest.fixture
def desk(editor: User) -> BroughtIn:
    return bring_in(editor, TEXT)


def pieces(desk: BroughtIn) -> list[tuple[str, str, str]]:
    desk.version.article = desk.article
    blocks = proof_of(desk.version, facts_of(desk.version))
    return [(piece.text, piece.status, piece.sign) for piece in blocks[-1].pieces if piece.status]


@pytest.mark.django_db
def test_a_sign_says_what_begins_there_not_what_lies_around_it(desk: BroughtIn, editor: User) -> None:
    outer = mark(editor, desk.version, "Es kamen 20 Gäste")
    mark(editor, desk.version, "20", "figure")
    check(editor, outer, "query", question="Woher?")
    assert pieces(desk) == [("Es kamen ", "query", "query"), ("20", "query", "unchecked"), (" Gäste", "query", "")]


@pytest.mark.django_db
def test_what_is_confirmed_inside_something_open_has_no_sign(desk: BroughtIn, editor: User) -> None:
    mark(editor, desk.version, "Es kamen 20 Gäste")
    check(editor, mark(editor, desk.version, "20"), "confirmed", source=make_source(editor))
    assert [sign for _text, _status, sign in pieces(desk)] == ["unchecked", "confirmed", ""]


@pytest.mark.django_db
def test_the_margin_counts_what_is_open_and_tells_of_the_rest(desk: BroughtIn, editor: User, pages: Client) -> None:
    for words in ("Es kamen", "20", "gab es"):
        mark(editor, desk.version, words)
    check(editor, mark(editor, desk.version, "Kuchen"), "wrong", correction="Torte")
    check(editor, mark(editor, desk.version, "Danach"), "confirmed", source=make_source(editor))
    page = pages.get(f"/articles/{desk.article.pk}/proof/").content.decode()
    margin = page.split('class="proof-margin"')[1].split("</ul>")[0]
    assert "3 Fakten ungeprüft" in margin
    assert "„Kuchen“" in margin
    assert "Torte" in margin
    assert "Danach" not in margin


def test_on_paper_notes_go_on_beside_the_next_paragraphs() -> None:
    """Each row is as high as its paragraph; what has no room yet stands below at last."""
    paragraphs = [Paragraph(f"Absatz {number}", STYLE) for number in range(3)]
    note = Paragraph("Ein langer Satz über vieles. " * 9, STYLE)
    last = Paragraph("Zum letzten Absatz", STYLE)
    [table] = beside(paragraphs, [[note], [], [last]], widths=(200, 100), line="#000000")
    table.wrap(300, 1000)
    assert table._rowHeights[:3] == [18, 18, 18]
    said = " ".join(part.getPlainText() for row in table._cellvalues for part in row[1])
    assert said.split() == f"{note.getPlainText()} Zum letzten Absatz".split(), "nothing is lost, and all in order"


def test_a_note_that_fits_stays_beside_its_paragraph() -> None:
    paragraphs = [Paragraph("Ein Absatz. " * 20, STYLE), Paragraph("Noch einer.", STYLE)]
    notes = [[Paragraph(words, STYLE)] for words in ("kurz", "auch")]
    [table] = beside(paragraphs, notes, widths=(200, 100), line="#000")
    assert [[part.getPlainText() for part in row[1]] for row in table._cellvalues] == [["kurz"], ["auch"]]
    assert beside([], [], widths=(200, 100), line="#000") == []
