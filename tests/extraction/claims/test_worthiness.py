"""The order of claims and the reasons for it."""

from __future__ import annotations

import pytest

from extraction import ClaimCandidate, ClaimType, Worthiness, analyze, explain
from extraction.claims import EXPLANATIONS
from extraction.claims.weights import WEIGHTS, score


def only(text: str) -> ClaimCandidate:
    (claim,) = analyze(text, "de", only=["claims"]).claims
    return claim


HIGH = [
    "Das Gericht verurteilte den Minister zu zwei Jahren Haft.",
    "Bei dem Angriff auf die Kaserne starben 14 Soldaten.",
    "Das Parlament hat das Waffenembargo mit 212 Stimmen beschlossen.",
    "Das Unternehmen hat 3,2 Millionen Euro Bestechungsgeld gezahlt.",
    "Sie ist die erste Frau, die das Gericht leitet.",
]
LOW = [
    "Der Präsident trug einen grauen Anzug und winkte.",
    "Der Minister dankte den Gastgebern für den Empfang.",
    "Das könnte womöglich irgendwann die Stimmung verbessern.",
    "Zum Ablauf machte der Sprecher keine Angaben.",
]


@pytest.mark.parametrize("text", HIGH)
def test_hard_facts_are_high(text: str) -> None:
    assert max(claim.score for claim in analyze(text, "de", only=["claims"]).claims) >= 0.65


@pytest.mark.parametrize("text", LOW)
def test_colour_courtesy_and_mere_possibility_are_low(text: str) -> None:
    assert only(text).worthiness is Worthiness.LOW


def test_hard_facts_come_before_colour() -> None:
    assert min(only(text).score for text in HIGH[:4]) > max(only(text).score for text in LOW)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("Das Gericht hat das Verbot aufgehoben.", "law", "Gericht"),
        ("Die Armee schickte Panzer an die Grenze.", "arms", "Armee"),
        ("Bei dem Brand kamen 12 Gäste um.", "figure", "12"),
        ("Die Firma zahlte 500 Euro.", "money", "500 Euro"),
        ("Am Montag schloss die Grenze.", "date", "Montag"),
        ("Der Fonds könnte wachsen.", "possibility", "könnte"),
        ("Die Polizei nahm den Mann fest, der Betrug begangen hatte.", "accusation", "Betrug"),
    ],
)
def test_each_reason_shows_the_words_that_triggered_it(text: str, code: str, words: str) -> None:
    reasons = [reason for claim in analyze(text, "de", only=["claims"]).claims for reason in claim.reasons]
    assert words in [text[slice(*reason.evidence)] for reason in reasons if reason.code == code]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Die Firma zahlte 500 Euro an den Verein.", ClaimType.NUMERICAL),
        ("Der Minister dankte den Gastgebern für den Empfang.", ClaimType.QUOTE),
        ("Der Deich brach wegen der Flut.", ClaimType.CAUSAL),
        ("Die Bahn wird die Strecke im Süden ausbauen.", ClaimType.FORECAST),
        ("Der Rat hat getagt.", ClaimType.EVENT),
    ],
)
def test_tells_what_kind_of_claim_it_is(text: str, kind: ClaimType) -> None:
    assert only(text).type is kind


def test_every_reason_and_rule_is_explained() -> None:
    assert set(WEIGHTS) <= set(EXPLANATIONS)
    for code in EXPLANATIONS:
        assert explain(code, "de") != code
        assert explain(code, "en") != code
    claims = analyze(" ".join(HIGH + LOW), "de", only=["claims"]).claims
    assert {claim.rule for claim in claims} | {r.code for claim in claims for r in claim.reasons} <= set(EXPLANATIONS)


def test_every_weight_gives_its_reason() -> None:
    assert all(weight.why and weight.de and weight.en for weight in WEIGHTS.values())


def test_a_reason_counts_once_and_only_by_its_weight() -> None:
    assert score(["law", "law"]) == score(["law"])
    assert score(["law"]) > score([]) > score(["colour"])
