"""Who the subject of a verb of speech is where a clause has more verbs or its object in front."""

from __future__ import annotations

import pytest

from extraction import analyze
from extraction.quotes.model import SHIPPED, Model
from tests.extraction.quotes.asking import ask, words


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Der Bund bezahlte die neue Brücke und der Rat seinerseits versprach, sie zu pflegen.", "der Rat"),
        ("Das war nicht die letzte Verhandlung und die Pendler befürchten, dass es mehr werden.", "die Pendler"),
        (
            "In Halle lobte Ministerin Berg den Plan und nannte Kolbs Einwand „lächerlich und kleinlich“.",
            "Ministerin Berg",
        ),
        ("Kolb sprach von einem Erfolg und sagte, die Brücke sei fertig.", "Kolb"),
        ("Anna Berg und der Rat versprachen, die Brücke zu pflegen.", "Anna Berg und der Rat"),
    ],
)
def test_behind_und_a_verb_has_its_own_subject_or_shares_the_first(text: str, speaker: str) -> None:
    assert words(text, ask(text)[-1].speaker) == speaker


def test_a_pronoun_that_can_only_be_a_subject_is_one_whatever_was_learned() -> None:
    """Learned weights trust the phrase in front of the verb more than the pronoun behind it."""
    text = "Die Mieterinnen forderte er auf, den Hof zu räumen."
    learned = Model(speaker={**SHIPPED.speaker, "place:before_verb": 4.0, "behind:nominative": 0.0})
    for model in (SHIPPED, learned):
        (quote,) = analyze(text, only=("quotes",), quote_model=model).quotes
        assert words(text, quote.speaker) == "er"


@pytest.mark.parametrize(
    "text",
    [
        "Kritik an dem Bau übte Anna Berg: Der Hafen sei zu klein.",
        "Bedauern äußerte Anna Berg: „Das ist nicht gut.“",
        "Die Äußerungen Kolbs bezeichnete Anna Berg als Fehler und glaubt, dass er geht.",
    ],
)
def test_what_somebody_does_is_not_who_speaks(text: str) -> None:
    assert words(text, ask(text)[-1].speaker) == "Anna Berg"
