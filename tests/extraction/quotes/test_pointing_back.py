"""Frames that point back to what stands before them: "Das teilte X mit", "So steht es in …"."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, contents, words


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Vier Männer seien geflohen, einer sei verletzt. Das teilte die Polizei mit.", "die Polizei"),
        ("Das Geld reiche nicht. Für Junge sei nichts da. So steht es in einem Brief.", "einem Brief"),
        ("Das Geld reicht nicht. So steht es in einem Brief.", "einem Brief"),
        ("Das Geld reicht nicht. So sagte es Anna Berg.", "Anna Berg"),
    ],
)
def test_all_that_is_pointed_back_to_is_the_content(text: str, speaker: str) -> None:
    (quote,) = ask(text)
    assert str(quote.type) == "indirect"
    assert words(text, quote.spans) == text[: text.rindex(". ")]
    assert words(text, quote.speaker) == speaker


def test_marked_words_in_it_belong_to_the_same_source() -> None:
    text = "Die Täter seien geflohen. Sie hätten „viel Geld“ dabei. Das teilte die Polizei mit."
    whole, marked = ask(text)
    assert words(text, whole.spans) == "Die Täter seien geflohen. Sie hätten „viel Geld“ dabei"
    assert (words(text, marked.spans), words(text, marked.speaker)) == ("viel Geld", "die Polizei")


def test_what_another_goes_on_to_say_stays_with_him() -> None:
    text = "Der Minister sagte, er sei krank. Er könne nicht reisen. Das bestätigte die Polizei."
    assert [(str(q.type), words(text, q.speaker)) for q in ask(text)] == [
        ("indirect", "Der Minister"),
        ("indirect_free_indirect", "Der Minister"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Wir haben nichts gesehen.“ So schilderte es Anna Berg.", "Anna Berg"),
        ("„Wir haben nichts gesehen.“ So erinnert sich Anna Berg an den Abend.", "Anna Berg"),
        ("„Wir haben nichts gesehen.“ So endete der Abend.", ""),
    ],
)
def test_marked_words_before_a_sentence_that_says_so(text: str, speaker: str) -> None:
    (quote,) = ask(text)
    assert words(text, quote.spans) == "Wir haben nichts gesehen."
    assert words(text, quote.speaker) == speaker


def test_so_before_an_act_of_another_kind_points_to_nothing() -> None:
    assert contents("Das Geld reicht nicht. So wird es bleiben.") == []
