"""The check of facts: verdicts, four eyes, answers, and what happens to them when the fact changes."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from annotations.errors import (
    CorrectionMissing,
    FourEyes,
    NoOpenQuery,
    NotAccepted,
    NothingToSign,
    QuestionMissing,
    SourceUnknown,
    StaleRevision,
    UndoRefused,
)
from annotations.models import Annotation, Desk, Event, Verdict
from annotations.services.annotations import change_annotation, reject_annotation, undo
from annotations.services.articles import BroughtIn
from annotations.services.contents import Contents
from annotations.services.verdict_rows import CitationInput, VerdictInput
from annotations.services.verdicts import answer_query, countersign, set_verdict
from tests.factories import bring_in, check, first_suggestion, make_source, mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def fact(editor: User, brought_in: BroughtIn) -> Annotation:
    return mark(editor, brought_in.version, "Zweimal sei der Plan gescheitert")


def last_event(fact: Annotation) -> Event:
    return Event.objects.filter(object_type="annotation", object_id=fact.pk).order_by("-id")[0]


def test_a_verdict_names_source_and_place(editor: User, fact: Annotation) -> None:
    source = make_source(editor)
    checked = check(editor, fact, "confirmed", source=source, place="S. 12")
    assert [(c.source, c.place) for c in checked.verdict.citations.all()] == [(source, "S. 12")]
    assert (checked.verdict.by, checked.revision) == (editor, 2)
    assert not checked.verdict.is_too_vague
    event = last_event(fact)
    assert (event.verb, event.old) == ("checked", {"verdict": None})
    assert event.new["verdict"]["citations"] == [[source.pk, "S. 12", ""]]


def test_confirmed_without_a_place_is_too_vague(editor: User, fact: Annotation) -> None:
    assert check(editor, fact, "confirmed").verdict.is_too_vague
    assert check(editor, fact, "confirmed", source=make_source(editor), place="").verdict.is_too_vague
    assert not check(editor, fact, "author_alone").verdict.is_too_vague


def test_earlier_verdicts_are_kept(editor: User, colleague: User, fact: Annotation) -> None:
    check(editor, fact, "query", question="Wer sagt das?")
    check(colleague, fact, "wrong", correction="dreimal")
    assert list(fact.verdicts.order_by("id").values_list("status", "by")) == [
        ("query", editor.pk),
        ("wrong", colleague.pk),
    ]
    assert Annotation.objects.get(pk=fact.pk).verdict.status == "wrong"


def test_the_same_verdict_twice_is_one(editor: User, fact: Annotation) -> None:
    check(editor, fact, "not_checkable", note="Meinung")
    again = check(editor, fact, "not_checkable", note="Meinung")
    assert Verdict.objects.count() == 1
    assert again.revision == 2


def test_unchecked_takes_it_away_and_keeps_it(editor: User, fact: Annotation) -> None:
    check(editor, fact)
    assert check(editor, fact, "unchecked").verdict is None
    assert Verdict.objects.count() == 1


@pytest.mark.parametrize(
    ("wished", "error"),
    [
        (VerdictInput("wrong"), CorrectionMissing),
        (VerdictInput("wrong", correction="  "), CorrectionMissing),
        (VerdictInput("query"), QuestionMissing),
        (VerdictInput("confirmed", citations=(CitationInput(source=999),)), SourceUnknown),
    ],
)
def test_an_incomplete_verdict_is_refused(
    wished: VerdictInput, error: type[Exception], editor: User, fact: Annotation
) -> None:
    with pytest.raises(error):
        set_verdict(annotation=fact, revision=fact.revision, verdict=wished, actor=editor)
    assert not Verdict.objects.exists()


def test_only_an_accepted_mark_is_checked(editor: User, with_suggestions: BroughtIn) -> None:
    suggestion = first_suggestion(with_suggestions.article)
    with pytest.raises(NotAccepted):
        set_verdict(annotation=suggestion, revision=1, verdict=VerdictInput("confirmed"), actor=editor)


def test_a_stale_revision_is_refused(editor: User, colleague: User, fact: Annotation) -> None:
    check(editor, fact)
    with pytest.raises(StaleRevision) as refused:
        set_verdict(annotation=fact, revision=1, verdict=VerdictInput("confirmed"), actor=colleague)
    assert refused.value.current.verdict.by == editor
    assert Verdict.objects.count() == 1


# --- Four eyes -------------------------------------------------------------------------------------------------------


def test_a_colleague_countersigns(editor: User, colleague: User, brought_in: BroughtIn) -> None:
    fact = mark(editor, brought_in.version, "Wir bauen bis 2027 zwölf neue Schulen", "quote")
    checked = check(editor, fact)
    assert checked.verdict.risks == ["living_quote"]
    assert checked.verdict.is_countersignature_due
    signed = countersign(annotation=fact, revision=checked.revision, actor=colleague).annotation
    assert signed.verdict.countersigned_by == colleague
    assert signed.verdict.countersigned_at is not None
    assert not signed.verdict.is_countersignature_due
    assert last_event(fact).verb == "signed"


def test_nobody_countersigns_her_own_verdict(editor: User, fact: Annotation) -> None:
    checked = check(editor, fact)
    with pytest.raises(FourEyes):
        countersign(annotation=fact, revision=checked.revision, actor=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Verdict.objects.filter(pk=checked.verdict.pk).update(countersigned_by=editor)


def test_neither_nothing_nor_a_query_is_countersigned(editor: User, colleague: User, fact: Annotation) -> None:
    with pytest.raises(NothingToSign):
        countersign(annotation=fact, revision=1, actor=colleague)
    asked = check(editor, fact, "query", question="Wann?")
    with pytest.raises(NothingToSign):
        countersign(annotation=fact, revision=asked.revision, actor=colleague)


def test_a_new_verdict_ends_the_countersignature(editor: User, colleague: User, fact: Annotation) -> None:
    checked = check(editor, fact)
    countersign(annotation=fact, revision=checked.revision, actor=colleague)
    assert check(editor, fact, "not_checkable").verdict.countersigned_by is None


@pytest.mark.parametrize(
    ("words", "kind", "risks"),
    [
        ("40-sekündigen", "figure", ["prominent_figure"]),
        ("1.200", "figure", []),
        ("Die Kosten liegen bei 3,5 Millionen Euro", "claim", []),
        ("Wir bauen bis 2027 zwölf neue Schulen", "quote", ["living_quote"]),
    ],
)
def test_risk_classes(words: str, kind: str, risks: list[str], editor: User, brought_in: BroughtIn) -> None:
    assert check(editor, mark(editor, brought_in.version, words, kind)).verdict.risks == risks


def test_accusation_and_medicine(editor: User) -> None:
    text = "Titel\n\nVorspann\n\nDer Trainer habe Geld veruntreut. Das Medikament wirke bei Kindern."
    version = bring_in(editor, text).version
    accusation = check(editor, mark(editor, version, "Der Trainer habe Geld veruntreut"))
    medicine = check(editor, mark(editor, version, "Das Medikament wirke bei Kindern"))
    assert accusation.verdict.risks == ["accusation"]
    assert medicine.verdict.risks == ["legal_medical"]


def test_a_desk_decides_what_needs_four_eyes(editor: User) -> None:
    Desk.objects.create(name="Sport", countersigned_risks=["accusation"])
    version = bring_in(editor, desk="Sport").version
    assert check(editor, mark(editor, version, "40-sekündigen", "figure")).verdict.risks == []


# --- Queries ---------------------------------------------------------------------------------------------------------


def test_an_author_answers(editor: User, colleague: User, fact: Annotation) -> None:
    asked = check(colleague, fact, "query", question="Welche Quelle?", due_on=datetime.date(2026, 12, 1))
    assert asked.verdict.is_awaiting_answer
    answered = answer_query(annotation=fact, revision=asked.revision, answer="Das Protokoll.", actor=editor).annotation
    assert (answered.verdict.answer, answered.verdict.answered_by) == ("Das Protokoll.", editor)
    assert answered.verdict.status == "query", "what the answer means, a checker decides"
    assert not answered.verdict.is_awaiting_answer


def test_what_was_not_asked_is_not_answered(editor: User, fact: Annotation) -> None:
    checked = check(editor, fact)
    with pytest.raises(NoOpenQuery):
        answer_query(annotation=fact, revision=checked.revision, answer="Doch.", actor=editor)


# --- Undo, and changes of the fact -----------------------------------------------------------------------------------


def test_undo_and_redo_of_a_verdict(editor: User, fact: Annotation) -> None:
    first = check(editor, fact, "author_alone")
    check(editor, fact, "wrong", correction="dreimal")
    undone = undo(annotation=fact, event=last_event(fact), actor=editor).annotation
    assert undone.verdict == first.verdict
    redone = undo(annotation=fact, event=last_event(fact), actor=editor).annotation
    assert redone.verdict.correction == "dreimal"
    assert Verdict.objects.count() == 2


def test_undo_of_a_countersignature(editor: User, colleague: User, fact: Annotation) -> None:
    checked = check(editor, fact)
    countersign(annotation=fact, revision=checked.revision, actor=colleague)
    signature = last_event(fact)
    assert undo(annotation=fact, event=signature, actor=colleague).annotation.verdict.countersigned_by is None
    redone = undo(annotation=fact, event=last_event(fact), actor=colleague).annotation
    assert redone.verdict.countersigned_by == colleague


def test_undo_is_refused_once_somebody_has_countersigned(editor: User, colleague: User, fact: Annotation) -> None:
    checked = check(editor, fact)
    verdict_event = last_event(fact)
    countersign(annotation=fact, revision=checked.revision, actor=colleague)
    with pytest.raises(UndoRefused):
        undo(annotation=fact, event=verdict_event, actor=editor)


def test_a_changed_fact_is_unchecked_again(editor: User, fact: Annotation) -> None:
    checked = check(editor, fact)
    shorter = Contents(start=fact.start, end=fact.end - len(" gescheitert"))
    changed = change_annotation(annotation=fact, revision=checked.revision, actor=editor, contents=shorter).annotation
    assert changed.verdict is None
    assert Annotation.objects.get(pk=fact.pk).verdict is None
    undone = undo(annotation=fact, event=last_event(fact), actor=editor).annotation
    assert undone.verdict == checked.verdict


def test_a_new_worthiness_is_a_change_of_the_fact_but_parts_are_not(editor: User, fact: Annotation) -> None:
    checked = check(editor, fact)
    start = fact.version.text.index("die Verwaltung")
    part = {"role": "speaker", "start": start, "end": start + len("die Verwaltung"), "exact": "die Verwaltung"}
    named = change_annotation(
        annotation=fact, revision=checked.revision, actor=editor, contents=Contents(parts=[part])
    ).annotation
    assert named.verdict == checked.verdict
    high = Contents(fields={"worthiness": "high"})
    changed = change_annotation(annotation=fact, revision=named.revision, actor=editor, contents=high).annotation
    assert changed.verdict is None


def test_a_rejected_fact_gets_its_verdict_back_with_undo(editor: User, fact: Annotation) -> None:
    checked = check(editor, fact)
    reject_annotation(annotation=fact, revision=checked.revision, actor=editor)
    assert undo(annotation=fact, event=last_event(fact), actor=editor).annotation.verdict == checked.verdict
