"""The full-form verb lexicon, generated from principal parts."""

from __future__ import annotations

import pytest

from extraction.lang.de.conjugation import Form, conjugate
from extraction.lang.de.lexicon import cue_entries, lexicon, word_forms
from extraction.quotes.grammar import Mood


def forms_of(entry: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for written, reading in conjugate(entry):
        found[written] = found.get(written, Form.NONE) | reading.form
    return found


@pytest.mark.parametrize(
    ("entry", "written"),
    [
        ("sagen", "sagt sagte sagten gesagt sage"),
        ("antworten", "antwortet antwortete geantwortet"),
        ("mit|teilen", "teilt mitteilt teilte mitgeteilt mitzuteilen"),
        ("versprechen", "verspricht versprach versprochen verspräche"),
        ("an|sprechen", "spricht ansprach angesprochen anspräche anzusprechen"),
        ("berichten", "berichtet berichtete berichten"),
        ("kritisieren", "kritisiert kritisierte kritisiere"),
        ("denken", "denkt dachte gedacht dächte"),
        ("handeln", "handelt handelte gehandelt handle handele"),
        ("öffnen", "öffnet öffnete geöffnet öffne"),
        ("bezeichnen", "bezeichnet bezeichnete"),
        ("wiederholen", "wiederholt wiederholte"),
        ("beichten", "gebeichtet"),
        ("erwägen", "erwog erwogen"),
        ("wohnen", "wohnt wohnte gewohnt"),
        ("lernen", "lernt lernte gelernt"),
        ("wissen", "weiß wusste gewusst wisse wüsste"),
        ("verstehen", "verstand verstünde verstünden verstände verständen"),
    ],
)
def test_written_forms(entry: str, written: str) -> None:
    assert set(written.split()) <= set(forms_of(entry))


@pytest.mark.parametrize(
    ("entry", "not_written"),
    [("berichten", "geberichtet"), ("kritisieren", "gekritisiert"), ("versprechen", "vergesprochen gesprochen")],
)
def test_no_ge_where_none_belongs(entry: str, not_written: str) -> None:
    assert not set(not_written.split()) & set(forms_of(entry))


@pytest.mark.parametrize(
    ("word", "mood"),
    [
        ("sei", Mood.SUBJUNCTIVE_1),
        ("seien", Mood.SUBJUNCTIVE_1),
        ("habe", Mood.SUBJUNCTIVE_1),
        ("gehe", Mood.SUBJUNCTIVE_1),
        ("signalisiere", Mood.SUBJUNCTIVE_1),
        ("wäre", Mood.SUBJUNCTIVE_2),
        ("könnte", Mood.SUBJUNCTIVE_2),
        ("gäbe", Mood.SUBJUNCTIVE_2),
        ("sagte", Mood.INDICATIVE),
        ("ist", Mood.INDICATIVE),
        ("haben", Mood.INDICATIVE),
        ("haus", Mood.NONE),
    ],
)
def test_mood_of_a_form_by_itself(word: str, mood: Mood) -> None:
    assert word_forms(word).mood is mood


def test_verbs_with_an_unlisted_prefix_behave_like_their_base() -> None:
    assert word_forms("niederschlägt").forms & Form.PRESENT
    assert word_forms("überprüft").forms & Form.PARTICIPLE


def test_at_least_250_verbs_are_cues() -> None:
    lemmas = {entry.replace("|", "") for entry, _, _, _ in cue_entries()}
    assert len(lemmas) >= 250


def test_every_cue_verb_is_in_the_lexicon() -> None:
    known = {cue.lemma for word in lexicon().values() for cue in word.cues}
    assert {lemma for _, lemma, _, _ in cue_entries()} == known
