"""The suggestion job: what it stores, what it leaves alone, and what happens when it fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.db.models.functions import Now
from django.test import Client

import extraction
from annotations.models import Annotation, Event, Speaker, SuggestionRun
from annotations.services import annotations as service
from annotations.services import suggestions as suggestions_service
from annotations.services.articles import BroughtIn
from annotations.services.suggestions import execute_run, request_suggestions
from tests.factories import first_suggestion, mark, suggested

pytestmark = pytest.mark.django_db


def run_again(article: BroughtIn, actor: User) -> SuggestionRun:
    run = request_suggestions(version=article.version, actor=actor)
    assert execute_run(run.pk)
    run.refresh_from_db()
    return run


def places(article: BroughtIn) -> set[tuple[str, int, int]]:
    return set(Annotation.objects.filter(version=article.version).values_list("kind", "start", "end"))


def test_stores_what_the_engine_finds(with_suggestions: BroughtIn) -> None:
    text = with_suggestions.version.text
    analysis = extraction.analyze(text)
    expected = {("figure", c.start, c.end) for c in analysis.figures} | {
        ("quote", c.start, c.end) for c in analysis.quotes
    }
    assert expected <= places(with_suggestions)
    handshake = Annotation.objects.get(exact="40-sekündigen", kind="figure")
    assert (handshake.figure.value, handshake.figure.unit, handshake.state) == (40, "s", "suggested")
    quote = Annotation.objects.get(exact="Wir bauen bis 2027 zwölf neue Schulen", kind="quote")
    assert quote.quote.speaker == Speaker.objects.get(name="Anna Beck", is_proposed=True)
    assert all(text[a.start : a.end] == a.exact for a in Annotation.objects.all())


def test_counts_and_progress_end_full(with_suggestions: BroughtIn) -> None:
    run = with_suggestions.run
    assert run.done == run.total == 3
    assert sum(run.counts.values()) == Annotation.objects.filter(run=run).count()
    assert run.engine_version == extraction.__version__


def test_every_suggestion_has_its_event(with_suggestions: BroughtIn) -> None:
    told = Event.objects.filter(verb="suggested").values_list("object_id", flat=True)
    assert set(told) == set(Annotation.objects.values_list("pk", flat=True))


def test_running_twice_changes_nothing(editor: User, with_suggestions: BroughtIn) -> None:
    before = list(Annotation.objects.order_by("id").values_list("id", "state", "revision"))
    assert not execute_run(with_suggestions.run.pk), "a finished run is not run again"
    assert run_again(with_suggestions, editor).counts == {"quote": 0, "claim": 0, "figure": 0}
    assert list(Annotation.objects.order_by("id").values_list("id", "state", "revision")) == before


def test_a_decision_of_a_person_is_never_overwritten(editor: User, with_suggestions: BroughtIn) -> None:
    rejected = first_suggestion(with_suggestions.article)
    service.reject_annotation(annotation=rejected, revision=1, actor=editor)
    removed = first_suggestion(with_suggestions.article)
    service.delete_annotation(annotation=removed, revision=1, actor=editor)
    run_again(with_suggestions, editor)
    assert Annotation.objects.get(pk=rejected.pk).state == "rejected"
    assert Annotation.objects.get(pk=removed.pk).deleted_at is not None
    assert Annotation.objects.filter(start=removed.start, end=removed.end, kind=removed.kind).count() == 1


def test_what_the_engine_no_longer_finds_is_superseded_unless_decided(
    editor: User, with_suggestions: BroughtIn
) -> None:
    accepted = first_suggestion(with_suggestions.article)
    service.accept_annotation(annotation=accepted, revision=1, actor=editor)
    by_hand = mark(editor, with_suggestions.version, "Die Kosten")
    nothing = extraction.Analysis(lang="de", quotes=(), figures=(), claims=())
    with patch("extraction.analyze", return_value=nothing):
        run_again(with_suggestions, editor)
    states = dict(Annotation.objects.values_list("pk", "state"))
    assert states.pop(accepted.pk) == states.pop(by_hand.pk) == "accepted"
    assert set(states.values()) == {"superseded"}


def test_a_second_request_gets_the_active_run(editor: User, brought_in: BroughtIn) -> None:
    assert request_suggestions(version=brought_in.version, actor=editor) == brought_in.run
    assert SuggestionRun.objects.count() == 1


@pytest.fixture
def broken_engine() -> Iterator[None]:
    with patch("extraction.analyze", side_effect=RuntimeError("no such verb")):
        yield


def test_failure_is_tried_again_and_then_said(editor: User, brought_in: BroughtIn, broken_engine: None) -> None:
    run = brought_in.run
    for attempt in (1, 2, 3):
        SuggestionRun.objects.filter(pk=run.pk).update(due_at=Now())
        assert execute_run(run.pk)
        run.refresh_from_db()
        assert run.attempts == attempt
    assert (run.state, run.error) == ("failed", "engine")
    assert "no such verb" in run.error_detail
    assert Event.objects.filter(verb="failed", object_id=run.pk).exists()
    assert not execute_run(run.pk)
    assert request_suggestions(version=brought_in.version, actor=editor) != run, "one may try again"


def test_a_candidate_with_a_wrong_place_is_left_out(editor: User, caplog: pytest.LogCaptureFixture) -> None:
    text = "Um 12 Uhr 👩‍👧 kam 1 Bus."
    figure = extraction.analyze(text).figures[0]
    bad = type(figure)(**{name: getattr(figure, name) for name in figure.__slots__} | {"start": 10, "end": 11})
    analysis = extraction.Analysis(lang="de", quotes=(), figures=(figure, bad), claims=())
    with patch("extraction.analyze", return_value=analysis):
        article = suggested(editor, text)
    assert places(article) == {("figure", figure.start, figure.end)}
    assert "left out" in caplog.text


def test_a_rejection_counts_for_the_same_words_in_another_version(editor: User, with_suggestions: BroughtIn) -> None:
    rejected = first_suggestion(with_suggestions.article)
    service.reject_annotation(annotation=rejected, revision=1, actor=editor)
    version = with_suggestions.version
    version.pk, version.number = None, 2
    version.text = version.text + "\n\nEin neuer Absatz."
    version.length = len(version.text)
    version.save(force_insert=True)
    run = request_suggestions(version=version, actor=editor)
    assert execute_run(run.pk)
    again = Annotation.objects.filter(version=version)
    assert again.exists()
    assert not again.filter(kind=rejected.kind, start=rejected.start).exists()


def test_speakers_of_one_name_are_not_guessed_at(editor: User) -> None:
    Speaker.objects.create(name="Anna Beck", function="Bürgermeisterin")
    Speaker.objects.create(name="Anna Beck", function="Schwimmerin")
    suggested(editor)
    assert Annotation.objects.get(kind="quote", exact__startswith="Wir bauen").quote.speaker is None
    assert Speaker.objects.filter(name="Anna Beck").count() == 2


def test_a_span_of_dates_keeps_both_ends(editor: User) -> None:
    article = suggested(editor, "Die Messe läuft vom 4. bis 6. Mai. Es kamen 20 bis 30 Gäste.")
    figures = {a.figure.kind: a.figure for a in Annotation.objects.filter(version=article.version, kind="figure")}
    assert (figures["date"].timex, figures["date"].minimum) == ("XXXX-05-04/XXXX-05-06", None)
    assert (figures["count"].minimum, figures["count"].maximum) == (20, 30)


def test_a_proposed_speaker_and_her_correction_leave_events(editor: User, moderator: User) -> None:
    suggested(editor)
    speaker = Speaker.objects.get(name="Anna Beck")
    client = Client()
    client.force_login(moderator)
    values = {"name": "Anna Beck", "function": "Bürgermeisterin", "aliases": '["Beck"]'}
    client.post(f"/admin/annotations/speaker/{speaker.pk}/change/", values)
    told = Event.objects.filter(object_type="speaker", object_id=speaker.pk).order_by("id")
    assert [(event.verb, event.actor) for event in told] == [("created", None), ("changed", moderator)]
    assert told[1].new == {"function": "Bürgermeisterin", "aliases": ["Beck"], "is_proposed": False}


def test_a_run_interrupted_between_two_chunks_stores_the_rest_later(editor: User, brought_in: BroughtIn) -> None:
    run = brought_in.run
    expected = len(places(suggested(editor)))
    stored: list[Any] = []

    def store_once(suggestions: Any) -> Any:
        if stored:
            raise RuntimeError("killed")
        stored.append(suggestions)
        return store(suggestions)

    store = suggestions_service._store
    with patch("annotations.services.suggestions._CHUNK", 3), patch.object(suggestions_service, "_store", store_once):
        assert execute_run(run.pk)
    assert len(places(brought_in)) == 3
    SuggestionRun.objects.filter(pk=run.pk).update(due_at=Now())
    assert execute_run(run.pk)
    run.refresh_from_db()
    assert run.state == "finished"
    assert len(places(brought_in)) == sum(run.counts.values()) == expected
    told = Event.objects.filter(article=brought_in.article, verb="suggested").count()
    assert told == expected
