"""Where a word may be broken at the end of a printed line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

import pyphen

_LEAST = 3  # letters on each side of a break

Hyphenator = Callable[[str], Iterator[tuple[str, str]]]


@cache
def hyphenator(language: str) -> Hyphenator | None:
    """Gives the parts of a word before and after each break, the last break first. None: no patterns for it."""
    name = pyphen.language_fallback(language)
    if name is None:
        return None
    patterns = pyphen.Pyphen(lang=name, left=_LEAST, right=_LEAST)
    return lambda word: ((word[:at], word[at:]) for at in reversed(_breaks(patterns.positions(word))))


def _breaks(found: list[int]) -> list[int]:
    """Without those on both sides of a single letter, of which one is wrong: "Grund-s-tück", "Militä-r-beamte"."""
    near = {at for before, after in pairwise(found) if after - before == 1 for at in (before, after)}
    return [int(at) for at in found if at not in near]
