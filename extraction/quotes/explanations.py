"""Every rule and reason of the quotes layer in plain words: code → {"de", "en"}."""

from __future__ import annotations

from collections.abc import Mapping

EXPLANATIONS: Mapping[str, Mapping[str, str]] = {}
