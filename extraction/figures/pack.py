"""What a language must bring for its figures to be found."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from extraction.figures.approximation import Approximators
from extraction.figures.counted import CountedGrammar
from extraction.figures.model import Found, Rule


@dataclass(frozen=True)
class FigurePack:
    """`trigger` finds where a figure may be; its group's name chooses the rules, of which the first that answers wins.

    A trigger in the group "url" is passed over whole. `refine` sees every figure once more with its surroundings;
    `ahead` are words that place the sentence's dates in the future.
    """

    trigger: re.Pattern[str]
    rules: Mapping[str, tuple[Rule, ...]]
    approximators: Approximators
    counted: CountedGrammar
    refine: Callable[[str, Found], Found]
    ahead: re.Pattern[str]
