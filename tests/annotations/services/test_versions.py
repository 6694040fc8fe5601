"""A changed manuscript: marks and verdicts move along, nothing people decided is lost or made up."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.errors import EmptyText
from annotations.models import Annotation, Article, ArticleVersion, Assignment, Event, Release, SentenceReview
from annotations.queries.checks import facts_resting_on, find_sources
from annotations.queries.coverage import sentence_coverage
from annotations.queries.speakers import quotes_of, speakers_with_counts
from annotations.services.annotations import (
    accept_annotation,
    change_annotation,
    create_annotation,
    delete_annotation,
    reject_annotation,
)
from annotations.services.articles import BroughtIn, Manuscript
from annotations.services.assignments import assign
from annotations.services.comments import add_comment
from annotations.services.contents import Contents
from annotations.services.releases import release_article
from annotations.services.sentences import wave_through
from annotations.services.suggestions import execute_run
from annotations.services.versions import VersionAdded, add_version, carry_to_newest, preview_version
from tests.factories import TEXT, check, first_suggestion, make_source, mark

pytestmark = pytest.mark.django_db

LONGER = "Von der Redaktion 🎉\n\n" + TEXT


def revise(brought_in: BroughtIn, text: str, actor: User) -> VersionAdded:
    return add_version(article=brought_in.article, manuscript=Manuscript.pasted(text), actor=actor)


def copy_of(annotation: Annotation) -> Annotation:
    return Annotation.objects.get(carried_from=annotation)


def test_marks_move_along_with_verdict_sources_and_people(brought_in: BroughtIn, editor: User, colleague: User) -> None:
    claim = mark(editor, brought_in.version, "zwölf neue Schulen")
    check(colleague, claim, "confirmed", source=make_source(editor), note="Stimmt.")
    claim.refresh_from_db()
    added = revise(brought_in, LONGER, editor)
    copy = copy_of(claim)
    assert added.version.number == 2
    assert added.version.text[copy.start : copy.end] == copy.exact == "zwölf neue Schulen"
    assert copy.creator == editor
    assert copy.verdict is not None
    assert claim.verdict is not None
    assert copy.verdict != claim.verdict
    assert (copy.verdict.by, copy.verdict.at, copy.verdict.note) == (colleague, claim.verdict.at, "Stimmt.")
    assert copy.verdict.citations.get().place == "S. 4"
    assert Annotation.objects.get(pk=claim.pk).verdict is not None, "the old version stays as it was"


def test_each_mark_leaves_one_event(brought_in: BroughtIn, editor: User) -> None:
    for words in ("Händedruck", "zwölf", "1.200 Menschen"):
        mark(editor, brought_in.version, words)
    revise(brought_in, LONGER, editor)
    events = Event.objects.filter(verb="carried", actor=editor)
    assert {e.new["exact"] for e in events} == {"Händedruck", "zwölf", "1.200 Menschen"}
    assert {e.object_id for e in events} == set(
        Annotation.objects.exclude(carried_from=None).values_list("pk", flat=True)
    )


def test_changed_words_keep_the_mark_and_lose_the_verdict(brought_in: BroughtIn, editor: User) -> None:
    claim = mark(editor, brought_in.version, "Wir bauen bis 2027 zwölf neue Schulen")
    check(editor, claim)
    added = revise(brought_in, TEXT.replace("zwölf", "vierzehn"), editor)
    copy = copy_of(claim)
    assert copy.exact == "Wir bauen bis 2027 vierzehn neue Schulen"
    assert copy.verdict is None
    assert [moved.mark for moved in added.carried.unchecked_again] == [claim]


def test_another_speaker_is_another_fact(brought_in: BroughtIn, editor: User) -> None:
    start = TEXT.index("Anna Beck")
    part = {"role": "speaker", "start": start, "end": start + 9, "exact": "Anna Beck"}
    quote = mark(editor, brought_in.version, "Wir bauen bis 2027 zwölf neue Schulen", "quote", parts=[part])
    check(editor, quote)
    revise(brought_in, TEXT.replace("Anna Beck", "Jan Holm"), editor)
    assert copy_of(quote).verdict is None


def test_parts_move_along(brought_in: BroughtIn, editor: User) -> None:
    start = TEXT.index("Menschen")
    part = {"role": "counted", "start": start, "end": start + 8, "exact": "Menschen"}
    figure = mark(editor, brought_in.version, "1.200", "figure", parts=[part], fields={"value": 1200})
    check(editor, figure)
    added = revise(brought_in, LONGER, editor)
    copy = copy_of(figure)
    moved = copy.parts.get()
    assert added.version.text[moved.start : moved.end] == moved.exact == "Menschen"
    assert copy.figure.value == 1200
    assert copy.verdict is not None


def test_what_is_no_longer_there_is_left_and_named(brought_in: BroughtIn, editor: User) -> None:
    gone = mark(editor, brought_in.version, "1.200 Menschen")
    kept = mark(editor, brought_in.version, "zwölf")
    added = revise(brought_in, TEXT.replace("Laut Polizei kamen rund 1.200 Menschen 👩‍👩‍👧. ", ""), editor)
    assert added.carried.left == [gone]
    assert [moved.mark for moved in added.carried.moved] == [kept]
    assert Annotation.objects.filter(version=added.version).count() == 1


def test_decided_suggestions_keep_their_rule_and_are_not_suggested_again(
    with_suggestions: BroughtIn, editor: User
) -> None:
    taken = first_suggestion(with_suggestions.article)
    accept_annotation(annotation=taken, revision=1, actor=editor)
    refused = first_suggestion(with_suggestions.article)
    reject_annotation(annotation=refused, revision=1, actor=editor, reason="irrelevant")
    added = revise(with_suggestions, LONGER, editor)
    assert added.run is not None
    copy = copy_of(taken)
    assert (copy.rule, copy.generator, copy.confidence, copy.run) == (
        taken.rule,
        taken.generator,
        taken.confidence,
        added.run,
    )
    assert copy_of(refused).reject_reason == "irrelevant"
    assert execute_run(added.run.pk)
    for original in (taken, refused):
        twins = Annotation.objects.filter(version=added.version, kind=original.kind, exact=original.exact)
        assert twins.count() == 1
    added.run.refresh_from_db()
    suggested = Annotation.objects.filter(version=added.version, state="suggested")
    assert sum(added.run.counts.values()) == suggested.count() > 0


def test_registers_count_a_carried_fact_once(brought_in: BroughtIn, editor: User) -> None:
    source = make_source(editor)
    claim = mark(editor, brought_in.version, "zwölf")
    check(editor, claim, "confirmed", source=source)
    quote = mark(editor, brought_in.version, "am Montag", "quote", fields={"speaker": "Anna Beck"})
    revise(brought_in, LONGER, editor)
    assert list(facts_resting_on(source)) == [copy_of(claim)]
    assert find_sources(editor).get().fact_count == 1
    assert list(quotes_of(quote.quote.speaker)) == [copy_of(quote)]
    assert speakers_with_counts(editor, "Anna").get().quote_count == 1


def test_comments_and_shared_work_go_with_the_fact(brought_in: BroughtIn, editor: User, colleague: User) -> None:
    claim = mark(editor, brought_in.version, "zwölf")
    comment = add_comment(annotation=claim, text="Woher?", actor=colleague)
    assign(article=brought_in.article, checker=colleague, actor=editor, annotation=claim)
    revise(brought_in, LONGER, editor)
    comment.refresh_from_db()
    assert comment.annotation == copy_of(claim)
    assert Assignment.objects.get().annotation == copy_of(claim)


def test_sentences_that_were_waved_through_stay_so(brought_in: BroughtIn, editor: User) -> None:
    sentences = sentence_coverage(brought_in.version)
    for sentence in sentences[:2]:
        exact = TEXT[sentence.start : sentence.end]
        wave_through(version=brought_in.version, start=sentence.start, end=sentence.end, exact=exact, actor=editor)
    changed = TEXT[sentences[0].start : sentences[0].end]
    added = revise(brought_in, LONGER.replace(changed, changed.replace("Gäste", "Gästinnen")), editor)
    review = SentenceReview.objects.get(version=added.version)
    assert review.exact == TEXT[sentences[1].start : sentences[1].end]
    assert review.by == editor


def test_the_same_text_changes_nothing(brought_in: BroughtIn, editor: User) -> None:
    added = revise(brought_in, TEXT + "\r\n", editor)
    assert not added.is_new
    assert added.version == brought_in.version
    assert ArticleVersion.objects.count() == 1


def test_an_empty_text_is_refused(brought_in: BroughtIn, editor: User) -> None:
    with pytest.raises(EmptyText):
        revise(brought_in, " \n", editor)


def test_a_released_article_is_in_check_again(brought_in: BroughtIn, editor: User, moderator: User) -> None:
    release_article(article=brought_in.article, actor=moderator, reason="Eilt.")
    before = Release.objects.get().dossier
    revise(brought_in, LONGER, editor)
    assert Article.objects.get(pk=brought_in.article.pk).state == Article.State.IN_CHECK
    assert Release.objects.get().dossier == before


def test_work_that_went_on_in_the_old_version_is_brought_along(
    with_suggestions: BroughtIn, editor: User, colleague: User
) -> None:
    old = with_suggestions.version
    early, changed, binned = (mark(editor, old, words) for words in ("Händedruck", "am Montag", "die Verwaltung"))
    taken = first_suggestion(with_suggestions.article)
    added = revise(with_suggestions, LONGER, colleague)
    assert added.run is not None
    execute_run(added.run.pk)
    late = mark(editor, old, "der Plan gescheitert")
    check(editor, early)
    accept_annotation(annotation=taken, revision=1, actor=editor)
    change_annotation(
        annotation=changed, revision=changed.revision, actor=editor, contents=Contents(fields={"worthiness": "high"})
    )
    delete_annotation(annotation=binned, revision=binned.revision, actor=editor)
    for _again in range(2):
        carry_to_newest(version=old, actor=editor)
        assert copy_of(late).exact == "der Plan gescheitert"
        assert copy_of(early).verdict is not None
        assert copy_of(taken).state == "accepted"
        assert copy_of(changed).claim.worthiness == "high"
        assert copy_of(binned).deleted_at is not None
    assert Event.objects.filter(verb="carried", object_id=copy_of(early).pk).count() == 2


def test_work_given_to_one_person_in_both_versions_is_hers_once(
    with_suggestions: BroughtIn, editor: User, colleague: User
) -> None:
    old, article = with_suggestions.version, with_suggestions.article
    taken = first_suggestion(article)
    added = revise(with_suggestions, LONGER, editor)
    assert added.run is not None
    execute_run(added.run.pk)
    there = Annotation.objects.get(version=added.version, kind=taken.kind, exact=taken.exact)
    accept_annotation(annotation=taken, revision=1, actor=editor)
    for fact, checker in ((there, colleague), (taken, colleague), (taken, editor)):
        assign(article=article, annotation=fact, checker=checker, actor=editor)
    carry_to_newest(version=old, actor=editor)
    assert copy_of(taken) == there
    assert set(Assignment.objects.values_list("annotation", "checker")) == {
        (there.pk, colleague.pk),
        (there.pk, editor.pk),
    }


def test_what_somebody_decided_in_the_new_version_stands(brought_in: BroughtIn, editor: User, colleague: User) -> None:
    claim = mark(editor, brought_in.version, "zwölf")
    revise(brought_in, LONGER, editor)
    copy = copy_of(claim)
    check(colleague, copy, "not_checkable")
    check(editor, claim, "author_alone")
    carry_to_newest(version=brought_in.version, actor=editor)
    verdict = copy_of(claim).verdict
    assert verdict is not None
    assert (verdict.status, verdict.by) == ("not_checkable", colleague)


def test_marks_go_through_several_versions(brought_in: BroughtIn, editor: User) -> None:
    claim = mark(editor, brought_in.version, "zwölf")
    revise(brought_in, LONGER, editor)
    third = revise(brought_in, "Neu davor.\n\n" + LONGER, editor)
    late = mark(editor, brought_in.version, "1.200 Menschen")
    carry_to_newest(version=brought_in.version, actor=editor)
    found = Annotation.objects.filter(version=third.version)
    assert {a.exact for a in found} == {claim.exact, late.exact}


def test_the_preview_says_what_will_happen_and_does_nothing(brought_in: BroughtIn, editor: User) -> None:
    moved, gone = mark(editor, brought_in.version, "am Montag"), mark(editor, brought_in.version, "zwölf")
    preview = preview_version(article=brought_in.article, text=TEXT.replace("zwölf", "14"))
    assert [m.mark for m in preview.carried.moved] == [moved]
    assert preview.carried.left == [gone]
    assert [(s.old, s.new) for s in preview.stretches if not s.is_same] == [("zwölf", "14")]
    assert ArticleVersion.objects.count() == 1


def test_the_number_of_statements_does_not_grow_with_the_marks(brought_in: BroughtIn, editor: User) -> None:
    def add(text: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            revise(brought_in, text, editor)
        return len(captured)

    version = brought_in.version
    check(editor, mark(editor, version, "zwölf"))
    few = add("A.\n\n" + TEXT)
    newest = ArticleVersion.objects.get(number=2)
    for words in newest.text.split()[5:25]:
        start = newest.text.index(words)
        outcome = create_annotation(
            version=newest, kind="claim", start=start, end=start + len(words), exact=words, actor=editor
        )
        check(editor, outcome.annotation)
    assert add("B.\n\n" + TEXT) == few
