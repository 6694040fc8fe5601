"""Pronouns and offices: to whose name they lead, and where they lead to nobody."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask


@pytest.mark.parametrize(
    ("before", "frame", "name"),
    [
        ("Kanzlerin Anna Berg besucht heute Elbonien.", "Sie sagte", "Anna Berg"),
        ("Kanzlerin Anna Berg besucht heute Moll.", "Am Abend sagte sie", "Anna Berg"),
        ("Der neue Dezernent für Kultur, Jan Moll, ist im Amt.", "Er sagte", "Jan Moll"),
        ("Jan Moll ist da. Der Zug, der aus Elm kam, war voll.", "Er sagte", "Jan Moll"),
        ("Jan Moll sagte, es sei kalt. Trainer Ole Kern kam dazu. Das Spiel lief.", "Er sagte", "Ole Kern"),
        ("Ein Moderator lief durch den Saal.", "Er sagte", "Moderator"),
        ("Die Richterin ließ sich Zeit.", "Nach ihrer Einschätzung ist das gut. Sie sagte", "Richterin"),
    ],
)
def test_a_pronoun_leads_to_the_nearest_subject(before: str, frame: str, name: str) -> None:
    assert ask(f"{before} {frame}, man müsse warten.")[-1].source_name == name


@pytest.mark.parametrize(
    "frame",
    [
        "Sie sagten",  # more than one
        "Das sagten sie und meinten",
        "Er sagte",  # no man was named
    ],
)
def test_a_pronoun_that_cannot_mean_the_subject_leads_to_nobody(frame: str) -> None:
    assert ask(f"Kanzlerin Anna Berg besucht heute Elbonien. {frame}, man müsse warten.")[-1].source_name == ""


@pytest.mark.parametrize(
    ("again", "name"),
    [
        ("Der Eigentümer", "Eigentümer"),
        ("Der Richter", "Richter"),
        ("Der Politiker", "Jan Moll"),
        ("Der 56-Jährige", "Jan Moll"),
    ],
)
def test_only_a_description_leads_to_whom_no_office_is_known_of(again: str, name: str) -> None:
    assert ask(f"Jan Moll sagte, es sei kalt. {again} sagte, es werde warm.")[-1].source_name == name


def test_an_office_is_known_from_an_apposition() -> None:
    text = (
        "Jan Moll, Direktor am Amt für Brücken, sagte, es sei kalt. Anna Berg sagte, es sei warm. Der Direktor sagte, "
    )
    assert ask(text + "es regne.")[-1].source_name == "Jan Moll"


def test_where_something_was_said_is_no_part_of_the_name() -> None:
    assert ask("Wie die Hafenpost in ihrer Onlineausgabe schreibt, sei es kalt.")[0].source_name == "Hafenpost"


def test_a_comma_in_marks_does_not_end_the_name_of_a_source() -> None:
    (quote,) = ask("Laut einem Test des Magazins „auto, rad und sport“ gibt es Mängel.")
    assert quote.source_name == "Test des Magazins „auto, rad und sport“"
