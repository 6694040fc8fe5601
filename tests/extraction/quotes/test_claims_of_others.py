"""Nouns for what is said: whose claim it is, and where its content ends."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, only, words


@pytest.mark.parametrize(
    ("text", "content", "speaker", "name"),
    [
        ("Gerüchte, er trete ab, nannte Kolb falsch.", "er trete ab", "Gerüchte", ""),
        ("Kolb nannte Gerüchte falsch, er trete ab.", "er trete ab", "Gerüchte", ""),
        ("Den Vorwurf, sie habe gelogen, wies Anna Berg zurück.", "sie habe gelogen", "Den Vorwurf", ""),
        ("Anna Berg wandte sich gegen die Behauptung, sie sei krank.", "sie sei krank", "die Behauptung", ""),
        ("Auf die Bitte, den Kai zu räumen, folgte nichts.", "den Kai zu räumen", "die Bitte", ""),
        ("Gegen Anna Berg stehen Vorwürfe im Raum, sie habe gelogen.", "sie habe gelogen", "Vorwürfe", ""),
        ("Den Vorwurf des Rates, sie habe gelogen, wies Anna Berg zurück.", "sie habe gelogen", "des Rates", "Rat"),
    ],
)
def test_a_claim_belongs_to_itself_where_somebody_else_answers_it(
    text: str, content: str, speaker: str, name: str
) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker), quote.source_name) == (content, speaker, name)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Den Vorwurf, der Kai sei alt, erhob Anna Berg schon im Mai.", "Anna Berg"),
        ("Der Rat vertritt die Ansicht, der Kai sei alt.", "Der Rat"),
        ("Anna Berg lehnte mit der Begründung ab, der Kai sei alt.", "Anna Berg"),
    ],
)
def test_a_claim_belongs_to_whoever_raises_it(text: str, speaker: str) -> None:
    assert words(text, ask(text)[0].speaker) == speaker


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "Der Rat beruft sich auf ein Gutachten, wonach der Kai sicher ist, und will nun bauen.",
            "der Kai sicher ist",
            "ein Gutachten",
        ),
        (
            "Der Rat hat Meldungen der Hafenpost vom Montag, dem 3. Mai, bestätigt, wonach der Kai sinkt.",
            "der Kai sinkt",
            "Meldungen der Hafenpost",
        ),
        ("Es gibt Meldungen, wonach der Chef geht, die Firma schweigt aber.", "der Chef geht", "Meldungen"),
    ],
)
def test_wonach_ends_with_its_clause_and_has_the_text_before_it_as_source(
    text: str, content: str, speaker: str
) -> None:
    quote = only(text)
    assert (words(text, quote.spans), words(text, quote.speaker)) == (content, speaker)
