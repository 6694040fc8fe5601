"""The sign-off: conditions, dossier, what opens an article again, corrections."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from annotations.errors import NotReleased, ReasonMissing, StillOpen
from annotations.models import Article, Event
from annotations.queries.articles import newest_version
from annotations.queries.checks import facts_of, progress_of, release_conditions
from annotations.queries.dossiers import digest_of
from annotations.services.annotations import accept_annotation
from annotations.services.comments import add_comment, resolve_thread
from annotations.services.releases import correct_published, release_article, reopen_article
from annotations.services.suggestions import execute_run, request_suggestions
from annotations.services.verdicts import countersign
from tests.factories import bring_in, check, make_source, mark

pytestmark = pytest.mark.django_db
TEXT = "Titel\n\nVorspann\n\nEs kamen 20 Gäste. Danach gab es Kuchen."


@pytest.fixture
def article(editor: User) -> Article:
    return bring_in(editor, TEXT).article


def open_conditions(article: Article) -> dict[str, int]:
    version = newest_version(article)
    return {c.code: c.number for c in release_conditions(version, facts_of(version)) if not c.is_met}


def state(article: Article) -> str:
    return Article.objects.get(pk=article.pk).state


def test_conditions_name_what_is_open(editor: User, colleague: User, article: Article) -> None:
    version = newest_version(article)
    fact = mark(editor, version, "Es kamen 20 Gäste")
    assert open_conditions(article) == {"unchecked": 1}  # the sentence with the figure is marked
    check(editor, fact, "query", question="Wer zählte?")
    assert open_conditions(article) == {"open_query": 1}
    check(editor, fact, "wrong", correction="30")
    assert open_conditions(article) == {"wrong": 1}
    check(editor, fact, "confirmed")
    assert open_conditions(article) == {"too_vague": 1}
    comment = add_comment(annotation=fact, text="Wo?", actor=colleague)
    assert open_conditions(article) == {"too_vague": 1, "comments": 1}
    resolve_thread(comment=comment, actor=editor, resolved=True)
    check(editor, fact, "confirmed", source=make_source(editor))
    assert open_conditions(article) == {}


def test_suggestions_and_countersignatures_are_conditions(editor: User, colleague: User) -> None:
    brought_in = bring_in(editor)
    execute_run(brought_in.run.pk)
    assert open_conditions(brought_in.article)["suggestions"] > 0
    quote = mark(editor, brought_in.version, "Wir bauen bis 2027 zwölf neue Schulen", "quote")
    checked = check(editor, quote)
    assert open_conditions(brought_in.article)["countersignature"] == 1
    countersign(annotation=quote, revision=checked.revision, actor=colleague)
    assert "countersignature" not in open_conditions(brought_in.article)


def test_a_sentence_nobody_looked_at_is_a_condition(article: Article) -> None:
    assert open_conditions(article) == {"unlooked": 1}


def test_progress_counts_each_fact_once(editor: User, article: Article) -> None:
    version = newest_version(article)
    facts = [mark(editor, version, words) for words in ("Es kamen 20 Gäste", "gab es Kuchen", "Vorspann")]
    check(editor, facts[0], "confirmed")
    check(editor, facts[1], "query", question="Welcher?")
    progress = progress_of(facts_of(version))
    assert (progress.facts, progress.done) == (3, 1)
    assert {k: v for k, v in progress.by_status.items() if v} == {"unchecked": 1, "confirmed": 1, "query": 1}


def test_a_release_freezes_what_was_checked(editor: User, moderator: User, article: Article) -> None:
    source = make_source(editor, url="https://rat.example/protokoll")
    fact = check(editor, mark(editor, newest_version(article), "Es kamen 20 Gäste"), "confirmed", source=source)
    release = release_article(article=article, actor=moderator)
    assert (state(article), release.by, release.open_conditions) == ("released", moderator, {})
    dossier = release.dossier
    assert dossier["version"]["text"] == TEXT
    assert [f["exact"] for f in dossier["facts"]] == ["Es kamen 20 Gäste"]
    assert dossier["facts"][0]["verdict"]["citations"] == [{"source": source.pk, "place": "S. 4", "note": ""}]
    assert dossier["sources"][0]["url"] == "https://rat.example/protokoll"
    assert release.sha256 == digest_of(dossier)
    assert fact.verdict is not None


def test_open_conditions_need_a_reason(editor: User, moderator: User, article: Article) -> None:
    mark(editor, newest_version(article), "Es kamen 20 Gäste")
    with pytest.raises(StillOpen) as refused:
        release_article(article=article, actor=moderator)
    assert refused.value.details["conditions"] == {"unchecked": 1}
    release = release_article(article=article, actor=moderator, reason="Redaktionsschluss")
    assert (release.reason, release.open_conditions) == ("Redaktionsschluss", {"unchecked": 1})


def test_releasing_twice_is_one_release(moderator: User, article: Article) -> None:
    assert release_article(article=article, actor=moderator, reason="Eilt") == release_article(
        article=article, actor=moderator
    )


def test_a_later_edit_opens_the_article_again_and_says_so(editor: User, moderator: User, article: Article) -> None:
    release_article(article=article, actor=moderator, reason="Eilt")
    mark(editor, newest_version(article), "gab es Kuchen")
    assert state(article) == "in_check"
    events = list(Event.objects.filter(article=article).order_by("-number").values_list("verb", "number")[:2])
    assert [verb for verb, _number in events] == ["reopened", "created"]
    assert events[0][1] == Article.objects.get(pk=article.pk).event_count, "numbers have no gaps"


def test_machines_and_talk_do_not_open_it(editor: User, moderator: User, article: Article) -> None:
    fact = check(editor, mark(editor, newest_version(article), "Es kamen 20 Gäste"))
    release_article(article=article, actor=moderator, reason="Eilt")
    add_comment(annotation=fact, text="Schön.", actor=editor)
    execute_run(request_suggestions(version=newest_version(article), actor=editor).pk)
    accept_annotation(annotation=fact, revision=fact.revision, actor=editor)
    assert state(article) == "released"


def test_a_release_is_taken_back_with_a_reason(moderator: User, article: Article) -> None:
    release_article(article=article, actor=moderator, reason="Eilt")
    with pytest.raises(ReasonMissing):
        reopen_article(article=article, actor=moderator, reason=" ")
    reopen_article(article=article, actor=moderator, reason="Neue Zahlen")
    assert state(article) == "in_check"
    assert Event.objects.get(verb="reopened").new["reason"] == "Neue Zahlen"


def test_a_correction_is_attached_to_a_released_fact(editor: User, moderator: User, article: Article) -> None:
    fact = mark(editor, newest_version(article), "Es kamen 20 Gäste")
    with pytest.raises(NotReleased):
        correct_published(annotation=fact, text="Es waren 21.", actor=moderator)
    release = release_article(article=article, actor=moderator, reason="Eilt")
    correction = correct_published(annotation=fact, text="Es waren 21.", actor=moderator)
    assert (correction.release, state(article)) == (release, "released")
    assert Event.objects.get(verb="corrected").new["text"] == "Es waren 21."
