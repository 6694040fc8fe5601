"""A phrase that names a source and a verb that tells in one clause: whose the content is."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import only, words


@pytest.mark.parametrize(
    "text",
    [
        "Ihr Mann sei krank gewesen, beteuerte Kern vor der Polizei, wie aus dem Protokoll hervorgeht.",
        "Ihr Mann sei krank gewesen, sagte Kern, wie der Sender meldete.",
    ],
)
def test_an_as_clause_behind_a_frame_only_relays(text: str) -> None:
    quote = only(text)
    assert words(text, quote.spans) == "Ihr Mann sei krank gewesen"
    assert words(text, quote.speaker) == "Kern"


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Laut einer Umfrage gaben 62 Prozent an, selten zu lesen.",
            "gaben 62 Prozent an, selten zu lesen",
            "einer Umfrage",
        ),
        (
            "Einer Studie zufolge sagten 40 Prozent der Eltern, dass sie sich überfordert fühlen.",
            "sagten 40 Prozent der Eltern, dass sie sich überfordert fühlen",
            "Einer Studie",
        ),
        (
            "Nach Angaben des Verbands erklärte jeder dritte Betrieb, Personal abbauen zu wollen.",
            "erklärte jeder dritte Betrieb, Personal abbauen zu wollen",
            "Angaben des Verbands",
        ),
        (
            "Laut einer Studie sagten zwei von drei Lehrern, sie seien erschöpft.",
            "sagten zwei von drei Lehrern, sie seien erschöpft",
            "einer Studie",
        ),
        (
            "Die Hälfte der Betriebe gab laut Umfrage an, keine Lehrlinge zu finden.",
            "Die Hälfte der Betriebe gab | an, keine Lehrlinge zu finden",
            "Umfrage",
        ),
        (
            "Rund 70 Prozent der Deutschen finden laut einer Erhebung, dass die Mieten zu hoch sind.",
            "Rund 70 Prozent der Deutschen finden | dass die Mieten zu hoch sind",
            "einer Erhebung",
        ),
    ],
)
def test_how_many_said_something_is_what_the_source_has_counted(text: str, content: str, speaker: str) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == (content, speaker)


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Dem Bericht zufolge gab der Fahrer an, nichts getrunken zu haben.",
            "nichts getrunken zu haben",
            "der Fahrer",
        ),
        (
            "Laut Polizei sagte der Zeuge, der Wagen sei zu schnell gefahren.",
            "der Wagen sei zu schnell gefahren",
            "der Zeuge",
        ),
        ("In einer Umfrage gab jeder Zweite an, selten zu lesen.", "selten zu lesen", "jeder Zweite"),
    ],
)
def test_who_relays_somebody_is_no_second_source(text: str, content: str, speaker: str) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == (content, speaker)


@pytest.mark.parametrize(("text", "speaker"), [("Fast 40 Anwohner klagten, der Lärm sei unerträglich.", "40 Anwohner")])
def test_a_degree_before_a_number_is_no_name(text: str, speaker: str) -> None:
    assert words(text, only(text).speaker) == speaker
