"""Measured on gold that is no part of the project; skipped where its folder is absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from extraction.learn import read_articles
from extraction.learn.trial import evaluate
from extraction.quotes.model import SHIPPED

GOLD = Path(__file__).resolve().parents[4] / "shared" / "corpora" / "quotes-de" / "dev.jsonl"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not GOLD.exists(), reason=f"{GOLD}: the evaluation corpus is not present"),
]


def test_scores_on_the_development_articles_stay_above_their_floors() -> None:
    lines = GOLD.read_text(encoding="utf-8").split("\n")
    scores = evaluate(list(read_articles(lines, name=GOLD.name)), SHIPPED).scores
    assert scores.met.f1 >= 0.79
    assert scores.typed.f1 >= 0.78
    assert scores.joint.f1 >= 0.66
    assert scores.speaker.f1 >= 0.86
