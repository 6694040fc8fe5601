"""Which sentences say something that can be checked, and why."""

from __future__ import annotations

import pytest

from extraction.checkable import Signal, checkable_sentences
from extraction.errors import UnknownLanguage

FIGURE, DATE, NAME, SUPERLATIVE, SAYING = Signal


def signals(text: str, lang: str = "de") -> list[set[Signal]]:
    return [set(sentence.signals) for sentence in checkable_sentences(text, lang)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Halle fasst zwölfhundert Gäste.", {FIGURE}),
        ("Die Buslinie 7 fiel aus.", {FIGURE}),
        ("Am Dienstag regnete es.", {DATE}),
        ("Im Saal saß auch Mara Lindt.", {NAME}),
        ("Im Saal saß auch die SPD.", {NAME}),
        ("Es war der kälteste Winter.", {SUPERLATIVE}),
        ("So kalt war es noch nie.", {SUPERLATIVE}),
        ("Es gehe ihm gut, teilte das Klinikum mit.", {SAYING}),
    ],
)
def test_each_signal_alone(text: str, expected: set[Signal]) -> None:
    assert expected <= signals(text)[0]


@pytest.mark.parametrize("text", ["Der Himmel war grau.", "Die Gäste gingen nach Hause.", "Danach war es still."])
def test_colour_has_nothing_to_check(text: str) -> None:
    assert signals(text) == []


def test_a_name_is_known_again_by_one_of_its_parts() -> None:
    found = checkable_sentences("Im Saal saß Mara Lindt. Vor Lindts Stuhl stand Wasser.", "de")
    assert [NAME in sentence.signals for sentence in found] == [True, True]


def test_places_are_code_points_of_whole_sentences() -> None:
    text = "👩\u200d👩\u200d👧 Der Himmel war grau. Es kamen 40 Gäste.\n\nAm 3. Oktober war Schluss."
    found = checkable_sentences(text, "de")
    assert [text[s.start : s.end] for s in found] == ["Es kamen 40 Gäste.", "Am 3. Oktober war Schluss."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the coldest winter.", {SUPERLATIVE}),
        ("They walked with Mara Lindt.", {NAME}),
        ("Rain fell on Tuesday.", {DATE}),
        ("Forty guests came.", {FIGURE}),
        ("The rain will end, the office said.", {SAYING}),
    ],
)
def test_english(text: str, expected: set[Signal]) -> None:
    assert expected <= signals(text, "en")[0]


def test_english_colour_has_nothing_to_check() -> None:
    assert signals("The sky over the forest was grey.", "en") == []


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        checkable_sentences("Text.", "xx")
