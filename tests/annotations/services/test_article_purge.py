"""After thirty days in the bin an article is gone for good; that it was there, the record still says."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils import timezone

from annotations.errors import NotThere
from annotations.models import (
    Annotation,
    Article,
    ArticleVersion,
    Comment,
    Event,
    OriginalFile,
    SuggestionRun,
    Verdict,
)
from annotations.queries.history import object_history, tell
from annotations.services.article_purge import purge_articles
from annotations.services.articles import BroughtIn, delete_article, restore_article
from annotations.services.assignments import assign
from annotations.services.comments import add_comment
from annotations.services.sentences import wave_through
from tests.conftest import api_for
from tests.factories import bring_in, check, make_source, mark

pytestmark = pytest.mark.django_db


def into_bin(article: Article, actor: User, *, days: int) -> Article:
    deleted = delete_article(article=article, actor=actor)
    Article.objects.filter(pk=article.pk).update(deleted_at=timezone.now() - timedelta(days=days))
    return deleted


@pytest.fixture
def worked_on(with_suggestions: BroughtIn, editor: User) -> Article:
    """An article with all that can hang on one."""
    version = with_suggestions.version
    fact = mark(editor, version, "Händedruck")
    check(editor, fact, "confirmed", source=make_source(editor))
    add_comment(annotation=fact, text="Bitte prüfen.", actor=editor)
    assign(article=with_suggestions.article, annotation=fact, checker=editor, actor=editor)
    wave_through(version=version, start=0, end=3, exact=version.text[:3], actor=editor)
    return with_suggestions.article


def test_everything_goes_but_the_record(worked_on: Article, editor: User) -> None:
    other = bring_in(editor, "Ein anderer Text.").article
    into_bin(worked_on, editor, days=31)
    before = Event.objects.count()
    assert purge_articles() == 1
    for model in (Annotation, Verdict, Comment):
        assert model.objects.count() == 0
    assert set(ArticleVersion.objects.values_list("article", flat=True)) == {other.pk}
    assert set(SuggestionRun.objects.values_list("version__article", flat=True)) == {other.pk}
    assert OriginalFile.objects.count() == 1
    assert Event.objects.count() == before + 1
    [last] = tell(object_history("article", worked_on.pk)[:1])
    assert last.sentence.startswith(f"Beleg hat den Artikel „{worked_on.title}“")
    assert last.sentence.endswith("endgültig gelöscht.")
    assert purge_articles() == 0, "once"


def test_thirty_days_are_thirty_days(worked_on: Article, editor: User) -> None:
    into_bin(worked_on, editor, days=29)
    assert purge_articles() == 0
    assert restore_article(article=Article.objects.get(pk=worked_on.pk), actor=editor).deleted_at is None


def test_it_cannot_be_taken_out_again(worked_on: Article, editor: User) -> None:
    into_bin(worked_on, editor, days=31)
    api = api_for(editor)
    assert len(api.get("/api/v1/articles/?deleted=true").json()["results"]) == 1
    purge_articles()
    assert api.get("/api/v1/articles/?deleted=true").json()["results"] == []
    assert api.post(f"/api/v1/articles/{worked_on.pk}/restore/").status_code == 404
    with pytest.raises(NotThere):
        restore_article(article=Article.objects.get(pk=worked_on.pk), actor=editor)


def test_the_command_says_what_it_did(worked_on: Article, editor: User, capsys: pytest.CaptureFixture[str]) -> None:
    into_bin(worked_on, editor, days=31)
    call_command("purge_bin")
    said = capsys.readouterr().out
    for words in ("1 articles removed", "0 marks removed", "0 deliveries", "0 exports", "0 kept answers"):
        assert words in said
