"""Every rule has its words in both languages."""

from __future__ import annotations

import re
from pathlib import Path

from extraction.quotes import EXPLANATIONS
from extraction.quotes.weights import VERIFIER_WEIGHTS

PATTERNS = Path(__file__).parents[3] / "extraction" / "quotes"


def test_every_weighted_rule_is_explained() -> None:
    rules = {name.removeprefix("rule:") for name in VERIFIER_WEIGHTS if name.startswith("rule:")}
    assert rules == set(EXPLANATIONS)


def test_every_rule_in_the_patterns_is_explained() -> None:
    written = "".join(path.read_text(encoding="utf-8") for path in PATTERNS.rglob("*.py"))
    rules = set(
        re.findall(
            r'"((?:direct|indirect|subjunctive|told|clause|sentence|variant)_\w+|hearsay|claimed|planned)"', written
        )
    )
    others = {"direct_before", "told_before", "indirect_free_indirect", "subjunctive_1", "subjunctive_2"}
    assert rules - others <= set(EXPLANATIONS)


def test_both_languages_are_there_and_differ() -> None:
    for code, words in EXPLANATIONS.items():
        assert set(words) == {"de", "en"}, code
        assert words["de"].strip()
        assert words["de"] != words["en"], code
