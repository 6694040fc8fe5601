"""Comments, assignments, hiding, purging, merging speakers: what leaves a trace and can be taken back."""

from __future__ import annotations

import datetime
import hashlib

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.utils import timezone

from annotations.errors import (
    AlreadyMarked,
    CommentAnswered,
    FileTooLarge,
    MergeRefused,
    NotAllowed,
    NotInThread,
    ReasonMissing,
)
from annotations.models import Annotation, Assignment, Comment, Desk, Event, Mention, Speaker, Verdict
from annotations.queries.annotations import annotation_with_details
from annotations.queries.comments import threads_of, unseen_mentions
from annotations.queries.queue import facts_to_check, facts_to_sign, queries_to
from annotations.queries.speakers import quotes_of, speakers_with_counts
from annotations.services.annotations import delete_annotation, undo
from annotations.services.articles import BroughtIn
from annotations.services.assignments import assign, unassign
from annotations.services.comments import add_comment, resolve_thread, see_mentions, withdraw_comment
from annotations.services.moderation import hide_annotation, purge_bin, show_annotation
from annotations.services.preferences import change_preferences
from annotations.services.sources import keep_copy
from annotations.services.speakers import merge_speakers, speakers_by_name, split_speaker
from tests.factories import bring_in, check, make_source, make_user, mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def fact(editor: User, brought_in: BroughtIn) -> Annotation:
    return mark(editor, brought_in.version, "Zweimal sei der Plan gescheitert")


# --- Comments --------------------------------------------------------------------------------------------------------


def test_a_thread_is_resolved_and_opened_again(editor: User, colleague: User, fact: Annotation) -> None:
    first = add_comment(annotation=fact, text=" Stimmt das? ", actor=colleague)
    assert first.text == "Stimmt das?"
    resolve_thread(comment=first, actor=editor, resolved=True)
    answer = add_comment(annotation=fact, text="Ja.", actor=editor, parent=first)
    assert Comment.objects.get(pk=first.pk).resolved_by is None, "an answer opens it again"
    verbs = Event.objects.filter(object_type="comment").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["commented", "resolved", "commented", "reopened"]
    with pytest.raises(NotInThread):
        resolve_thread(comment=answer, actor=editor, resolved=True)
    with pytest.raises(NotInThread):
        add_comment(annotation=fact, text="?", actor=editor, parent=answer)


def test_what_one_has_said_can_be_taken_back_and_put_back(editor: User, colleague: User, fact: Annotation) -> None:
    comment = add_comment(annotation=fact, text=f"@{colleague.username}: Stimmt das?", actor=editor)
    assert annotation_with_details(fact.pk).open_comment_count == 1
    for _twice in range(2):
        withdraw_comment(comment=comment, actor=editor, withdrawn=True)
    assert not threads_of(fact)
    assert not unseen_mentions(colleague)
    shown = annotation_with_details(fact.pk)
    assert (shown.comment_count, shown.open_comment_count) == (0, 0)
    with pytest.raises(NotInThread):
        add_comment(annotation=fact, text="Ja.", actor=colleague, parent=Comment.objects.get(pk=comment.pk))
    withdraw_comment(comment=comment, actor=editor, withdrawn=False)
    assert [row.text for row in threads_of(fact)] == [comment.text]
    verbs = Event.objects.filter(object_type="comment").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["commented", "deleted", "restored"]


def test_neither_somebody_elses_nor_what_was_answered(editor: User, colleague: User, fact: Annotation) -> None:
    comment = add_comment(annotation=fact, text="Stimmt das?", actor=editor)
    with pytest.raises(NotAllowed):
        withdraw_comment(comment=comment, actor=colleague, withdrawn=True)
    answer = add_comment(annotation=fact, text="Ja.", actor=colleague, parent=comment)
    with pytest.raises(CommentAnswered):
        withdraw_comment(comment=comment, actor=editor, withdrawn=True)
    withdraw_comment(comment=answer, actor=colleague, withdrawn=True)
    withdraw_comment(comment=comment, actor=editor, withdrawn=True)
    assert not threads_of(fact)


def test_whoever_is_called_gets_a_notice(editor: User, colleague: User, fact: Annotation) -> None:
    text = f"@{colleague.username}, siehst du das? ({editor.username}@redaktion.example, @niemand)"
    comment = add_comment(annotation=fact, text=text, actor=editor)
    assert list(comment.mentioned.all()) == [colleague]
    assert [m.comment for m in unseen_mentions(colleague)] == [comment]
    assert see_mentions(user=colleague) == 1
    assert not unseen_mentions(colleague)


def test_who_may_not_see_the_article_is_not_called(editor: User, colleague: User) -> None:
    Desk.objects.create(name="Recherche", is_closed=True)
    fact = mark(editor, bring_in(editor, desk="Recherche").version, "Zweimal")
    add_comment(annotation=fact, text=f"@{colleague.username}", actor=editor)
    assert not Mention.objects.exists()


@pytest.mark.parametrize(("language", "quoted"), [("de", "„{}“"), ("en", "“{}”")])
def test_a_notice_goes_out_by_mail_where_mail_is_set_up(
    editor: User,
    fact: Annotation,
    settings: object,
    django_capture_on_commit_callbacks: object,
    language: str,
    quoted: str,
) -> None:
    settings.EMAIL_HOST = "mail.example"
    reader = make_user("editor", username="mara.lindt", email="mara@redaktion.example")
    change_preferences(user=reader, values={"language": language})
    with django_capture_on_commit_callbacks(execute=True):
        add_comment(annotation=fact, text="@mara.lindt.", actor=editor)
    [message] = mail.outbox
    assert message.to == [reader.email]
    assert quoted.format(fact.exact) in message.body


# --- Assignments and queues ------------------------------------------------------------------------------------------


def test_my_queue_holds_what_was_given_to_me(
    editor: User, colleague: User, fact: Annotation, brought_in: BroughtIn
) -> None:
    other = mark(editor, brought_in.version, "am Montag")
    assert not facts_to_check(colleague)
    given = assign(article=brought_in.article, checker=colleague, actor=editor, annotation=fact)
    assert assign(article=brought_in.article, checker=colleague, actor=editor, annotation=fact) == given
    assert list(facts_to_check(colleague)) == [fact]
    assign(article=brought_in.article, checker=colleague, actor=editor)
    assert set(facts_to_check(colleague)) == {fact, other}
    check(colleague, fact)
    assert list(facts_to_check(colleague)) == [other]
    for assignment in Assignment.objects.all():
        unassign(assignment=assignment, actor=editor)
    assert not facts_to_check(colleague)
    assert Event.objects.filter(verb="assigned").count() == 4


def test_what_waits_for_a_signature_or_an_answer(editor: User, colleague: User, brought_in: BroughtIn) -> None:
    quote = mark(editor, brought_in.version, "Wir bauen bis 2027 zwölf neue Schulen", "quote")
    check(editor, quote)
    assert list(facts_to_sign(colleague)) == [quote]
    assert not facts_to_sign(editor), "not to whoever set the verdict"
    check(colleague, quote, "query", question="Wann?")
    assert not facts_to_sign(editor)
    assert list(queries_to(editor)) == [quote]
    assert not queries_to(colleague), "not her article"


# --- Hiding and purging ----------------------------------------------------------------------------------------------


def test_a_hidden_mark_is_nowhere(editor: User, moderator: User, fact: Annotation) -> None:
    with pytest.raises(ReasonMissing):
        hide_annotation(annotation=fact, actor=moderator, reason="")
    outcome = hide_annotation(annotation=fact, actor=moderator, reason="Persönlichkeitsrecht")
    assert outcome.event.new == {"hidden": True, "reason": "Persönlichkeitsrecht"}
    assert fact not in Annotation.objects.visible_to(editor)
    assert fact not in Annotation.objects.visible_to(moderator)
    assert fact not in Annotation.objects.in_place()
    with pytest.raises(NotAllowed):
        undo(annotation=fact, event=outcome.event, actor=moderator)
    show_annotation(annotation=fact, actor=moderator, reason="Einwilligung liegt vor")
    assert fact in Annotation.objects.visible_to(editor)


def test_a_hidden_mark_does_not_come_back_beside_one_made_meanwhile(
    editor: User, moderator: User, fact: Annotation, brought_in: BroughtIn
) -> None:
    hide_annotation(annotation=fact, actor=moderator, reason="Persönlichkeitsrecht")
    again = mark(editor, brought_in.version, fact.exact, fact.kind)
    assert again.pk != fact.pk
    with pytest.raises(AlreadyMarked) as refused:
        show_annotation(annotation=fact, actor=moderator, reason="Einwilligung liegt vor")
    assert refused.value.details["number"] == again.pk
    delete_annotation(annotation=again, revision=again.revision, actor=editor)
    show_annotation(annotation=fact, actor=moderator, reason="Einwilligung liegt vor")
    assert fact in Annotation.objects.visible_to(editor)


@pytest.mark.parametrize("place", ["bin", "superseded"])
def test_what_is_not_in_place_can_be_shown_again(
    place: str, editor: User, moderator: User, fact: Annotation, brought_in: BroughtIn
) -> None:
    hide_annotation(annotation=fact, actor=moderator, reason="Persönlichkeitsrecht")
    mark(editor, brought_in.version, fact.exact, fact.kind)
    gone = {"bin": {"deleted_at": timezone.now()}, "superseded": {"state": "superseded"}}[place]
    Annotation.objects.filter(pk=fact.pk).update(**gone)
    show_annotation(annotation=fact, actor=moderator, reason="Einwilligung liegt vor")
    fact.refresh_from_db()
    assert fact.hidden_at is None


def test_the_bin_is_emptied_after_thirty_days(editor: User, fact: Annotation, brought_in: BroughtIn) -> None:
    recent = mark(editor, brought_in.version, "am Montag")
    check(editor, fact)
    for annotation in (fact, recent):
        annotation.refresh_from_db()
        delete_annotation(annotation=annotation, revision=annotation.revision, actor=editor)
    Annotation.objects.filter(pk=fact.pk).update(deleted_at=timezone.now() - datetime.timedelta(days=31))
    assert purge_bin() == 1
    assert list(Annotation.objects.values_list("pk", flat=True)) == [recent.pk]
    assert not Verdict.objects.exists()
    assert Event.objects.get(verb="purged").old == {"exact": fact.exact}
    assert purge_bin() == 0


# --- Speakers and sources --------------------------------------------------------------------------------------------


def test_the_register_is_searched_by_merged_names_too(editor: User, moderator: User) -> None:
    names = speakers_by_name({"Dmitri Peskow", "Kremlsprecher", "Anna Beck"}, actor=editor)
    merge_speakers(kept=names["Dmitri Peskow"], merged=names["Kremlsprecher"], actor=moderator)
    assert list(speakers_with_counts(editor, "kreml")) == [names["Dmitri Peskow"]]
    assert list(speakers_with_counts(editor, "kreml anna")) == []


def test_merging_speakers_and_splitting_them_again(editor: User, moderator: User, brought_in: BroughtIn) -> None:
    quote = mark(editor, brought_in.version, "Zweimal", "quote", fields={"speaker": "Peskow"})
    short = Speaker.objects.get(name="Peskow")
    full = speakers_by_name({"Dmitri Peskow"}, actor=editor)["Dmitri Peskow"]
    merge_speakers(kept=full, merged=short, actor=moderator)
    assert list(quotes_of(full)) == [quote]
    assert [(s.name, s.quote_count) for s in speakers_with_counts(editor)] == [("Dmitri Peskow", 1)]
    assert speakers_by_name({"Peskow"})["Peskow"] == full, "found by the name of either"
    with pytest.raises(MergeRefused):
        merge_speakers(kept=full, merged=short, actor=moderator)
    split_speaker(merged=short, actor=moderator)
    assert not quotes_of(full)
    assert speakers_by_name({"Peskow"})["Peskow"] == short
    full.refresh_from_db()
    assert full.aliases == []


def test_whoever_was_merged_before_comes_along_and_back(moderator: User) -> None:
    first, second, third = (Speaker.objects.create(name=name) for name in ("A. Beck", "Anna Beck", "Anna Beck-Roth"))
    merge_speakers(kept=second, merged=first, actor=moderator)
    merge_speakers(kept=third, merged=second, actor=moderator)
    assert set(third.merged_from.all()) == {first, second}
    split_speaker(merged=second, actor=moderator)
    first.refresh_from_db()
    assert first.canonical == second
    with pytest.raises(MergeRefused):
        merge_speakers(kept=third, merged=third, actor=moderator)


def test_a_frozen_copy_is_kept_once(editor: User, settings: object) -> None:
    source = make_source(editor)
    values = {"source": source, "name": "protokoll.pdf", "content_type": "application/pdf", "actor": editor}
    copy = keep_copy(content=b"%PDF", **values)
    assert copy.sha256 == hashlib.sha256(b"%PDF").hexdigest()
    assert keep_copy(content=b"%PDF", **values) == copy
    settings.UPLOAD_LIMIT_BYTES = 3
    with pytest.raises(FileTooLarge):
        keep_copy(content=b"%PDF-2", **values)
