"""The weights of verifier and speaker ranker: what is shipped, how a model is stored and read.

Both are linear over named features, so that every decision can be taken apart. The shipped weights were set by hand;
`extraction.learn` refits them from a newsroom's decisions with these as prior.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from extraction.errors import UnreadableInput
from extraction.quotes.weights import SPEAKER_WEIGHTS, VERIFIER_WEIGHTS

FORMAT = 1


@dataclass(frozen=True)
class Model:
    """Feature name → weight. A score of 0 is the verge of being shown."""

    verifier: Mapping[str, float] = field(default_factory=lambda: VERIFIER_WEIGHTS)
    speaker: Mapping[str, float] = field(default_factory=lambda: SPEAKER_WEIGHTS)

    @cached_property
    def is_learned(self) -> bool:
        """Whether it weighs more than what is shipped: only then more proposals and features are worth their time."""
        return len(self.verifier.keys() - VERIFIER_WEIGHTS.keys()) > 0

    def quote_score(self, features: Iterable[str]) -> float:
        weights = self.verifier
        return sum(weights.get(name, 0.0) for name in features)

    def speaker_score(self, features: Iterable[str]) -> float:
        weights = self.speaker
        return sum(weights.get(name, 0.0) for name in features)

    def to_json(self) -> str:
        rows = {"format": FORMAT, "verifier": dict(self.verifier), "speaker": dict(self.speaker)}
        return json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True)

    @classmethod
    def from_json(cls, written: str, *, name: str = "model") -> Model:
        """Raises `UnreadableInput` where `written` is not what `to_json` writes."""
        try:
            row = json.loads(written)
            if row["format"] != FORMAT:
                raise UnreadableInput(f"{name}: model format {row['format']!r}, this engine reads {FORMAT}")
            tables = [{str(k): float(v) for k, v in row[part].items()} for part in ("verifier", "speaker")]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UnreadableInput(f"{name}: not a model ({error})") from error
        # What was stored before a rule was added knows nothing of it: the shipped weight holds, not 0.
        return cls(verifier={**VERIFIER_WEIGHTS, **tables[0]}, speaker={**SPEAKER_WEIGHTS, **tables[1]})

    @classmethod
    def read(cls, path: str | Path) -> Model:
        try:
            return cls.from_json(Path(path).read_text(encoding="utf-8"), name=str(path))
        except OSError as error:
            raise UnreadableInput(f"{path}: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise UnreadableInput(f"{path}: not UTF-8 (byte {error.start})") from error


SHIPPED = Model()


def probability(score: float) -> float:
    """The logistic of a score, kept away from 0 and 1: the engine is never certain."""
    return min(0.98, max(0.02, 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))))
