"""Statements written once: the rows are those of the query set, for every value."""

from __future__ import annotations

import threading
from unittest.mock import patch

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.db import connection
from django.db.models.functions import Length
from django.db.models.sql.compiler import SQLCompiler
from django.test.utils import CaptureQueriesContext

from annotations.models import Annotation, Article, ArticleVersion, Desk
from annotations.queries.annotations import annotation_with_details
from annotations.queries.articles import article_in_sight
from annotations.queries.prepared import Prepared
from annotations.queries.versions import version_in_sight
from tests.factories import bring_in, mark

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


def test_related_rows_annotations_and_columns_left_out_are_as_the_query_set_has_them(editor: User) -> None:
    articles = _articles(editor)
    rows = ArticleVersion.objects.select_related("article__uploader").annotate(letters=Length("text"))
    shape = rows.defer("text", "article__uploader__password").order_by("pk")
    prepared: Prepared[ArticleVersion] = Prepared(lambda of: shape.filter(article__in=of), list)
    for ours, theirs in zip(prepared.all([article.pk for article in articles]), shape, strict=True):
        assert vars(ours).keys() == vars(theirs).keys()
        assert (ours, ours.letters, ours.created_at) == (theirs, theirs.letters, theirs.created_at)
        with CaptureQueriesContext(connection) as asked:
            assert ours.article.uploader == editor
            assert not asked
            assert (ours.text, ours.article.uploader.password) == (theirs.text, editor.password)
            assert len(asked) == 3  # both texts and the password, each where it is needed


def test_what_belongs_to_a_row_and_is_not_there_is_none(editor: User) -> None:
    accepted = mark(editor, bring_in(editor, "Der Rat hat 3 Sitze.").version, "3", kind="figure")
    prepared: Prepared[Annotation] = Prepared(
        lambda number: Annotation.objects.filter(pk=number).select_related("quote__speaker", "figure", "verdict"), int
    )
    [found] = prepared.all(accepted.pk)
    with CaptureQueriesContext(connection) as asked:
        assert not hasattr(found, "quote")
        assert found.verdict is None
        assert found.figure.annotation is found
    assert not asked
    found.state = Annotation.State.REJECTED
    found.save()  # an ordinary row: changed, not stored a second time
    assert Annotation.objects.get().state == Annotation.State.REJECTED


def test_nobody_s_password_leaves_the_database_with_an_annotation(editor: User) -> None:
    accepted = mark(editor, bring_in(editor, TEXTS[0]).version, "Rat")
    with CaptureQueriesContext(connection) as asked:
        assert annotation_with_details(accepted.pk).creator == editor
    assert asked
    assert not [query for query in asked.captured_queries if "password" in query["sql"]]
