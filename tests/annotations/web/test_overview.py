"""What is due at the desk: what presses first, few page numbers, and nothing of what is out of sight."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from annotations.models import Annotation, Article, Desk
from annotations.queries.queue import articles_in_work
from annotations.queries.statistics import acceptance_by_rule
from annotations.services.annotations import accept_annotation
from annotations.services.releases import release_article
from annotations.web.views import work
from tests.factories import bring_in, check, make_user, mark, suggested

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)


def article_with(actor: User, status: str = "", **verdict: object) -> Article:
    """One fact, a quote of somebody living: whatever is said of it has to be countersigned."""
    desk = bring_in(actor, "Titel\n\nVorspann\n\nEs kamen 20 Gäste.")
    fact = mark(actor, desk.version, "Es kamen 20 Gäste", "quote", fields={"type": "direct"})
    if status:
        check(actor, fact, status, **verdict)
    return desk.article


def test_what_presses_comes_first_then_the_newest(editor: User, moderator: User) -> None:
    unsigned = article_with(editor, "author_alone")
    overdue = article_with(editor, "query", question="Woher?", due_on=YESTERDAY)
    older, newer = article_with(editor), article_with(editor, "query", question="Woher?", due_on=timezone.localdate())
    released = article_with(editor, "author_alone")
    release_article(article=released, actor=moderator, reason="Eilt.")
    bring_in(editor, "Ein Text ohne Fakten.")
    order = [article.pk for article in (overdue, unsigned, newer, older)]
    assert articles_in_work(editor, at_most=10) == order
    assert articles_in_work(editor, at_most=3) == order[:3]
    assert articles_in_work(editor, at_most=1) == order[:1]


def test_what_is_out_of_sight_is_not_due(editor: User, moderator: User) -> None:
    article = article_with(editor, "author_alone")
    Desk.objects.create(name="Recherche", is_closed=True)
    Article.objects.update(desk="Recherche")
    assert articles_in_work(moderator, at_most=10) == []
    assert articles_in_work(editor, at_most=10) == [article.pk], "she brought it in"


def test_one_desk_can_be_looked_at_alone(pages: Client, editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [article_with(editor) for _number in range(4)]
    Article.objects.filter(pk__in=[article.pk for article in articles[:3]]).update(desk="Lokales & Sport")
    Article.objects.filter(pk=articles[3].pk).update(desk="Kultur")
    monkeypatch.setattr(work, "PAGE_SIZE", 2)
    shown = pages.get("/overview/", {"desk": "Lokales & Sport"})
    assert [article.pk for article, _bars in shown.context["rows"]] == [article.pk for article in articles[2:0:-1]]
    page = shown.content.decode()
    assert "<option selected>Lokales &amp; Sport</option>" in page
    assert '?page=2&amp;desk=Lokales+%26+Sport"' in page
    assert len(pages.get("/overview/", {"desk": "Lokales & Sport", "page": 2}).context["rows"]) == 1
    Desk.objects.create(name="Kultur", is_closed=True)
    other = Client()
    other.force_login(make_user("editor"))
    assert other.get("/overview/").context["desks"] == ["Lokales & Sport"], "the other is closed to her"


def test_a_long_list_is_cut_and_says_so(pages: Client, editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    for _number in range(3):
        article_with(editor)
    assert "die Liste der Artikel hat alle" not in pages.get("/overview/").content.decode().lower()
    monkeypatch.setattr(work, "_LISTED", 2)
    shown = pages.get("/overview/")
    assert len(shown.context["rows"]) == 2
    assert "Die ersten 2" in shown.content.decode()


def test_of_many_pages_only_some_numbers_are_offered(pages: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "PAGE_SIZE", 1)
    for number in range(30):
        pages.post("/sources/", {"title": f"Quelle {number}", "kind": "document", "level": "primary"})
    shown = pages.get("/sources/?page=15")
    assert shown.context["page"].numbers == [1, 2, "…", 12, 13, 14, 15, 16, 17, 18, "…", 29, 30]
    assert "<span>…</span>" in shown.content.decode()


def test_rates_of_rules_leave_out_articles_out_of_sight(editor: User, moderator: User, administrator: User) -> None:
    text = " ".join(f"Es kamen {number} Gäste." for number in range(20, 26))
    for desk in ("", "Recherche"):
        suggested(editor, text, desk=desk)
    for suggestion in Annotation.objects.awaiting_review():
        accept_annotation(annotation=suggestion, revision=suggestion.revision, actor=editor)
    [all_of_it] = {rate.decisions for rate in acceptance_by_rule(moderator) if rate.kind == "figure"}
    Desk.objects.create(name="Recherche", is_closed=True)
    for user, number in ((moderator, all_of_it // 2), (administrator, all_of_it)):
        assert {rate.decisions for rate in acceptance_by_rule(user) if rate.kind == "figure"} == {number}
