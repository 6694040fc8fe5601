"""Learning from decisions: better where it can be, the old model where it cannot."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from extraction import analyze
from extraction.errors import UnreadableInput
from extraction.learn import GoldQuote, TrainingArticle, learn, read_articles
from extraction.learn.fitting import fit
from extraction.learn.labels import label
from extraction.learn.trial import FOLDS
from extraction.quotes.model import SHIPPED, Model

# A house style the shipped weights do not know: titles in marks after "Notiz".
TITLES = [
    f"Die Notiz „{name} heute“ erschien gestern. Der Rat sagte, er tage."
    for name in ("Wir", "Du", "Er", "Sie", "Ihr", "Es")
]


def article(text: str, *, is_complete: bool = True) -> TrainingArticle:
    start = text.index("er tage")
    speaker = text.index("Der Rat")
    quote = GoldQuote(((start, start + 7),), "indirect", ((speaker, speaker + 7),))
    return TrainingArticle(text, (quote,), is_complete=is_complete)


def test_rejections_lower_and_acceptances_raise_the_score() -> None:
    cases = [label(article(text), SHIPPED) for text in TITLES]
    model = fit(cases, SHIPPED)
    assert model.verifier["rule:indirect_main_clause"] > SHIPPED.verifier["rule:indirect_main_clause"]
    assert model.verifier["rule:direct_bare"] <= SHIPPED.verifier["rule:direct_bare"]


def test_silence_is_no_rejection_unless_the_article_is_complete() -> None:
    text = "Der Rat sagte, er tage. Die Stadt teilte mit, dass es regnet."
    complete, partial = label(article(text), SHIPPED), label(article(text, is_complete=False), SHIPPED)
    assert any(not case.is_right for case in complete.quotes)
    assert all(case.is_right for case in partial.quotes)


def spoken(text: str, content: str, type: str = "indirect") -> TrainingArticle:
    start = text.index(content)
    return TrainingArticle(text, (GoldQuote(((start, start + len(content)),), type),))


@pytest.mark.parametrize(
    ("text", "content", "type"),
    [
        ("Der Verband verlangte eine Untersuchung der Vorfälle.", "eine Untersuchung der Vorfälle", "indirect"),
        ("Laut Bericht brach der Damm, weil der Regen anhielt.", "brach der Damm", "indirect"),
        (
            "Es brennt. Das Dach ist eingestürzt. Das teilte die Wehr mit.",
            "Es brennt. Das Dach ist eingestürzt",
            "indirect",
        ),
        ("Der Rat beriet und kündigte weitere Schritte an.", "und kündigte weitere Schritte an", "reported"),
    ],
)
def test_what_no_rule_finds_can_still_be_learned(text: str, content: str, type: str) -> None:
    place = text.index(content), text.index(content) + len(content)
    assert place not in {(quote.start, quote.end) for quote in analyze(text, only=("quotes",)).quotes}
    assert any(case.is_right for case in label(spoken(text, content, type), SHIPPED).quotes)


def told(text: str, speaker: str) -> TrainingArticle:
    start = text.index(speaker)
    return TrainingArticle(text, (GoldQuote(((0, len(text)),), "reported", ((start, start + len(speaker)),)),))


def test_who_speaks_is_learned_from_quotes_no_rule_finds_as_well() -> None:
    cases = label(told("Der Rat beriet und kündigte weitere Schritte an.", "Der Rat"), SHIPPED)
    assert len(cases.speakers) == 1


def test_the_teller_of_a_told_act_may_stand_before_an_apposition() -> None:
    speaker = "Jonas Weber, Dezernent der Stadt Halle"
    (case,) = label(told(f"{speaker}, sprach von einer „Gefahr für alle“.", speaker), SHIPPED).speakers
    assert any("place:split_subject" in case.choices[index] for index in case.right)


def test_no_part_of_a_sentence_that_is_in_the_subjunctive_throughout_is_proposed_for_the_whole() -> None:
    text = "Der Tunnel sei zu teuer, auch seien die Pläne alt."
    contents = {text, "auch seien die Pläne alt."}
    rules = {
        content: {name for case in label(spoken(text, content, "indirect_free_indirect"), SHIPPED).quotes
                  if case.is_right for name in case.features if name.startswith("rule:")}
        for content in contents
    }  # fmt: skip
    assert rules[text] == {"rule:subjunctive_1"}
    assert "rule:variant_clause" not in rules["auch seien die Pläne alt."]


def test_of_several_cuts_of_one_quote_only_the_closest_is_right() -> None:
    text = "Der Rat sagte, dass die Brücke gesperrt bleibe, weil das Geländer fehle."
    whole = label(spoken(text, "dass die Brücke gesperrt bleibe, weil das Geländer fehle"), SHIPPED)
    part = label(spoken(text, "dass die Brücke gesperrt bleibe"), SHIPPED)
    right = [{case.features for case in cases.quotes if case.is_right} for cases in (whole, part)]
    assert right[0]
    assert right[1]
    assert not right[0] & right[1]


def test_few_articles_cannot_break_the_prior() -> None:
    cases = [label(article(text), SHIPPED) for text in TITLES * 3]
    model = fit(cases, SHIPPED)
    moved = [abs(weight - SHIPPED.verifier.get(name, 0.0)) for name, weight in model.verifier.items()]
    assert max(moved) < 2.0


def test_keeps_the_old_model_if_it_is_not_better() -> None:
    report = learn([article(TITLES[0])])
    assert not report.is_better
    assert report.model is SHIPPED


def framed(number: int, *, is_right: bool) -> TrainingArticle:
    """One quote everybody finds, which people accepted or, elsewhere, did not mark."""
    content = f"dass die Brücke {number} gesperrt bleibt"
    text = f"Der Rat sagte, {content}."
    start = text.index(content)
    quotes = (GoldQuote(((start, start + len(content)),), "indirect", ((0, 7),)),) if is_right else ()
    return TrainingArticle(text, quotes)


def test_where_nothing_found_changes_the_nearer_confidence_is_better() -> None:
    report = learn([framed(number, is_right=True) for number in range(20)])
    assert report.before.scores == report.after.scores
    assert report.after.error < report.before.error
    assert report.is_better


def test_a_confidence_further_from_the_truth_is_not_better() -> None:
    """Each fifth article goes against the others: what four teach misleads about the fifth."""
    report = learn([framed(number, is_right=number % FOLDS != 0) for number in range(20)])
    assert report.before.scores == report.after.scores
    assert report.after.error > report.before.error
    assert not report.is_better
    assert report.model is SHIPPED


def test_a_model_survives_its_file(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    model = fit([label(article(text), SHIPPED) for text in TITLES], SHIPPED)
    path.write_text(model.to_json(), encoding="utf-8")
    assert Model.read(path) == model


def test_a_model_stored_before_a_rule_was_added_takes_its_shipped_weight() -> None:
    old = {name: weight for name, weight in SHIPPED.verifier.items() if "variant" not in name}
    model = Model.from_json(Model(verifier={**old, "cue:tagen": 1.0}).to_json())
    assert model.verifier == {**SHIPPED.verifier, "cue:tagen": 1.0}


@pytest.mark.parametrize("written", ["{", "[]", '{"format": 99, "verifier": {}, "speaker": {}}', '{"format": 1}'])
def test_refuses_what_is_no_model(written: str) -> None:
    with pytest.raises(UnreadableInput):
        Model.from_json(written)


def test_names_the_line_that_is_no_article() -> None:
    with pytest.raises(UnreadableInput, match="line 2"):
        list(read_articles(['{"text": "a", "quotes": []}', "{broken"], name="gold"))


def test_a_model_changes_the_answer() -> None:
    text = "Der Rat sagte, er tage."
    silent = Model({**SHIPPED.verifier, "rule:indirect_main_clause": -9.0, "rule:indirect_open_frame": -9.0})
    assert analyze(text, only=("quotes",)).quotes
    assert not analyze(text, only=("quotes",), quote_model=silent).quotes


LEARNED = Model(verifier={**SHIPPED.verifier, "learned": 0.0}, speaker=SHIPPED.speaker)


@pytest.mark.parametrize(
    ("plain", "doubtful"),
    [
        ("Kern sagte, dass die Lage ernst sei.", "Kern sagte, dass die Lage „sehr ernst“ sei."),
        (
            "Kern sagte, dass die Lage ernst sei.",
            "Kern sagte, dass die Lage in den Dörfern am Fluss und auf den Höfen hinter dem Damm nach drei Tagen mit "
            "starkem Regen und einer Nacht mit heftigem Wind an den meisten Stellen wieder ernst sei.",
        ),
    ],
)
def test_a_learned_score_is_trusted_less_where_borders_are_doubtful(plain: str, doubtful: str) -> None:
    def confidence(text: str, model: Model) -> float:
        return analyze(text, "de", only=("quotes",), quote_model=model).quotes[0].confidence

    assert confidence(doubtful, SHIPPED) == confidence(plain, SHIPPED)
    assert confidence(doubtful, LEARNED) < confidence(plain, LEARNED)


def test_command_line_writes_a_model(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"text": "Der Rat sagte, er tage.", "quotes": []}\n', encoding="utf-8")
    out = tmp_path / "model.json"
    command = [sys.executable, "-m", "extraction.learn", "--gold", str(gold), "--out", str(out)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0
    assert "not better" in result.stdout
    assert Model.read(out) == SHIPPED


@pytest.mark.parametrize(
    "text", ["", "„", "Er sagte, " * 400, "»Wir« «, laut „ : Das teilte", "🙂 „🙂“, sagte 🙂. Das teilte er mit."]
)
def test_a_learned_model_survives_bad_input(text: str) -> None:
    model = fit([label(article(text), SHIPPED) for text in TITLES], SHIPPED)
    assert model.is_learned
    first = analyze(text, "de", only=("quotes",), quote_model=model).quotes
    assert first == analyze(text, "de", only=("quotes",), quote_model=model).quotes
    assert all(0 <= quote.start < quote.end <= len(text) for quote in first)


def test_weights_are_the_same_whenever_the_same_cases_are_learned() -> None:
    cases = [label(article(text), SHIPPED) for text in TITLES]
    assert fit(cases, SHIPPED).to_json() == fit(cases, SHIPPED).to_json()
