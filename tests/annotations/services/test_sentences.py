"""Waving sentences through, and which sentences nobody has looked at."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, transaction

from annotations.errors import InvalidSpan
from annotations.models import Annotation, ArticleVersion, Event, SentenceReview
from annotations.queries.coverage import sentence_coverage, unlooked_sentences
from annotations.services.annotations import accept_annotation, delete_annotation, reject_annotation
from annotations.services.articles import BroughtIn
from annotations.services.sentences import take_back, wave_through
from tests.conftest import api_for
from tests.factories import TEXT, first_suggestion, mark

pytestmark = pytest.mark.django_db
FIRST = TEXT.split("\n")[0]


def unlooked(version: ArticleVersion) -> list[str]:
    return [version.text[s.start : s.end] for s in unlooked_sentences(version)]


def wave(version: ArticleVersion, words: str, actor: User) -> Any:
    start = version.text.index(words)
    return wave_through(version=version, start=start, end=start + len(words), exact=words, actor=actor)


def test_every_checkable_sentence_is_unlooked_at_first(brought_in: BroughtIn) -> None:
    assert FIRST in unlooked(brought_in.version)
    assert len(unlooked(brought_in.version)) == 5


def test_a_suggestion_nobody_decided_on_is_no_look(with_suggestions: BroughtIn) -> None:
    assert FIRST in unlooked(with_suggestions.version)


@pytest.mark.parametrize("decide", [accept_annotation, reject_annotation])
def test_a_decision_is_a_look_until_it_lies_in_the_bin(with_suggestions: BroughtIn, editor: User, decide: Any) -> None:
    annotation = first_suggestion(with_suggestions.article)
    assert annotation.exact in FIRST
    decided = decide(annotation=annotation, revision=1, actor=editor).annotation
    assert FIRST not in unlooked(with_suggestions.version)
    delete_annotation(annotation=decided, revision=decided.revision, actor=editor)
    assert FIRST in unlooked(with_suggestions.version)


def test_a_mark_that_touches_the_border_of_a_sentence_is_no_look(brought_in: BroughtIn, editor: User) -> None:
    mark(editor, brought_in.version, "Zweimal sei der Plan gescheitert")
    rest = unlooked(brought_in.version)
    assert not any(sentence.startswith("Zweimal") for sentence in rest)
    assert any(sentence.startswith("„Wir bauen") for sentence in rest)


def test_a_long_mark_before_short_ones_still_counts(brought_in: BroughtIn, editor: User) -> None:
    text = brought_in.version.text
    mark(editor, brought_in.version, text[: text.index("Laut")].rstrip())
    mark(editor, brought_in.version, "Gäste")
    assert [sentence[:4] for sentence in unlooked(brought_in.version)] == ["Laut", "Die "]


def test_waving_through_leaves_an_event_and_can_be_taken_back(brought_in: BroughtIn, editor: User) -> None:
    reviewed = wave(brought_in.version, FIRST, editor)
    assert FIRST not in unlooked(brought_in.version)
    [state] = [s for s in sentence_coverage(brought_in.version) if s.review]
    assert (state.state, state.review.by) == ("waved", editor)
    taken = take_back(review=reviewed.review, actor=editor)
    assert FIRST in unlooked(brought_in.version)
    again = wave(brought_in.version, FIRST, editor)
    events = Event.objects.filter(object_type="sentence", object_id=reviewed.review.pk).order_by("number")
    assert list(events) == [reviewed.event, taken.event, again.event]
    assert events[0].new == {"start": 0, "end": len(FIRST), "exact": FIRST, "is_waved": True}
    assert SentenceReview.objects.count() == 1


def test_the_same_decision_twice_is_none(brought_in: BroughtIn, editor: User, colleague: User) -> None:
    first = wave(brought_in.version, FIRST, editor)
    second = wave(brought_in.version, FIRST, colleague)
    assert (second.event, second.review.by) == (None, editor)
    assert take_back(review=first.review, actor=editor).event is not None
    assert take_back(review=first.review, actor=editor).event is None


def test_other_words_are_refused(brought_in: BroughtIn, editor: User) -> None:
    with pytest.raises(InvalidSpan):
        wave_through(version=brought_in.version, start=0, end=3, exact="Die", actor=editor)
    review = wave(brought_in.version, FIRST, editor).review
    for values in ({"exact": FIRST.replace("D", "d", 1)}, {"start": 1, "end": len(FIRST) + 1}, {"end": 0}):
        with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic():
            SentenceReview.objects.filter(pk=review.pk).update(**values)


def test_over_the_api(brought_in: BroughtIn, editor: User, colleague: User) -> None:
    api, path = api_for(editor), f"/api/v1/articles/{brought_in.article.pk}/sentences/"
    listed = api.get(path).json()
    assert listed["unlooked"] == len(listed["sentences"]) == 5
    assert listed["sentences"][0]["signals"] == ["figure", "saying"]
    place = {"start": 0, "end": len(FIRST), "exact": FIRST}
    waved = api.post(path, {"version": brought_in.version.pk, **place}).json()
    assert waved["sentence"]["is_waved"]
    assert api.get(path).json()["sentences"][0]["review"]["by"]["id"] == editor.pk
    changes = api_for(colleague).get(f"/api/v1/articles/{brought_in.article.pk}/changes/").json()
    assert [s["is_waved"] for s in changes["sentences"]] == [True]
    taken = api_for(colleague).delete(f"{path}{waved['sentence']['id']}/").json()
    assert not taken["sentence"]["is_waved"]
    assert api.get(path).json()["unlooked"] == 5


def test_the_api_refuses_what_does_not_fit(brought_in: BroughtIn, with_suggestions: BroughtIn, editor: User) -> None:
    api, path = api_for(editor), f"/api/v1/articles/{brought_in.article.pk}/sentences/"
    foreign = {"version": with_suggestions.version.pk, "start": 0, "end": 3, "exact": "Der"}
    assert api.post(path, foreign).json()["errors"][0]["field"] == "version"
    shifted = {"version": brought_in.version.pk, "start": 1, "end": 4, "exact": "Der"}
    assert api.post(path, shifted).json()["code"] == "span_mismatch"
    assert api.delete(f"{path}999999/").status_code == 404
    assert not Annotation.objects.filter(version=brought_in.version).exists()
