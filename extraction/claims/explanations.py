"""Every rule and reason of the claims layer in plain words: code → {"de", "en"}."""

from __future__ import annotations

from collections.abc import Mapping

from extraction.claims.weights import WEIGHTS

_RULES = {
    "claim_main": {"de": "Aussage in einem Hauptsatz", "en": "an assertion in a main clause"},
    "claim_cut": {"de": "Aussage in einem Nebensatz", "en": "an assertion in a subordinate clause"},
    "claim_relative": {"de": "Aussage in einem Relativsatz", "en": "an assertion in a relative clause"},
    "claim_apposition": {"de": "prüfbare Apposition", "en": "an apposition that can be checked"},
}

EXPLANATIONS: Mapping[str, Mapping[str, str]] = _RULES | {
    code: {"de": weight.de, "en": weight.en} for code, weight in WEIGHTS.items()
}
