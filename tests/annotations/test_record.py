"""The record replayed: reading an article's events from the first gives the present state."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from annotations.models import Annotation, Article, Event
from annotations.services.annotations import accept_annotation, delete_annotation, reject_annotation, undo
from annotations.services.releases import release_article, reopen_article
from annotations.services.verdicts import answer_query, countersign
from tests.factories import check, make_source, suggested
from tests.replay import assert_record_gives

pytestmark = pytest.mark.django_db


def test_the_whole_loop_can_be_replayed(editor: User, colleague: User, moderator: User) -> None:
    article = suggested(editor).article
    first, second, third, fourth, fifth, *_ = Annotation.objects.order_by("id")
    for suggestion in (first, second, third, fourth):
        accept_annotation(annotation=suggestion, revision=1, actor=editor)
    reject_annotation(annotation=fifth, revision=1, actor=editor, reason="irrelevant")
    confirmed = check(editor, first, "confirmed", source=make_source(editor), place="S. 4")
    countersign(annotation=first, revision=confirmed.revision, actor=colleague)
    check(colleague, second, "wrong", correction="zwölf")
    asked = check(colleague, third, "query", question="Woher?")
    answer_query(annotation=third, revision=asked.revision, answer="Protokoll", actor=editor)
    check(colleague, fourth, "author_alone")
    undo(annotation=fourth, event=Event.objects.filter(verb="checked").order_by("-id")[0], actor=colleague)
    delete_annotation(annotation=fifth, revision=2, actor=editor)
    release_article(article=article, actor=moderator, reason="Eilt")
    reopen_article(article=article, actor=moderator, reason="Neue Lage")

    assert_record_gives(article)
    assert Article.objects.get(pk=article.pk).state == "in_check"
