"""Marking and deciding: what is stored, what is recorded, what is refused."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from annotations.errors import (
    AlreadyMarked,
    InBin,
    NotAllowed,
    PartsInvalid,
    SpanMismatch,
    StaleRevision,
    UndoRefused,
    WrongKindFields,
)
from annotations.models import Annotation, Event, Speaker
from annotations.services import annotations as service
from annotations.services.articles import BroughtIn
from annotations.services.contents import Contents
from tests.factories import bring_in, first_suggestion, mark

pytestmark = pytest.mark.django_db


def last_event() -> Event:
    return Event.objects.order_by("id").reverse()[0]


def test_mark_by_hand_is_accepted_and_recorded(editor: User, brought_in: BroughtIn) -> None:
    annotation = mark(editor, brought_in.version, "40-sekündigen", "figure", fields={"value": 40, "unit": "s"})
    assert (annotation.state, annotation.creator, annotation.figure.value) == ("accepted", editor, 40)
    assert annotation.prefix.endswith("mit einem ")
    event = last_event()
    assert (event.verb, event.actor, event.object_id) == ("created", editor, annotation.pk)
    assert event.new["exact"] == "40-sekündigen"


def test_marking_a_suggestion_again_accepts_it(editor: User, with_suggestions: BroughtIn) -> None:
    suggestion = first_suggestion(with_suggestions.article)
    annotation = mark(editor, with_suggestions.version, suggestion.exact, "figure")
    assert annotation.pk == suggestion.pk
    assert annotation.state == "accepted"
    assert annotation.creator is None, "it stays known as found by the engine"


def test_refuses_words_that_stand_elsewhere(editor: User, brought_in: BroughtIn) -> None:
    with pytest.raises(SpanMismatch):
        service.create_annotation(version=brought_in.version, kind="claim", start=0, end=3, exact="Die", actor=editor)
    assert not Annotation.objects.exists()


def test_the_same_decision_twice_is_no_conflict(editor: User, colleague: User, with_suggestions: BroughtIn) -> None:
    suggestion = first_suggestion(with_suggestions.article)
    first = service.accept_annotation(annotation=suggestion, revision=1, actor=editor)
    again = service.accept_annotation(annotation=suggestion, revision=1, actor=colleague)
    assert first.event is not None
    assert again.event is None
    assert again.annotation.revision == 2


def test_another_decision_on_an_old_revision_is_refused(
    editor: User, colleague: User, with_suggestions: BroughtIn
) -> None:
    suggestion = first_suggestion(with_suggestions.article)
    service.accept_annotation(annotation=suggestion, revision=1, actor=editor)
    with pytest.raises(StaleRevision) as caught:
        service.reject_annotation(annotation=suggestion, revision=1, actor=colleague)
    assert caught.value.current.state == "accepted"
    assert Annotation.objects.get(pk=suggestion.pk).state == "accepted"


def test_bin_keeps_and_gives_back(editor: User, brought_in: BroughtIn) -> None:
    annotation = mark(editor, brought_in.version, "Händedruck")
    binned = service.delete_annotation(annotation=annotation, revision=1, actor=editor).annotation
    assert binned.deleted_at is not None
    with pytest.raises(InBin):
        service.accept_annotation(annotation=annotation, revision=2, actor=editor)
    back = service.restore_annotation(annotation=annotation, revision=2, actor=editor).annotation
    assert back.deleted_at is None


def test_change_of_extent_keeps_the_rule(editor: User, brought_in: BroughtIn) -> None:
    annotation = mark(editor, brought_in.version, "Händedruck")
    wider = Contents(start=annotation.start - 14, end=annotation.end, exact="40-sekündigen Händedruck")
    changed = service.change_annotation(annotation=annotation, revision=1, actor=editor, contents=wider).annotation
    assert changed.exact == brought_in.version.text[changed.start : changed.end] == "40-sekündigen Händedruck"
    assert last_event().old["exact"] == "Händedruck"


def test_change_that_changes_nothing_leaves_no_trace(editor: User, brought_in: BroughtIn) -> None:
    annotation = mark(editor, brought_in.version, "Händedruck")
    events = Event.objects.count()
    outcome = service.change_annotation(
        annotation=annotation, revision=1, actor=editor, contents=Contents(fields={"worthiness": "medium"})
    )
    assert outcome.event is None
    assert outcome.annotation.revision == 1
    assert Event.objects.count() == events


def test_speaker_named_by_a_person_goes_into_the_register(editor: User, brought_in: BroughtIn) -> None:
    words = "Wir bauen bis 2027 zwölf neue Schulen"
    annotation = mark(editor, brought_in.version, words, "quote", fields={"type": "direct", "speaker": "Anna Beck"})
    assert annotation.quote.speaker == Speaker.objects.get(name="Anna Beck", is_proposed=False)


def test_refuses_fields_of_another_kind(editor: User, brought_in: BroughtIn) -> None:
    with pytest.raises(WrongKindFields):
        mark(editor, brought_in.version, "Händedruck", "claim", fields={"unit": "s"})
    assert not Annotation.objects.exists()


@pytest.mark.parametrize("is_in_bin", [False, True])
def test_no_change_doubles_what_stands_at_its_place(editor: User, with_suggestions: BroughtIn, is_in_bin: bool) -> None:
    """Quote and claim of the same words: neither becomes the other, nor is its extent made that of another."""
    words = "Zweimal sei der Plan gescheitert"
    marks = with_suggestions.version.annotations
    quote, claim = marks.get(exact=words, kind="quote"), marks.get(exact=words, kind="claim")
    if is_in_bin:
        quote = service.delete_annotation(annotation=quote, revision=quote.revision, actor=editor).annotation
    with pytest.raises(AlreadyMarked) as refused:
        service.change_annotation(
            annotation=claim, revision=claim.revision, actor=editor, contents=Contents(kind="quote")
        )
    assert f"{quote.pk} ({'im Papierkorb' if is_in_bin else 'Vorschlag'})" in str(refused.value)
    figure = marks.get(exact="Zweimal", kind="figure")
    ends = {"start": claim.start, "end": claim.end}
    service.change_annotation(
        annotation=figure, revision=figure.revision, actor=editor, contents=Contents(**ends, exact=words)
    )
    figure.refresh_from_db()
    with pytest.raises(AlreadyMarked):
        service.change_annotation(
            annotation=figure, revision=figure.revision, actor=editor, contents=Contents(kind="claim")
        )
    assert {marks.get(pk=one.pk).kind for one in (claim, figure)} == {"claim", "figure"}


def test_a_superseded_suggestion_is_not_accepted_beside_what_took_its_place(
    editor: User, with_suggestions: BroughtIn
) -> None:
    old = first_suggestion(with_suggestions.article)
    there = mark(editor, with_suggestions.version, "am Montag", old.kind)
    place = {"start": old.start, "end": old.end, "exact": old.exact}
    Annotation.objects.filter(pk=old.pk).update(state="superseded")
    Annotation.objects.filter(pk=there.pk).update(**place)
    with pytest.raises(AlreadyMarked):
        service.accept_annotation(annotation=old, revision=old.revision, actor=editor)
    service.delete_annotation(annotation=there, revision=there.revision, actor=editor)
    accepted = service.accept_annotation(annotation=old, revision=old.revision, actor=editor)
    assert accepted.annotation.state == "accepted"


def part(text: str, role: str, words: str) -> dict[str, object]:
    start = text.index(words)
    return {"role": role, "start": start, "end": start + len(words), "exact": words}


def test_parts_must_fit(editor: User, brought_in: BroughtIn) -> None:
    text = brought_in.version.text
    words = "Wir bauen bis 2027 zwölf neue Schulen"
    good = [part(text, "content", "Wir bauen"), part(text, "content", "zwölf neue Schulen")]
    annotation = mark(editor, brought_in.version, words, "quote", parts=[*good, part(text, "cue", "sagte")])
    assert [p.role for p in annotation.parts.all()] == ["content", "content", "cue"]
    for wrong in (
        [part(text, "content", "bauen"), good[1]],
        [good[0], part(text, "content", words)],
        [part(text, "counted", "Wir")],
        [part(text, "cue", "sagte"), part(text, "cue", "sagte")],
    ):
        with pytest.raises(PartsInvalid):
            service.change_annotation(annotation=annotation, revision=1, actor=editor, contents=Contents(parts=wrong))


def test_a_new_extent_fits_the_parts_of_this_annotation_alone(editor: User, brought_in: BroughtIn) -> None:
    text, words = brought_in.version.text, "Wir bauen bis 2027 zwölf neue Schulen"
    parts = [part(text, "content", "Wir bauen"), part(text, "content", "zwölf neue Schulen")]
    annotation = mark(editor, brought_in.version, words, "quote", parts=parts)
    other = mark(editor, bring_in(editor, text).version, words, "quote", parts=parts)
    shorter = Contents(start=annotation.start, end=annotation.end - 8, exact=words[:-8])
    changed = service.change_annotation(annotation=annotation, revision=1, actor=editor, contents=shorter)
    assert [p.exact for p in changed.annotation.parts.all()] == ["Wir bauen", "zwölf neue"]
    assert [p.exact for p in other.parts.all()] == ["Wir bauen", "zwölf neue Schulen"]


def test_undo_and_redo_of_every_action(editor: User, brought_in: BroughtIn) -> None:
    annotation = mark(editor, brought_in.version, "Händedruck", fields={"worthiness": "high", "claimant": "Amt"})
    actions = [
        lambda r: service.reject_annotation(annotation=annotation, revision=r, actor=editor, reason="other"),
        lambda r: service.accept_annotation(annotation=annotation, revision=r, actor=editor),
        lambda r: service.change_annotation(
            annotation=annotation, revision=r, actor=editor, contents=Contents(kind="figure", fields={"value": 1})
        ),
        lambda r: service.change_annotation(
            annotation=annotation, revision=r, actor=editor, contents=Contents(fields={"unit": "s"})
        ),
        lambda r: service.delete_annotation(annotation=annotation, revision=r, actor=editor),
    ]

    def state() -> dict[str, object]:
        return service.snapshot(*_rows(annotation.pk))

    states, events = [state()], []
    for act in actions:
        outcome = act(service.annotation_with_details(annotation.pk).revision)
        events.append(outcome.event)
        states.append(state())
    redo = []
    for index in reversed(range(len(actions))):
        redo.append(service.undo(annotation=annotation, event=events[index], actor=editor).event)
        assert state() == states[index]
    for index in range(len(actions)):
        service.undo(annotation=annotation, event=redo.pop(), actor=editor)
        assert state() == states[index + 1]


def _rows(pk: int) -> tuple[Annotation, list[object], object]:
    annotation = service.annotation_with_details(pk)
    return annotation, list(annotation.parts.all()), annotation.kind_row


def test_undo_of_a_new_mark_moves_it_to_the_bin(editor: User, brought_in: BroughtIn) -> None:
    annotation = mark(editor, brought_in.version, "Händedruck")
    undone = service.undo(annotation=annotation, event=last_event(), actor=editor)
    assert undone.annotation.deleted_at is not None
    redone = service.undo(annotation=annotation, event=undone.event, actor=editor)
    assert redone.annotation.deleted_at is None


def test_undo_is_refused_once_somebody_else_has_changed_it(
    editor: User, colleague: User, with_suggestions: BroughtIn
) -> None:
    suggestion = first_suggestion(with_suggestions.article)
    mine = service.accept_annotation(annotation=suggestion, revision=1, actor=editor)
    service.reject_annotation(annotation=suggestion, revision=2, actor=colleague)
    with pytest.raises(UndoRefused):
        service.undo(annotation=suggestion, event=mine.event, actor=editor)
    with pytest.raises(NotAllowed):
        service.undo(annotation=suggestion, event=mine.event, actor=colleague)
    assert Annotation.objects.get(pk=suggestion.pk).state == "rejected"


def test_events_of_an_article_are_numbered_without_gaps(editor: User, with_suggestions: BroughtIn) -> None:
    mark(editor, with_suggestions.version, "Bürgermeister")
    numbers = list(
        Event.objects.filter(article=with_suggestions.article).order_by("id").values_list("number", flat=True)
    )
    assert numbers == list(range(1, len(numbers) + 1))
