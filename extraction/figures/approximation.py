"""Finds the words that loosen a figure: "rund", "knapp", "mehr als", "oder mehr"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from extraction.candidates import Approximation
from extraction.figures.surroundings import WINDOW
from extraction.spans import Span

MAX_WORDS = 4
# Of every language; a sign at the beginning of a line is an e-mail's mark of quotation.
_SIGNS = {
    "≈": Approximation.ABOUT, "~": Approximation.ABOUT, "≥": Approximation.MIN, ">=": Approximation.MIN,
    "±": Approximation.ABOUT, "+/-": Approximation.ABOUT,
    "≤": Approximation.MAX, "<=": Approximation.MAX, ">": Approximation.OVER, "<": Approximation.UNDER,
}  # fmt: skip
_BEFORE_FIGURE = " ≈~≥≤<>=±"
_SIGN = re.compile(r"(?<=[^\n>=-])(?:[≈~≥≤±]|[<>]=?|\+/-(?= )) ?$")
_PLUS = re.compile(r"\+(?![\w+])")  # "50+"
_QUOTES = "(„“\"»«'’–-"


@dataclass(frozen=True)
class Approximators:
    """Phrases in lower case; `skipped` are words that may stand between the phrase and the figure."""

    before: Mapping[str, Approximation]
    after: Mapping[str, Approximation]
    skipped: frozenset[str] = frozenset()
    adjacent: frozenset[str] = frozenset()  # loosen only right before the figure: "unter 300", not "unter den 300"
    of_times: frozenset[str] = frozenset()  # loosen only dates and times: "gegen 18 Uhr"
    comparing: frozenset[str] = frozenset()  # before a date they compare with what was then: "mehr als 2019"
    # Nouns after which a phrase loosens nothing: "ein Scheck über 50 Euro", "eine Umfrage unter 1003 Wahlberechtigten"
    governed_by: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def _last_words(self) -> frozenset[str]:
        return frozenset(phrase.rsplit(" ", 1)[-1] for phrase in self.before)

    @cached_property
    def _first_words(self) -> frozenset[str]:
        return frozenset(phrase.split(" ", 1)[0] for phrase in self.after)

    def find(self, text: str, start: int, end: int, *, is_time: bool) -> tuple[Approximation, Span] | None:
        """The approximation of the figure `[start, end)` and the words that say it."""
        if start > 1 and text[start - 1] in _BEFORE_FIGURE and (sign := _SIGN.search(text, max(0, start - 4), start)):
            said = sign.group().rstrip()
            return _SIGNS[said], Span(sign.start(), sign.start() + len(said))
        if text[end : end + 1] == "+" and _PLUS.match(text, end):
            return Approximation.MIN, Span(end, end + 1)
        window = text[max(0, start - WINDOW) : start].rpartition("\n")[2]
        lowered = window.lower()
        words = lowered.split()
        found = self._phrase(words)
        if found is None and words and words[-1] in self.skipped:
            found = self._phrase(words[:-1])
            found = None if found in self.adjacent else found
        if found and len(words) > 1 and words[-2] in self.governed_by.get(found, ()):
            found = None
        if found in (self.comparing if is_time else self.of_times):
            found = None
        if found is None or len(lowered) != len(window):
            return self._after(text, end)
        place = lowered.rfind(found) + start - len(window)
        return self.before[found], Span(place, place + len(found))

    def _phrase(self, words: list[str]) -> str | None:
        if not words or words[-1].lstrip(_QUOTES) not in self._last_words:
            return None
        for count in range(min(MAX_WORDS, len(words)), 0, -1):
            phrase = " ".join(words[-count:]).lstrip(_QUOTES)
            if phrase in self.before:
                return phrase
        return None

    def _after(self, text: str, end: int) -> tuple[Approximation, Span] | None:
        if text[end : end + 1] != " ":
            return None
        words = text[end + 1 : end + 1 + WINDOW].split()[:2]
        if not words or words[0] not in self._first_words:
            return None
        for phrase in (" ".join(words), words[0]):
            if phrase.rstrip(".,;:!?)") in self.after:
                phrase = phrase.rstrip(".,;:!?)")
                return self.after[phrase], Span(end + 1, end + 1 + len(phrase))
        return None


def phrases(groups: Mapping[Approximation, str]) -> dict[str, Approximation]:
    """Phrases written as one string, separated by commas, by what they mean."""
    return {phrase.strip(): meaning for meaning, listed in groups.items() for phrase in listed.split(",")}
