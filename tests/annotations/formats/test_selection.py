"""Which annotations go out, and how often the database is asked for them."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.annotations.formats.conftest import Everything, records
from tests.factories import check, mark, suggested

pytestmark = pytest.mark.django_db


def exact_words(**choice: tuple[str, ...]) -> set[str]:
    return {annotation.exact for article in records(**choice) for annotation in article.annotations}


def test_what_is_accepted_or_suggested_goes_out_and_nothing_binned_or_hidden(everything: Everything) -> None:
    quote, claim, figure = everything.quote.exact, everything.claim.exact, everything.figure.exact
    assert exact_words() == {quote, claim, figure}
    assert exact_words(states=("accepted",)) == {quote, claim}
    assert exact_words(states=("rejected",)) == {"Es"}
    assert exact_words(kinds=("figure", "claim")) == {claim, figure}
    assert exact_words(verdicts=("wrong",)) == {claim}
    assert exact_words(verdicts=("unchecked",)) == {quote}


def test_a_record_says_what_is_stored(everything: Everything, editor: User) -> None:
    [article] = records()
    quote, claim, figure = sorted(article.annotations, key=lambda a: ["quote", "claim", "figure"].index(a.kind))
    assert (quote.fields, quote.creator) == ({"type": "direct", "speaker": "Anna Beck"}, editor.username)
    assert [(p.role, p.exact) for p in quote.parts] == [
        ("content", "Wir bauen zwölf Schulen"),
        ("cue", "sagte"),
        ("content", "und zwar bald."),
    ]
    assert figure.fields["value"] == -3_500_000
    assert claim.verdict is not None
    assert (claim.verdict.status, claim.verdict.correction) == ("wrong", "Er ist offen.")
    assert claim.verdict.citations[0].url == "https://rat.example/7"
    assert all(article.version.text[a.start : a.end] == a.exact for a in article.annotations)


def test_marks_stand_in_text_order(everything: Everything) -> None:
    [article] = records()
    assert [a.start for a in article.annotations] == sorted(a.start for a in article.annotations)


def test_asks_as_often_for_many_articles_as_for_one(everything: Everything, editor: User) -> None:
    with CaptureQueriesContext(connection) as few:
        records()
    for number in range(5):
        version = suggested(
            editor, f"Am {number + 1}. Mai kamen {number + 20} Gäste, sagte Karl Kern {number}."
        ).version
        check(editor, mark(editor, version, "Gäste"))
    with CaptureQueriesContext(connection) as many:
        assert len(records()) == 6
    assert len(many) == len(few)
