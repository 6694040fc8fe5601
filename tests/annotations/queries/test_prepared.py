"""Statements written once: the rows are those of the query set, for every value."""

from __future__ import annotations

import threading
from unittest.mock import patch

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.db import connection
from django.db.models.sql.compiler import SQLCompiler
from django.test.utils import CaptureQueriesContext

from annotations.models import Article, ArticleVersion, Desk
from annotations.queries.articles import article_in_sight
from annotations.queries.prepared import Prepared
from annotations.queries.versions import version_in_sight
from tests.factories import bring_in

pytestmark = pytest.mark.django_db
TEXTS = ("Der Rat tagt.", "Das Fest fällt aus.", "Ein dritter Text.")


def _articles(editor: User) -> list[Article]:
    return [bring_in(editor, text).article for text in TEXTS]


def test_a_statement_is_written_once_and_asked_with_other_values(editor: User) -> None:
    articles = _articles(editor)
    of_article: Prepared[ArticleVersion] = Prepared(
        lambda article: ArticleVersion.objects.filter(article=article).select_related("article__uploader"), int
    )
    with patch.object(SQLCompiler, "as_sql", autospec=True, side_effect=SQLCompiler.as_sql) as written:
        found = [of_article.all(article.pk) for article in articles]
    assert written.call_count == 1
    assert [[version.text for version in versions] for versions in found] == [[text] for text in TEXTS]
    with CaptureQueriesContext(connection) as asked:
        assert {version.article.uploader.username for versions in found for version in versions} == {editor.username}
    assert not asked


def test_words_numbers_and_what_the_query_says_itself_keep_their_places(editor: User) -> None:
    articles = _articles(editor)
    named: Prepared[Article] = Prepared(
        lambda desk, number, again: Article.objects.filter(language="de", desk=desk, pk__gte=number).exclude(pk=again),
        str,
        int,
        int,
    )
    Article.objects.filter(pk__in=[articles[0].pk, articles[2].pk]).update(desk="100 %s")
    assert named.all("100 %s", articles[0].pk, articles[2].pk) == [articles[0]]
    assert named.all("100 %s", articles[1].pk, articles[0].pk) == [articles[2]]
    assert named.all("100", articles[0].pk, 0) == []


@pytest.mark.parametrize("wanted", [[], [0], [0, 2], [0, 1, 2]])
def test_lists_are_as_long_as_they_are(editor: User, wanted: list[int]) -> None:
    numbers = [article.pk for article in _articles(editor)]
    several: Prepared[Article] = Prepared(lambda of: Article.objects.filter(pk__in=of).order_by("pk"), list)
    chosen = [numbers[place] for place in wanted]
    assert [article.pk for article in several.all(chosen)] == chosen


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_by_its_own_connection(editor: User) -> None:
    [article, *_others] = _articles(editor)
    one: Prepared[Article] = Prepared(lambda number: Article.objects.filter(pk=number), int)
    assert one.first(article.pk) == article
    found: list[Article | None] = []

    def ask() -> None:
        try:
            found.append(one.first(article.pk))
        finally:
            connection.close()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert found == [article]


def test_what_is_out_of_sight_is_not_there(editor: User, colleague: User, administrator: User) -> None:
    article = bring_in(editor, TEXTS[0]).article
    version = ArticleVersion.objects.get(article=article)
    Desk.objects.create(name="Recherche", is_closed=True)
    Article.objects.filter(pk=article.pk).update(desk="Recherche")
    for user, sees in ((editor, True), (administrator, True), (colleague, False), (AnonymousUser(), False)):
        assert (article_in_sight(article.pk, user) == article) is sees
        assert (version_in_sight(version.pk, user) == version) is sees
