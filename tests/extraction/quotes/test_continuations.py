"""Sentences that go on with someone's speech without a frame."""

from __future__ import annotations

import pytest

from tests.extraction.quotes.asking import ask, contents, words

FRAME = "Die Brücke sei sicher, sagte Baudezernentin Anke Roth. "


def test_a_subjunctive_sentence_goes_on_with_the_speaker() -> None:
    text = FRAME + "Eine Sperrung komme nicht infrage."
    _, second = ask(text)
    assert str(second.type) == "indirect_free_indirect"
    assert words(text, second.spans) == "Eine Sperrung komme nicht infrage."
    assert words(text, second.speaker) == "Baudezernentin Anke Roth"
    assert second.cue == ()


def test_neighbouring_sentences_of_one_speech_are_one_quote() -> None:
    text = FRAME + "Eine Sperrung komme nicht infrage. Man habe alles geprüft."
    assert contents(text)[1:] == [
        ("indirect_free_indirect", "Eine Sperrung komme nicht infrage. Man habe alles geprüft.")
    ]


def test_the_indicative_ends_the_speech() -> None:
    text = FRAME + "Die Brücke wurde 1930 gebaut. Sie trägt zwölf Tonnen."
    assert len(ask(text)) == 1


def test_another_frame_ends_the_speech() -> None:
    text = FRAME + "Die Kosten seien zu hoch, entgegnete die Opposition."
    assert contents(text)[1:] == [("indirect", "Die Kosten seien zu hoch")]
    assert words(text, ask(text)[1].speaker) == "die Opposition"


def test_a_noun_frame_inside_reported_speech_does_not_end_it() -> None:
    sentence = "Der Antrag sei mit dem Hinweis abgelehnt worden, das Geld sei ausgegeben."
    assert contents(FRAME + sentence)[1:] == [("indirect_free_indirect", sentence)]


def test_hearsay_with_sollen_is_free_indirect() -> None:
    text = FRAME + "Die Pfeiler sollen Risse gehabt haben."
    assert contents(text)[1:] == [("free_indirect", "Die Pfeiler sollen Risse gehabt haben.")]


def test_direct_speech_behind_a_colon_is_a_quote_of_its_own() -> None:
    behind_subjunctive = "Die Pfeiler seien morsch: „Wir haben das zu lange hingenommen.“"
    assert contents(FRAME + behind_subjunctive)[1:] == [
        ("indirect_free_indirect", "Die Pfeiler seien morsch:"),
        ("direct", "Wir haben das zu lange hingenommen."),
    ]
    behind_content = "Anke Roth sagte, dass die Pfeiler morsch seien: „Wir haben das zu lange hingenommen.“"
    assert contents(behind_content) == [
        ("indirect", "dass die Pfeiler morsch seien"),
        ("direct", "Wir haben das zu lange hingenommen."),
    ]


def test_a_second_subjunctive_belongs_to_the_first_one_that_follows() -> None:
    text = "Das Wetter bleibt rau. Am Abend könnten Böen auftreten. Besonders der Norden sei betroffen."
    assert contents(text) == [
        ("indirect_free_indirect", "Am Abend könnten Böen auftreten. Besonders der Norden sei betroffen.")
    ]


def test_plans_with_sollen_go_on_with_a_report_and_are_one_quote() -> None:
    plans = "Im Mai soll der Neubau beginnen. Auch sollen Radwege entstehen."
    assert contents(FRAME + plans)[1:] == [("free_indirect", plans)]


def test_plans_with_sollen_are_the_articles_own_where_nobody_was_quoted() -> None:
    assert contents("Die Brücke ist alt. Im Mai soll der Neubau beginnen.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Damit sei eine Sperrung nicht nötig.",
        "Dies bedinge hohe Kosten.",
        "In vielen Fällen käme es dazu, dass Pfeiler rosten würden.",
        "Bei Brücken aus der gleichen Zeit, der Nachkriegszeit, sei die Lage ernst.",
    ],
)
def test_the_subjunctive_is_heard_in_any_main_clause(sentence: str) -> None:
    assert contents(FRAME + sentence)[1:] == [("indirect_free_indirect", sentence)]
