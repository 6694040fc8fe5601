"""Who has the word in a sentence without a frame."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, only, words


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Den Vorwurf, er habe gelogen, wies Kolb zurück.", "Kolb"),
        ("Gerüchte, er trete ab, nannte Kolb falsch.", "Kolb"),
        ("Der Fahrer habe nach eigenen Angaben nichts gesehen.", "Der Fahrer"),
        (
            "Moll sagte, es sei kalt. Der Umbau wurde vom Verband der Wirte als zu teuer kritisiert.",
            "Verband der Wirte",
        ),
        ("Moll sagte, es sei kalt. Demnach friert der See zu.", "Moll"),
        ("Spekulationen, wonach er geht, wollte Kolb nicht bestätigen.", "Kolb"),
        ("Moll sagte, es sei kalt. Der See ist zu. Gegner des Baus verweisen auf den Lärm.", "Gegner des Baus"),
        ("Moll sagte, es sei kalt. Der See ist zu. Im Bericht des Amtes wird das anders gesehen.", "Bericht des Amtes"),
    ],
)
def test_whoever_told_something_last_speaks_on(before: str, speaker: str) -> None:
    text = f"{before} Das sei bedauerlich."
    assert words(text, ask(text)[-1].speaker) == speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Laut eigener Aussage war Anna Berg krank.", "Anna Berg"),
        ("Eigenen Angaben zufolge hat Moll nichts gesehen.", "Moll"),
        ("Die Fahrerin habe nach eigenen Angaben nichts gesehen.", "Fahrerin"),
    ],
)
def test_own_words_are_the_subjects(text: str, name: str) -> None:
    assert ask(text)[0].source_name == name


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Anders sieht das Ministerin Berg.", "Ministerin Berg"),
        ("Widerspruch kam von der Linken.", "der Linken"),
        ("Rückendeckung erhielt er von Minister Moll.", "Minister Moll"),
    ],
)
def test_who_is_named_by_an_act_without_a_verb_of_speech_speaks_on(before: str, speaker: str) -> None:
    text = f"{before} Das Geld sei da."
    assert words(text, only(text).speaker) == speaker
