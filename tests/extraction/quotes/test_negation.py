"""What was not said, and what negated verbs say all the same."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, only, words


@pytest.mark.parametrize(
    "text",
    [
        "Von einem „Scherbenhaufen“ mochte sie am Montag nicht sprechen.",
        "Er bestritt nicht, dass er dort war.",
        "Er sagte nicht, ob er gehe.",
        "Die Polizei teilte nicht mit, wie viele Menschen verletzt worden seien.",
        "Die Firma äußerte sich nicht dazu, wann das Werk schließe.",
        "Ein Sprecher dementierte nicht, dass es Gespräche gebe.",
        "Er hat nicht gesagt, das sei falsch.",
        "Er hat nie behauptet, dass es leicht sei.",
    ],
)
def test_what_was_not_said_is_no_quote(text: str) -> None:
    assert ask(text) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Er schloss nicht aus, zu kandidieren.", "zu kandidieren"),
        ("Sie glaubt nicht, dass das hilft.", "dass das hilft"),
        ("Der Verband rechnet nicht damit, dass die Preise sinken.", "dass die Preise sinken"),
        ("Kern sagte nicht ohne Stolz, dass der Bau fertig sei.", "dass der Bau fertig sei"),
    ],
)
def test_a_negation_of_what_is_thought_or_of_another_word_denies_no_act(text: str, content: str) -> None:
    quote = only(text)
    assert words(text, quote.spans) == content
    assert str(quote.band) != "maybe"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Der Rat bestätigte den Fund, teilte jedoch mit, es sei unklar, wem er gehöre.", "teilte | mit"),
        ("Er sagte nichts Neues, betonte aber, die Lage sei ernst.", "betonte"),
    ],
)
def test_a_second_verb_of_one_subject_frames_what_follows(text: str, cue: str) -> None:
    assert words(text, ask(text)[-1].cue) == cue
