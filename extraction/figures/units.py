"""A table of units of measure that finds the unit standing at a place of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from extraction.figures.model import Unit

# Everything up to white space or a sign that no unit holds; slashes, degree signs and exponents belong.
_TOKEN = re.compile(r"[^\s\d,;:!?()\[\]\"„“”»«‚‘.…–][^\s\d,;:!?()\[\]\"„“”»«‚‘.…–]*[23]?")
_LETTERS = re.compile(r"[^\W\d_]+|[%‰€$£¥°]")
_TWO_WORDS = re.compile(r"[^\W\d_]+-[^\W\d_]+(?=-)")  # "US-Dollar" in "US-Dollar-Schein"
_GAP = " \u00a0\u202f\u2009\u2007"
MIN_FOLDED_LENGTH = 3  # shorter surfaces are symbols and mean something only in their own case


class UnitTable:
    """`rows` are (surfaces, unit); a surface may hold several words."""

    def __init__(self, rows: Iterable[tuple[Iterable[str], Unit]]) -> None:
        self._index: dict[str, list[tuple[str, Unit]]] = {}
        for surfaces, unit in rows:
            for surface in surfaces:
                self._add(surface, unit)
        for entries in self._index.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def _add(self, surface: str, unit: Unit) -> None:
        first, _, rest = surface.partition(" ")
        entry = (" " + rest if rest else "", unit)
        for key in {first, first.lower()} if len(first) >= MIN_FOLDED_LENGTH else {first}:
            entries = self._index.setdefault(key, [])
            if entry not in entries:
                entries.append(entry)

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The surfaces that are whole words, lower case."""
        return frozenset(key.lower() for key in self._index if len(key) >= MIN_FOLDED_LENGTH and key.isalpha())

    def match(self, text: str, position: int) -> tuple[int, Unit] | None:
        """The longest unit at `position`, after at most one space: (its end, the unit)."""
        start = position + 1 if text[position : position + 1] in _GAP else position
        for pattern in (_TOKEN, _TWO_WORDS, _LETTERS):
            token = pattern.match(text, start, start + 40)
            if token is None:
                continue
            found = self._longest(text, token.group(), token.end(), start - position)
            if found is not None:
                return found
        return None

    def _longest(self, text: str, token: str, end: int, gap: int) -> tuple[int, Unit] | None:
        entries = self._index.get(token)
        if entries is None and text[end : end + 1] == ".":
            entries = self._index.get(f"{token}.")  # "Fr."
        if entries is None and len(token) >= MIN_FOLDED_LENGTH:
            entries = self._index.get(token.lower())
        for rest, unit in entries or ():
            stop = end + len(rest)
            if rest and text[end:stop].lower() != rest.lower():
                continue
            if stop < len(text) and (token + rest)[-1].isalpha() and text[stop].isalnum():
                continue
            is_dotted = not rest and text[stop : stop + 1] == "." and f"{token}." in self._index
            return stop + is_dotted, unit
        return None


def surfaces(rows: Mapping[str, Unit]) -> list[tuple[list[str], Unit]]:
    """Rows written as one string of surfaces, separated by commas."""
    return [([surface.strip() for surface in names.split(",")], unit) for names, unit in rows.items()]
