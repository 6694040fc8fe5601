"""No page of the loop asks the database more often because there are more facts or articles, and none more than twenty
times."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from annotations.models import Annotation, Event, Release, Source, Speaker, SuggestionRun
from annotations.services.articles import BroughtIn
from annotations.services.assignments import assign, assign_facts
from annotations.services.comments import add_comment
from annotations.services.releases import correct_published, release_article
from tests.factories import bring_in, check, make_source, make_token, make_user, mark, suggested, things_to_check

pytestmark = pytest.mark.django_db
MOST = 20  # statements of a page, with the session, who asks, and whether a comment calls her
FEW, MANY = 10, int(os.environ.get("FACTS", "60"))  # FACTS=1000 takes some minutes
PATHS = (
    "/articles/",
    "/articles/{a}/",
    "/articles/{a}/text/",
    "/articles/{a}/check/",
    "/articles/{a}/proof/",
    "/articles/{a}/proof/?as=pdf",
    "/articles/{a}/history/",
    "/articles/{a}/versions/1/",
    "/dossiers/{d}/",
    "/dossiers/{d}/?as=pdf",
    "/dossiers/{d}/?as=jsonld",
    "/queue/",
    "/overview/",
    "/sources/",
    "/sources/{s}/",
    "/speakers/",
    "/speakers/{p}/",
    "/admin/",
    "/admin/annotations/annotation/",
    "/admin/annotations/annotation/{f}/change/",
    "/admin/annotations/annotation/{f}/history/",
    "/admin/annotations/article/",
    "/admin/annotations/article/{a}/change/",
    "/admin/annotations/article/{a}/history/",
    "/admin/annotations/event/",
    "/admin/annotations/verdict/",
    "/admin/annotations/assignment/",
    "/admin/annotations/comment/",
    "/admin/annotations/release/{d}/change/",
    "/admin/annotations/speaker/{p}/change/",
    "/admin/annotations/suggestionrun/",
    "/api/v1/articles/{a}/check/",
    "/api/v1/annotations/?article={a}",
    "/api/v1/queue/",
)


class Loop:
    """An article of which more and more is checked: every verdict, comments, shared-out facts, released each time."""

    def __init__(self, editor: User, checker: User, moderator: User) -> None:
        sentences = (f"Es kamen {number} Gäste, sagte Ilva Koren." for number in range(100, 100 + MANY))
        self.editor, self.checker, self.moderator = editor, checker, moderator
        self.desk: BroughtIn = bring_in(editor, "Titel\n\n" + "\n\n".join(sentences))
        self.source: Source = make_source(editor)
        self.facts: list[Annotation] = []

    def go_on(self, up_to: int) -> Release:
        for number in range(len(self.facts), up_to):
            self._one(100 + number)
        assign_facts(article=self.desk.article, facts=self.facts, checker=self.moderator, actor=self.editor)
        return release_article(article=self.desk.article, actor=self.moderator, reason="Eilt.")

    def _one(self, number: int) -> None:
        values = {"fields": {"speaker": "Ilva Koren", "type": "direct"}}
        fact = mark(self.editor, self.desk.version, f"Es kamen {number} Gäste", "quote", **values)
        verdict = (
            ("confirmed", {"source": self.source}),
            ("wrong", {"correction": "elf"}),
            ("query", {"question": "Woher?"}),
            ("author_alone", {}),
        )[number % 4]
        fact = check(self.checker, fact, verdict[0], **verdict[1])
        add_comment(annotation=fact, text=f"@{self.moderator.username} Bitte ansehen.", actor=self.editor)
        self.facts.append(fact)


def test_a_page_asks_as_often_for_many_facts_as_for_few(editor: User, moderator: User) -> None:
    loop = Loop(editor, make_user("checker"), moderator)
    client = Client()
    client.force_login(moderator)
    counts = []
    for facts in (FEW, MANY):
        release, first = loop.go_on(facts), loop.facts[0]
        SuggestionRun.objects.update(due_at=timezone.now() - timedelta(minutes=1))  # however long this test takes
        assign(article=loop.desk.article, checker=moderator, actor=editor)
        speaker = Annotation.objects.get(pk=first.pk).quote.speaker_id or 0
        numbers = {"a": loop.desk.article.pk, "d": release.pk, "s": loop.source.pk, "f": first.pk, "p": speaker}
        paths = {path: path.format(**numbers) for path in PATHS}
        for path in paths.values():
            assert (path, client.get(path).status_code) == (path, 200)
        counts.append({path: _queries(client, full) for path, full in paths.items()})
    assert {path: number for path, number in counts[-1].items() if number > MOST} == {}
    grown = {path: (few, counts[1][path]) for path, few in counts[0].items() if counts[1][path] > few}
    assert grown == {}


def test_a_list_of_runs_asks_once_whether_a_worker_is_there(editor: User, moderator: User) -> None:
    client = Client()
    client.force_login(moderator)
    path, counts = "/admin/annotations/suggestionrun/", []
    for number in range(12):
        bring_in(editor, f"Es kamen {number + 2} Gäste.")
        SuggestionRun.objects.update(due_at=timezone.now() - timedelta(minutes=1))
        client.get(path)
        counts.append(_queries(client, path))
    assert len(set(counts)) == 1
    shown = client.get(path, headers={"Accept-Language": "de"}).content.decode()
    assert shown.count("Vorschläge warten: kein Arbeitsprozess läuft") == 12


def test_no_list_of_the_panel_asks_for_each_row(editor: User) -> None:
    client = Client()
    client.force_login(make_user(None, is_superuser=True))
    lists = {
        model: f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
        for model in admin.site._registry
        if model._meta.app_label == "annotations" and model is not Event  # it tells of kinds of things, at most nine
    }
    counts: list[dict[str, int]] = []
    for number in range(3):
        things_to_check(suggested(editor))
        Speaker.objects.filter(function="").update(function=f"im Rat, {number}")  # a name is there once
        make_token(editor)
        correct_published(annotation=Release.objects.latest("id").version.annotations.get(), text="elf", actor=editor)
        for path in lists.values():
            client.get(path)
        counts.append({path: _queries(client, path) for path in lists.values()})
    assert {path: (counts[0][path], last) for path, last in counts[-1].items() if last > counts[0][path]} == {}


def _queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)


@pytest.mark.parametrize("path", ["/speakers/", "/speakers/{p}/", "/sources/{s}/", "/overview/"])
def test_queries_stay_few_whatever_the_number_of_articles(path: str, moderator: User, editor: User) -> None:
    pages = Client()
    pages.force_login(moderator)
    source = make_source(editor)

    def article_with_a_quote(number: int) -> Annotation:
        desk = bring_in(editor, f"Titel\n\nMan habe es {number}-mal versucht, sagte Ilva Koren.")
        quote = mark(
            editor, desk.version, f"Man habe es {number}-mal versucht", "quote", fields={"speaker": "Ilva Koren"}
        )
        check(editor, quote, "confirmed", source=source)
        return quote

    def measured() -> int:
        with CaptureQueriesContext(connection) as captured:
            shown = pages.get(full)
        assert shown.status_code == 200
        return len(captured)

    speaker = article_with_a_quote(1).quote.speaker
    full = path.format(s=source.pk, p=speaker.pk)
    pages.get(full)
    few = measured()
    for number in range(2, 9):
        article_with_a_quote(number)
    assert measured() == few
