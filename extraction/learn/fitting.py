"""Refitting the two linear models: logistic for quotes, softmax for speakers, both pulled towards their prior.

Full passes in fixed order with AdaGrad steps: deterministic, pure Python, seconds for hundreds of articles. The pull
towards the prior is as strong as `_PRIOR` examples would be, so that twenty articles cannot break a weight.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from extraction.learn.labels import Cases, QuoteCase, SpeakerCase
from extraction.quotes.model import Model

_PASSES = 8
_STEP = 0.25  # the first step of a weight, in log-odds
_PRIOR = 5.0  # strength of the pull, per weight and pass; in log-loss units per squared log-odd
_RARE = 5  # features seen less often keep their prior


class _Weights:
    """Weights that remember their prior and how far they have moved."""

    def __init__(self, prior: Mapping[str, float], counts: Mapping[str, int]) -> None:
        self.prior = prior
        self.now = dict(prior)
        self._counts = counts
        self._squares: dict[str, float] = {}

    def score(self, features: Iterable[str]) -> float:
        now = self.now
        return sum(now.get(name, 0.0) for name in features)

    def step(self, features: Iterable[str], gradient: float) -> None:
        for name in features:
            count = self._counts.get(name, 0)
            if count < _RARE:
                continue
            here = self.now.get(name, 0.0)
            total = gradient + _PRIOR * (here - self.prior.get(name, 0.0)) / count
            squares = self._squares.get(name, 1.0) + total * total
            self._squares[name] = squares
            self.now[name] = here - _STEP * total / math.sqrt(squares)


def fit(cases: Sequence[Cases], prior: Model) -> Model:
    """The model refitted to `cases`, with `prior` as its start and anchor."""
    quotes = [case for one in cases for case in one.quotes]
    speakers = [case for one in cases for case in one.speakers]
    return Model(verifier=_fit_quotes(quotes, prior.verifier), speaker=_fit_speakers(speakers, prior.speaker))


def _fit_quotes(cases: Sequence[QuoteCase], prior: Mapping[str, float]) -> dict[str, float]:
    weights = _Weights(prior, _counts(case.features for case in cases))
    for _ in range(_PASSES):
        for case in cases:
            chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, weights.score(case.features)))))
            weights.step(case.features, chance - case.is_right)
    return weights.now


def _fit_speakers(cases: Sequence[SpeakerCase], prior: Mapping[str, float]) -> dict[str, float]:
    weights = _Weights(prior, _counts(choice for case in cases for choice in case.choices))
    for _ in range(_PASSES):
        for case in cases:
            scores = [weights.score(choice) for choice in case.choices]
            top = max(scores)
            odds = [math.exp(score - top) for score in scores]
            total = sum(odds)
            right = sum(odds[index] for index in case.right)
            for index, choice in enumerate(case.choices):
                wanted = odds[index] / right if index in case.right and right else 0.0
                gradient = odds[index] / total - wanted
                if abs(gradient) > 1e-3:
                    weights.step(choice, gradient)
    return weights.now


def _counts(rows: Iterable[Sequence[str]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in rows:
        for name in row:
            counts[name] = counts.get(name, 0) + 1
    return counts
