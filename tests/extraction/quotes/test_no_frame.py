"""What looks like a frame with its content and is none."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, contents


@pytest.mark.parametrize(
    "text",
    [
        "Er klagte über Kopfweh, später brach er zusammen.",
        "Zwar bemerkte der Pilot die Panne nach dem Start, zurückkehren konnte er nicht mehr.",
        "Auch die größte Bank des Landes, die Elmbank, meldete Verluste in Millionenhöhe.",
        "Der Kurs schloss bei 2358 Punkten; das ist ein Anstieg um 1,9 Prozent, das heißt fast zwei.",
    ],
)
def test_a_full_clause_takes_no_content(text: str) -> None:
    assert ask(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Experten sagen, das Eis ist zu dünn.",
        "Am Montag warnte er, das Eis ist zu dünn.",
        "Als Grund gaben die Wirte an, das Eis ist zu dünn.",
        "Gestern sagte Anna Berg vor Journalisten, das Eis ist zu dünn.",
    ],
)
def test_a_frame_that_waits_for_its_content_takes_an_indicative(text: str) -> None:
    assert contents(text) == [("indirect", "das Eis ist zu dünn")]


def test_a_condition_before_the_frame_is_no_content() -> None:
    text = "Sollte der Versuch gelingen, also der Nachweis erbracht sein, plant die Bahn, alle Züge umzurüsten."
    assert contents(text) == [("indirect", "alle Züge umzurüsten")]


def test_an_ordinal_of_three_digits_ends_no_sentence() -> None:
    text = "In einem Brief, der zu ihrem 100. Geburtstag erschien, lobte sie: „Es war schön.“"
    assert contents(text) == [("direct", "Es war schön.")]
