"""How much work a call does, counted and not timed: the same on a busy machine as on a quiet one."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable


def function_calls(work: Callable[[], object]) -> int:
    """All calls of functions in it, those written in C included. What goes on inside one such call is not seen."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return int(pstats.Stats(profile).total_calls)
